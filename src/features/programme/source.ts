/** Where a record comes from. */
export interface Source {
  document: string;
  /** table, page or section, in the words of the document */
  place: string;
  /** row as printed */
  row: string | null;
}

/** What a column of JSON holds; null where nothing is stated. Throws where it holds something else than a source. */
export function sourceFromJson(json: unknown): Source | null {
  if (json === null || json === undefined) return null;
  const { document, place, row } = json as Record<string, unknown>;
  if (typeof document !== "string" || typeof place !== "string") throw new TypeError("not a source");
  return { document, place, row: typeof row === "string" ? row : null };
}
