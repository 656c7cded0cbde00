import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Source } from "../../programme/source.ts";
import { type DataColumn, type DataRequest, numberColumn, textColumn } from "./columns.ts";

/** The document of which a record was taken and where it stands there; of a member's record, who entered it. */
export function sourceColumns<Row>(request: DataRequest, sourceOf: (row: Row) => Source): DataColumn<Row>[] {
  const { books, language } = request;
  return [
    textColumn(request, "source_document_id", (row) => sourceOf(row).document),
    textColumn(
      request,
      "source_document_title",
      (row) => localize(books.document(sourceOf(row).document).title, language).text,
    ),
    textColumn(request, "source_place", (row) => {
      const source = sourceOf(row);
      return books.enteredBy(source, language) ?? source.place;
    }),
    // Some rows have a number, some are called 「備考3」: a column of numbers holds no words (L2-01).
    numberColumn(request, "source_row_number", message(language, "dataTable.unit.ordinal"), (row) =>
      isNumber(sourceOf(row).row) ? Number(sourceOf(row).row) : null,
    ),
    textColumn(request, "source_row_name", (row) => (isNumber(sourceOf(row).row) ? null : sourceOf(row).row)),
  ];
}

function isNumber(row: string | null): boolean {
  return row !== null && /^\d+$/.test(row);
}
