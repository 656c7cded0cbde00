import type { Language } from "../../../core/language.ts";
import { type MessageKey, message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";

type Entry = [text: MessageKey, href: (language: Language) => string];

/** What each kind of reader comes for most, in that order. */
const readers: { id: string; title: MessageKey; entries: Entry[] }[] = [
  {
    id: "for-officials",
    title: "home.reader.official",
    entries: [
      ["home.entry.partnerships", links.partnerships],
      ["home.entry.calendar", (language) => links.activityCalendar(language)],
      ["home.entry.agreements", links.agreements],
      ["home.entry.glossary", links.glossary],
    ],
  },
  {
    id: "for-ministries",
    title: "home.reader.ministry",
    entries: [
      ["home.entry.tables", links.tables],
      ["home.entry.evaluation", links.evaluation],
      ["evaluation.deepening.title", links.deepening],
      ["home.entry.structure", links.structure],
      ["home.entry.quality", links.quality],
    ],
  },
  {
    id: "for-public",
    title: "home.reader.public",
    entries: [
      ["home.entry.about", links.about],
      ["home.entry.figures", links.figures],
      ["home.entry.years", links.years],
      ["home.entry.documents", links.documents],
    ],
  },
];

export function ReaderEntries({ language }: { language: Language }) {
  return (
    <Section id="readers" title={message(language, "home.readers.title")}>
      <div class="reader-entries">
        {readers.map(({ id, title, entries }) => (
          <Section key={id} id={id} level={3} title={message(language, title)}>
            <LinkList
              items={entries.map(([text, href]) => ({ text: message(language, text), href: href(language) }))}
            />
          </Section>
        ))}
      </div>
    </Section>
  );
}
