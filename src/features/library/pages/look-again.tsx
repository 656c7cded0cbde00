import { type Language, languageTags } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import type { DocumentChanges, RecordChange } from "../compare-document.ts";
import type { Remaking } from "../remake-document.ts";
import { nameRecordKind, RecordName } from "./content-parts.tsx";

/** Whether making the files again from what was kept gave the same bytes. */
export function RemakeReport({ remaking, language }: { remaking: Remaking; language: Language }) {
  const { state, files, writer } = remaking;
  const isOtherWriter = writer.kept !== writer.now;
  return (
    <Notice
      tone={state === "same" ? "success" : state === "different" && isOtherWriter ? "warning" : "error"}
      title={message(language, `library.remake.${state}`)}
    >
      <ul>
        {files.map(({ format, kept, remade }) => (
          <li key={format}>
            {message(
              language,
              remade === null
                ? "library.remake.none"
                : kept === remade
                  ? "library.remake.fileSame"
                  : "library.remake.fileOther",
              {
                format: message(language, `library.format.${format}`),
              },
            )}
            {remade !== null && (
              <>
                {" "}
                <code>{remade}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {isOtherWriter && <p>{message(language, "library.remake.writer", writer)}</p>}
      {state === "different" && !isOtherWriter && <p>{message(language, "library.remake.unexplained")}</p>}
    </Notice>
  );
}

interface ChangeReportProps {
  changes: DocumentChanges;
  titles: ReadonlyMap<string, Localized>;
  language: Language;
  documentLanguage: Language;
  hrefOf(record: { kind: string; id: string }): string;
}

/** What the same document would say otherwise if it were made today. */
export function ChangeReport({ changes, titles, language, documentLanguage, hrefOf }: ChangeReportProps) {
  const { figures, records, subjectGone } = changes;
  if (subjectGone)
    return (
      <Notice tone="warning">
        <p>{message(language, "library.changes.subjectGone")}</p>
      </Notice>
    );
  if (figures.length === 0 && records.length === 0)
    return (
      <Notice tone="success" title={message(language, "library.changes.none")}>
        <p>
          {message(language, "library.changes.compared", {
            figures: changes.figuresCompared,
            records: changes.recordsCompared,
          })}
        </p>
      </Notice>
    );
  const inDocument = (text: string) => (
    <span lang={documentLanguage === language ? undefined : languageTags[documentLanguage]}>{text}</span>
  );
  const none = <span class="hint">{message(language, "library.changes.absent")}</span>;
  return (
    <Section
      id="changes"
      title={message(language, "library.changes.title")}
      lead={message(language, "library.changes.lead", { figures: figures.length, records: records.length })}
    >
      {figures.length > 0 && (
        <DataTable
          id="changed-figures"
          caption={message(language, "library.changes.figures")}
          columns={[
            { key: "label", label: message(language, "library.figure.label"), width: "wide" },
            { key: "before", label: message(language, "library.changes.before") },
            { key: "after", label: message(language, "library.changes.after") },
          ]}
          rows={figures.map(({ key, label, before, after }) => ({
            key,
            cells: {
              label: inDocument(label),
              before: before === null ? none : <del>{inDocument(before)}</del>,
              after: after === null ? none : <ins>{inDocument(after)}</ins>,
            },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText=""
        />
      )}
      {records.length > 0 && (
        <DataTable
          id="changed-records"
          caption={message(language, "library.changes.records")}
          columns={[
            { key: "record", label: message(language, "library.changes.record"), width: "wide" },
            { key: "change", label: message(language, "library.changes.what") },
          ]}
          rows={records.map((record) => ({
            key: `${record.kind}/${record.id}`,
            cells: {
              record: (
                <>
                  <span class="hint">{nameRecordKind(record.kind, language)}</span>
                  <RecordName
                    record={{ kind: record.kind, id: record.id, version: null }}
                    titles={titles}
                    language={language}
                    hrefOf={hrefOf}
                  />
                </>
              ),
              change: describeChange(record, language),
            },
          }))}
          scrollHint={message(language, "tables.scrollHint")}
          emptyText=""
        />
      )}
    </Section>
  );
}

function describeChange({ before, after }: RecordChange, language: Language): string {
  if (!before) return message(language, "library.changes.added");
  if (!after) return message(language, "library.changes.gone");
  return message(language, "library.changes.version", {
    before: before.version ?? "–",
    after: after.version ?? "–",
  });
}
