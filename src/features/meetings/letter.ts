import type { Language } from "../../core/language.ts";

export const letterDocuments = ["invitation", "name-list"] as const;
export type LetterDocument = (typeof letterDocuments)[number];
export const letterFormats = ["docx", "pdf"] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** A letter or list of names as it went out; a newer issue stands beside it and never in its place. */
export interface Letter {
  id: string;
  document: LetterDocument;
  language: Language;
  /** organisation that it is addressed to; null: all who are invited */
  addressee: string | null;
  /** 1, 2, … of the same letter */
  issue: number;
  /** organisations that it goes to, or people on the list */
  recipients: number;
  /** how many texts stand in it in another language, marked as such */
  untranslated: number;
  /** by the hash of their content */
  files: Record<LetterFormat, string>;
  /** id of the account */
  issuedBy: string;
  /** null where the name was erased */
  issuedByName: string | null;
  issuedAt: Date;
  /** its files are gone, because a person on the list was erased */
  isErased: boolean;
}

/** Letters are for whom they are addressed to; lists of names for everybody who sees the meeting. */
export function seesLetter(
  { document, addressee }: Pick<Letter, "document" | "addressee">,
  { manages, own }: { manages: boolean; own: readonly string[] },
): boolean {
  return manages || document === "name-list" || addressee === null || own.includes(addressee);
}

/** A newer issue of the same letter is there. */
export function isSuperseded(letter: Letter, all: readonly Letter[]): boolean {
  return all.some(
    (other) =>
      other.document === letter.document &&
      other.language === letter.language &&
      other.addressee === letter.addressee &&
      other.issue > letter.issue,
  );
}
