import { isLanguage } from "../../../core/language.ts";
import { localizedFromRow } from "../../../core/localized.ts";
import { links } from "../../../web/links.ts";
import { findRevision } from "../../programme/revision.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { everybody, inBatches, passagesOf } from "./record-parts.ts";

/** Documents that the records cite. */
export const sourceDocuments: SearchContributor = {
  name: "source-documents",
  readMark: async (transaction) => String(await findRevision(transaction)),
  async *read(_context, transaction) {
    const rows = await transaction.selectFrom("documents").selectAll().orderBy("row_number").execute();
    yield* inBatches(
      rows.map(
        (row): SearchSubject => ({
          kind: "source-document",
          id: row.id,
          visibility: everybody,
          language: isLanguage(row.language) ? row.language : null,
          title: localizedFromRow(row, "title"),
          date: row.published_from ?? row.as_of_from,
          fields: {},
          href: pathOf((language) => links.document(language, row.id)),
          passages: passagesOf(localizedFromRow(row, "note"), row.publisher === null ? null : { ja: row.publisher }),
        }),
      ),
    );
  },
};
