import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { LinkedWords } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import type { Entry } from "../../record.ts";
import { nameOrganisation } from "../../record-state.ts";
import { titleOf } from "../record/record-reader.ts";

export function EntryTag({ state, language }: { state: Entry["state"]; language: Language }) {
  return <span class={`tag entry-${state}`}>{message(language, `entry.state.${state}`)}</span>;
}

/** A row each: when it was last touched, what it is about, who, and what was said when it came back. */
export function EntryRows({
  entries,
  people,
  directory,
  language,
  reviews = false,
}: {
  entries: readonly Entry[];
  people: (userId: string | null) => string;
  directory: OrganisationDirectory;
  language: Language;
  /** submitted ones lead to their review, which also those read who may not edit */
  reviews?: boolean;
}) {
  return (
    <ol class="member-rows">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p class="member-row-date">{formatMoment(language, entry.changedAt)}</p>
          <div class="member-row-what">
            <p class="member-row-title">
              <LinkedWords text={titleOf(entry, language)} href={findPage(entry, reviews, language)} />
            </p>
            <p class="member-row-facts">
              <span>{message(language, `record.kind.${entry.kind}`)}</span>
              <span>{describePurpose(entry, language)}</span>
              <span>{people(entry.editedBy)}</span>
              <span>{nameOrganisation(directory, entry.owner, language)}</span>
            </p>
            {entry.comment !== null && (
              <p class="member-row-comment">
                <span>{message(language, entry.state === "returned" ? "entry.returnComment" : "entry.comment")}</span>{" "}
                <span class="free-text">{entry.comment}</span>
              </p>
            )}
          </div>
          <p class="member-row-state">
            <EntryTag state={entry.state} language={language} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function findPage(entry: Entry, reviews: boolean, language: Language): string {
  return reviews && entry.state === "submitted"
    ? links.entryReview(language, entry.id)
    : links.entry(language, entry.id);
}

export function describePurpose(
  entry: Pick<Entry, "removal" | "restores" | "baseVersion">,
  language: Language,
): string {
  if (entry.removal) return message(language, "entry.purpose.removal");
  if (entry.restores !== null) return message(language, "entry.purpose.restores", { version: entry.restores });
  return message(language, entry.baseVersion === 0 ? "entry.purpose.new" : "entry.purpose.correction");
}
