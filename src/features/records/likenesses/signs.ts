import { edtfBounds, isExact, parseEdtf } from "../../../core/edtf.ts";
import { foldText } from "../../../core/text-folding.ts";
import { type Cells, localizedCells, type RecordContent } from "../../../records/kind.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { LikenessSort } from "./likeness.ts";

/** How records of a kind are recognised. */
export interface SignReader<Signs> {
  read(content: RecordContent, directory: OrganisationDirectory): Signs;
  /** records can be alike only where they share one of these; what is most alike shares the first */
  marks(signs: Signs): string[];
  compare(one: Signs, other: Signs): LikenessSort | null;
}

export interface Days {
  /** first and last day; null where it is open or not known */
  from: string | null;
  to: string | null;
  /** both are known to the day, without “about” */
  exact: boolean;
  fiscalYear: string | null;
}

export function readDays(date: string | undefined, fiscalYear: string | undefined = undefined): Days {
  const parsed = parseEdtf(date ?? "");
  if (!parsed.ok) return { from: null, to: null, exact: false, fiscalYear: fiscalYear ?? null };
  const { from, to } = edtfBounds(parsed.value);
  return { from, to, exact: isExact(parsed.value), fiscalYear: fiscalYear ?? null };
}

/** Records without days may be any within their year. */
export function mayOverlap(one: Days, other: Days): boolean {
  const unknown = [one, other].some(({ from, to }) => from === null && to === null);
  if (unknown) return one.fiscalYear === null || other.fiscalYear === null || one.fiscalYear === other.fiscalYear;
  return (
    (one.from === null || other.to === null || one.from <= other.to) &&
    (one.to === null || other.from === null || one.to >= other.from)
  );
}

/** Titles in any language, as comparisons see them. */
export function readTitles(fields: Cells): Set<string> {
  return foldAll(Object.values(localizedCells(fields, "title")));
}

export function foldAll(texts: readonly string[]): Set<string> {
  return new Set(texts.map(foldText).filter((text) => text !== ""));
}

export function shareOne(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return !one.isDisjointFrom(other);
}
