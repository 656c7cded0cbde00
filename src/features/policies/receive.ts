import { randomUUID } from "node:crypto";
import { type ReadTransaction, read, type WriteTransaction, write } from "../../db/transaction.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { raiseRevision } from "../programme/revision.ts";
import { textOfBlocks } from "./blocks.ts";
import { findTargets } from "./classify/find-targets.ts";
import { applyField, followFields } from "./correct.ts";
import { groupItem } from "./group-items.ts";
import type { ItemAttachment, ItemFieldName, ItemOrigin, ItemPlace, PolicyItem } from "./item.ts";
import { getKnowledge, type PolicyKnowledge } from "./knowledge.ts";
import { classifyAgain } from "./reclassify.ts";
import { relateItem } from "./relate-items.ts";
import { findItemOfUrl, lockItem, proposeTargets, saveItem } from "./store.ts";
import type { PageProblem, RememberedField, UnderstoodPage } from "./understand/model.ts";
import { readAttachmentText } from "./understand/read-attachment.ts";
import { readPolicyFile } from "./understand/read-file.ts";
import { readPage } from "./understand/read-page.ts";

/** A page that a source led to, as it was fetched. */
export interface ReceivedPage {
  source: ItemPlace & { id: string };
  /** where redirects led */
  url: string;
  /** id of source_snapshots */
  snapshot: string;
  content: Uint8Array;
  mediaType: string;
  charset: string | null;
  /** what the list said */
  hints: { title?: string; published?: string };
  /** fetches a file that the page offers; only the first ten are taken */
  takeAttachment?: (url: string) => Promise<TakenAttachment>;
}

export type TakenAttachment = { sha256: string; mediaType: string; content: Uint8Array } | { problem: string };

export interface Receipt {
  /** id of the item; null where the page holds nothing that could be one */
  item: string | null;
  isNew: boolean;
  problems: PageProblem[];
}

const mostAttachments = 10;

/** Understands a page and keeps what it says as an item: the same page again changes the same item. */
export async function receivePage(context: Context, page: ReceivedPage): Promise<Receipt> {
  const { id: source, body, region, tier, address } = page.source;
  const { url, mediaType, charset, content, hints } = page;
  const remembered = await read(context.database, (transaction) => listRemembered(transaction, source));
  const understood = isFile(page.mediaType)
    ? await readPolicyFile({ name: nameOfUrl(page.url, page.hints.title), content: page.content })
    : await readPage({ url, mediaType, charset, content, hints, remembered });
  if (understood.blocks.length === 0 && !understood.fields.title)
    return { item: null, isNew: false, problems: understood.problems };
  const attachments = await takeAttachments(page, understood);
  return keepUnderstood(context, understood, {
    ...{ origin: "fetched", source, place: { body, region, tier, address }, url: page.url, snapshot: page.snapshot },
    sha256: hashContent(page.content),
    ...{ hintedTitle: page.hints.title ?? null, attachments, visibility: "members", id: null },
  });
}

/** A file that somebody brings: uploaded at the desk, or one of a folder. */
export async function receiveFile(
  context: Context,
  file: { name: string; content: Uint8Array; sha256: string | null },
  about: {
    origin: ItemOrigin;
    source: string | null;
    url: string | null;
    id?: string;
    visibility?: "public" | "members";
  },
): Promise<Receipt> {
  const understood = await readPolicyFile(file);
  if (understood.blocks.length === 0) return { item: null, isNew: false, problems: understood.problems };
  const { origin, source, url, id = null, visibility = "members" } = about;
  return keepUnderstood(context, understood, {
    ...{ origin, source, place: null, url, snapshot: null, sha256: file.sha256 },
    ...{ hintedTitle: file.name.replace(/\.[a-z]+$/i, ""), attachments: [], visibility, id },
  });
}

interface Provenance {
  origin: ItemOrigin;
  source: string | null;
  place: ItemPlace | null;
  url: string | null;
  snapshot: string | null;
  sha256: string | null;
  hintedTitle: string | null;
  attachments: ItemAttachment[];
  visibility: "public" | "members";
  /** of an item that is there already, or is to have it */
  id: string | null;
}

async function keepUnderstood(context: Context, understood: UnderstoodPage, from: Provenance): Promise<Receipt> {
  const knowledge = await getKnowledge(context);
  const now = context.clock.now();
  return write(context.database, async (transaction) => {
    const present = await findPresent(transaction, from);
    const read = mergeReading(present, understood, from, context.clock);
    const corrected = await applyCorrections(transaction, read);
    const { item: classified, classification } = classifyAgain(corrected, knowledge);
    const item: PolicyItem = present
      ? classified
      : { ...classified, state: classification.isAboutAir ? "found" : "dropped" };
    await saveItem(transaction, item, now);
    await proposeTargets(transaction, item.id, findItemTargets(item, knowledge));
    await groupItem(transaction, item, knowledge, now);
    await relateItem(transaction, item);
    // The public sees an item that it may see, and nothing of the others.
    if (item.visibility === "public") await raiseRevision(transaction);
    return { item: item.id, isNew: present === null, problems: understood.problems };
  });
}

async function findPresent(transaction: WriteTransaction, { id, url }: Provenance): Promise<PolicyItem | null> {
  const present = id === null ? null : await lockItem(transaction, id);
  if (present || url === null) return present;
  const ofUrl = await findItemOfUrl(transaction, url);
  return ofUrl === null ? null : lockItem(transaction, ofUrl.id);
}

function mergeReading(
  present: PolicyItem | null,
  understood: UnderstoodPage,
  from: Provenance,
  clock: Clock,
): PolicyItem {
  const { fields, blocks, language } = understood;
  const title = fields.title?.value ?? from.hintedTitle ?? textOfBlocks(blocks).slice(0, 80);
  const { hintedTitle: _, id, ...provenance } = from;
  return followFields({
    ...(present ?? {
      id: id ?? randomUUID(),
      ...{ ended: null, topics: [], regions: [], importance: null, importanceProposed: "low", importanceReasons: [] },
      ...{ state: "found", group: null, isOriginal: true, reference: null, foundAt: clock.now() },
      ...{ kind: null, documentNumber: null, bodies: [], bodyNames: [], written: null, published: null },
      ...{ inForce: null, validity: null, day: clock.today() },
    }),
    ...provenance,
    visibility: present?.visibility ?? from.visibility,
    language,
    title: { ...present?.title, [language]: title },
    fields: fields.title ? fields : { ...fields, title: { value: title, origin: "list", confidence: 0.4 } },
    blocks,
  });
}

/** What people set right on this item outlives a new reading. */
async function applyCorrections(transaction: WriteTransaction, item: PolicyItem): Promise<PolicyItem> {
  const rows = await transaction
    .selectFrom("item_corrections")
    .select(["field", "value"])
    .where("item", "=", item.id)
    .orderBy("id")
    .execute();
  return rows.reduce(
    (corrected, { field, value }) =>
      applyField(corrected, field as ItemFieldName, value as unknown as string | string[] | null),
    item,
  );
}

function findItemTargets(item: PolicyItem, knowledge: PolicyKnowledge) {
  const regions = item.regions.filter(({ by }) => by !== "removed").map(({ id }) => id);
  const setting = { published: item.published, regions, title: item.title[item.language] ?? "" };
  return findTargets(item.blocks, setting, knowledge).map((target, position) => ({
    ...target,
    id: `${item.id}-${position + 1}`,
    item: item.id,
    state: "proposed" as const,
    decidedBy: null,
  }));
}

async function listRemembered(transaction: ReadTransaction, source: string): Promise<RememberedField[]> {
  const rows = await transaction
    .selectFrom("item_corrections")
    .select(["field", "value"])
    .where("source", "=", source)
    .where("item", "is", null)
    .orderBy("id")
    .execute();
  return rows.flatMap(({ field, value }) => {
    const { label } = Object(value) as { label?: unknown };
    return typeof label === "string" ? [{ field: field as ItemFieldName, label }] : [];
  });
}

async function takeAttachments(page: ReceivedPage, understood: UnderstoodPage): Promise<ItemAttachment[]> {
  const attachments: ItemAttachment[] = [];
  for (const { name, url } of understood.attachments.slice(0, mostAttachments)) {
    const taken = page.takeAttachment ? await page.takeAttachment(url) : { problem: "not-taken" };
    if ("problem" in taken) {
      attachments.push({ name, url, mediaType: "", sha256: null, bytes: null, text: null, problem: taken.problem });
      continue;
    }
    const { sha256, mediaType, content } = taken;
    const { text, problem } = await readAttachmentText({ name, mediaType, content });
    attachments.push({ name, url, mediaType, sha256, bytes: content.length, text, problem });
  }
  return attachments;
}

function isFile(mediaType: string): boolean {
  return /pdf|msword|officedocument|markdown/.test(mediaType);
}

function nameOfUrl(url: string, title: string | undefined): string {
  const last = new URL(url).pathname.split("/").pop() ?? "";
  return last === "" ? (title ?? "page") : last;
}
