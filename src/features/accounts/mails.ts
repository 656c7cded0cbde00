import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { Config } from "../../platform/config.ts";
import type { NewMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";

type Letter = "invitation" | "reset" | "verify" | "addressChanged" | "passwordChanged";

/** A letter of the account service: what happened, one link on its own line, and what to do if it was not expected. */
export function writeLetter(
  config: Pick<Config, "publicUrl" | "port">,
  letter: Letter,
  to: { email: string; userId?: string; language: Language },
  values: { path?: string; hours?: number; organisation?: string; role?: string; inviter?: string },
): NewMail {
  const { language, email, userId } = to;
  const words = { organisation: "", role: "", inviter: "", hours: 0, ...values };
  const link = values.path === undefined ? [] : [`${publicAddress(config)}${values.path}`, ""];
  return {
    to: email,
    ...(userId === undefined ? {} : { userId }),
    language,
    purpose: letter,
    subject: message(language, `account.mail.${letter}.subject`, words),
    body: [
      message(language, `account.mail.${letter}.text`, words),
      "",
      ...link,
      message(language, `account.mail.${letter}.otherwise`, words),
      "",
      message(language, "account.mail.signature"),
    ].join("\n"),
  };
}
