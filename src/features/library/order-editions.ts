import { type Language, orderLanguages } from "../../core/language.ts";
import type { DocumentSummary } from "./document.ts";

/**
 * Documents that say the same in several languages stand together, the reader's own language first, then in the order of the
 * languages; groups keep the order in which their first one came.
 */
export function orderEditions<
  Document extends Pick<DocumentSummary, "kind" | "language" | "asOf" | "basis" | "parameters">,
>(documents: readonly Document[], reader: Language): Document[] {
  const order = orderLanguages(reader);
  const groups = Map.groupBy(documents, ({ kind, asOf, basis, parameters: { fiscalYear, subject, maker } }) =>
    JSON.stringify([kind, fiscalYear, subject, asOf, basis, maker]),
  );
  return [...groups.values()].flatMap((editions) =>
    editions.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language)),
  );
}
