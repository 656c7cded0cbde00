import { sql } from "kysely";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Remark } from "./remarks.ts";

export async function insertRemark(transaction: WriteTransaction, translation: string, remark: Remark): Promise<void> {
  await sql`INSERT INTO translation_remarks (translation, author, body, at)
    VALUES (${translation}, ${remark.author}, ${remark.text}, ${remark.at})`.execute(transaction);
}

export async function readRemarks(transaction: ReadTransaction, translation: string): Promise<Remark[]> {
  const { rows } = await sql<{ author: string; body: string; at: Date }>`
    SELECT author, body, at FROM translation_remarks WHERE translation = ${translation} ORDER BY at DESC, id DESC`.execute(
    transaction,
  );
  return rows.map(({ author, body, at }) => ({ author, text: body, at: new Date(at) }));
}
