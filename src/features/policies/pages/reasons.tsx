import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
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
        <li key={line}>
          <Quoting line={line} reasons={reasons} />
        </li>
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
          <Quoting line={text} reasons={reasons} />
          {points !== null && ` ${points}`}
        </li>
      ))}
    </ReasonList>
  );
}

/** A line with the words of the original that it quotes, which are Chinese on every page. */
function Quoting({ line, reasons }: { line: string; reasons: readonly TagReason[] }) {
  const quoted = reasons
    .map(({ term }) => term)
    .filter((term) => /\p{Script=Han}/u.test(term) && line.includes(term))
    .toSorted((a, b) => b.length - a.length)[0];
  if (quoted === undefined) return <>{line}</>;
  const at = line.indexOf(quoted);
  return (
    <>
      {line.slice(0, at)}
      <Words value={{ text: quoted, language: "zh" }} />
      {line.slice(at + quoted.length)}
    </>
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
