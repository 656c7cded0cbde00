import { afterEach, beforeEach, expect, test } from "vitest";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type NewMail, queueMail } from "../../platform/mail.ts";
import { createTestContext } from "../../testing/context.ts";
import { type SmtpServer, startSmtpServer } from "../../testing/smtp-server.ts";
import { deliverMails } from "./deliver.ts";
import { getMails } from "./service.ts";

let context: Context;
let server: SmtpServer | null = null;

beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  await server?.close();
  server = null;
  await context.database.close();
});

async function serveMail(...refuse: Parameters<typeof startSmtpServer>): Promise<SmtpServer> {
  server = await startSmtpServer(...refuse);
  context = {
    ...context,
    config: {
      ...context.config,
      publicUrl: "https://renkei.example.jp",
      smtpUrl: server.url,
      mailFrom: { name: "日中都市間連携", address: "renkei@example.jp" },
    },
  };
  return server;
}

function queue(mail: Partial<NewMail> = {}): Promise<boolean> {
  const whole: NewMail = {
    to: "wang@example.cn",
    language: "zh",
    purpose: "test",
    subject: "通知",
    body: "您好。\n",
    ...mail,
  };
  return write(context.database, (transaction) => queueMail(transaction, context.clock.now(), whole));
}

function laterBy(minutes: number): Context {
  const now = new Date(context.clock.now().getTime() + minutes * 60_000);
  return { ...context, clock: { ...context.clock, now: () => now } };
}

/** A header's value with folded lines joined and encoded words (RFC 2047) read. */
function header(content: string, name: string): string {
  const head = content.slice(0, content.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const line = head.split("\r\n").find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const value = line?.slice(name.length + 1).trim() ?? "";
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("latin1")
        : readQuoted(text.replaceAll("_", " ")),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

function body(content: string): string {
  const text = content.slice(content.indexOf("\r\n\r\n") + 4);
  const encoding = header(content, "Content-Transfer-Encoding");
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  return encoding === "quoted-printable"
    ? Buffer.from(readQuoted(text.replace(/=\r\n/g, "")), "latin1").toString("utf8")
    : text;
}

function readQuoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

test("without a mail server a mail stays in the outbox, untouched", async () => {
  await queue();
  expect(await deliverMails(context)).toEqual({ sent: 0, failed: 0 });
  expect(await getMails(context)).toMatchObject([{ attempts: 0, sentAt: null, lastError: null }]);
});

test("a mail leaves once, as plain UTF-8 text with the headers of a machine's mail", async () => {
  const { received } = await serveMail();
  const subject = "【日中都市間連携】ご確認をお願いします（〆切：１２月）";
  const text = "髙橋 様\n\nhttps://renkei.example.jp/ja/members\n.\nお願いいたします。\n";
  await queue({ to: "takahashi@example.jp", language: "ja", purpose: "digest", subject, body: text });
  expect(await deliverMails(context)).toEqual({ sent: 1, failed: 0 });
  expect(await deliverMails(context)).toEqual({ sent: 0, failed: 0 });
  expect(received).toHaveLength(1);
  const [mail] = received;
  expect(mail).toMatchObject({ from: "renkei@example.jp", to: ["takahashi@example.jp"] });
  const content = mail?.content ?? "";
  expect(header(content, "Subject")).toBe(subject);
  expect(body(content).replaceAll("\r\n", "\n")).toBe(text);
  expect(header(content, "Content-Type")).toMatch(/^text\/plain; charset=utf-8/i);
  expect(header(content, "From")).toBe("日中都市間連携 <renkei@example.jp>");
  expect(header(content, "Message-ID")).toMatch(/^<renkei-1-\w+@example\.jp>$/);
  expect(header(content, "Auto-Submitted")).toBe("auto-generated");
  expect(header(content, "List-Unsubscribe")).toBe("<https://renkei.example.jp/ja/members/account>");
  expect(await getMails(context)).toMatchObject([{ attempts: 1, sentAt: context.clock.now(), nextAttemptAt: null }]);
});

test("a calendar entry travels as a part with its method and as a file, whole", async () => {
  const { received } = await serveMail();
  const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
  await queue({ calendar });
  await deliverMails(context);
  const content = received[0]?.content ?? "";
  expect(header(content, "Content-Type")).toMatch(/^multipart\/mixed/);
  expect(content).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
  expect(content).toMatch(/filename=invite\.ics/);
  const [, packed = ""] = /name=invite\.ics[\s\S]*?base64[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(content) ?? [];
  expect(Buffer.from(packed, "base64").toString()).toBe(calendar);
});

test("mail that nobody can turn off does not say that it can be", async () => {
  const { received } = await serveMail();
  await queue({ purpose: "password-reset" });
  await deliverMails(context);
  expect(header(received[0]?.content ?? "", "List-Unsubscribe")).toBe("");
});

test("a key makes two mails one", async () => {
  expect(await queue({ onceKey: "reminder x" })).toBe(true);
  expect(await queue({ onceKey: "reminder x", subject: "once more" })).toBe(false);
  expect(await getMails(context)).toHaveLength(1);
});

test.each([
  ["a line break", "wang@example.cn\r\nBcc: all@example.cn"],
  ["two addresses", "wang@example.cn, li@example.cn"],
  ["a name", "Wang <wang@example.cn>"],
  ["no host", "wang@"],
])("%s is no address", async (_, to) => {
  await expect(queue({ to })).rejects.toMatchObject({ code: "invalid-input" });
});

test("nothing in a subject or a text can add a header or a recipient", async () => {
  const { received } = await serveMail();
  await queue({
    subject: "通知\r\nBcc: all@example.cn\r\n\r\n<b>",
    body: "\r\nBcc: all@example.cn\r\n.\r\nRCPT TO:<all@example.cn>\r\n",
  });
  await deliverMails(context);
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toEqual(["wang@example.cn"]);
  expect(header(received[0]?.content ?? "", "Bcc")).toBe("");
  expect(header(received[0]?.content ?? "", "Subject")).toBe("通知 Bcc: all@example.cn <b>");
});

test("ten senders at once send each of forty mails exactly once", async () => {
  const { received } = await serveMail();
  for (let number = 0; number < 40; number += 1) await queue({ to: `member${number}@example.cn` });
  const done = await Promise.all(Array.from({ length: 10 }, () => deliverMails(context)));
  expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
  expect(new Set(received.map(({ to }) => to[0])).size).toBe(40);
  expect(received).toHaveLength(40);
});

test("what was refused for now is tried again later, and given up after ten attempts", async () => {
  await serveMail(() => "451 4.3.0 try later");
  await queue();
  const waits: number[] = [];
  let minutes = 0;
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    expect(await deliverMails(laterBy(minutes))).toEqual({ sent: 0, failed: 1 });
    const [mail] = await getMails(context);
    expect(mail?.attempts).toBe(attempt);
    expect(mail?.lastError).toContain("451");
    if (!mail?.nextAttemptAt) break;
    const next = (mail.nextAttemptAt.getTime() - context.clock.now().getTime()) / 60_000;
    expect(await deliverMails(laterBy(next - 0.5))).toEqual({ sent: 0, failed: 0 });
    waits.push(next - minutes);
    minutes = next;
  }
  expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1_440, 1_440, 1_440]);
  expect(await deliverMails(laterBy(minutes + 3_000))).toEqual({ sent: 0, failed: 0 });
});

test("an address that the server does not know is not tried again, and the next mail still leaves", async () => {
  const { received } = await serveMail((to) => (to.startsWith("gone") ? "550 5.1.1 no such user" : null));
  await queue({ to: "gone@example.cn" });
  await queue({ to: "here@example.cn" });
  expect(await deliverMails(context)).toEqual({ sent: 1, failed: 1 });
  expect(received.map(({ to }) => to[0])).toEqual(["here@example.cn"]);
  const [here, gone] = await getMails(context);
  expect(here?.sentAt).not.toBeNull();
  expect(gone).toMatchObject({ attempts: 1, nextAttemptAt: null });
});

test("a server that is away costs one mail one attempt, not every mail one", async () => {
  const { url, close } = await serveMail();
  await close();
  server = null;
  await queue();
  await queue({ to: "li@example.cn" });
  expect(url).toBe(context.config.smtpUrl);
  expect(await deliverMails(context)).toEqual({ sent: 0, failed: 1 });
  expect((await getMails(context)).map(({ attempts }) => attempts)).toEqual([0, 1]);
});
