import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import type { Evidence } from "../draft.ts";
import { type EvidenceWords, evidenceKey } from "../evidence.ts";
import { EvidenceName } from "./evidence-list.tsx";

/** What a sentence rests on: boxes that stay ticked, and a search whose hits can be ticked as well. Works without JavaScript. */
export function EvidenceBoxes({
  chosen,
  hits,
  words,
  language,
  search,
  isFinding,
}: {
  chosen: readonly Evidence[];
  hits: readonly Evidence[];
  words: EvidenceWords;
  language: Language;
  search: string;
  /** the search was asked for: without words, it says so */
  isFinding: boolean;
}) {
  const known = new Set(chosen.map(evidenceKey));
  const found = hits.filter((hit) => !known.has(evidenceKey(hit)));
  return (
    <fieldset class="evidence-boxes">
      <legend>{message(language, "evaluation.evidence.legend")}</legend>
      {chosen.length === 0 && <p class="hint">{message(language, "evaluation.evidence.noneChosen")}</p>}
      <Boxes evidence={chosen} checked {...{ words, language }} />
      <div class="evidence-search">
        <LabelledField
          id="search"
          name="search"
          label={message(language, "evaluation.evidence.search")}
          hint={message(language, "evaluation.evidence.searchHint")}
          control={{ kind: "text", value: search }}
        />
        <button type="submit" name="intent" value="find" class="button-quiet">
          {message(language, "evaluation.evidence.find")}
        </button>
      </div>
      {search === "" && isFinding && (
        <p class="hint" role="status">
          {message(language, "evaluation.evidence.noWords")}
        </p>
      )}
      {search !== "" && (
        <p class="hint" role="status">
          {message(language, "evaluation.evidence.found", { count: found.length })}
        </p>
      )}
      <Boxes evidence={found} checked={false} {...{ words, language }} />
    </fieldset>
  );
}

function Boxes({
  evidence,
  checked,
  words,
  language,
}: {
  evidence: readonly Evidence[];
  checked: boolean;
  words: EvidenceWords;
  language: Language;
}) {
  return (
    <ul>
      {evidence.map((one) => (
        <li key={evidenceKey(one)}>
          <label>
            <input type="checkbox" name="evidence" value={evidenceKey(one)} checked={checked} />{" "}
            <span class="evidence-kind">{message(language, `evaluation.evidence.kind.${one.kind}`)}</span>{" "}
            <EvidenceName {...{ one, words, language }} />
          </label>
        </li>
      ))}
    </ul>
  );
}
