import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { getPlans } from "../../partnerships/service.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";

/** What each organisation plans for the fiscal year, and with whom. */
export async function layOutPlans(request: LayoutRequest): Promise<LayoutResult> {
  const { context, fiscalYear, language, directory, programme } = request;
  const day = fiscalYearRange(programme.calendar, fiscalYear ?? programme.firstFiscalYear).from;
  const plans = (await getPlans(context)).filter((plan) => plan.fiscalYear === fiscalYear);
  return {
    columns: [
      { key: "organisation", label: message(language, "table.column.organisation") },
      { key: "partners", label: message(language, "table.column.partners") },
      { key: "content", label: message(language, "table.column.plan") },
    ],
    rows: plans.map((plan, index) => ({
      key: plan.id,
      no: String(index + 1),
      cells: {
        organisation: { text: directory.name(plan.organisation, language, day) },
        partners: {
          text: plan.partners.map((id) => directory.name(id, language, day)).join(message(language, "list.separator")),
        },
        content: { text: localize(plan.content, language).text },
      },
      records: [plan.id],
    })),
    notes: [],
  };
}
