import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import { Section } from "../../../../web/components/section.tsx";
import { LinkedWords, wordingText } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { EndedNeed } from "../../../matching/ended-needs.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import type { Entry } from "../../record.ts";
import { nameOrganisation } from "../../record-state.ts";
import { describePurpose } from "../entry/entries-rows.tsx";
import { titleOf } from "../record/record-reader.ts";
import { VisibilityTag } from "../record/record-visibility.tsx";
import { countDays } from "./count-days.ts";
import { EndedNeedTag } from "./ended-need.tsx";

/** What rows are put together with. */
export interface RowWords {
  people: (userId: string | null) => string;
  directory: OrganisationDirectory;
  /** by entry */
  ended: ReadonlyMap<string, EndedNeed>;
  now: Date;
  language: Language;
}

/** What an organisation submitted to the reader's platform, each to be ticked. */
export function WaitingGroup({ owner, entries, words }: { owner: string; entries: readonly Entry[]; words: RowWords }) {
  const { directory, language } = words;
  return (
    <fieldset>
      <legend>
        {nameOrganisation(directory, owner, language)}
        <span class="approvals-count">{message(language, "approval.groupCount", { count: entries.length })}</span>
      </legend>
      <ul class="member-rows approval-rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p class="approval-tick">
              <label>
                <input type="checkbox" name="entry" value={`${entry.id}:${entry.revision}`} />
                <span class="visually-hidden">
                  {message(language, "approval.tick", { title: wordingText(titleOf(entry, language)) })}
                </span>
              </label>
            </p>
            <What entry={entry} words={words} />
            <Wait entry={entry} words={words} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What the reader's own organisation submitted and another platform approves: nothing to do but to know where it is. */
export function ElsewhereSection({ entries, words }: { entries: readonly Entry[]; words: RowWords }) {
  const { language } = words;
  if (entries.length === 0) return null;
  return (
    <Section
      id="elsewhere"
      title={message(language, "approval.elsewhere.title", { count: entries.length })}
      lead={message(language, "approval.elsewhere.lead")}
    >
      <ul class="member-rows approval-rows is-elsewhere">
        {entries.map((entry) => (
          <li key={entry.id}>
            <What entry={entry} words={words} at={choiceMessage(language, "platform.role", entry.platform)} />
            <Wait entry={entry} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function What({
  entry,
  words: { people, ended, language },
  at,
}: {
  entry: Entry;
  words: RowWords;
  /** the platform that approves it, where it is not the reader's */
  at?: string;
}) {
  return (
    <div class="member-row-what">
      <p class="member-row-title">
        <LinkedWords text={titleOf(entry, language)} href={links.entryReview(language, entry.id)} />{" "}
        <EndedNeedTag ended={ended.get(entry.id)} language={language} />
      </p>
      <p class="member-row-facts">
        <span>{message(language, `record.kind.${entry.kind}`)}</span>
        <span>{describePurpose(entry, language)}</span>
        <span>{people(entry.editedBy)}</span>
        {at !== undefined && <span>{message(language, "approval.elsewhere.at", { platform: at })}</span>}
        <VisibilityTag visibility={entry.visibility} language={language} />
      </p>
      {entry.reason !== null && (
        <p class="member-row-comment">
          <span>{message(language, "history.reason")}</span> <span class="free-text">{entry.reason}</span>
        </p>
      )}
    </div>
  );
}

function Wait({ entry, words: { now, language } }: { entry: Entry; words: RowWords }) {
  const since = submittedAt(entry);
  return (
    <p class="member-row-state approval-wait">
      <strong>{message(language, "approval.waiting", { days: countDays(since, now) })}</strong>
      <span class="quiet">{formatMoment(language, since, "day")}</span>
    </p>
  );
}

export function submittedAt(entry: Entry): Date {
  return entry.submittedAt ?? entry.changedAt;
}
