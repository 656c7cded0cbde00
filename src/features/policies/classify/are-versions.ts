/** What tells a version from a repost. */
export interface Dated {
  titleKey: string;
  documentNumber: string | null;
  /** YYYY-MM-DD */
  written: string | null;
  published: string | null;
  /** of publication or making, else of the finding */
  day: string;
}

/** Sites repeat a document within days: where no day of making tells, only what is two months apart is another version. */
export const repeatedWithinDays = 60;

/**
 * Whether two documents of the same title are versions of one and not the same one repeated: made on other days, or, where one of them does
 * not say when it was made, months apart. An amended regulation keeps the number of the order that first announced it, so that the same
 * number makes them one only where the days are near, and one of them may have been misread.
 */
export function areVersions(a: Dated, b: Dated): boolean {
  if (a.titleKey !== b.titleKey) return false;
  if (a.written !== null && b.written !== null) {
    if (a.written === b.written) return false;
    const isSameNumber = a.documentNumber !== null && a.documentNumber === b.documentNumber;
    return !isSameNumber || daysBetween(a.written, b.written) >= repeatedWithinDays;
  }
  return isDated(a) && isDated(b) && daysBetween(a.day, b.day) >= repeatedWithinDays;
}

function isDated({ written, published }: Dated): boolean {
  return written !== null || published !== null;
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(other) - Date.parse(one)) / 86_400_000;
}
