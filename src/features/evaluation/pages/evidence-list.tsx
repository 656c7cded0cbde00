import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { type Absence, type Evidence, notRecorded } from "../draft.ts";
import { type EvidenceWords, evidenceHref, evidenceKey } from "../evidence.ts";
import { TheirWordsIn } from "./their-words.tsx";

/** More records than a reader opens one by one stand behind a second fold. */
const shownAtOnce = 12;

/** The records that a sentence rests on, folded below it; on paper they stand as numbered notes at the end. */
export function EvidenceFold({
  evidence,
  reason,
  words,
  language,
  children,
}: {
  evidence: readonly Evidence[];
  reason: Absence | null;
  words: EvidenceWords;
  language: Language;
  /** stands above the records, within the fold */
  children?: ComponentChildren;
}) {
  if (evidence.length === 0)
    return (
      <p class="evidence-none">
        {reason === null ? (
          message(language, "evaluation.evidence.missing")
        ) : (
          <TheirWordsIn
            write={(words) => message(language, "evaluation.evidence.reason", { reason: words })}
            text={nameAbsence(reason, language)}
            language={language}
          />
        )}
      </p>
    );
  return (
    <details class="evidence">
      <summary>{message(language, "evaluation.evidence.count", { count: evidence.length })}</summary>
      {children}
      <EvidenceList evidence={evidence.slice(0, shownAtOnce)} {...{ words, language }} />
      {evidence.length > shownAtOnce && (
        <details>
          <summary>{message(language, "evaluation.evidence.more", { count: evidence.length - shownAtOnce })}</summary>
          <EvidenceList evidence={evidence.slice(shownAtOnce)} {...{ words, language }} />
        </details>
      )}
    </details>
  );
}

export function EvidenceList({
  evidence,
  words,
  language,
}: {
  evidence: readonly Evidence[];
  words: EvidenceWords;
  language: Language;
}) {
  return (
    <ul class="evidence-list">
      {evidence.map((one) => (
        <li key={evidenceKey(one)}>
          <span class="evidence-kind">{message(language, `evaluation.evidence.kind.${one.kind}`)}</span>{" "}
          <a href={evidenceHref(one, language)}>
            <EvidenceName {...{ one, words, language }} />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function EvidenceName({ one, words, language }: { one: Evidence; words: EvidenceWords; language: Language }) {
  const found = words.get(evidenceKey(one));
  return found ? <Words value={localize(found.text, language)} /> : <span>{one.id}</span>;
}

/** Why a sentence has no evidence, in words. */
export function nameAbsence(reason: Absence, language: Language): Localized {
  return reason === notRecorded ? { [language]: message(language, "evaluation.draft.notRecorded") } : reason;
}
