import { isDeepStrictEqual } from "node:util";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { raiseRevision } from "../programme/revision.ts";
import type { Classification, ClassifySubject } from "./classify/classification.ts";
import { classifyItem, prepareFinders } from "./classify/classify-item.ts";
import { type IssuerGrounds, matchBodies } from "./classify/match-bodies.ts";
import type { PolicyItem, Tag } from "./item.ts";
import { getKnowledge, type PolicyKnowledge } from "./knowledge.ts";
import { lockItem, saveItem } from "./store.ts";

/** The item with what the rules say now; what people, or the programme's list, said stays. */
export function classifyAgain(
  item: PolicyItem,
  knowledge: PolicyKnowledge,
): { item: PolicyItem; classification: Classification } {
  const classification = classifyItem(toSubject(item), knowledge);
  if (item.origin === "programme") return { item, classification };
  const { kind } = classification;
  const isKindSet = item.fields.kind?.origin === "person";
  return {
    classification,
    item: {
      ...item,
      bodies: classification.bodies,
      kind: isKindSet ? item.kind : (kind?.value ?? null),
      fields: isKindSet || kind === null ? item.fields : { ...item.fields, kind },
      topics: classification.topics,
      regions: classification.regions,
      importanceProposed: classification.importance,
      importanceReasons: classification.importanceReasons,
    },
  };
}

/** How it is known who issued an item; null where nothing tells. */
export function groundsOfIssuer(item: PolicyItem, knowledge: PolicyKnowledge): IssuerGrounds | null {
  const { bodies, regions } = prepareFinders(knowledge);
  return matchBodies(toSubject(item), bodies, regions).grounds;
}

function toSubject(item: PolicyItem): ClassifySubject {
  return {
    title: item.title[item.language] ?? "",
    blocks: item.blocks,
    documentNumber: item.documentNumber,
    bodyNames: item.bodyNames,
    subjectCategory: item.fields.subjectCategory?.value ?? null,
    source: item.place,
    said: {
      kind: item.fields.kind?.origin === "person" ? item.fields.kind.value : null,
      topics: item.topics.filter(isSaid),
      regions: item.regions.filter(isSaid),
    },
  };
}

function isSaid({ by }: Tag): boolean {
  return by !== "rule";
}

/** After a change of the rules: all items that the desk found, one transaction each, so that nobody waits for long. */
export async function reclassifyItems(
  context: Context,
  { onProgress = () => {} }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<{ changed: number }> {
  const knowledge = await getKnowledge(context);
  const ids = await read(context.database, async (transaction) =>
    (
      await transaction
        .selectFrom("policy_items")
        .select("id")
        .where("origin", "<>", "programme")
        .orderBy("id")
        .execute()
    ).map(({ id }) => id),
  );
  let changed = 0;
  for (const [index, id] of ids.entries()) {
    changed += (await reclassifyOne(context, id, knowledge)) ? 1 : 0;
    onProgress(index + 1, ids.length);
  }
  if (changed > 0) await write(context.database, (transaction) => raiseRevision(transaction));
  return { changed };
}

function reclassifyOne(context: Context, id: string, knowledge: PolicyKnowledge): Promise<boolean> {
  return write(context.database, async (transaction) => {
    const item = await lockItem(transaction, id);
    if (!item) return false;
    const { item: again } = classifyAgain(item, knowledge);
    // The database orders the names of what it keeps in its own way.
    if (isDeepStrictEqual(again, item)) return false;
    await saveItem(transaction, again, context.clock.now());
    return true;
  });
}
