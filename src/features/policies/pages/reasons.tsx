import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { describeImportanceReasons, describeTagReasons } from "../classify/describe-reasons.ts";
import type { TagReason } from "../item.ts";
import type { PolicyWords } from "../policy-words.ts";

interface ReasonsProps {
  reasons: readonly TagReason[];
  words: PolicyWords;
}

const mostReasons = 4;

/** Why a rule gave a tag: the words that it found, and where. */
export function TagReasons({ reasons, words }: ReasonsProps) {
  const lines = describeTagReasons(reasons, words.language, words);
  const rest = lines.length - mostReasons;
  return (
    <ReasonList>
      {lines.slice(0, mostReasons).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {rest > 0 && <li>{message(words.language, "desk.moreReasons", { count: rest })}</li>}
    </ReasonList>
  );
}

/** Why an importance was proposed: each line of the rules that counted, with its points. */
export function ImportanceReasons({ reasons, words }: ReasonsProps) {
  return (
    <ReasonList>
      {describeImportanceReasons(reasons, words.language, words).map(({ text, points }) => (
        <li key={text}>
          {text}
          {points !== null && ` ${points}`}
        </li>
      ))}
    </ReasonList>
  );
}

function ReasonList({ children }: { children: ComponentChildren[] | ComponentChildren }) {
  const lines = [children].flat().filter(Boolean);
  return lines.length === 0 ? null : <ul class="desk-reasons">{lines}</ul>;
}

/** Name of a rule in the list of rules; what it found in an item stands in its reasons. */
export function nameImportanceRule(rule: string, language: Language): string {
  return choiceMessage(language, "desk.importanceRule", rule);
}
