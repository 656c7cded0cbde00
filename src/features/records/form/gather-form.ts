import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import type { Context } from "../../../platform/context.ts";
import { type ReferenceNames, readReferenceNames } from "../../../records/reference-names.ts";
import type { TypingContext } from "../../../records/typed-cell.ts";
import { getProgramme } from "../../programme/service.ts";
import type { FormOption } from "./form-view.ts";

/** Names that cells point at, kept for one revision: a form asks for all of them. */
export function getReferenceNames(context: Context): Promise<ReferenceNames> {
  return context.cache.get("reference names", () => read(context.database, readReferenceNames));
}

export async function gatherTyping(
  context: Context,
  language: Language,
  fiscalYear: number | null = null,
): Promise<TypingContext> {
  const { calendar } = await getProgramme(context);
  return { names: await getReferenceNames(context), language, calendar, fiscalYear };
}

/** From the programme's first year to next year's, newest first: what people enter is mostly of these days. */
export async function listFiscalYears(context: Context, language: Language): Promise<FormOption[]> {
  const { calendar, firstFiscalYear } = await getProgramme(context);
  const last = fiscalYearOf(calendar, context.clock.today()) + 1;
  return Array.from({ length: last - firstFiscalYear + 1 }, (_, index) => last - index).map((year) => ({
    value: String(year),
    text: fiscalYearLabel(calendar, year, language),
  }));
}
