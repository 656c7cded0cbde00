import { type Language, languageTags } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { isRecordKindId } from "../../../records/kind.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import type { ReportFigure } from "../../reports/report-kind.ts";
import type { DocumentRecord } from "../document.ts";

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
        <details key={kind} open={ofKind.length <= shownAtOnce}>
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
  const text = title ? localize(title, language) : record.id;
  const known = title !== undefined && isRecordKindId(record.kind);
  return <LinkedWords text={text} href={(known ? hrefOf(record) : null) ?? undefined} />;
}

export function nameRecordKind(kind: string, language: Language): string {
  return isRecordKindId(kind) ? message(language, `library.recordKind.${kind}`) : kind;
}
