import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import type { PolicyItem } from "../item.ts";
import { importances } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import { ImportanceMark } from "./importance-mark.tsx";
import { type DeskForm, ItemForm } from "./item-form.tsx";
import { ImportanceReasons } from "./reasons.tsx";

/** What a person decides: kept or dropped, how important, who may see it. */
export function ItemDecision({ item, form, words }: { item: PolicyItem; form: DeskForm; words: PolicyWords }) {
  const { language } = form;
  return (
    <Section id="decision" title={message(language, "desk.item.decision")}>
      {form.edits && (
        <ItemForm form={form} intent="decide" className="desk-decision">
          {item.state !== "kept" && (
            <button type="submit" name="state" value="kept">
              {message(language, "desk.bulk.keepOne")}
            </button>
          )}
          {item.state !== "dropped" && (
            <button type="submit" name="state" value="dropped" class="button-second">
              {message(language, "desk.bulk.dropOne")}
            </button>
          )}
          {item.state !== "found" && (
            <button type="submit" name="state" value="found" class="button-second">
              {message(language, "desk.bulk.lookAgainOne")}
            </button>
          )}
        </ItemForm>
      )}
      <div class="desk-importance">
        <ImportanceMark importance={item.importance ?? item.importanceProposed} language={language} />
        <span class="quiet">{message(language, item.importance === null ? "desk.proposed" : "desk.decided")}</span>
      </div>
      {item.importanceReasons.length > 0 && (
        <>
          <p class="quiet">
            {message(language, "desk.item.proposes", {
              importance: message(language, `policy.importance.${item.importanceProposed}`),
            })}
          </p>
          <ImportanceReasons reasons={item.importanceReasons} words={words} />
        </>
      )}
      {form.edits && (
        <ItemForm form={form} intent="decide">
          <div class="desk-pair">
            <Choice
              id="importance"
              label={message(language, "desk.item.importance")}
              value={item.importance ?? "rules"}
              options={[
                ["rules", message(language, "desk.item.asProposed")],
                ...importances.map((one): [string, string] => [one, message(language, `policy.importance.${one}`)]),
              ]}
            />
            <Choice
              id="visibility"
              label={message(language, "desk.item.visibility")}
              value={item.visibility}
              options={(["members", "public"] as const).map((one) => [
                one,
                message(language, `desk.visibility.${one}`),
              ])}
            />
          </div>
          <button type="submit" class="button-second">
            {message(language, "desk.item.keepDecision")}
          </button>
        </ItemForm>
      )}
    </Section>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  value: string;
  options: [string, string][];
}

export function Choice({ id, label, value, options }: ChoiceProps) {
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} name={id.replace(/^.*--/, "")}>
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
