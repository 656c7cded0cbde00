import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { DataTable } from "../../web/components/data-table.tsx";
import { links, withQuery } from "../../web/links.ts";
import type { CountComparison } from "./compare-counts.ts";
import type { Participant } from "./participant.ts";
import { categoryLabel } from "./words.ts";

export interface ParticipantTableProps {
  language: Language;
  activity: string;
  participants: Participant[];
}

export function ParticipantTable({ language, activity, participants }: ParticipantTableProps) {
  const columns = ["name", "reading", "affiliation", "category", "contact", "actions"] as const;
  return (
    <DataTable
      id="participant-list"
      caption={message(language, "participant.tableCaption")}
      captionHidden
      columns={columns.map((key) => ({ key, label: message(language, `participant.column.${key}`) }))}
      rows={participants.map((participant) => ({
        key: participant.id,
        cells: {
          name: nameOf(language, participant),
          reading: joinLines([
            [participant.family_name_kana, participant.given_name_kana],
            [participant.family_name_roman, participant.given_name_roman],
          ]),
          affiliation: joinLines([[participant.affiliation], [participant.office]]),
          category: categoryLabel(language, participant.category),
          contact: joinLines([[participant.email], [participant.note]]),
          actions: <Actions {...{ language, activity, participant }} />,
        },
      }))}
      scrollHint={message(language, "participant.scrollHint")}
      emptyText={message(language, "participant.none")}
    />
  );
}

function nameOf(language: Language, { erased, family_name, given_name }: Participant): string {
  return erased ? message(language, "participant.erased") : `${family_name} ${given_name}`;
}

function joinLines(lines: string[][]) {
  const texts = lines.map((parts) => parts.filter(Boolean).join(" ")).filter(Boolean);
  return texts.map((text) => <div key={text}>{text}</div>);
}

function Actions({
  language,
  activity,
  participant,
}: Omit<ParticipantTableProps, "participants"> & { participant: Participant }) {
  const { id, erased } = participant;
  const name = nameOf(language, participant);
  const address = links.activityParticipants(language, activity);
  return (
    <div class="participant-actions">
      {!erased && (
        <a
          href={`${withQuery(address, { edit: id })}#participant-form`}
          aria-label={message(language, "participant.editOf", { name })}
        >
          {message(language, "participant.editLink")}
        </a>
      )}
      <details>
        <summary aria-label={message(language, "participant.moreOf", { name })}>
          {message(language, "participant.more")}
        </summary>
        {!erased && <Action {...{ language, address, id }} intent="export-person" words="exportPerson" />}
        {!erased && <Action {...{ language, address, id }} intent="erase" words="erase" note="eraseNote" />}
        <Action {...{ language, address, id }} intent="remove" words="remove" note="removeNote" />
      </details>
    </div>
  );
}

function Action({
  language,
  address,
  id,
  intent,
  words,
  note,
}: {
  language: Language;
  address: string;
  id: string;
  intent: string;
  words: "exportPerson" | "erase" | "remove";
  note?: "eraseNote" | "removeNote";
}) {
  return (
    <form method="post" action={address}>
      <input type="hidden" name="participant" value={id} />
      <button class="quiet-button" type="submit" name="intent" value={intent}>
        {message(language, `participant.${words}`)}
      </button>
      {note && <span class="hint">{message(language, `participant.${note}`)}</span>}
    </form>
  );
}

/** The list beside the numbers that the activity states. */
export function CountComparisonPart({ language, comparison }: { language: Language; comparison: CountComparison }) {
  const { recorded, stated, approximate, rows } = comparison;
  const state = stated === null ? "unstated" : approximate ? "about" : recorded === stated ? "equal" : "different";
  const separator = language === "en" ? ", " : "・";
  return (
    <div class="count-comparison">
      <p>{message(language, `participant.compare.${state}`, { recorded, stated: stated ?? 0 })}</p>
      {rows.length > 0 && (
        <DataTable
          id="participant-counts"
          caption={message(language, "participant.comparisonCaption")}
          captionHidden
          columns={[
            { key: "category", label: message(language, "participant.column.category"), rowHeader: true },
            { key: "recorded", label: message(language, "participant.column.recorded"), align: "end" },
            { key: "stated", label: message(language, "participant.column.stated"), align: "end" },
          ]}
          rows={rows.map((row) => ({
            key: row.categories.join(";"),
            cells: {
              category: row.categories.map((category) => categoryLabel(language, category)).join(separator),
              recorded: String(row.recorded),
              stated: describeStated(language, row.stated, row.approximate),
            },
          }))}
          scrollHint={message(language, "participant.scrollHint")}
          emptyText=""
        />
      )}
    </div>
  );
}

function describeStated(language: Language, stated: number | null, approximate: boolean): string {
  if (stated === null) return message(language, "participant.unstated");
  return approximate ? message(language, "participant.about", { count: stated }) : String(stated);
}
