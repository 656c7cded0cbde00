import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { EmptyState } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { OpenData } from "../gather-page.ts";
import { nameSheet } from "../name-sheet.ts";
import { nameArchive, type Release } from "../release.ts";
import { countReleased, firstOfNextMonth, writeNumber, writeReleaseName, writeSize } from "./words.ts";

interface ReleaseProps {
  data: OpenData;
  today: string;
  language: Language;
}

/** The newest archive with what changed, and those before it. */
export function ReleaseSection({ data, today, language }: ReleaseProps) {
  const [latest, ...older] = data.releases;
  const say = (key: "title" | "lead" | "older" | "contents") => message(language, `openData.releases.${key}`);
  return (
    <Section id="releases" title={say("title")} lead={say("lead")}>
      {latest ? (
        <Latest release={latest} data={data} language={language} />
      ) : (
        <EmptyState
          title={message(language, "openData.releases.none")}
          text={message(language, "openData.releases.noneText", {
            date: writeEdtf(firstOfNextMonth(today), language),
          })}
        />
      )}
      {older.length > 0 && <Older releases={older} data={data} language={language} />}
      <details class="open-data-contents">
        <summary>{say("contents")}</summary>
        <ul>
          {(["records", "json", "tables", "iati", "catalogue", "datapackage", "checksums"] as const).map((folder) => (
            <li key={folder}>
              <Coded text={message(language, `openData.readme.folder.${folder}`)} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Latest({ release, data, language }: { release: Release; data: OpenData; language: Language }) {
  const { contents, size } = release;
  return (
    <div class="open-data-latest">
      <div>
        <p class="kicker">{message(language, "openData.releases.latest")}</p>
        <h3>{writeReleaseName(language, release)}</h3>
        <p>
          <a class="button" href={links.openDataFile(language, nameArchive(data.programme.id, release))}>
            {message(language, "openData.releases.download", { size: writeSize(language, size) })}
          </a>
        </p>
      </div>
      <DefinitionList
        items={[
          {
            term: message(language, "openData.releases.asOf"),
            values: [writeEdtf(release.asOf, language)],
          },
          { term: message(language, "openData.releases.made"), values: [formatMoment(language, release.madeAt)] },
          {
            term: message(language, "openData.releases.holds"),
            values: [
              message(language, "openData.releases.holdsText", {
                rows: writeNumber(language, countReleased(contents)),
                tables: contents.tables,
                files: contents.files,
              }),
            ],
          },
          {
            term: message(language, "openData.releases.changes"),
            values: describeChanges(release, language).map((text) => <span key={text}>{text}</span>),
          },
          {
            term: message(language, "openData.releases.hash"),
            values: [<code key="hash">{release.sha256}</code>],
          },
        ]}
      />
    </div>
  );
}

function describeChanges({ contents: { changes } }: Release, language: Language): string[] {
  if (changes === null) return [message(language, "openData.releases.first")];
  const since = message(language, "openData.releases.changesSince", {
    name: writeReleaseName(language, changes.since),
  });
  if (changes.sheets.length === 0) return [since, message(language, "openData.releases.unchanged")];
  return [
    since,
    ...changes.sheets.map(({ sheet, ...counts }) =>
      message(language, "openData.releases.change", {
        label: nameSheet(language, sheet),
        parts: (["added", "changed", "removed"] as const)
          .filter((part) => counts[part] > 0)
          .map((part) => message(language, `openData.releases.${part}`, { count: counts[part] }))
          .join(message(language, "list.separator")),
      }),
    ),
  ];
}

function Older({ releases, data, language }: { releases: Release[]; data: OpenData; language: Language }) {
  const say = (key: "month" | "size" | "changes" | "hash" | "asOf") => message(language, `openData.releases.${key}`);
  return (
    <DataTable
      id="older-releases"
      caption={message(language, "openData.releases.caption")}
      columns={[
        { key: "name", label: say("month"), rowHeader: true },
        { key: "asOf", label: say("asOf"), width: "date" },
        { key: "size", label: say("size"), align: "end" },
        { key: "changes", label: say("changes"), width: "wide" },
        { key: "hash", label: say("hash"), width: "medium" },
      ]}
      rows={releases.map((release) => ({
        key: `${release.month}-${release.version}`,
        cells: {
          name: (
            <a href={links.openDataFile(language, nameArchive(data.programme.id, release))}>
              {writeReleaseName(language, release)}
            </a>
          ),
          asOf: writeEdtf(release.asOf, language),
          size: writeSize(language, release.size),
          changes: describeChanges(release, language).map((text) => (
            <span key={text} class="open-data-change">
              {text}
            </span>
          )),
          hash: <code>{release.sha256}</code>,
        },
      }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText=""
    />
  );
}

/** Words between backquotes are names of files. */
export function Coded({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part))}</>;
}
