import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { sayTarget } from "../describe-target.ts";
import type { PolicyTarget } from "../item.ts";
import { targetBounds, targetIndicators, targetMeasures, targetUnits } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import { QuotedScope } from "../quoted-scope.tsx";
import { Choice } from "./item-decision.tsx";
import { type DeskForm, ItemForm, problemOf, typedOr } from "./item-form.tsx";
import { scopeField } from "./read-target.ts";

interface ItemTargetsProps {
  targets: readonly PolicyTarget[];
  form: DeskForm;
  words: PolicyWords;
}

/** Numbers that were read out of the text, to be confirmed, set right or rejected. */
export function ItemTargets({ targets, form, words }: ItemTargetsProps) {
  const { language } = form;
  return (
    <Section id="targets" title={message(language, "policy.targets")}>
      {targets.length === 0 && <p class="quiet">{message(language, "desk.target.none")}</p>}
      <ul class="desk-targets">
        {targets.map((target) => (
          <li key={target.id} id={`target-${target.id}`}>
            <TargetDecision target={target} form={form} words={words} sentenceHref={`#sentence-${target.id}`} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface TargetDecisionProps {
  target: PolicyTarget;
  form: DeskForm;
  words: PolicyWords;
  sentenceHref: string;
}

export function TargetDecision({ target, form, words, sentenceHref }: TargetDecisionProps) {
  const { language } = form;
  return (
    <>
      <p>
        <strong>
          <QuotedScope of={target} text={sayTarget(target, words)} language={language} />
        </strong>{" "}
        <span class={`desk-state desk-state-${target.state}`}>
          {message(language, `desk.decision.${target.state}`)}
        </span>
      </p>
      {target.sentence !== null && (
        <blockquote class="desk-sentence">
          <a href={sentenceHref}>
            <Words value={{ text: target.sentence, language: "zh" }} />
          </a>
        </blockquote>
      )}
      {target.place !== null && (
        <p class="quiet">
          <Words value={{ text: target.place, language: "zh" }} />
        </p>
      )}
      {form.edits && (
        <>
          <ItemForm form={form} intent="target" hidden={{ target: target.id }} className="desk-decision">
            {target.state !== "confirmed" && (
              <button type="submit" name="state" value="confirmed" class="button-second">
                {message(language, "desk.target.confirm")}
              </button>
            )}
            {target.state !== "rejected" && (
              <button type="submit" name="state" value="rejected" class="button-second">
                {message(language, "desk.target.reject")}
              </button>
            )}
          </ItemForm>
          <TargetCorrection target={target} form={form} words={words} />
        </>
      )}
    </>
  );
}

function TargetCorrection({ target, form, words }: Omit<TargetDecisionProps, "sentenceHref">) {
  const { language } = form;
  const key = `target-${target.id}`;
  const error = problemOf(form, key);
  const value = (field: string, present: string) => typedOr(form, key, field, present);
  const year = (field: "baseYear" | "targetYear") => (
    <LabelledField
      id={`${key}-${field}`}
      name={field}
      label={message(language, `desk.target.${field}`)}
      control={{ kind: "text", value: value(field, target[field]?.toString() ?? "") }}
    />
  );
  const choice = (field: string, present: string, options: [string, string][]) => (
    <Choice
      id={`${key}--${field}`}
      label={message(
        language,
        field === "region"
          ? "desk.target.region"
          : field === "indicator"
            ? "desk.target.indicator"
            : field === "measure"
              ? "desk.target.measure"
              : field === "unit"
                ? "desk.target.unit"
                : "desk.target.bound",
      )}
      value={value(field, present)}
      options={options}
    />
  );
  return (
    <details class="desk-correction" open={error !== undefined}>
      <summary>{message(language, "desk.target.correct")}</summary>
      <ItemForm form={form} intent="correct-target" hidden={{ target: target.id }}>
        {error !== undefined && <p class="field-error">{error}</p>}
        <div class="desk-pair">
          {choice("region", target.region ?? "", [
            ["", words.region(null)],
            ...words.knowledge.regions
              .filter(
                ({ id, level }) =>
                  level === "province" ||
                  level === "key-region" ||
                  id === target.region ||
                  words.knowledge.partnerRegions.has(id),
              )
              .map(({ id }): [string, string] => [id, words.region(id)]),
          ])}
          {choice(
            "indicator",
            target.indicator,
            targetIndicators.map((one) => [one, message(language, `policy.indicator.${one}`)]),
          )}
          {choice(
            "measure",
            target.measure,
            targetMeasures.map((one) => [one, message(language, `policy.measure.${one}`)]),
          )}
          <LabelledField
            id={`${key}-value`}
            name="value"
            label={message(language, "desk.target.value")}
            hint={message(language, "desk.target.valueHint")}
            control={{ kind: "text", value: value("value", String(target.value)) }}
          />
          {choice(
            "unit",
            target.unit,
            targetUnits.map((one) => [one, message(language, `policy.unitName.${one}`)]),
          )}
          {choice(
            "bound",
            target.bound,
            targetBounds.map((one) => [one, message(language, `policy.bound.${one}`)]),
          )}
          {year("baseYear")}
          {year("targetYear")}
        </div>
        <fieldset>
          <legend>{message(language, "desk.target.scope")}</legend>
          <p class="hint">{message(language, "desk.target.scopeHint")}</p>
          {languages.map((one) => (
            <LabelledField
              key={one}
              id={`${key}-${scopeField(one)}`}
              name={scopeField(one)}
              label={message(language, `bulletin.languageName.${one}`)}
              control={{ kind: "text", value: value(scopeField(one), target.scope?.[one] ?? ""), lang: one }}
            />
          ))}
        </fieldset>
        <button type="submit">{message(language, "desk.target.keep")}</button>
      </ItemForm>
    </details>
  );
}
