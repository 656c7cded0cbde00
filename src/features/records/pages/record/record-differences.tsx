import type { ComponentChildren } from "preact";
import { languageTags } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { Difference } from "../../../../records/compare.ts";
import type { RecordKind } from "../../../../records/kind.ts";
import { fieldLabel, sheetLabel } from "../../../../sheets/field-label.ts";
import type { Column } from "../../../../sheets/sheet.ts";
import type { Visibility } from "../../record.ts";
import { type CellReader, CellValue, languageOf } from "./record-cell.tsx";
import { splitChange } from "./split-change.ts";

export interface DifferencesProps {
  reader: CellReader;
  kind: RecordKind;
  differences: readonly Difference[];
  /** who may see it, before and after, where that differs */
  visibility?: { before: Visibility; after: Visibility } | undefined;
}

/** What changed, field by field, old beside new; rows of parts that are new or gone stand as rows. */
export function Differences({ reader, kind, differences, visibility }: DifferencesProps) {
  const { language } = reader;
  const groups = [...Map.groupBy(differences, ({ sheet, row, change }) => `${sheet}/${row ?? ""}/${change}`).values()];
  const seen = visibility && visibility.before !== visibility.after ? visibility : null;
  if (groups.length === 0 && !seen) return <p class="quiet">{message(language, "history.same")}</p>;
  return (
    <div class="differences">
      <div class="difference-head" aria-hidden="true">
        <span>{message(language, "history.field")}</span>
        <span>{message(language, "history.before")}</span>
        <span>{message(language, "history.after")}</span>
      </div>
      <dl>
        {seen && (
          <Change
            reader={reader}
            label={message(language, "visibility.label")}
            before={<del>{message(language, `visibility.${seen.before}`)}</del>}
            after={<ins>{message(language, `visibility.${seen.after}`)}</ins>}
          />
        )}
        {groups.map((group) => (
          <Group
            key={`${group[0]?.sheet}${group[0]?.row}${group[0]?.change}`}
            reader={reader}
            kind={kind}
            group={group}
          />
        ))}
      </dl>
    </div>
  );
}

function Group({ reader, kind, group }: { reader: CellReader; kind: RecordKind; group: readonly Difference[] }) {
  const [first] = group;
  if (!first) return null;
  if (first.change === "cell")
    return (
      <>
        {group.map((difference) => (
          <CellChange key={difference.column} reader={reader} kind={kind} difference={difference} />
        ))}
      </>
    );
  const isNew = first.change === "row-added";
  const absent = <span class="quiet">{message(reader.language, "history.absent")}</span>;
  const row = <RowText reader={reader} kind={kind} group={group} />;
  return (
    <Change
      reader={reader}
      label={`${sheetLabel(reader.language, first.sheet)} ${message(reader.language, isNew ? "history.rowAdded" : "history.rowRemoved")}`}
      before={isNew ? absent : <del>{row}</del>}
      after={isNew ? <ins>{row}</ins> : absent}
    />
  );
}

function CellChange({ reader, kind, difference }: { reader: CellReader; kind: RecordKind; difference: Difference }) {
  const { sheet, column: name, before, after, row } = difference;
  const { language } = reader;
  const column = findColumn(kind, sheet, name);
  const field = fieldLabel(language, sheet, name);
  const label =
    row === null
      ? field
      : message(language, "history.rowField", { part: sheetLabel(language, sheet), row: row + 1, field });
  if (!column) return null;
  if (column.value.type === "text" && before !== "" && after !== "")
    return <TextChange reader={reader} label={label} column={column} before={before} after={after} />;
  const show = (text: string) => <CellValue reader={reader} sheet={sheet} column={column} text={text} />;
  return (
    <Change
      reader={reader}
      label={label}
      before={before === "" ? null : <del>{show(before)}</del>}
      after={after === "" ? null : <ins>{show(after)}</ins>}
    />
  );
}

/** Of a longer text, only what changed is marked. */
function TextChange({
  reader,
  label,
  column,
  before,
  after,
}: {
  reader: CellReader;
  label: string;
  column: Column;
  before: string;
  after: string;
}) {
  const { start, removed, added, end } = splitChange(before, after);
  const own = languageOf(column.name);
  const lang = own === null ? undefined : languageTags[own];
  return (
    <Change
      reader={reader}
      label={label}
      before={
        <span class="free-text" lang={lang}>
          {start}
          {removed !== "" && <del>{removed}</del>}
          {end}
        </span>
      }
      after={
        <span class="free-text" lang={lang}>
          {start}
          {added !== "" && <ins>{added}</ins>}
          {end}
        </span>
      }
    />
  );
}

function Change({
  reader,
  label,
  before,
  after,
}: {
  reader: CellReader;
  label: string;
  before: ComponentChildren;
  after: ComponentChildren;
}) {
  const { language } = reader;
  return (
    <div class="difference">
      <dt>{label}</dt>
      <dd class="difference-before">
        <span class="difference-side">{message(language, "history.before")}</span>
        {before ?? <span class="quiet">{message(language, "record.empty")}</span>}
      </dd>
      <dd class="difference-after">
        <span class="difference-side">{message(language, "history.after")}</span>
        {after ?? <span class="quiet">{message(language, "record.empty")}</span>}
      </dd>
    </div>
  );
}

function RowText({ reader, kind, group }: { reader: CellReader; kind: RecordKind; group: readonly Difference[] }) {
  const { language } = reader;
  return (
    <>
      {group.map(({ sheet, column: name, before, after }, index) => {
        const column = findColumn(kind, sheet, name);
        return (
          column && (
            <span key={name}>
              {index > 0 && message(language, "list.slash")}
              {fieldLabel(language, sheet, name)}
              {message(language, "record.colon")}
              <CellValue reader={reader} sheet={sheet} column={column} text={after || before} />
            </span>
          )
        );
      })}
    </>
  );
}

function findColumn(kind: RecordKind, sheet: string, name: string): Column | undefined {
  const columns = [kind.sheet, ...kind.parts.map((part) => part.sheet)].find((one) => one.name === sheet)?.columns;
  return columns?.find((column) => column.name === name);
}
