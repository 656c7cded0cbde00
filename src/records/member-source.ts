import { sql } from "kysely";
import type { WriteTransaction } from "../db/transaction.ts";
import type { Cells, RecordContent, RecordKind } from "./kind.ts";

/** The document that records cite which were entered here and stand in no other. */
export const memberDocumentId = "member-entries";

/** Rows without a source come from whoever entered them. */
export function completeSources(kind: RecordKind, content: RecordContent, owner: string | null): RecordContent {
  const complete = (cells: Cells): Cells =>
    cells.source ? cells : { ...cells, source: memberDocumentId, source_place: owner ?? memberDocumentId };
  const hasSource = (sheet: string) => kind.parts.some((part) => part.sheet.name === sheet && citesSource(part.sheet));
  return {
    fields: citesSource(kind.sheet) ? complete(content.fields) : content.fields,
    parts: Object.fromEntries(
      Object.entries(content.parts).map(([sheet, rows]) => [sheet, hasSource(sheet) ? rows.map(complete) : rows]),
    ),
  };
}

export function needsMemberDocument({ fields, parts }: RecordContent): boolean {
  return [fields, ...Object.values(parts).flat()].some(({ source }) => source === memberDocumentId);
}

/** Puts the document in where it is not there yet; of two that do so at the same moment, the later one finds it there. */
export async function memberDocument(transaction: WriteTransaction, today: string): Promise<void> {
  await sql`
    INSERT INTO documents (row_number, id, title_ja, title_zh, title_en, language, as_of, as_of_from, as_of_to)
    SELECT coalesce(max(row_number), 0) + 1, ${memberDocumentId}::text, '会員による入力（Renkei）', '会员录入（Renkei）',
           'Entered by members (Renkei)', 'ja', ${today}, ${today}::date, ${today}::date
    FROM documents
    HAVING bool_and(id <> ${memberDocumentId}) IS NOT FALSE
    ON CONFLICT (id) DO NOTHING`.execute(transaction);
}

function citesSource(sheet: RecordKind["sheet"]): boolean {
  return sheet.columns.some(({ name }) => name === "source");
}
