import type { Language } from "../../../core/language.ts";
import { languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { TagReason } from "../item.ts";

const mostReasons = 4;

/** Why a rule gave a tag: the words that it found, and where. */
export function TagReasons({ reasons, language }: { reasons: readonly TagReason[]; language: Language }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="desk-reasons">
      {reasons.slice(0, mostReasons).map((reason) => (
        <li key={`${reason.where}-${reason.term}`}>
          {message(language, `desk.where.${reason.where}`)} <q lang={languageTags.zh}>{reason.term}</q>
          {reason.times > 1 && ` ${message(language, "desk.times", { count: reason.times })}`}
        </li>
      ))}
      {reasons.length > mostReasons && (
        <li>{message(language, "desk.moreReasons", { count: reasons.length - mostReasons })}</li>
      )}
    </ul>
  );
}

/** Why an importance was proposed: each line of the rules that counted, with its points. */
export function ImportanceReasons({ reasons, language }: { reasons: readonly TagReason[]; language: Language }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="desk-reasons">
      {reasons.map(({ rule, times }) => (
        <li key={rule}>
          {describeImportanceRule(rule, language)}
          {times !== 0 && ` ${message(language, "desk.points", { points: times > 0 ? `+${times}` : `−${-times}` })}`}
        </li>
      ))}
    </ul>
  );
}

export function describeImportanceRule(rule: string, language: Language): string {
  switch (rule) {
    case "not-air":
    case "repost":
    case "issuer-state":
    case "issuer-ministry":
    case "issuer-local":
    case "kind-binding":
    case "kind-notice":
    case "kind-news":
    case "partner-region":
    case "key-region":
    case "open-need":
      return message(language, `desk.importanceRule.${rule}`);
    default:
      return rule;
  }
}
