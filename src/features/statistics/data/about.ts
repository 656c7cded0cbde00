import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import { message } from "../../../messages/message.ts";
import type { DataRequest } from "./columns.ts";

/** What stands beside a data table in words, as the rule of 2026-03-31 asks (L3-08). The address is its publisher's to add. */
export function describeTable(
  request: DataRequest,
  table: {
    definition: readonly string[];
    method: string;
    documents: readonly string[];
    notes: readonly string[];
  },
): DataTable["about"] {
  const { language, asOf, books, definition, fiscalYear, programme } = request;
  const say = (term: AboutTerm, texts: readonly string[]) =>
    texts.map((text) => ({ term: message(language, `dataTable.about.${term}`), text }));
  const documents = [...new Set([...definition.documents, ...table.documents])].map((id) => {
    const { title, asOf: day, publisher } = books.document(id);
    const values = { name: localize(title, language).text, date: writeEdtf(day, language) };
    return publisher === null || publisher === ""
      ? message(language, "dataTable.source", values)
      : message(language, "dataTable.sourceBy", { ...values, publisher });
  });
  return [
    ...say("title", [localize(definition.title, language).text]),
    ...say("programme", [localize(programme.name, language).text]),
    ...say("definition", table.definition),
    ...say("method", [table.method]),
    ...(fiscalYear === null
      ? []
      : say("period", [message(language, "dataTable.period", { year: String(fiscalYear) })])),
    ...say("asOf", [asOf]),
    ...say("source", documents),
    ...say("note", table.notes),
    ...say("missing", [message(language, "dataTable.missing")]),
    ...say("update", [message(language, "dataTable.update", { date: asOf })]),
    ...say("language", [message(language, "dataTable.language")]),
    ...say("encoding", [message(language, "dataTable.encoding")]),
    ...say("cleaning", [message(language, "dataTable.cleaning")]),
    ...say("licence", ["CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"]),
  ];
}

type AboutTerm =
  | "title"
  | "programme"
  | "definition"
  | "method"
  | "period"
  | "asOf"
  | "source"
  | "note"
  | "missing"
  | "update"
  | "language"
  | "encoding"
  | "cleaning"
  | "licence";
