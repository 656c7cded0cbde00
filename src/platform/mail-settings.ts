import { AppError } from "../core/errors.ts";
import { isMailAddress, toHeaderText } from "./mail.ts";

/** Through which server mails leave, and whose they are; absent: they stay in the outbox. */
export interface MailSettings {
  smtpUrl?: string;
  mailFrom?: MailSender;
}

export interface MailSender {
  /** empty where only an address is given */
  name: string;
  address: string;
}

type Environment = Record<string, string | undefined>;

/** Throws AppError("invalid-input", {variable, value, expected}); the server's address carries a password and is never named. */
export function readMailSettings(environment: Environment): MailSettings {
  const smtpUrl = environment.RENKEI_SMTP_URL?.trim();
  const from = environment.RENKEI_MAIL_FROM?.trim();
  if (smtpUrl && !isSmtpUrl(smtpUrl))
    throw new AppError("invalid-input", {
      variable: "RENKEI_SMTP_URL",
      value: "(hidden)",
      expected: "smtp://user:password@host:port, smtps://…",
    });
  // A server refuses mail of an invented sender, or worse, takes it for forged.
  if (smtpUrl && !from)
    throw new AppError("invalid-input", {
      variable: "RENKEI_MAIL_FROM",
      value: "",
      expected: "Name <renkei@example.jp>, as RENKEI_SMTP_URL is set",
    });
  return { ...(smtpUrl && { smtpUrl }), ...(from && { mailFrom: parseSender(from) }) };
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return ["smtp:", "smtps:"].includes(protocol) && hostname !== "";
}

function parseSender(text: string): MailSender {
  const [, name = "", address = text] = text.match(/^(.*)<([^<>]*)>$/s) ?? [];
  if (!isMailAddress(address.trim()))
    throw new AppError("invalid-input", {
      variable: "RENKEI_MAIL_FROM",
      value: text,
      expected: "Name <renkei@example.jp>",
    });
  return { name: toHeaderText(name.replace(/^\s*"|"\s*$/g, "")), address: address.trim() };
}
