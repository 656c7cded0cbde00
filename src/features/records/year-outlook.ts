import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { cellText, type TableDocument, type TableRow } from "../../documents/table.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { getTable, listTables } from "../statistics/service.ts";
import { findStanding, ownOrganisations } from "./access.ts";
import { tryOut } from "./try-out.ts";
import { findUpcoming, stampYear, type Upcoming } from "./upcoming.ts";
import { listYears, type YearState } from "./years.ts";

/** What the closing of a year would do, as far as the actor may see it. */
export interface YearOutlook {
  year: YearState;
  items: Upcoming[];
  tables: TableOutlook[];
  /** records that cannot stand in the tables as they are */
  leftOut: number;
  /** records beyond those that were tried out: the tables here are without them */
  untried: number;
  /** organisations with entries under way: all for those who run the year, else the actor's own */
  owners: { organisation: string; waiting: number; unfinished: number }[];
  /** what was looked at, so that nobody publishes something else than they saw */
  stamp: string;
}

/** What a table says before and after. */
export interface TableOutlook {
  id: string;
  title: string;
  /** of a table of one year */
  fiscalYear: number | null;
  rows: { before: number; after: number };
  /** rows whose words change */
  changedRows: number;
  figures: { row: string; column: string; before: string; after: string }[];
}

/** Throws `not-found` for a year of which nothing is on record. */
export async function getYearOutlook(
  context: Context,
  actor: Actor,
  fiscalYear: number,
  language: Language,
): Promise<YearOutlook> {
  const year = (await listYears(context)).find((candidate) => candidate.fiscalYear === fiscalYear);
  if (!year) throw new AppError("not-found", { kind: "fiscal-year", fiscalYear });
  const { items, trials, untried, stamp } = await findUpcoming(context, actor, { fiscalYear, submitted: false });
  const key = `year outlook ${fiscalYear} ${stamp} ${context.clock.today()} ${language}`;
  const { tables, leftOut } = await context.cache.getLarge(key, async () => {
    if (trials.length === 0) return { tables: [], leftOut: 0 };
    const before = await readTables(context, fiscalYear, language);
    return tryOut(context, trials, async (trial, _, leftOut) => {
      const after = await readTables(trial, fiscalYear, language, context.clock.today());
      return { tables: compareTables(before, after), leftOut };
    });
  });
  const owners = await readOwners(context, actor, fiscalYear);
  return { year, items, tables, leftOut, untried, owners, stamp: await stampYear(context, fiscalYear) };
}

/** Every table that shows the year, by its id; `asOf` is the day of a publication. */
async function readTables(
  context: Context,
  fiscalYear: number,
  language: Language,
  asOf?: string,
): Promise<Map<string, TableDocument>> {
  const tables = new Map<string, TableDocument>();
  for (const { id, fiscalYears, yearly } of await listTables(context, language)) {
    if (yearly && !fiscalYears.includes(fiscalYear)) continue;
    const request = { language, asOf, ...(yearly ? { fiscalYear } : {}) };
    tables.set(id, await getTable(context, id, request));
  }
  return tables;
}

function compareTables(
  before: ReadonlyMap<string, TableDocument>,
  after: ReadonlyMap<string, TableDocument>,
): TableOutlook[] {
  return [...after.values()].flatMap((table) => {
    const outlook = compareTable(before.get(table.id), table);
    const isSame =
      outlook.rows.before === outlook.rows.after && outlook.changedRows === 0 && outlook.figures.length === 0;
    return isSame ? [] : [outlook];
  });
}

function compareTable(before: TableDocument | undefined, after: TableDocument): TableOutlook {
  const old = new Map(before?.rows.map((row) => [row.key, row]));
  const pairs = after.rows.map((row) => ({ row, previous: old.get(row.key) }));
  if (after.totals) pairs.push({ row: after.totals, previous: before?.totals });
  return {
    id: after.id,
    title: after.title,
    fiscalYear: after.fiscalYear,
    rows: { before: before?.rows.length ?? 0, after: after.rows.length },
    changedRows: pairs.filter(({ row, previous }) => previous && saysOtherWords(previous, row)).length,
    figures: pairs.flatMap(({ row, previous }) =>
      after.columns.flatMap(({ key, label }) => {
        const cell = row.cells[key];
        if (!cell || !("figures" in cell)) return [];
        const [then, now] = [cellText(previous?.cells[key]) || "—", cellText(cell)];
        return then === now ? [] : [{ row: row.label ?? row.key, column: label, before: then, after: now }];
      }),
    ),
  };
}

function saysOtherWords(before: TableRow, after: TableRow): boolean {
  const keys = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)]);
  const words = (row: TableRow, key: string) => {
    const cell = row.cells[key];
    return cell && "figures" in cell ? "" : cellText(cell);
  };
  return before.status !== after.status || [...keys].some((key) => words(before, key) !== words(after, key));
}

async function readOwners(context: Context, actor: Actor, fiscalYear: number): Promise<YearOutlook["owners"]> {
  const runsYear = hasPermission(actor, "years.publish") || hasPermission(actor, "years.close");
  const own = runsYear ? [] : ownOrganisations(await findStanding(context, actor));
  return read(context.database, async (transaction) => {
    const { rows } = await sql<YearOutlook["owners"][number]>`
      SELECT owner AS organisation, count(*) FILTER (WHERE state = 'submitted')::int AS waiting,
             count(*) FILTER (WHERE state IN ('draft', 'returned'))::int AS unfinished
      FROM entries
      WHERE fiscal_year = ${fiscalYear} AND state IN ('draft', 'submitted', 'returned')
        AND (${runsYear} OR owner = ANY(${own}))
      GROUP BY owner ORDER BY owner`.execute(transaction);
    return rows;
  });
}
