import { type Language, languages, languageTags } from "../../../../core/language.ts";
import { choiceMessage, findMessageKey, message } from "../../../../messages/message.ts";
import type { RecordContent, RecordKind } from "../../../../records/kind.ts";
import { fieldLabel, sheetLabel } from "../../../../sheets/field-label.ts";
import { DefinitionList } from "../../../../web/components/definition-list.tsx";
import { type CellReader, CellValue, languageOf } from "./record-cell.tsx";
import { type LaidOut, layOutContent } from "./record-layout.ts";

/** Everything that the content says, with the words of the form. */
export function RecordFields({
  reader,
  kind,
  content,
}: {
  reader: CellReader;
  kind: RecordKind;
  content: RecordContent;
}) {
  const { language } = reader;
  return (
    <div class="record-fields">
      {layOutContent(kind, content).map(({ id, items }) => (
        <section key={id} aria-labelledby={`group-${id}`}>
          <h3 id={`group-${id}`}>{nameGroup(language, id)}</h3>
          <DefinitionList
            items={items.map((item) => ({
              term: labelOf(language, kind, item),
              values: [<Item key="value" reader={reader} kind={kind} item={item} />],
            }))}
          />
        </section>
      ))}
    </div>
  );
}

/** A heading of the form, but where the form asks and the page states. */
function nameGroup(language: Language, id: string): string {
  const own = findMessageKey(`record.group.${id}`);
  return own === null ? choiceMessage(language, "entryForm.group", id) : message(language, own);
}

function labelOf(language: Language, kind: RecordKind, item: LaidOut): string {
  return item.kind === "rows"
    ? sheetLabel(language, item.part.sheet.name)
    : fieldLabel(language, kind.sheet.name, item.name);
}

function Item({ reader, kind, item }: { reader: CellReader; kind: RecordKind; item: LaidOut }) {
  if (item.kind === "cell")
    return <CellValue reader={reader} sheet={kind.sheet.name} column={item.column} text={item.text} />;
  return item.kind === "texts" ? (
    <Texts language={reader.language} texts={item.texts} />
  ) : (
    <Rows reader={reader} item={item} />
  );
}

/** The reader's language first; the others below it, each with its name. */
function Texts({ language, texts }: { language: Language; texts: Extract<LaidOut, { kind: "texts" }>["texts"] }) {
  const inOrder = [language, ...languages.filter((other) => other !== language)];
  const sorted = inOrder.flatMap((wanted) => texts.filter(({ column }) => languageOf(column.name) === wanted));
  return (
    <div class="record-texts">
      {sorted.map(({ column, text }, index) => {
        const own = languageOf(column.name) ?? language;
        return (
          <p key={column.name} class={index === 0 ? undefined : "other-language"}>
            {own !== language && (
              <span class="language-name">{message(language, `documents.languageName.${own}`)}</span>
            )}
            <span class="free-text" lang={languageTags[own]}>
              {text}
            </span>
          </p>
        );
      })}
    </div>
  );
}

/** More stand below each other, a card a row. */
const mostTableColumns = 10;

function Rows({ reader, item }: { reader: CellReader; item: Extract<LaidOut, { kind: "rows" }> }) {
  const { part, columns, rows } = item;
  return (
    <table class={columns.length > mostTableColumns ? "part-table part-cards" : "part-table"}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              {fieldLabel(reader.language, part.sheet.name, column.name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column.name} data-label={fieldLabel(reader.language, part.sheet.name, column.name)}>
                {(row[column.name] ?? "") !== "" && (
                  <CellValue reader={reader} sheet={part.sheet.name} column={column} text={row[column.name] ?? ""} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
