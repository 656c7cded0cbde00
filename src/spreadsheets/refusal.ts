/** Why a file is not read at all. */
export const refusalReasons = [
  "too-large",
  "expands-too-much",
  "too-many-parts",
  "entities",
  "too-many-sheets",
  "too-many-rows",
  "too-many-columns",
  "too-many-cells",
  "too-much-text",
  "cell-too-long",
  "encrypted",
  "old-excel",
  "binary-excel",
  "open-document",
  "not-a-spreadsheet",
  "damaged",
  "unknown-encoding",
  "broken-quoting",
  "empty",
  "too-much-memory",
  "too-slow",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export class SpreadsheetRefusal extends Error {
  readonly reason: RefusalReason;
  /** number that is exceeded, in the unit of the reason: bytes, rows, cells, characters, seconds */
  readonly limit: number | null;
  /** sheet and cell, or line, where it is known */
  readonly place: string | null;

  constructor(reason: RefusalReason, limit: number | null = null, place: string | null = null) {
    super([reason, limit, place].filter((part) => part !== null).join(" "));
    this.name = "SpreadsheetRefusal";
    this.reason = reason;
    this.limit = limit;
    this.place = place;
  }
}

const megabyte = 1024 * 1024;

/** What a file from outside may hold. The sheets of a whole year stay far below each of these. */
export const limits = {
  fileBytes: 20 * megabyte,
  /** parts of an archive, and their size when unpacked, by the archive's own list and in truth */
  parts: 2_000,
  partBytes: 128 * megabyte,
  unpackedBytes: 192 * megabyte,
  /** Real sheets reach 30; DEFLATE cannot exceed 1,032. Small parts may repeat themselves. */
  ratio: 250,
  ratioFromBytes: megabyte,
  sheets: 50,
  rows: 20_000,
  columns: 400,
  cells: 1_000_000,
  /** after shared strings are put in: one long string may stand in every cell */
  characters: 30_000_000,
  /** Excel's own limit */
  cellCharacters: 32_767,
  xmlDepth: 64,
  /** of the reading thread's JavaScript heap */
  heapMegabytes: 192,
  seconds: 30,
} as const;
