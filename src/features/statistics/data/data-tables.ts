import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import type { Context } from "../../../platform/context.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { getProgramme } from "../../programme/service.ts";
import { getCatalogue } from "../catalogue.ts";
import { endWithDay } from "../end-with-day.ts";
import { getTable, type TableRequest } from "../service.ts";
import { readTableNotes } from "../store.ts";
import { composeAchievements } from "./achievements.ts";
import type { DataRequest } from "./columns.ts";
import { composeFigures } from "./figures.ts";
import { composePartnerships } from "./partnerships.ts";
import { composePlans } from "./plans.ts";
import { composeRegister } from "./register.ts";

/** How each `layout` of `tables.csv` is composed for machines: the table itself first, then what belongs to its rows. */
const compositions: Record<string, (request: DataRequest, notes: readonly string[]) => Promise<DataTable[]>> = {
  register: composeRegister,
  "measures-by-year": composeFigures,
  "years-by-group": composeFigures,
  "years-by-unit": composeFigures,
  plans: composePlans,
  achievements: composeAchievements,
  "partnership-matrix": composePartnerships,
};

/**
 * A published table for machines, in long form, composed of the records. Throws `not-found` as `getTable` does.
 */
export async function getDataTables(context: Context, id: string, request: TableRequest): Promise<DataTable[]> {
  const { language } = request;
  // The published table settles year and day, so that both forms are of the same.
  const { fiscalYear, asOf } = await getTable(context, id, request);
  return context.cache.getLarge(`data tables ${id} ${fiscalYear} ${asOf} ${language}`, () =>
    compose(context, id, { fiscalYear, asOf, language }),
  );
}

async function compose(
  context: Context,
  id: string,
  settled: { fiscalYear: number | null; asOf: string; language: Language },
): Promise<DataTable[]> {
  const catalogue = await getCatalogue(context);
  const definition = catalogue.tables.find((table) => table.id === id);
  const composition = compositions[definition?.layout ?? ""];
  if (!definition || !composition) throw new Error(`no composition of table ${id}`);
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const { fiscalYear, asOf } = settled;
  const shown = fiscalYear === null ? endWithDay(definition, programme.calendar, asOf) : definition;
  const noted = fiscalYear === null ? shown.fiscalYears : [fiscalYear];
  const written = await read(context.database, (transaction) => readTableNotes(transaction, id, noted));
  const notes = written.map((note) => localize(note, settled.language).text);
  return composition(
    { context, definition: shown, ...settled, calendar: "gregorian", programme, catalogue, directory, books },
    notes,
  );
}
