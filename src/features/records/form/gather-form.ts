import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { CellContext } from "../../../records/cell-codec.ts";
import { type CellKnowledge, readCellKnowledge, targetsOf } from "../../../records/cell-knowledge.ts";
import { recordKinds } from "../../../records/registry.ts";
import { getProgramme } from "../../programme/service.ts";
import { getClosedYears } from "../years.ts";
import type { FormOption } from "./form-view.ts";

/** All that cells can name, kept for one revision: a form asks for all of it. */
export function getCellKnowledge(context: Context): Promise<CellKnowledge> {
  return context.cache.get("cell knowledge", () =>
    read(context.database, (transaction) => readCellKnowledge(transaction, recordKinds.flatMap(targetsOf))),
  );
}

export async function gatherTyping(context: Context, language: Language): Promise<CellContext> {
  return { knowledge: await getCellKnowledge(context), language };
}

/** From the programme's first year to next year's, newest first: what people enter is mostly of these days. */
export async function listFiscalYears(context: Context, language: Language): Promise<FormOption[]> {
  const { calendar, firstFiscalYear } = await getProgramme(context);
  const last = fiscalYearOf(calendar, context.clock.today()) + 1;
  const closed = await getClosedYears(context);
  return Array.from({ length: last - firstFiscalYear + 1 }, (_, index) => last - index).map((year) => ({
    value: String(year),
    text: closed.has(year)
      ? message(language, "entryForm.closedYear", { year: fiscalYearLabel(calendar, year, language) })
      : fiscalYearLabel(calendar, year, language),
  }));
}
