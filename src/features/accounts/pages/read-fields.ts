import { isLanguage, type Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { findPasswordWeakness, longestPassword, shortestPassword } from "../password-strength.ts";

/** One line of text without spaces around it; a file or nothing counts as empty, a long text is cut. */
export function readText(form: FormData, name: string, longest = 200): string {
  const value = form.get(name);
  return typeof value === "string"
    ? value
        .normalize("NFC")
        .replace(/\p{Cc}/gu, " ")
        .trim()
        .slice(0, longest)
    : "";
}

/** As typed, since spaces may be part of it; NFC, as two keyboards may compose one letter in two ways (NIST SP 800-63B §3.1.1.2). */
export function readPassword(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.normalize("NFC").slice(0, longestPassword + 1) : "";
}

export function isChecked(form: FormData, name: string): boolean {
  return form.get(name) === "yes";
}

export function readLanguage(form: FormData, otherwise: Language): Language {
  const value = readText(form, "language");
  return isLanguage(value) ? value : otherwise;
}

/** A name that a list can show: nothing invisible in it. */
export function readName(form: FormData): string {
  return readText(form, "name", 100)
    .replace(/[\p{C}]+/gu, " ")
    .trim();
}

/** What is weak about a new password, in words; null where it is good. */
export async function judgePassword(
  language: Language,
  password: string,
  about: readonly string[],
): Promise<string | null> {
  const weakness = await findPasswordWeakness(password, about);
  return weakness === null
    ? null
    : message(language, `account.password.${weakness}`, { shortest: shortestPassword, longest: longestPassword });
}

/** Where to go after the sign-in: an own address of the members' side or an invitation, never another site. */
export function readNext(text: string | null, otherwise: string): string {
  return text !== null && /^\/(ja|zh|en)\/(members|invitation)([/?][\w\-./~%?=&+:,]*)?$/.test(text) ? text : otherwise;
}
