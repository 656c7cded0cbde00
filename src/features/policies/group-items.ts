import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import { type PolicyBlock, textOfBlocks } from "./blocks.ts";
import { areVersions, type Dated, repeatedWithinDays } from "./classify/are-versions.ts";
import { chooseOriginal } from "./classify/choose-original.ts";
import { maySayTheSame, sayTheSame } from "./classify/similar/compare-texts.ts";
import { signText, type TextSignature } from "./classify/similar/sign-text.ts";
import { titleKey } from "./classify/title-key.ts";
import type { PolicyItem } from "./item.ts";
import type { PolicyKnowledge } from "./knowledge.ts";
import { findItems } from "./store.ts";

/** A band that more items share than this is common boilerplate. */
const mostCandidates = 200;

/**
 * Finds the items that say the same as this one, by the bands of its signature, by the signature and then word for word, and chooses the official
 * original among all of them. Groups are changed by one process at a time, so that two reposts that arrive together meet.
 */
export async function groupItem(
  transaction: WriteTransaction,
  item: PolicyItem,
  knowledge: PolicyKnowledge,
  now: Date,
): Promise<void> {
  const text = textOfBlocks(item.blocks);
  if (text === "") return;
  const signed = signText(text);
  await sql`SELECT pg_advisory_xact_lock(hashtext('renkei policy groups'))`.execute(transaction);
  await sql`
    INSERT INTO policy_signatures (item, signature, bands) VALUES (${item.id}, ${Buffer.from(signed.signature)}, ${signed.bands.map(String)})
    ON CONFLICT (item) DO UPDATE SET signature = excluded.signature, bands = excluded.bands`.execute(transaction);
  const alike = await findAlike(transaction, item, text, signed);
  const members = await findGroup(transaction, item, alike);
  if (members.length < 2) return leaveGroup(transaction, item, knowledge, now);
  await putTogether(transaction, members, knowledge, now);
}

/** What was taken for a repost and is none, as it reads now, stands by itself; those that it leaves have their original among themselves. */
async function leaveGroup(
  transaction: WriteTransaction,
  { id, group }: PolicyItem,
  knowledge: PolicyKnowledge,
  now: Date,
): Promise<void> {
  if (group === null) return;
  const rows = await transaction
    .selectFrom("policy_items")
    .select("id")
    .where("group_head", "=", group)
    .where("id", "<>", id)
    .execute();
  const others = rows.map((row) => row.id);
  const alone = others.length === 1 ? [id, ...others] : [id];
  await transaction
    .updateTable("policy_items")
    .set({ group_head: null, is_original: true, updated_at: now })
    .where("id", "in", alone)
    .execute();
  if (others.length > 1) await putTogether(transaction, others, knowledge, now);
}

async function putTogether(
  transaction: WriteTransaction,
  members: readonly string[],
  knowledge: PolicyKnowledge,
  now: Date,
): Promise<void> {
  const original = await findOriginal(transaction, members, knowledge);
  if (original === null) return;
  await transaction
    .updateTable("policy_items")
    .set({ group_head: original, is_original: sql<boolean>`id = ${original}`, updated_at: now })
    .where("id", "in", members)
    .execute();
}

async function findOriginal(
  transaction: WriteTransaction,
  members: readonly string[],
  { bodies }: PolicyKnowledge,
): Promise<string | null> {
  const items = await findItems(transaction, members);
  const candidates = items.map((item) => ({
    id: item.id,
    bodies: item.bodies,
    documentNumber: item.documentNumber,
    url: item.url,
    sourceBody: item.place?.body ?? null,
    sourceAddress: item.place?.address ?? null,
    day: item.day,
    foundAt: item.foundAt,
  }));
  return chooseOriginal(candidates, bodies)?.id ?? null;
}

/** The same text of another day is another version of a regulation, or a renewal, and no repost. */
async function findAlike(
  transaction: WriteTransaction,
  item: PolicyItem,
  text: string,
  { signature, bands }: TextSignature,
): Promise<string[]> {
  const { rows: candidates } = await sql<Dated & { item: string; signature: Uint8Array; length: number }>`
    SELECT item, signature, length(blocks::text) AS length, title_key AS "titleKey", document_number AS "documentNumber", written,
      published, day::text AS day
    FROM policy_signatures JOIN policy_items ON policy_items.id = item
    WHERE bands && ${bands.map(String)}::bigint[] AND item <> ${item.id}
      AND (written IS NULL AND published IS NULL OR ${item.written ?? item.published}::text IS NULL OR written = ${item.written}
        OR abs(day - ${item.day}::date) < ${repeatedWithinDays})
    LIMIT ${mostCandidates}`.execute(transaction);
  const length = JSON.stringify(item.blocks).length;
  const own = { ...item, titleKey: titleKey(item.title[item.language] ?? "") };
  const likely = candidates.filter(
    (candidate) => !areVersions(own, candidate) && maySayTheSame({ signature, length }, candidate),
  );
  if (likely.length === 0) return [];
  const rows = await transaction
    .selectFrom("policy_items")
    .select(["id", "blocks"])
    .where(
      "id",
      "in",
      likely.map(({ item }) => item),
    )
    .execute();
  return rows
    .filter(({ blocks }) => sayTheSame(text, textOfBlocks(blocks as unknown as PolicyBlock[])))
    .map(({ id }) => id);
}

/** The item, those like it, and those that are in a group with one of them. */
async function findGroup(transaction: WriteTransaction, item: PolicyItem, alike: readonly string[]): Promise<string[]> {
  if (alike.length === 0) return [];
  const heads = await transaction
    .selectFrom("policy_items")
    .select("group_head")
    .where("id", "in", [item.id, ...alike])
    .where("group_head", "is not", null)
    .execute();
  const known = [...new Set(heads.flatMap(({ group_head }) => group_head ?? []))];
  const grouped =
    known.length === 0
      ? []
      : await transaction.selectFrom("policy_items").select("id").where("group_head", "in", known).execute();
  return [...new Set([item.id, ...alike, ...grouped.map(({ id }) => id)])];
}
