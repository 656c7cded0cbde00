import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { describeProblem } from "../describe-problem.ts";
import type { ListReading } from "../discover/list-reading.ts";
import type { OpenedSnapshot, SnapshotPair as Pair } from "../snapshots.ts";

const shownEntries = 30;

/** The list as it was when it was well beside the list as it is: what a redesign did is seen at a glance. */
export function SnapshotPair({ good, newest, isSame, of, language }: Pair & { of: Language; language: Language }) {
  return (
    <Section
      id="snapshots"
      title={message(language, "sources.one.compare")}
      lead={message(language, "sources.one.compareLead")}
    >
      {isSame && <p>{message(language, "sources.one.same")}</p>}
      {!good && !newest && <p>{message(language, "sources.one.noSnapshot")}</p>}
      <div class="snapshot-pair">
        {good && (
          <SnapshotSide title={message(language, "sources.one.good")} opened={good} of={of} language={language} />
        )}
        {newest && (
          <SnapshotSide title={message(language, "sources.one.newest")} opened={newest} of={of} language={language} />
        )}
      </div>
    </Section>
  );
}

function SnapshotSide(props: { title: string; opened: OpenedSnapshot; of: Language; language: Language }) {
  const { title, opened, of, language } = props;
  const { snapshot, reading, text, problem } = opened;
  return (
    <section class="snapshot-side">
      <h3>{title}</h3>
      <p class="hint">
        {formatMoment(language, snapshot.fetchedAt)} ·{" "}
        <a href={links.deskSnapshot(language, snapshot.id)}>{message(language, "sources.one.raw")}</a>
      </p>
      {problem && <p>{describeProblem(language, problem)}</p>}
      {reading && <EntryList reading={reading} of={of} language={language} />}
      <details>
        <summary>{message(language, "sources.one.text")}</summary>
        <pre class="snapshot-text" lang={languageTags[of]}>
          {text}
        </pre>
      </details>
    </section>
  );
}

/** Titles and days as they were read. Addresses are told, not linked: nobody shall follow those of a page that may be hostile. */
export function EntryList(props: { reading: ListReading; of: Language; language: Language }) {
  const { reading, of, language } = props;
  const { entries, problems } = reading;
  const rest = entries.length - shownEntries;
  return (
    <>
      <p class="snapshot-count">{message(language, "sources.one.entries", { count: entries.length })}</p>
      {problems.map((problem) => (
        <p key={problem.code} class="hint">
          {describeProblem(language, problem)}
        </p>
      ))}
      <ol class="snapshot-entries">
        {entries.slice(0, shownEntries).map(({ url, title, published }) => (
          <li key={url}>
            <span class="snapshot-day">{published === null ? "—" : writeEdtf(published, language)}</span>
            <span>
              <span lang={languageTags[of]}>{title === "" ? "—" : title}</span>
              <span class="source-address">{url}</span>
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 && <p class="hint">{message(language, "sources.one.more", { count: rest })}</p>}
    </>
  );
}
