import { mkdtemp, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { hashContent, openFileStore, pathOfHash } from "../../platform/files/file-store.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { startS3Server } from "../../testing/s3-server.ts";
import type { Actor } from "../accounts/actor.ts";
import { addAttachment, getAttachments, openAttachment, removeAttachment, type UploadInput } from "./service.ts";
import { sweepFiles } from "./sweep-files.ts";

let context: Context;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attachments-"));
  const loaded = await createLoadedContext();
  const files = { ...defaultFileSettings, attachmentsPerRecord: 3 };
  context = { ...loaded, config: { ...loaded.config, dataDirectory: folder, files } };
}, 60_000);
afterAll(async () => {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await context.database.pool.query(`begin; alter table attachments disable trigger user; delete from attachments;
    delete from files; update records set visibility = 'public', owner = null; alter table attachments enable trigger user; commit`);
  for (const sha256 of await listFiles()) await openFileStore(context.config).remove(sha256);
});

/** A consultation of Kitakyushu and Shanghai in the coordination ledger. */
const subject = { kind: "activity", id: "e-con-2014-01" };
const kitakyushu = createActor("home-government", "kitakyushu-env");
const shanghai = createActor("partner-government", "shanghai");
const coordinator = createActor("coordination", "iges");
const outsider = createActor("home-government", "kawasaki");
let key = 0;
const upload = (text: string, changes: Partial<UploadInput> = {}): UploadInput => {
  key += 1;
  const formKey = `00000000-0000-4000-8000-${String(key).padStart(12, "0")}`;
  return { name: "議事録.txt", note: null, content: Buffer.from(text), photograph: null, formKey, ...changes };
};
const add = (actor: Actor, text: string, changes: Partial<UploadInput> = {}) =>
  addAttachment(context, actor, subject, upload(text, changes));
const list = async (actor: Actor) => (await getAttachments(context, actor, subject.kind, subject.id)).attachments;

async function listFiles(): Promise<string[]> {
  const hashes = [];
  for await (const { sha256 } of openFileStore(context.config).list()) hashes.push(sha256);
  return hashes;
}

test("a side adds a file, the other reads it under its name", async () => {
  await add(kitakyushu, "内容", { note: "第1回" });
  const [attachment] = await list(shanghai);
  expect(attachment).toMatchObject({
    name: "議事録.txt",
    note: "第1回",
    mediaType: "text/plain",
    size: 6,
    owner: "kitakyushu-env",
    mayRemove: false,
  });
  const opened = await openAttachment(context, shanghai, attachment?.id ?? "");
  expect({ ...opened, content: Buffer.from(opened.content).toString() }).toEqual({
    name: "議事録.txt",
    mediaType: "text/plain",
    content: "内容",
  });
});

test.each<[string, Actor, boolean, boolean]>([
  ["side", shanghai, true, true],
  ["the platform of its ledger", coordinator, true, true],
  ["another platform", createActor("technical", "jesc"), true, false],
  ["a city without part in it", outsider, true, false],
  ["a guest", createActor("guest", "shanghai"), true, false],
  ["an expert", createActor("expert", "shanghai"), true, false],
  ["the ministry", createActor("ministry", "moe-japan"), true, false],
  ["an administrator", createActor("administrator", "iges"), true, false],
])("%s: who sees the record reads, who enters for it adds", async (_, actor, mayRead, mayAdd) => {
  await add(kitakyushu, "x");
  expect(await list(actor)).toHaveLength(mayRead ? 1 : 0);
  expect((await getAttachments(context, actor, subject.kind, subject.id)).mayAdd).toBe(mayAdd);
  if (mayAdd) await add(actor, "y");
  else await expect(add(actor, "y")).rejects.toMatchObject({ code: "forbidden" });
  expect(await listFiles()).toHaveLength(mayAdd ? 2 : 1);
});

test("a record of the two sides hides its files from all others", async () => {
  await add(kitakyushu, "x");
  const id = (await list(kitakyushu))[0]?.id ?? "";
  await context.database.pool.query("update records set visibility = 'sides' where id = $1", [subject.id]);
  for (const actor of [outsider, createActor("guest", "shanghai"), createActor("technical", "jesc")]) {
    await expect(list(actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(openAttachment(context, actor, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(removeAttachment(context, actor, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(add(actor, "y")).rejects.toThrow();
  }
  expect((await openAttachment(context, shanghai, id)).name).toBe("議事録.txt");
});

describe("removing", () => {
  test("is for its owner and the platform; the file stays for the history", async () => {
    await add(kitakyushu, "one");
    await add(kitakyushu, "two");
    const [first, second] = await list(kitakyushu);
    await expect(removeAttachment(context, shanghai, first?.id ?? "")).rejects.toMatchObject({ code: "forbidden" });
    await removeAttachment(context, kitakyushu, first?.id ?? "");
    await removeAttachment(context, coordinator, second?.id ?? "");
    expect(await list(kitakyushu)).toEqual([]);
    await expect(openAttachment(context, kitakyushu, first?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
    await expect(removeAttachment(context, kitakyushu, first?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
    expect(await listFiles()).toHaveLength(2);
  });

  test("ends when the time of keeping is over, unless another record has the same file", async () => {
    await add(kitakyushu, "one");
    await add(kitakyushu, "two");
    await addAttachment(context, kitakyushu, subject, upload("two"));
    const [two] = (await list(kitakyushu)).filter(({ sha256 }) => sha256 === hashContent(Buffer.from("two")));
    const [one] = (await list(kitakyushu)).filter(({ sha256 }) => sha256 === hashContent(Buffer.from("one")));
    for (const gone of [one, two]) await removeAttachment(context, kitakyushu, gone?.id ?? "");
    await makeOld();
    expect(await sweepFiles(at("2036-11-21T03:00:00Z"))).toBe(0);
    expect(await sweepFiles(at("2036-11-23T03:00:00Z"))).toBe(1);
    expect(await listFiles()).toEqual([hashContent(Buffer.from("two"))]);
    expect(await list(shanghai)).toHaveLength(1);
  });
});

describe("nothing is left behind", () => {
  test("by a file that is refused, or by one too many", async () => {
    await expect(add(kitakyushu, "<html>")).rejects.toMatchObject({ details: { reason: "active" } });
    await expect(add(kitakyushu, "x", { name: "a.pdf" })).rejects.toMatchObject({ details: { reason: "mismatch" } });
    expect(await listFiles()).toEqual([]);
    await Promise.allSettled(["1", "2", "3", "4", "5", "6"].map((text) => add(kitakyushu, text)));
    expect(await list(kitakyushu)).toHaveLength(3);
    expect(await listFiles()).toHaveLength(3);
    await expect(add(kitakyushu, "7")).rejects.toMatchObject({ code: "conflict", details: { reason: "too-many" } });
    expect(await listFiles()).toHaveLength(3);
  });

  test("by a transaction that fails, except where another record has the same file", async () => {
    const stop = () => {
      throw new Error("in the middle of the transaction");
    };
    const broken = { ...context, clock: { now: stop, today: stop } };
    await expect(addAttachment(broken, kitakyushu, subject, upload("lost"))).rejects.toThrow();
    expect(await listFiles()).toEqual([]);
    await add(kitakyushu, "kept");
    await expect(addAttachment(broken, kitakyushu, subject, upload("kept"))).rejects.toThrow();
    expect(await listFiles()).toEqual([hashContent(Buffer.from("kept"))]);
  });

  test("by a process that died after it had stored the file, once an hour has passed", async () => {
    await add(kitakyushu, "kept");
    await openFileStore(context.config).put(Buffer.from("orphan"));
    expect(await sweepFiles({ ...context, clock: { now: () => new Date(), today: () => "" } })).toBe(0);
    await makeOld();
    expect(await sweepFiles(context)).toBe(1);
    expect(await listFiles()).toEqual([hashContent(Buffer.from("kept"))]);
  });
});

test("a full store is told as such, and the record names nothing that is not there", async () => {
  const s3 = await startS3Server();
  try {
    const files = { ...defaultFileSettings, s3: s3.settings };
    const elsewhere = { ...context, config: { ...context.config, files } };
    s3.failures.push(507, 507, 507);
    const refused = { code: "unavailable", details: { reason: "disk-full" } };
    await expect(addAttachment(elsewhere, kitakyushu, subject, upload("x"))).rejects.toMatchObject(refused);
    expect([await list(kitakyushu), s3.objects.size]).toEqual([[], 0]);
    await addAttachment(elsewhere, kitakyushu, subject, upload("x"));
    expect((await list(kitakyushu)).length).toBe(s3.objects.size);
  } finally {
    await s3.stop();
  }
});

test("the same form sent twice, even at once, adds one attachment", async () => {
  const once = upload("once");
  await Promise.all([1, 2, 3].map(() => addAttachment(context, kitakyushu, subject, once)));
  await addAttachment(context, kitakyushu, subject, once);
  expect(await list(kitakyushu)).toHaveLength(1);
  expect(await listFiles()).toHaveLength(1);
});

test("a file that the store has lost is a fault of ours, not a wrong address", async () => {
  await add(kitakyushu, "x");
  const [attachment] = await list(kitakyushu);
  await openFileStore(context.config).remove(attachment?.sha256 ?? "");
  await expect(openAttachment(context, kitakyushu, attachment?.id ?? "")).rejects.toMatchObject({
    code: "unavailable",
  });
  await expect(openAttachment(context, kitakyushu, "x' or true")).rejects.toMatchObject({ code: "not-found" });
});

function at(instant: string): Context {
  return { ...context, clock: fixedClock(instant) };
}

async function makeOld(): Promise<void> {
  const long = new Date("2020-01-01");
  for (const sha256 of await listFiles()) await utimes(join(folder, "files", pathOfHash(sha256)), long, long);
}
