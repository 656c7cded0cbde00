import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { MatchView } from "../service.ts";
import type { TypedMatch } from "./match.tsx";

interface ExplainFormProps {
  view: MatchView;
  words: NeedWords;
  typed: TypedMatch | null;
}

/** The broker's own words in each language, so that every side reads them in its own. */
export function ExplainForm({ view: { match }, words, typed }: ExplainFormProps) {
  const { language } = words;
  const isTyped = typed?.intent === "explain";
  return (
    <details open={isTyped}>
      <summary>{message(language, "matching.broker.explain")}</summary>
      <form method="post" action={links.match(language, match.id)} class="match-form">
        <input type="hidden" name="intent" value="explain" />
        <input type="hidden" name="revision" value={match.revision} />
        {[language, ...languages.filter((one) => one !== language)].map((one) => (
          <LabelledField
            key={one}
            id={`explain-${one}`}
            name={`reasoning_${one}`}
            label={message(language, `documents.languageName.${one}`)}
            control={{
              kind: "area",
              rows: 3,
              value: isTyped ? typed.reasoning[one] : (match.reasoning[one] ?? ""),
              lang: one,
            }}
          />
        ))}
        <button type="submit" class="button-second">
          {message(language, "matching.broker.explainSave")}
        </button>
      </form>
    </details>
  );
}
