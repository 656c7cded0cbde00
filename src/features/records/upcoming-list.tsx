import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import { Words } from "../../web/components/words.tsx";
import { links } from "../../web/links.ts";
import type { Upcoming } from "./upcoming.ts";

/** A longer list is read by nobody; the records' own list has them all. */
const mostListed = 100;

/** Titles that lead to the record, or to the entry where there is no record yet. */
export function UpcomingList({ title, items, language }: { title: string; items: Upcoming[]; language: Language }) {
  if (items.length === 0) return null;
  return (
    <div class="upcoming">
      <h3>
        {title} <span class="quiet">{message(language, "year.changes.count", { count: items.length })}</span>
      </h3>
      <ul>
        {items.slice(0, mostListed).map((item) => (
          <li key={`${item.entry ?? item.kind} ${item.id}`}>
            <span class="kind-mark">{choiceMessage(language, "record.kind", item.kind, 1)}</span>{" "}
            <a href={linkTo(item, language)}>
              <UpcomingTitle item={item} language={language} />
            </a>
            {item.date !== null && <span class="quiet"> {writeEdtf(item.date, language)}</span>}{" "}
            {item.entry !== null && <span class="tag preview-mark">{message(language, "preview.waiting")}</span>}
          </li>
        ))}
      </ul>
      {items.length > mostListed && (
        <p class="quiet">{message(language, "year.changes.more", { count: items.length - mostListed })}</p>
      )}
    </div>
  );
}

function UpcomingTitle({ item, language }: { item: Upcoming; language: Language }) {
  const title = localize(item.title, language);
  return <Words value={title.text === "" ? item.id : title} />;
}

export function linkTo({ kind, id, entry }: Upcoming, language: Language): string {
  return entry === null ? links.memberRecord(language, kind, id) : links.entry(language, entry);
}
