import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { memberDocumentId } from "../../../records/member-source.ts";
import type { Source } from "../../programme/source.ts";
import type { Study } from "../compose/study.ts";

/** Whether the document that tells of a record speaks of a day by then. What members entered here is known since it is here. */
export function isTold({ document }: Source, { books, asOf }: Study): boolean {
  if (document === memberDocumentId) return true;
  const from = firstDay(books.document(document).asOf);
  return from === null || from <= asOf;
}

/** Whether something had begun by the day of the document; where nobody states when, by what its source knew. */
export function hasBegun(since: string | null, source: Source, study: Study): boolean {
  const from = since === null ? null : firstDay(since);
  return from === null ? isTold(source, study) : from <= study.asOf;
}

/** What a document of the day may tell: what had begun by then, whoever told of it later, and what was planned by then. */
export function isKnown(since: string | null, source: Source, study: Study): boolean {
  return hasBegun(since, source, study) || isTold(source, study);
}

export function firstDay(edtf: string): string | null {
  const parsed = parseEdtf(edtf);
  return parsed.ok ? edtfBounds(parsed.value).from : null;
}

export function lastDay(edtf: string): string | null {
  const parsed = parseEdtf(edtf);
  return parsed.ok ? edtfBounds(parsed.value).to : null;
}
