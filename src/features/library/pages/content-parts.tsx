import { type Language, languageTags } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ReportFigure } from "../../reports/report-kind.ts";
import type { DocumentRecord } from "../document.ts";
import { findMentioned } from "../record-titles.ts";

const shownAtOnce = 12;

/** Every number of the document with what it counts; a long list waits folded. */
export function FigureTable({
  figures,
  language,
  documentLanguage,
}: {
  figures: readonly ReportFigure[];
  language: Language;
  documentLanguage: Language;
}) {
  const inDocument = (text: string) => (
    <span lang={documentLanguage === language ? undefined : languageTags[documentLanguage]}>{text}</span>
  );
  const table = (
    <DataTable
      id="figure-table"
      caption={message(language, "library.preview.figuresTitle")}
      captionHidden
      columns={[
        { key: "label", label: message(language, "library.figure.label"), width: "wide" },
        { key: "value", label: message(language, "library.figure.value"), align: "end" },
      ]}
      rows={figures.map(({ key, label, value }) => ({
        key,
        cells: { label: inDocument(label), value: inDocument(value) },
      }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText=""
    />
  );
  if (figures.length <= shownAtOnce) return table;
  return (
    <details>
      <summary>{message(language, "library.figure.all", { count: figures.length })}</summary>
      {table}
    </details>
  );
}

interface RecordListProps {
  records: readonly DocumentRecord[];
  titles: ReadonlyMap<string, Localized>;
  language: Language;
  hrefOf(record: DocumentRecord): string | null;
}

/** The records that it rests on with their versions, by kind. */
export function RecordList({ records, titles, language, hrefOf }: RecordListProps) {
  return (
    <div class="document-records">
      {[...Map.groupBy(records, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <details key={kind} open={ofKind.length <= shownAtOnce && ofKind.some(({ id }) => titles.has(`${kind}/${id}`))}>
          <summary>
            {message(language, "library.records.ofKind", {
              kind: nameRecordKind(kind, language),
              count: ofKind.length,
            })}
          </summary>
          <ul>
            {ofKind.map((record) => (
              <li key={record.id}>
                <RecordName record={record} titles={titles} language={language} hrefOf={hrefOf} />
                {record.version !== null && (
                  <span class="document-record-version">
                    {message(language, "library.records.version", { version: record.version })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

export function RecordName({
  record,
  titles,
  language,
  hrefOf,
}: Omit<RecordListProps, "records"> & { record: DocumentRecord }) {
  const title = titles.get(`${record.kind}/${record.id}`);
  if (!title) return <code>{record.id}</code>;
  const href = record.kind === "document" ? links.document(language, record.id) : hrefOf(record);
  return <LinkedWords text={localize(title, language)} href={href ?? undefined} />;
}

export function nameRecordKind(kind: string, language: Language): string {
  return choiceMessage(language, "library.recordKind", kind);
}

const gapsAtOnce = 8;

/** What the records lack, each with the way to mend it where the record is known; a long list waits folded. */
export function GapList({
  gaps,
  records,
  titles,
  language,
  documentLanguage,
}: {
  gaps: readonly string[];
  records: readonly DocumentRecord[];
  titles: ReadonlyMap<string, Localized>;
  language: Language;
  documentLanguage: Language;
}) {
  const list = (
    <ul class="document-gaps">
      {gaps.map((gap) => {
        const record = findMentioned(gap, records, titles, documentLanguage);
        return (
          <li key={gap}>
            <span lang={documentLanguage === language ? undefined : languageTags[documentLanguage]}>{gap}</span>
            {record && (
              <>
                {" "}
                <a href={links.memberRecord(language, record.kind, record.id)}>
                  {message(language, "library.gap.open")}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
  if (gaps.length <= gapsAtOnce) return list;
  return (
    <details>
      <summary>{message(language, "library.gap.all", { count: gaps.length })}</summary>
      {list}
    </details>
  );
}
