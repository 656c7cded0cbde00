import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { links } from "../../../web/links.ts";
import { type DeepeningRow, type DeepeningYear, deepeningSteps } from "../draft.ts";
import { evidenceHref } from "../evidence.ts";
import { sayPublishedCount } from "../say-indicator.ts";
import { nameYear, type PictureKnowledge, sayPublished, sayStated, stepName } from "./deepening-words.ts";

/** The picture in words, each step with its records: for screen readers, for paper and for whoever wants the records. */
export function DeepeningTable({
  rows,
  years,
  knowledge,
}: {
  rows: readonly DeepeningRow[];
  years: readonly number[];
  knowledge: PictureKnowledge;
}) {
  const { language } = knowledge;
  return (
    <DataTable
      id="deepening-table"
      caption={message(language, "evaluation.deepening.table")}
      columns={[
        { key: "pair", label: message(language, "evaluation.column.partnership"), rowHeader: true, width: "medium" },
        { key: "deepest", label: message(language, "evaluation.column.deepest") },
        ...years.map((year) => ({ key: String(year), label: nameYear(year, knowledge) })),
      ]}
      rows={rows.map((row) => ({
        key: row.partnership,
        cells: {
          pair: (
            <a id={row.partnership} href={knowledge.partnershipHref(row.partnership)}>
              {knowledge.partnershipName(row.partnership)}
            </a>
          ),
          deepest:
            row.deepest === null
              ? message(language, "evaluation.deepening.noRecords")
              : stepName(row.deepest, language),
          ...Object.fromEntries(
            row.years.map((year) => [
              String(year.fiscalYear),
              <Steps key={year.fiscalYear} {...{ year, knowledge }} />,
            ]),
          ),
        },
      }))}
      stickyFirst
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={message(language, "evaluation.deepening.noRecords")}
    />
  );
}

function Steps({ year, knowledge }: { year: DeepeningYear; knowledge: PictureKnowledge }) {
  const { language } = knowledge;
  const reached = deepeningSteps.filter((step) => (year.steps[step] ?? []).length > 0);
  const published = year.published ?? [];
  if (reached.length + published.length === 0)
    return <>{year.stated === null ? message(language, "evaluation.none") : sayStated(year.stated, language)}</>;
  return (
    <ul class="deepening-steps">
      {reached.map((step) => {
        const records = year.steps[step] ?? [];
        return (
          <li key={step}>
            {stepName(step, language)}{" "}
            {records.map((record, index) => (
              <a
                key={`${record.kind}/${record.id}`}
                href={evidenceHref(record, language)}
                aria-label={message(language, "evaluation.deepening.record", {
                  step: stepName(step, language),
                  number: index + 1,
                })}
              >
                {index + 1}
              </a>
            ))}
          </li>
        );
      })}
      {published.map((figure) => (
        <li key={`${figure.measure} ${figure.step}`} class="is-published">
          {stepName(figure.step, language)}{" "}
          <a href={links.document(language, figure.place.document)} title={sayPublished(figure, knowledge)}>
            {message(language, "evaluation.published.only", { count: sayPublishedCount(figure, language) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
