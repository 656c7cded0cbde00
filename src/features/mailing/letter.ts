import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import { findProgramme } from "../programme/service.ts";

/** What every mail of the programme has in common: who writes, to whom, and how it ends. */
export interface Letter {
  language: Language;
  /** the programme's short name; see readLetterhead */
  programme: string;
  /** the reader's name, or what stands for it where nobody knows the name yet */
  salutation: string;
  subject: string;
  /** paragraphs, one below the other; the address of a page stands on a line of its own */
  paragraphs: readonly string[];
}

/** The programme's short name in each language; an official knows the programme, not the system. The system's own where none is loaded. */
export async function readLetterhead(transaction: ReadTransaction): Promise<(language: Language) => string> {
  const programme = await findProgramme(transaction);
  return (language) => (programme ? localize(programme.shortName, language).text : "Renkei");
}

/** 「様」 belongs to a name, “Dear” and 「您好」 to a line of its own; without a name to the office that is written to. */
export function saluteByName(language: Language, name: string): string {
  return message(language, "mail.hello", { name });
}

export function writeLetter(letter: Letter): { subject: string; body: string } {
  const { language, programme, salutation, subject, paragraphs } = letter;
  return {
    subject: message(language, "mail.subject", { programme, subject }),
    body: [
      salutation,
      ...paragraphs,
      message(language, "mail.automatic"),
      message(language, "mail.signature", { programme }),
    ]
      .join("\n\n")
      .replace(/(?<!\n)\n*$/, "\n"),
  };
}
