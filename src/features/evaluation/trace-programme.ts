import type { Context } from "../../platform/context.ts";
import { getProgramme } from "../programme/service.ts";
import { type Basis, getBasis } from "./basis.ts";
import { traceDeepening } from "./deepening.ts";
import type { DeepeningRow } from "./draft.ts";

export interface ProgrammeDeepening {
  basis: Basis;
  years: number[];
  /** YYYY-MM-DD */
  asOf: string;
  rows: DeepeningRow[];
}

/** How far each partnership has come over all years of the programme, by what is on record as of its day. */
export async function getDeepening(context: Context): Promise<ProgrammeDeepening> {
  const { firstFiscalYear, lastFiscalYear, asOf } = await getProgramme(context);
  const basis = await getBasis(context, asOf);
  const years = Array.from({ length: lastFiscalYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
  return { basis, years, asOf, rows: traceDeepening(basis, years) };
}
