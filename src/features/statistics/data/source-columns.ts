import { localize } from "../../../core/localized.ts";
import type { Source } from "../../programme/source.ts";
import { type DataColumn, type DataRequest, textColumn } from "./columns.ts";

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
    textColumn(request, "source_row", (row) => sourceOf(row).row),
  ];
}
