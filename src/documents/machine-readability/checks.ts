/**
 * The thirty checks of the Japanese government's rule on machine-readable tables (decided 2026-03-31; text and severities as
 * the Digital Agency publishes them in digital-go-jp/machine_readability_rule).
 */
export const checkIds = [
  "L1-01",
  "L1-02",
  "L1-03",
  "L1-04",
  "L1-05",
  "L1-06",
  "L1-07",
  "L1-08",
  "L1-09",
  "L1-10",
  "L1-11",
  "L1-12",
  "L1-13",
  "L1-14",
  "L1-15",
  "L2-01",
  "L2-02",
  "L2-03",
  "L2-04",
  "L2-05",
  "L2-06",
  "L3-01",
  "L3-02",
  "L3-03",
  "L3-04",
  "L3-05",
  "L3-06",
  "L3-07",
  "L3-08",
  "L3-09",
] as const;

export type CheckId = (typeof checkIds)[number];

export interface Check {
  id: CheckId;
  level: 1 | 2 | 3;
  /** breaks all automatic use, by the published severities */
  fatal: boolean;
  /** kind of file that it is about; null for each kind */
  only: "csv" | "xlsx" | null;
  /** whether a program sees all of it, some of it, or has to leave it to people */
  decides: "fully" | "partly" | "not";
}

const fatal: readonly CheckId[] = ["L1-01", "L1-02", "L1-14", "L1-15", "L2-01", "L2-02", "L2-03", "L3-01"];
const ofCsv: readonly CheckId[] = ["L1-14", "L1-15"];
const ofExcel: readonly CheckId[] = ["L1-10", "L1-11", "L1-12", "L1-13", "L2-06"];
const decided: readonly CheckId[] = ["L1-01", "L1-03", "L1-08", "L1-12", "L1-13", "L1-14", "L1-15", "L2-06", "L3-01"];
/** Whether the format stays the same from year to year, one file does not tell. */
const undecided: readonly CheckId[] = ["L3-07"];

export const checks: readonly Check[] = checkIds.map((id) => ({
  id,
  level: id.startsWith("L1") ? 1 : id.startsWith("L2") ? 2 : 3,
  fatal: fatal.includes(id),
  only: ofCsv.includes(id) ? "csv" : ofExcel.includes(id) ? "xlsx" : null,
  decides: decided.includes(id) ? "fully" : undecided.includes(id) ? "not" : "partly",
}));
