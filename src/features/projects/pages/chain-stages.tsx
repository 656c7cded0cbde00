import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { ChainItem, ChainStageProps } from "../../../web/components/results-chain.tsx";
import { LinkedWords, Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { type Activity, statusOn } from "../../activities/activity.ts";
import { writeDate } from "../../activities/summarise.ts";
import type { Project } from "../project.ts";
import { type ChainLink, chainOf, type ProjectResult } from "../results.ts";
import type { PolicyName } from "./policy-names.ts";
import { standingOfResult } from "./result-evidence.tsx";

export interface ChainSurroundings {
  language: Language;
  /** activities that belong to the project, and how many there are in all */
  activities: readonly Activity[];
  total: number;
  policies: ReadonlyMap<string, PolicyName>;
  today: string;
}

/** What was put in, then every link of the chain, ready to be drawn. */
export function layOutChain(project: Project, surroundings: ChainSurroundings): ChainStageProps[] {
  return [layOutInputs(project, surroundings), ...chainOf(project).map((link) => layOutLink(link, surroundings))];
}

/** Activities held, by kind; of most projects fewer stand on record than their own steps tell, so both are counted. */
function layOutInputs(project: Project, { language, activities, total, today }: ChainSurroundings): ChainStageProps {
  const held = activities.filter((activity) => statusOn(activity, today) === "done");
  const kinds = [...Map.groupBy(held, ({ kind }) => kind)].toSorted((a, b) => b[1].length - a[1].length);
  const done = project.milestones.filter(({ status }) => status === "done").length;
  const planned = activities.length - held.length;
  const items: ChainItem[] = [
    ...kinds.map(([kind, own]) => ({
      key: kind,
      mark: undefined,
      text: message(language, "results.inputKind", {
        kind: choiceMessage(language, "activity.kind", kind),
        count: own.length,
      }),
    })),
    ...(planned > 0
      ? [{ key: "planned", mark: undefined, text: message(language, "results.inputPlanned", { count: planned }) }]
      : []),
    ...(done > 0
      ? [{ key: "steps", mark: undefined, text: message(language, "results.inputSteps", { count: done }) }]
      : []),
  ];
  const href = links.activities(language, { project: project.id });
  const [first, ...others] = items;
  return {
    key: "input",
    name: message(language, "results.stage.input"),
    standing: "given",
    standingLabel: message(language, "results.inputCount", { held: held.length, planned }),
    items:
      total === 0 || !first
        ? items
        : [
            first,
            ...others,
            {
              key: "all",
              mark: undefined,
              text: "",
              more: (
                <p>
                  <a href={href}>{message(language, "results.inputAll")}</a>
                </p>
              ),
            },
          ],
    empty: message(language, "results.inputNone"),
  };
}

function layOutLink({ stage, standing, results }: ChainLink, surroundings: ChainSurroundings): ChainStageProps {
  const { language } = surroundings;
  return {
    key: stage,
    name: choiceMessage(language, "results.stage", stage),
    standing,
    standingLabel: choiceMessage(language, "results.standing", standing),
    items: results.map((result) => layOutResult(result, surroundings)),
    empty: choiceMessage(language, "results.empty", stage),
    // Companies and staff gain by the work itself, whatever became of the air: D 2(3) names it beside the chain.
    branch: stage === "benefit-home" ? message(language, "results.branch") : undefined,
  };
}

function layOutResult(result: ProjectResult, { language, policies }: ChainSurroundings): ChainItem {
  const standing = standingOfResult(result);
  const date =
    result.date === null && result.dateText === null
      ? undefined
      : writeDate(result.date, result.dateText, language).date;
  return {
    key: String(result.number),
    text: localize(result.text, language),
    mark: { standing, label: choiceMessage(language, "results.standing", standing) },
    date,
    more: (
      <>
        <TakenUp result={result} language={language} policies={policies} />
        <Values result={result} language={language} />
      </>
    ),
  };
}

function TakenUp({
  result,
  language,
  policies,
}: {
  result: ProjectResult;
  language: Language;
  policies: ChainSurroundings["policies"];
}) {
  const policy = result.policy === null ? undefined : policies.get(result.policy);
  const words = localize(result.policyText, language);
  if (!policy && words.text === "") return null;
  return (
    <p class="chain-policy">
      <span class="chain-policy-label">{message(language, "results.takenUpBy")}</span>
      {policy && <LinkedWords text={policy.title} href={policy.href} />}
      {words.text !== "" && (
        <span>
          <Words value={words} />
        </span>
      )}
    </p>
  );
}

/** 「VOC排出量：120 → 101.5 ±4 t/年（目標 90）」; the chart below the chain has the rest. */
function Values({ result, language }: { result: ProjectResult; language: Language }): ComponentChildren {
  const { baseline, actuals, target, unit } = result;
  const indicator = localize(result.indicator, language);
  if (indicator.text === "") return null;
  const newest = actuals.at(-1);
  const write = (value: number) => writeValue(value, unit, language);
  return (
    <p class="chain-values">
      <strong>
        <Words value={indicator} />
      </strong>
      {baseline && <span>{message(language, "results.baselineIs", { value: write(baseline.value) })}</span>}
      {newest && (
        <span>
          {message(language, "results.actualIs", {
            value:
              write(newest.value) +
              (newest.uncertainty === null ? "" : ` ±${writeNumber(newest.uncertainty, language)}`),
          })}
        </span>
      )}
      {target && <span>{message(language, "results.targetIs", { value: write(target.value) })}</span>}
    </p>
  );
}

export function writeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(languageTags[language], { maximumFractionDigits: 6 }).format(value);
}

export function writeValue(value: number, unit: string | null, language: Language): string {
  return unit === null ? writeNumber(value, language) : `${writeNumber(value, language)} ${unit}`;
}
