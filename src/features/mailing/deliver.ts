import type { Transporter } from "nodemailer";
import { isLanguage, languageTags } from "../../core/language.ts";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { toHeaderText } from "../../platform/mail.ts";
import type { MailSender } from "../../platform/mail-settings.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { type Mail, subscribedPurposes } from "./mail.ts";
import { claimMail, markFailed, markSent } from "./store.ts";

/** A server that answers slower than this is taken for dead; far below the time for which a mail is claimed. */
const longestDeliverySeconds = 120;

/**
 * Hands over every mail that is due; several processes share the work. Without a mail server nothing is tried. A mail is
 * marked after the server has taken it, so a crash between the two may send it twice, under the same Message-ID.
 */
export async function deliverMails(context: Context): Promise<{ sent: number; failed: number }> {
  const { smtpUrl, mailFrom } = context.config;
  const done = { sent: 0, failed: 0 };
  if (!smtpUrl || !mailFrom) return done;
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  });
  try {
    for (;;) {
      const mail = await write(context.database, (transaction) => claimMail(transaction, context.clock.now()));
      if (!mail) return done;
      const failure = await deliver(context, transport, mailFrom, mail);
      await write(context.database, (transaction) => {
        const now = context.clock.now();
        return failure ? markFailed(transaction, mail, failure, now) : markSent(transaction, mail.id, now);
      });
      if (failure) {
        done.failed += 1;
        context.log.warn({ mail: mail.id, attempt: mail.attempts, reason: failure.reason }, "a mail was not taken");
        // The next one would fail in the same way and lose one of its attempts.
        if (failure.unreachable) return done;
      } else done.sent += 1;
    }
  } finally {
    transport.close();
  }
}

interface Failure {
  /** the server's words, for the outbox */
  text: string;
  /** a code without anything personal, for the log */
  reason: string;
  final: boolean;
  unreachable: boolean;
}

async function deliver(
  context: Context,
  transport: Transporter,
  from: MailSender,
  mail: Mail,
): Promise<Failure | null> {
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.to },
      envelope: { from: from.address, to: [mail.to] },
      subject: toHeaderText(mail.subject),
      text: mail.body,
      ...writeCalendar(mail),
      messageId: messageIdOf(mail, from),
      date: mail.createdAt,
      headers: writeHeaders(context, mail),
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(longestDeliverySeconds * 1_000),
    });
    return null;
  } catch (error) {
    return describeFailure(error);
  }
}

/** RFC 6047 2.4: the part says the method that the object states. */
function writeCalendar({ calendar }: Mail) {
  if (calendar === null) return {};
  const method = /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? "REQUEST";
  return { icalEvent: { method, filename: "invite.ics", content: calendar } };
}

/** Of the row, so that a mail that arrives twice is seen to be the same; the time tells rows of a restored database apart. */
function messageIdOf({ id, createdAt }: Mail, { address }: MailSender): string {
  return `<renkei-${id}-${createdAt.getTime().toString(36)}@${address.slice(address.lastIndexOf("@") + 1)}>`;
}

function writeHeaders({ config }: Context, { language, purpose }: Mail): Record<string, string> {
  const known = isLanguage(language) ? language : "en";
  return {
    // RFC 3834 5: no machine answers a machine; the second is what Exchange heeds.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": languageTags[known],
    // RFC 2369 3.2: the page where these mails are turned off.
    ...(subscribedPurposes.includes(purpose)
      ? { "List-Unsubscribe": `<${publicAddress(config)}${links.account(known)}>` }
      : {}),
  };
}

/** RFC 5321 4.2.1: a refusal of the recipient that begins with 5 is for good; everything else may pass. */
function describeFailure(error: unknown): Failure {
  const code = readCode(error, "code");
  const answer = readCode(error, "responseCode");
  const text = error instanceof Error ? error.message : String(error);
  return {
    text: toHeaderText(text).slice(0, 500),
    reason: [code, answer].filter((part) => part !== "").join(" "),
    final: code === "EENVELOPE" && answer.startsWith("5"),
    unreachable: code !== "EENVELOPE" && code !== "EMESSAGE",
  };
}

function readCode(error: unknown, name: "code" | "responseCode"): string {
  if (typeof error !== "object" || error === null || !(name in error)) return "";
  const value = Reflect.get(error, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
