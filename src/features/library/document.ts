import type { Language } from "../../core/language.ts";
import type { Block, Report } from "../../documents/report.ts";
import type { ReportFigure, ReportKindId } from "../reports/report-kind.ts";

/** What a document rests on: the public records, or all approved ones that its maker may see, published or not. */
export const bases = ["public", "approved"] as const;
export type Basis = (typeof bases)[number];

export const documentVisibilities = ["public", "members"] as const;
export type DocumentVisibility = (typeof documentVisibilities)[number];

export const documentFormats = ["docx", "pdf"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const documentMediaTypes: Record<DocumentFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
};

/** What a document was asked to cover, beside its kind, language, day and basis. */
export interface DocumentParameters {
  fiscalYear: number | null;
  /** id of the partnership, activity or evaluation */
  subject: string | null;
  calendar: "gregorian" | "wareki";
  /** id of the organisation that presents it */
  maker: string;
  /** what was written for this one document */
  written: Record<string, string>;
}

export interface DocumentRequest extends DocumentParameters {
  kind: ReportKindId;
  language: Language;
  /** YYYY-MM-DD */
  asOf: string;
  basis: Basis;
}

/** A record that a document rests on; its version where it has any, as it stood when the document was made. */
export interface DocumentRecord {
  kind: string;
  id: string;
  version: number | null;
}

/**
 * Everything that is needed to write the files again without the database: what was composed, the outline that it was put into,
 * and the images by their hashes. The migration's view `file_uses` reads `images`.
 */
export interface DocumentContent {
  report: Report;
  outline: Block[];
  images: string[];
  figures: ReportFigure[];
  records: DocumentRecord[];
  gaps: string[];
}

/** A kept document as lists show it. */
export interface DocumentSummary {
  id: string;
  kind: ReportKindId;
  parameters: DocumentParameters;
  language: Language;
  title: string;
  asOf: string;
  basis: Basis;
  visibility: DocumentVisibility;
  pages: number;
  note: string | null;
  /** office of the person who made it */
  organisation: string | null;
  madeBy: string;
  madeAt: Date;
  files: Record<DocumentFormat, { sha256: string; size: number }>;
}

export interface LibraryDocument extends DocumentSummary {
  content: DocumentContent;
  /** SHA-256 of the institute's template; null for the one that Renkei brings */
  template: string | null;
  writer: string;
}

export const longestNote = 200;
/** of one text that is written for a document */
export const longestWritten = 4_000;

/** The file's name for saving: what it is, of when, in which language. */
export function fileNameOf(document: Pick<DocumentSummary, "title" | "asOf">, format: DocumentFormat): string {
  const title = document.title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim();
  return `${[...title].slice(0, 80).join("")} ${document.asOf}.${format}`;
}

export function requestOf({ kind, language, asOf, basis, parameters }: DocumentSummary): DocumentRequest {
  return { kind, language, asOf, basis, ...parameters };
}

/**
 * The same value with the keys of all its objects in order. The database keeps objects in an order of its own, and a writer
 * that walks over an object must meet the same order whenever it writes the same content.
 */
export function orderKeys<Value>(value: Value): Value {
  const ordered: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return ordered as Value;
}
