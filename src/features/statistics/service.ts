import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { TableDocument } from "../../documents/table.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { getCatalogue } from "./catalogue.ts";
import { endWithDay } from "./end-with-day.ts";
import { filteredLayouts, layouts, yearlyLayouts } from "./layouts/layouts.ts";
import type { TableDefinition } from "./measure.ts";
import { readTableNotes } from "./store.ts";

export interface TableRequest {
  fiscalYear?: number | undefined;
  /** YYYY-MM-DD; the last day of which the sources speak where absent */
  asOf?: string | undefined;
  language: Language;
  /** of dates in the remarks; 和暦 in Japanese only */
  calendar?: "gregorian" | "wareki" | undefined;
}

export interface TableSummary {
  id: string;
  section: string;
  title: string;
  fiscalYears: number[];
  /** whether the table is of one year, which a reader has to choose */
  yearly: boolean;
}

export async function listTables(context: Context, language: Language): Promise<TableSummary[]> {
  const { tables } = await getCatalogue(context);
  return tables.map((table) => ({
    id: table.id,
    section: table.section,
    title: localize(table.title, language).text,
    fiscalYears: table.fiscalYears,
    yearly: yearlyLayouts.includes(table.layout),
  }));
}

/** Throws `not-found` for an unknown table or a fiscal year for which it does not exist. */
export async function getTable(context: Context, id: string, request: TableRequest): Promise<TableDocument> {
  const catalogue = await getCatalogue(context);
  const definition = catalogue.tables.find((table) => table.id === id);
  if (!definition) throw new AppError("not-found", { kind: "table", id });
  const fiscalYear = chooseFiscalYear(definition, request.fiscalYear);
  const asOf = request.asOf ?? (await chooseDay(context));
  const { language, calendar = "gregorian" } = request;
  return context.cache.getLarge(`table ${id} ${fiscalYear} ${asOf} ${language} ${calendar}`, async () => {
    const layOut = layouts[definition.layout];
    if (!layOut) throw new Error(`no layout ${definition.layout}`);
    const programme = await getProgramme(context);
    const directory = await getDirectory(context);
    const shown = fiscalYear === null ? endWithDay(definition, programme.calendar, asOf) : definition;
    const input = { context, definition: shown, fiscalYear, asOf, language, calendar, programme, catalogue, directory };
    const { notes, ...content } = await layOut(input);
    const written = await read(context.database, (transaction) =>
      readTableNotes(transaction, id, fiscalYear === null ? shown.fiscalYears : [fiscalYear]),
    );
    return {
      id,
      title: localize(definition.title, language).text,
      fiscalYear,
      asOf,
      lang: language,
      ...content,
      notes: [...notes, ...written.map((note) => localize(note, language).text)],
    };
  });
}

/** The last day of which the sources or the newest publication speak: what lies between it and today, nobody has recorded yet. */
async function chooseDay(context: Context): Promise<string> {
  const { asOf } = await getProgramme(context);
  const today = context.clock.today();
  return asOf < today ? asOf : today;
}

/** The year asked for, the newest for a table of one year, null for one that spans the years. */
function chooseFiscalYear(definition: TableDefinition, wanted: number | undefined): number | null {
  const { layout, fiscalYears, id } = definition;
  if (wanted !== undefined && !fiscalYears.includes(wanted))
    throw new AppError("not-found", { kind: "fiscal-year", id, fiscalYear: wanted, fiscalYears });
  if (yearlyLayouts.includes(layout)) return wanted ?? fiscalYears.at(-1) ?? null;
  return filteredLayouts.includes(layout) ? (wanted ?? null) : null;
}
