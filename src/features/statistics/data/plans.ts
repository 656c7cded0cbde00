import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import { message } from "../../../messages/message.ts";
import type { Plan } from "../../partnerships/partnership.ts";
import { getPlans } from "../../partnerships/service.ts";
import { describeTable } from "./about.ts";
import { composeTable, type DataColumn, type DataRequest, textColumn, yearColumn } from "./columns.ts";
import { organisationColumns } from "./organisation-columns.ts";
import { sourceColumns } from "./source-columns.ts";

/** One row a plan, and one a plan and partner. */
export async function composePlans(request: DataRequest, notes: readonly string[]): Promise<DataTable[]> {
  const { context, fiscalYear, language, definition, programme } = request;
  const plans = (await getPlans(context)).filter((plan) => plan.fiscalYear === fiscalYear);
  const { from: day } = fiscalYearRange(programme.calendar, fiscalYear ?? programme.firstFiscalYear);
  const about = describeTable(request, {
    definition: [message(language, "dataTable.definition.plans")],
    method: message(language, "dataTable.method.records"),
    documents: plans.map(({ source }) => source.document),
    notes,
  });
  const title = localize(definition.title, language).text;
  const keys = <Row>(planOf: (row: Row) => Plan): DataColumn<Row>[] => [
    yearColumn(request, (row) => planOf(row).fiscalYear),
    textColumn(request, "plan_id", (row) => planOf(row).id),
  ];
  const pairs = plans.flatMap((plan) => plan.partners.map((partner) => ({ plan, partner })));
  return [
    composeTable<Plan>(
      { id: definition.id, title, language, about },
      [
        ...keys<Plan>((plan) => plan),
        ...organisationColumns<Plan>(
          request,
          "organisation",
          ({ organisation }) => organisation,
          () => day,
        ),
        textColumn(request, "content", ({ content }) => localize(content, language).text),
        ...sourceColumns<Plan>(request, ({ source }) => source),
      ],
      plans,
    ),
    composeTable<(typeof pairs)[number]>(
      {
        id: `${definition.id}-partners`,
        title: message(language, "dataTable.part.partners", { title }),
        language,
        about,
      },
      [
        ...keys<(typeof pairs)[number]>(({ plan }) => plan),
        ...organisationColumns<(typeof pairs)[number]>(
          request,
          "partner",
          ({ partner }) => partner,
          () => day,
        ),
      ],
      pairs,
    ),
  ];
}
