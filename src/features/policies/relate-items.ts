import { sql } from "kysely";
import type { WriteTransaction } from "../../db/transaction.ts";
import { findLinks, keysOfReferences, type LinkCandidate } from "./classify/find-links.ts";
import { findReferences } from "./classify/find-references.ts";
import { titleKey } from "./classify/title-key.ts";
import type { PolicyItem } from "./item.ts";
import { toItem } from "./item-row.ts";
import { proposeLinks } from "./store.ts";

/** One that is named by more is a law that everybody cites; a person links what matters. */
const mostNaming = 50;

/**
 * Links an item with those that it names by number or title and with its own earlier version, and lets those that came before it
 * and named it find it now.
 */
export async function relateItem(transaction: WriteTransaction, item: PolicyItem): Promise<void> {
  await keepReferences(transaction, item);
  await linkItem(transaction, item);
  for (const other of await findNaming(transaction, item)) await linkItem(transaction, other);
}

async function linkItem(transaction: WriteTransaction, item: PolicyItem): Promise<void> {
  const subject = toSubject(item);
  const links = findLinks(subject, await findCandidates(transaction, item));
  await transaction.deleteFrom("item_links").where("item", "=", item.id).where("state", "=", "proposed").execute();
  await proposeLinks(
    transaction,
    links.map(({ kind, target, reasons }) => ({ item: item.id, kind, target, reasons, state: "proposed" })),
  );
}

function toSubject(item: PolicyItem) {
  const { id, documentNumber, blocks, day, written, published } = item;
  return { id, title: item.title[item.language] ?? "", documentNumber, blocks, day, written, published };
}

async function keepReferences(transaction: WriteTransaction, item: PolicyItem): Promise<void> {
  const { numbers, titleKeys } = keysOfReferences(findReferences(toSubject(item)));
  await transaction.deleteFrom("item_references").where("item", "=", item.id).execute();
  const rows = [
    ...numbers.map((number) => ({ item: item.id, number, title_key: null })),
    ...titleKeys.map((title_key) => ({ item: item.id, number: null, title_key })),
  ];
  if (rows.length > 0) await transaction.insertInto("item_references").values(rows).execute();
}

async function findCandidates(transaction: WriteTransaction, item: PolicyItem): Promise<LinkCandidate[]> {
  const { numbers, titleKeys } = keysOfReferences(findReferences(toSubject(item)));
  const keys = [...titleKeys, titleKey(item.title[item.language] ?? "")];
  const { rows } = await sql<LinkCandidate>`
    SELECT id, title ->> language AS title, document_number AS "documentNumber", day::text AS day, written, published
    FROM policy_items
    WHERE id <> ${item.id} AND is_original AND (document_number = ANY (${numbers}) OR title_key = ANY (${keys}))`.execute(
    transaction,
  );
  return rows;
}

async function findNaming(transaction: WriteTransaction, item: PolicyItem): Promise<PolicyItem[]> {
  const key = titleKey(item.title[item.language] ?? "");
  const rows = await transaction
    .selectFrom("policy_items")
    .selectAll()
    .where("id", "<>", item.id)
    .where("origin", "<>", "programme")
    .where((where) =>
      where.or([
        where(
          "id",
          "in",
          where
            .selectFrom("item_references")
            .select("item_references.item")
            .where((inner) =>
              inner.or([
                inner("title_key", "=", key),
                ...(item.documentNumber === null ? [] : [inner("number", "=", item.documentNumber)]),
              ]),
            ),
        ),
        // A later version of the same title that was read before this one.
        where.and([where("policy_items.title_key", "=", key), where("day", ">", item.day)]),
      ]),
    )
    .limit(mostNaming)
    .execute();
  return rows.map(toItem);
}
