import { writeEdtf } from "../../../core/edtf-format.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { type Field, type ItemFieldName, itemFieldNames, type PolicyItem } from "../item.ts";
import { policyKinds } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import { groundsOfIssuer } from "../reclassify.ts";
import { BodyNames } from "./body-names.tsx";
import { type DeskForm, ItemForm, problemOf, typedOr } from "./item-form.tsx";

interface ItemFieldsProps {
  item: PolicyItem;
  form: DeskForm;
  words: PolicyWords;
}

/** Every field with where it comes from and how sure that is; one click opens its correction. */
export function ItemFieldsPanel({ item, form, words }: ItemFieldsProps) {
  return (
    <Section id="fields" title={message(form.language, "desk.item.fields")}>
      <dl class="desk-fields">
        {itemFieldNames.map((name) => (
          <FieldRow key={name} name={name} item={item} form={form} words={words} />
        ))}
      </dl>
    </Section>
  );
}

function FieldRow({ name, item, form, words }: ItemFieldsProps & { name: ItemFieldName }) {
  const { language } = form;
  const field: Field<string | string[]> | undefined = item.fields[name];
  return (
    <div id={`field-${name}`}>
      <dt>{message(language, `desk.field.${name}`)}</dt>
      <dd>
        {field ? (
          <>
            <p class="desk-value">
              <Value name={name} field={field} item={item} words={words} />
            </p>
            <Grounds field={field} language={language} item={item} />
          </>
        ) : name === "bodies" && item.bodies.length > 0 ? (
          <AssumedBodies item={item} words={words} />
        ) : (
          <p class="quiet">{message(language, "desk.item.notFound")}</p>
        )}
        {form.edits && <Correction name={name} field={field} item={item} form={form} />}
      </dd>
    </div>
  );
}

interface ValueProps {
  name: ItemFieldName;
  field: Field<string | string[]>;
  item: PolicyItem;
  words: PolicyWords;
}

function Value({ name, field, item, words }: ValueProps) {
  const { language } = words;
  if (name === "kind") return <>{choiceMessage(language, "policy.kind", String(field.value))}</>;
  if (isDate(name)) return <>{writeEdtf(String(field.value), language)}</>;
  const text = [field.value].flat().join("、");
  return (
    <>
      <Words value={{ text, language: item.language }} />
      {name === "bodies" && language !== item.language && (
        <span class="quiet">
          {" "}
          <BodyNames item={item} words={words} />
        </span>
      )}
    </>
  );
}

/** What the page does not say, and whom rules take it to be of, with what they go by. */
function AssumedBodies({ item, words }: { item: PolicyItem; words: PolicyWords }) {
  const grounds = groundsOfIssuer(item, words.knowledge);
  return (
    <>
      <p class="desk-value">
        <BodyNames item={item} words={words} />
      </p>
      <p class="desk-grounds">{message(words.language, `desk.item.issuerBy.${grounds ?? "site"}`)}</p>
    </>
  );
}

function isDate(name: ItemFieldName): boolean {
  return name === "written" || name === "published" || name === "inForce";
}

interface GroundsProps {
  field: Field<string | string[]>;
  language: DeskForm["language"];
  item: PolicyItem;
}

function Grounds({ field, language, item }: GroundsProps) {
  const { origin, confidence, evidence } = field;
  // Whoever enters a document states its facts: there was nothing yet to correct.
  const isEntered = origin === "person" && item.origin === "manual";
  const sure = confidence >= 0.9 ? "high" : confidence >= 0.6 ? "medium" : "low";
  return (
    <p class="desk-grounds">
      <span>{message(language, isEntered ? "desk.fieldOrigin.entered" : `desk.fieldOrigin.${origin}`)}</span>
      <span class={`desk-confidence confidence-${sure}`}>
        <meter min={0} max={1} value={confidence} aria-hidden="true" />
        {message(language, `desk.confidence.${sure}`)}
      </span>
      {evidence !== undefined && evidence !== "" && (
        <span>
          {message(language, "desk.item.evidence")}{" "}
          <Words value={{ text: evidence.replace(/^[a-z-]+: /, ""), language: item.language }} />
        </span>
      )}
    </p>
  );
}

interface CorrectionProps {
  name: ItemFieldName;
  field: Field<string | string[]> | undefined;
  item: PolicyItem;
  form: DeskForm;
}

function Correction({ name, field, item, form }: CorrectionProps) {
  const { language } = form;
  const key = `correct-${name}`;
  const error = problemOf(form, key);
  const isLabel = form.problem?.reason === "label";
  const present = field === undefined ? "" : [field.value].flat().join("\n");
  const value = typedOr(form, key, "value", present);
  return (
    <details class="desk-correction" open={error !== undefined}>
      <summary>
        {message(language, "desk.item.correct")}
        <span class="visually-hidden">{message(language, `desk.field.${name}`)}</span>
      </summary>
      <ItemForm form={form} intent="correct" hidden={{ field: name }}>
        <LabelledField
          id={`${key}-value`}
          name="value"
          label={message(language, `desk.field.${name}`)}
          hint={
            isDate(name)
              ? message(language, "desk.item.dateHint")
              : name === "bodies"
                ? message(language, "desk.item.bodiesHint")
                : undefined
          }
          error={isLabel ? undefined : error}
          control={
            name === "kind"
              ? {
                  kind: "select",
                  value,
                  options: [
                    { value: "", text: message(language, "desk.item.noValue") },
                    ...policyKinds.map((kind) => ({ value: kind, text: message(language, `policy.kind.${kind}`) })),
                  ],
                }
              : name === "bodies"
                ? { kind: "area", rows: 3, value, lang: item.language }
                : { kind: "text", value, lang: isDate(name) ? undefined : item.language }
          }
        />
        {name !== "title" && name !== "kind" && <p class="hint">{message(language, "desk.item.emptyHint")}</p>}
        {item.source !== null && name !== "kind" && (
          <LabelledField
            id={`${key}-label`}
            name="label"
            label={message(language, "desk.item.remember")}
            hint={<RememberHint language={language} />}
            error={isLabel ? error : undefined}
            control={{ kind: "text", value: typedOr(form, key, "label", ""), lang: item.language }}
          />
        )}
        <button type="submit">{message(language, "desk.item.keepCorrection")}</button>
      </ItemForm>
    </details>
  );
}

/** The label of the example stands in the language of the pages. */
function RememberHint({ language }: { language: DeskForm["language"] }) {
  const [before, after] = message(language, "desk.item.rememberHint", { label: "\n" }).split("\n");
  return (
    <>
      {before}
      <Words value={{ text: "发布机构", language: "zh" }} />
      {after}
    </>
  );
}
