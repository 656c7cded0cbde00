import { edtfBounds, parseEdtf } from "../core/edtf.ts";
import type { Localized } from "../core/localized.ts";
import type { RecordContent, RecordKind } from "./kind.ts";
import type { RecordSurroundings } from "./lookup.ts";

/** What lists, access and approval go by; worked out from the content, also from one that is not finished. */
export interface RecordFacts {
  title: Localized;
  /** organisations that it names, with those above them */
  sides: string[];
  ledger: string | null;
  platform: "coordination" | "technical";
  fiscalYear: number | null;
  dateFrom: string | null;
  dateTo: string | null;
}

export function describeRecord(
  kind: RecordKind,
  id: string,
  content: RecordContent,
  surroundings: RecordSurroundings,
): RecordFacts {
  const named = kind.organisations(content, surroundings);
  const own = kind.id === "organisation" ? [id] : [];
  const ledger = kind.ledger(content, surroundings);
  const year = kind.fiscalYear === null ? "" : (content.fields[kind.fiscalYear] ?? "");
  const date = parseEdtf(kind.date === null ? "" : (content.fields[kind.date] ?? ""));
  const { from, to } = date.ok ? edtfBounds(date.value) : { from: null, to: null };
  return {
    title: kind.title(content, surroundings),
    sides: [...new Set([...own, ...named.flatMap((organisation) => surroundings.lineage(organisation))])].sort(),
    ledger,
    platform: surroundings.platformOf(ledger),
    fiscalYear: /^\d{4}$/.test(year) ? Number(year) : null,
    dateFrom: from,
    dateTo: to,
  };
}
