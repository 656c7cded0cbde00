import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { EffectChart, type EffectPoint } from "../../../web/components/effect-chart.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { type PeriodValue, type ProjectResult, progressOf } from "../results.ts";
import { writeNumber, writeValue } from "./chain-stages.tsx";

export interface EffectFiguresProps {
  results: readonly ProjectResult[];
  language: Language;
  directory: OrganisationDirectory;
}

/** Every indicator with a baseline: its picture, its values as a table, how they were won and who verified them. */
export function EffectFigures({ results, language, directory }: EffectFiguresProps) {
  return (
    <>
      {results.map((result) => (
        <EffectFigure key={result.number} result={result} language={language} directory={directory} />
      ))}
    </>
  );
}

function EffectFigure({
  result,
  language,
  directory,
}: Omit<EffectFiguresProps, "results"> & { result: ProjectResult }) {
  const { baseline, target, actuals, unit } = result;
  if (!baseline) return null;
  const indicator = localize(result.indicator, language);
  const toPoint = (value: PeriodValue): EffectPoint => ({
    label: writeEdtf(value.period, language),
    value: value.value,
    text: writeNumber(value.value, language),
    day: value.to ?? value.from ?? value.period,
  });
  const words = {
    baseline: message(language, "results.baseline"),
    actual: message(language, "results.actual"),
    target: message(language, "results.target"),
  };
  const title =
    unit === null ? indicator.text : message(language, "results.inUnit", { indicator: indicator.text, unit });
  return (
    <figure class="effect-figure">
      <figcaption>
        <Words value={{ text: title, language: indicator.language }} />
      </figcaption>
      <EffectChart
        id={`effect-${result.number}`}
        title={title}
        description={describeEffect(result, language)}
        words={words}
        baseline={toPoint(baseline)}
        actuals={actuals.map((actual) => ({ ...toPoint(actual), uncertainty: actual.uncertainty ?? undefined }))}
        target={target ? toPoint(target) : undefined}
      />
      <div class="effect-facts">
        <table class="effect-table">
          <thead>
            <tr>
              <th scope="col">{message(language, "results.column.what")}</th>
              <th scope="col">{message(language, "results.column.period")}</th>
              <th scope="col">{message(language, "results.column.value")}</th>
            </tr>
          </thead>
          <tbody>
            <ValueRow word={words.baseline} value={baseline} unit={unit} language={language} />
            {actuals.map((actual) => (
              <ValueRow
                key={actual.period}
                word={words.actual}
                value={actual}
                uncertainty={actual.uncertainty}
                unit={unit}
                language={language}
              />
            ))}
            {target && <ValueRow word={words.target} value={target} unit={unit} language={language} />}
          </tbody>
        </table>
        <DefinitionList items={listFacts(result, language, directory)} />
      </div>
    </figure>
  );
}

interface ValueRowProps {
  word: string;
  value: PeriodValue;
  uncertainty?: number | null;
  unit: string | null;
  language: Language;
}

function ValueRow({ word, value, uncertainty = null, unit, language }: ValueRowProps) {
  return (
    <tr>
      <th scope="row">{word}</th>
      <td>{writeEdtf(value.period, language)}</td>
      <td class="numeric">
        {uncertainty === null
          ? writeValue(value.value, unit, language)
          : writeValue(
              value.value,
              `±${writeNumber(uncertainty, language)}${unit === null ? "" : ` ${unit}`}`,
              language,
            )}
      </td>
    </tr>
  );
}

function listFacts(result: ProjectResult, language: Language, directory: OrganisationDirectory) {
  const { verifiedBy } = result;
  const verifiedText = localize(result.verifiedText, language);
  const isVerified = verifiedBy !== null || verifiedText.text !== "";
  const text = (term: string, value: ReturnType<typeof localize>) =>
    value.text === "" ? [] : [{ term, values: [<Words key="words" value={value} />] }];
  return [
    ...text(message(language, "results.method"), localize(result.method, language)),
    ...text(message(language, "results.uncertainty"), localize(result.uncertainty, language)),
    {
      term: message(language, "results.verifiedBy"),
      values: isVerified
        ? [
            ...(verifiedBy === null
              ? []
              : [
                  <a key="organisation" href={links.organisation(language, verifiedBy)}>
                    {directory.name(verifiedBy, language)}
                  </a>,
                ]),
            ...(verifiedText.text === "" ? [] : [<Words key="words" value={verifiedText} />]),
          ]
        : [message(language, "results.notVerified")],
    },
  ];
}

/** 「基準値120 t/年（2015年）から実績値101.5 t/年（2017年）へ。目標までの62％。」 */
function describeEffect(result: ProjectResult, language: Language): string {
  const { baseline, actuals, target, unit } = result;
  const tell = (value: PeriodValue) =>
    message(language, "results.valueIn", {
      value: writeValue(value.value, unit, language),
      period: writeEdtf(value.period, language),
    });
  const newest = actuals.at(-1);
  const progress = progressOf(result);
  return [
    ...(baseline ? [message(language, "results.baselineIs", { value: tell(baseline) })] : []),
    ...(newest
      ? [message(language, "results.actualIs", { value: tell(newest) })]
      : [message(language, "results.noActual")]),
    ...(target ? [message(language, "results.targetIs", { value: tell(target) })] : []),
    ...(progress === null ? [] : [message(language, "results.progress", { percent: Math.round(progress * 100) })]),
  ].join(message(language, "list.semicolon"));
}
