import { sql } from "kysely";
import type { Language } from "../../../core/language.ts";
import { type Block, fillOutline, joinRuns } from "../../../documents/report.ts";
import { links } from "../../../web/links.ts";
import type { DocumentContent } from "../../library/document.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches } from "./record-parts.ts";

/** Documents as they were kept, with the text that they say. */
export const libraryDocuments: SearchContributor = {
  name: "library-documents",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string | null }>`
      SELECT md5(string_agg(concat_ws(' ', id, visibility, removed_at), ',' ORDER BY id)) AS mark FROM library_documents`.execute(
      transaction,
    );
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const ids = await transaction
      .selectFrom("library_documents")
      .select("id")
      .where("removed_at", "is", null)
      .execute();
    for (let start = 0; start < ids.length; start += 5) {
      const rows = await transaction
        .selectFrom("library_documents")
        .select(["id", "language", "title", "as_of", "visibility", "content"])
        .where(
          "id",
          "in",
          ids.slice(start, start + 5).map(({ id }) => id),
        )
        .execute();
      yield* inBatches(
        rows.map(({ id, language, title, as_of, visibility, content }): SearchSubject => {
          const { outline, report } = content as unknown as DocumentContent;
          const isPublic = visibility === "public";
          return {
            kind: "library-document",
            id,
            visibility: isPublic ? everybody : allMembers,
            language,
            title: { [language]: title },
            date: as_of,
            fields: {},
            href: isPublic ? pathOf((of) => links.libraryDocument(of, id)) : null,
            memberHref: pathOf((of) => links.memberDocument(of, id)),
            passages: readBlocks(fillOutline(outline, report.values), language),
          };
        }),
      );
    }
  },
};

/** The text by its headings, which say where a passage stands. */
function readBlocks(blocks: readonly Block[], language: Language): SearchSubject["passages"] {
  const passages: { place: string | null; language: Language; text: string }[] = [];
  let place: string | null = null;
  for (const block of blocks) {
    if (block.is === "heading") place = block.text;
    const text = textOf(block);
    const last = passages.at(-1);
    if (text === "") continue;
    if (last && last.place === place) last.text += `\n${text}`;
    else passages.push({ place, language, text });
  }
  return passages;
}

function textOf(block: Block): string {
  switch (block.is) {
    case "heading":
      return block.text;
    case "paragraph":
      return joinRuns(block.runs);
    case "list":
      return block.items.map(joinRuns).join("\n");
    case "facts":
      return block.rows.map(({ term, runs }) => `${term} ${joinRuns(runs)}`).join("\n");
    case "key-figures":
      return block.items.map(({ value, label }) => `${label} ${value}`).join("\n");
    default:
      return "";
  }
}
