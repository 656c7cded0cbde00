import { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { readInThread, UnreadablePage } from "./discover/reader-threads.ts";
import { type ReceivePage, understandPage } from "./fetch-page.ts";
import { keepSnapshot, storeBytes } from "./keep-snapshot.ts";
import { getSource } from "./service.ts";
import type { ListEntry } from "./source.ts";
import { insertCheck, insertPages, readStatuses, startWatching, updateStatus } from "./store-looks.ts";
import { findPage, updatePage } from "./store-pages.ts";
import { takeFile } from "./take-file.ts";

export const largestMailBytes = 10 * 1024 * 1024;

export interface ReceivedMail {
  subject: string;
  item: string | null;
  /** this very mail had come before */
  isKnown: boolean;
  links: ListEntry[];
  /** links that will be fetched: those that the source's expression for addresses names */
  queued: number;
}

/**
 * Takes a newsletter into a source: its body becomes an item, and its links wait to be fetched where the declaration says which.
 * The same mail twice is one. Throws `not-found`, `too-large`, `invalid-input` {reason: "mail-kind" | "mail-unreadable"}.
 */
export async function receiveMail(
  context: Context,
  id: string,
  content: Uint8Array,
  receive: ReceivePage,
): Promise<ReceivedMail> {
  const source = await getSource(context, id);
  if (source.kind !== "mail") throw new AppError("invalid-input", { reason: "mail-kind", id });
  if (content.length > largestMailBytes)
    throw new AppError("too-large", { limitMegabytes: largestMailBytes / 1024 / 1024 });
  const { mail } = await readInThread({ what: "mail", content, include: source.include }).catch((error: unknown) => {
    if (error instanceof UnreadablePage) throw new AppError("invalid-input", { reason: "mail-unreadable" });
    throw error;
  });
  const body = mail.html ?? mail.text;
  if (body === null) throw new AppError("invalid-input", { reason: "mail-unreadable" });
  const url = `mid:${encodeURIComponent(mail.messageId || hashContent(content))}`;
  const known = await read(context.database, (transaction) => findPage(transaction, url));
  if (known && known.state !== "fetched")
    return { subject: mail.subject, item: known.item, isKnown: true, links: mail.links, queued: 0 };
  const bytes = new Uint8Array(Buffer.from(body));
  const mediaType = mail.html === null ? "text/plain" : "text/html";
  await storeBytes(context, bytes);
  const now = context.clock.now();
  const entry = { url, title: mail.subject, published: mail.date };
  const { snapshot, queued } = await write(context.database, async (transaction) => {
    await startWatching(transaction, [id], now);
    const [status] = await readStatuses(transaction, [id]);
    const fresh = await insertPages(transaction, id, [entry], now);
    const kept = await keepSnapshot(context, transaction, {
      source: id,
      url,
      answer: { content: bytes, finalUrl: url, headers: { "content-type": `${mediaType}; charset=utf-8` } },
      decoded: { charset: "utf-8", by: "header" },
    });
    await updatePage(transaction, url, { state: "fetched", snapshot: kept.snapshot });
    const added = source.include === null ? 0 : await insertPages(transaction, id, mail.links, now);
    const check = { source: id, at: now, outcome: "read" as const, problem: null, listed: 1 + mail.links.length };
    await insertCheck(transaction, { ...check, fresh: fresh + added, snapshot: kept.snapshot, milliseconds: 0 });
    if (status)
      await updateStatus(transaction, {
        ...status,
        state: "new",
        since: status.state === "new" ? status.since : now,
        ...{ lastCheckedAt: now, lastGoodAt: now, lastFreshAt: now, lastGoodSnapshot: kept.snapshot, failures: 0 },
      });
    return { snapshot: kept.snapshot, queued: added };
  });
  const page = await read(context.database, (transaction) => findPage(transaction, url));
  if (!page) throw new AppError("not-found", { kind: "page", id: url });
  const hints = { ...(mail.subject !== "" && { title: mail.subject }), ...(mail.date && { published: mail.date }) };
  await understandPage(
    context,
    page,
    {
      ...{ source, url, snapshot, content: bytes, mediaType, charset: "utf-8", hints },
      takeAttachment: (address) => takeFile(context, source, address),
    },
    receive,
  );
  const done = await read(context.database, (transaction) => findPage(transaction, url));
  return { subject: mail.subject, item: done?.item ?? null, isKnown: false, links: mail.links, queued };
}
