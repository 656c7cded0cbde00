/** 2016, 2016-04, 2016-04-15, or two of them with “..” between, of which one may be missing. Null where it is none of these. */
export function readDateField(value: string): { from?: string; to?: string } | null {
  const sides = value.normalize("NFKC").split(/\.{2,}|~|〜|～/);
  if (sides.length > 2) return null;
  const [start = "", end = start] = sides.map((side) => side.trim());
  if (start === "" && end === "") return null;
  const from = start === "" ? undefined : firstDay(start);
  const to = end === "" ? undefined : lastDay(end);
  if (from === null || to === null || (from !== undefined && to !== undefined && from > to)) return null;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

const pattern = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

function firstDay(text: string): string | null {
  const [, year, month = "1", day = "1"] = pattern.exec(text) ?? [];
  return year === undefined ? null : writeDay(Number(year), Number(month), Number(day));
}

function lastDay(text: string): string | null {
  const [, year, month, day] = pattern.exec(text) ?? [];
  if (year === undefined) return null;
  if (day !== undefined) return writeDay(Number(year), Number(month), Number(day));
  const ofMonth = month === undefined ? 12 : Number(month);
  if (ofMonth < 1 || ofMonth > 12) return null;
  return writeDay(Number(year), ofMonth, new Date(Date.UTC(Number(year), ofMonth, 0)).getUTCDate());
}

/** Null for a day that no calendar has; PostgreSQL, like history, knows no year 0. */
function writeDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
