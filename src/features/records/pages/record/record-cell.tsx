import type { ComponentChildren } from "preact";
import { writeEdtf } from "../../../../core/edtf-format.ts";
import { type FiscalCalendar, fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { type Language, languages, languageTags } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { splitCell } from "../../../../records/kind.ts";
import { choiceLabel } from "../../../../sheets/choice-label.ts";
import type { Column } from "../../../../sheets/sheet.ts";
import { LinkedWords } from "../../../../web/components/words.tsx";
import type { RecordNames } from "../../record-names.ts";

/** What cells are read with. */
export interface CellReader {
  language: Language;
  calendar: FiscalCalendar;
  names: RecordNames;
}

/** A cell as people read it: names for keys, words for choices, dates as officials write them. */
export function CellValue({
  reader,
  sheet,
  column,
  text,
}: {
  reader: CellReader;
  sheet: string;
  column: Column;
  text: string;
}) {
  const { language } = reader;
  if (text === "") return <span class="quiet">{message(language, "record.empty")}</span>;
  switch (column.value.type) {
    case "reference":
      return <Reference reader={reader} sheet={column.value.sheet} id={text} />;
    case "references": {
      const target = column.value.sheet;
      return (
        <Listed language={language}>
          {splitCell(text).map((id) => (
            <Reference key={id} reader={reader} sheet={target} id={id} />
          ))}
        </Listed>
      );
    }
    case "choice":
      return <>{choiceLabel(language, sheet, column.name, text)}</>;
    case "choices":
      return (
        <Listed language={language}>
          {splitCell(text).map((choice) => (
            <span key={choice}>{choiceLabel(language, sheet, column.name, choice)}</span>
          ))}
        </Listed>
      );
    case "flag":
      return <>{message(language, text === "yes" ? "record.yes" : "record.no")}</>;
    case "edtf":
      return <>{writeEdtf(text, language)}</>;
    case "integer":
      return <>{writeInteger(reader, column.name, text)}</>;
    case "code":
      return isAddress(text) ? <WebAddress href={text} /> : text;
    case "text":
      return isAddress(text) ? <WebAddress href={text} /> : <FreeText text={text} language={languageOf(column.name)} />;
    default:
      return text;
  }
}

function Reference({ reader, sheet, id }: { reader: CellReader; sheet: string; id: string }) {
  return <LinkedWords {...reader.names.find(sheet, id)} />;
}

function Listed({ language, children }: { language: Language; children: ComponentChildren[] }) {
  const separator = message(language, "list.separator");
  return (
    <>
      {children.map((child, index) => (
        <span key={index}>
          {index > 0 && separator}
          {child}
        </span>
      ))}
    </>
  );
}

/** Years stand without a separator between thousands; counts with one. */
function writeInteger({ language, calendar }: CellReader, name: string, text: string): string {
  if (!/^\d+$/.test(text)) return text;
  if (name === "fiscal_year") return fiscalYearLabel(calendar, Number(text), language);
  return new Intl.NumberFormat(languageTags[language]).format(Number(text));
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

/** Typed by people: where it leads is not ours to vouch for. */
function WebAddress({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer nofollow">
      {href}
    </a>
  );
}

function FreeText({ text, language }: { text: string; language: Language | null }) {
  return (
    <span class="free-text" lang={language === null ? undefined : languageTags[language]}>
      {text}
    </span>
  );
}

export function languageOf(column: string): Language | null {
  return languages.find((language) => column.endsWith(`_${language}`)) ?? null;
}
