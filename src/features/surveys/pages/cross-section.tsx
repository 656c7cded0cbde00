import { Fragment } from "preact";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { FieldFrame } from "../../../web/components/field-frame.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { sayMarked } from "../../meetings/untranslated.ts";
import { type CrossTable, type CrossValue, canCross, crossGroups, crossQuestions, groupings } from "../cross-table.ts";
import type { SurveyResults } from "../results.ts";
import { MarkedWords } from "./marked-words.tsx";

/** Two questions beside each other, or one by who answered; the form's choice stands in the address. */
export async function findCrossTable(request: MemberRequest, results: SurveyResults): Promise<CrossTable | null> {
  const { context, language, url } = request;
  const { survey } = results;
  const counted = results.questions.filter(canCross);
  const rows = counted.find(({ id }) => id === readText(url, "rows"));
  const by = readText(url, "by");
  const other = counted.find(({ id }) => id === by);
  const grouping = survey.anonymous ? undefined : groupings.find((each) => each === by);
  if (!rows) return null;
  if (other) return crossQuestions(context, survey.id, rows, other);
  return grouping ? crossGroups(context, survey.id, rows, grouping, language) : null;
}

interface Choice {
  value: string;
  text: string;
  lang: string | undefined;
}

export function CrossSection({
  request,
  results,
  table,
}: {
  request: MemberRequest;
  results: SurveyResults;
  table: CrossTable | null;
}) {
  const { language, url } = request;
  const { survey } = results;
  const counted = results.questions.filter(canCross);
  if (counted.length === 0 || results.answered === 0) return null;
  const name = (id: string, text: string): Choice => ({ value: id, text, lang: undefined });
  const questions = counted.map(
    ({ id, text }): Choice => ({
      value: id,
      text: sayMarked(text, language),
      lang: languageTags[localize(text, language).language],
    }),
  );
  const groups = survey.anonymous
    ? []
    : groupings.map((each) => name(each, message(language, `surveyResults.grouping.${each}`)));
  const rows = readText(url, "rows") ?? questions[0]?.value;
  const by = readText(url, "by") ?? groups[0]?.value ?? questions.find(({ value }) => value !== rows)?.value;
  if (by === undefined) return null;
  const chosen = { rows, by };
  const isAnswered = [...(table?.counts.values() ?? [])].some((count) => count > 0);
  const select = (field: "rows" | "by", options: Choice[]) => (
    <FieldFrame id={`cross-${field}`} label={message(language, `surveyResults.cross.${field}`)}>
      <select id={`cross-${field}`} name={field}>
        {options.map(({ value, text, lang }) => (
          <option key={value} value={value} lang={lang} selected={value === chosen[field]}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
  return (
    <Section id="cross" title={message(language, "surveyResults.cross.title")}>
      <form method="get" action={`${links.memberSurveyResults(language, survey.id)}#cross`} class="survey-cross">
        {select("rows", questions)}
        {select("by", [...groups, ...questions])}
        <button type="submit">{message(language, "surveyResults.cross.show")}</button>
      </form>
      {table && !isAnswered && <p class="form-help">{message(language, "surveyResults.noWords")}</p>}
      {table && isAnswered && (
        <CrossTableView
          table={table}
          language={language}
          total={message(language, "surveyResults.total")}
          of={[questions, [...groups, ...questions]].flatMap((options, index) =>
            options.filter(({ value }) => value === [rows, by][index]),
          )}
        />
      )}
    </Section>
  );
}

/** Shaded by how much of its column a cell is; the number is what counts. */
function CrossTableView({
  table: { rows, columns, counts },
  total,
  language,
  of,
}: {
  table: CrossTable;
  total: string;
  /** what is crossed with what: on paper nothing else says it */
  of: readonly Choice[];
  language: Language;
}) {
  const said = (label: CrossValue["label"]) =>
    typeof label === "string" ? label : <MarkedWords text={label} language={language} />;
  const at = (row: string, column: string) => counts.get(`${row}\n${column}`) ?? 0;
  const sums = new Map(columns.map(({ id }) => [id, rows.reduce((sum, row) => sum + at(row.id, id), 0)]));
  const share = (count: number, column: string) => {
    const sum = sums.get(column) ?? 0;
    return sum === 0 ? 0 : Math.round((count / sum) * 100);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard
    <section class="table-scroll" aria-labelledby="cross-caption" tabIndex={0}>
      <table class="data-table survey-cross-table">
        <caption id="cross-caption">
          {of.map(({ value, text, lang }, index) => (
            <Fragment key={`${index} ${value}`}>
              {index > 0 && " × "}
              <span lang={lang}>{text}</span>
            </Fragment>
          ))}
        </caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, label }) => (
              <th key={id} scope="col" class="align-end">
                {said(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{said(row.label)}</th>
              {columns.map(({ id }) => {
                const count = at(row.id, id);
                return (
                  <td key={id} class="align-end" style={`--share:${share(count, id)}%`}>
                    {count} <span class="survey-bar-percent">{share(count, id)}%</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{total}</th>
            {columns.map(({ id }) => (
              <td key={id} class="align-end">
                {sums.get(id) ?? 0}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
