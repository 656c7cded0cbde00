import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Fold } from "../../../web/components/fold.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { type BulletinContent, type BulletinEntry, bulletinParts } from "../bulletin.ts";
import {
  coverageColumns,
  listWatched,
  sayCoverage,
  sayCoverageLead,
  sayCoverageNote,
  sayUnwatched,
} from "../layout/coverage.ts";
import { numberTerms } from "../layout/terms.ts";
import { lacksLanguage, sayBodies, sayDates, sayMark } from "../say.ts";
import { TermNotes, TextWithTerms } from "./term-notes.tsx";

interface ViewProps {
  content: BulletinContent;
  language: Language;
  hrefOf(entry: BulletinEntry): string;
}

/** What the bulletin says, on screen in the order of its pages. */
export function BulletinView({ content, language, hrefOf }: ViewProps) {
  const notes = numberTerms(content.terms[language]);
  return (
    <>
      {bulletinParts.map((part) => {
        const own = content.entries.flatMap((entry, index) =>
          entry.part === part ? [{ entry, number: index + 1 }] : [],
        );
        if (own.length === 0) return null;
        const noted = notes.filter(({ term }) => own.some(({ entry }) => entry.item === term.entry));
        return (
          <Section key={part} id={`part-${part}`} title={message(language, `bulletin.part.${part}`)}>
            <ol class="bulletin-entries">
              {own.map(({ entry, number }) => (
                <li key={entry.item}>
                  <Entry {...{ entry, number, language, hrefOf }} notes={noted} />
                </li>
              ))}
            </ol>
            <TermNotes notes={noted} language={language} />
          </Section>
        );
      })}
      <Coverage content={content} language={language} />
    </>
  );
}

function Entry({
  entry,
  number,
  notes,
  language,
  hrefOf,
}: Omit<ViewProps, "content"> & { entry: BulletinEntry; number: number; notes: ReturnType<typeof numberTerms> }) {
  const own = notes.filter(({ term }) => term.entry === entry.item);
  const { original } = entry;
  const title = localize(entry.title, language);
  const summary = localize(entry.summary, language);
  const inSummary = own.filter(({ term }) => summary.language === language && summary.text.includes(term.text));
  return (
    <article class="bulletin-entry" aria-labelledby={`entry-${entry.item}`}>
      <h3 id={`entry-${entry.item}`}>
        <span class="bulletin-number">{number}</span>
        <a href={hrefOf(entry)}>
          <Words value={title} />
        </a>
      </h3>
      {original.title !== title.text && (
        <p class="bulletin-original" lang={languageTags[original.language]}>
          {original.title}
        </p>
      )}
      <p class="bulletin-facts">
        {entry.regions.length === 0 && entry.part === "central" && (
          <span class="bulletin-region">{message(language, "bulletin.coverage.nation")}</span>
        )}
        {entry.regions.map((region) => (
          <span key={localize(region, language).text} class="bulletin-region">
            <Words value={localize(region, language)} />
          </span>
        ))}
        <span>{sayBodies(entry, language)}</span>
        {entry.documentNumber !== null && <span lang={languageTags[original.language]}>{entry.documentNumber}</span>}
        <span>{sayDates(entry, language)}</span>
        <span>
          {message(language, "bulletin.importanceOf", {
            importance: message(language, `bulletin.importance.${entry.importance}`),
          })}
        </span>
      </p>
      {lacksLanguage(entry, language) && <p class="hint">{message(language, "bulletin.japaneseOnly")}</p>}
      <dl class="bulletin-texts">
        <dt>{message(language, "bulletin.summary")}</dt>
        <dd>
          <TextWithTerms text={summary} notes={inSummary} language={language} />
        </dd>
        <dt>{message(language, "bulletin.why")}</dt>
        <dd>
          <TextWithTerms
            text={localize(entry.why, language)}
            notes={own.filter((note) => !inSummary.includes(note))}
            language={language}
          />
        </dd>
      </dl>
      <p class="bulletin-source">
        <Source entry={entry} language={language} />
        <span>{sayMark(entry, language)}</span>
      </p>
    </article>
  );
}

function Source({ entry: { url, reference }, language }: { entry: BulletinEntry; language: Language }) {
  const href = url ?? (reference?.checked === "memory" ? null : (reference?.url ?? null));
  if (href !== null && /^https?:/i.test(href))
    return (
      <a href={href} rel="noreferrer">
        {message(language, url === null ? "bulletin.toReference" : "bulletin.toOriginal")}
      </a>
    );
  return (
    <span>
      {message(language, reference?.checked === "memory" ? "bulletin.checkedByMemory" : "bulletin.trace.noSource")}
    </span>
  );
}

/** Sources that are a page on a phone; of more, the sentences above say how it stands. */
const mostOpen = 20;

function Coverage({ content, language }: { content: BulletinContent; language: Language }) {
  const { coverage } = content;
  return (
    <Section id="coverage" title={message(language, "bulletin.coverage.title")}>
      {sayCoverageLead(content, language).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {coverage.length > 0 && (
        <>
          <Fold
            id="coverage-sources"
            level={3}
            title={message(language, "bulletin.coverage.bySource")}
            note={message(language, "bulletin.coverage.sourceCount", { count: coverage.length })}
            open={coverage.length <= mostOpen}
          >
            <DataTable
              id="coverage-table"
              caption={message(language, "bulletin.coverage.title")}
              captionHidden
              columns={coverageColumns.map((key) => ({
                key,
                label: message(language, `bulletin.coverage.column.${key}`),
                rowHeader: key === "source",
                align: key === "source" || key === "region" || key === "state" ? "start" : "end",
              }))}
              rows={listWatched(coverage).map((row) => ({
                key: row.source,
                cells: Object.fromEntries(coverageColumns.map((key) => [key, sayCoverage(row, key, language)])),
              }))}
              scrollHint={message(language, "tables.scrollHint")}
              emptyText=""
            />
          </Fold>
          {sayUnwatched(coverage, language).map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p class="hint">{sayCoverageNote(content.month, language)}</p>
        </>
      )}
    </Section>
  );
}
