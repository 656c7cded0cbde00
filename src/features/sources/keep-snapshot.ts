import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { charsetOfHeader, type DecodedText } from "../../platform/fetch/decode-text.ts";
import type { FetchAnswer } from "../../platform/fetch/fetch-politely.ts";
import { hashContent, openFileStore } from "../../platform/files/file-store.ts";
import { nameFile } from "../../platform/files/name-file.ts";
import { findNewestSnapshot, insertSnapshot } from "./store-pages.ts";

export interface Kept {
  snapshot: string;
  /** the same bytes as at the time before */
  isSame: boolean;
}

export interface Arrival {
  source: string;
  /** as it was asked for */
  url: string;
  answer: Pick<FetchAnswer, "finalUrl" | "headers" | "content">;
  decoded: Pick<DecodedText, "charset" | "by"> | null;
}

/** Puts the bytes on the disk; done before the transaction, which shall be short. */
export async function storeBytes(context: Context, content: Uint8Array): Promise<void> {
  await openFileStore(context.config).put(content);
}

/** Keeps an answer by the hash of its bytes; the same answer of the same address once. */
export async function keepSnapshot(
  context: Context,
  transaction: WriteTransaction,
  { source, url, answer, decoded }: Arrival,
): Promise<Kept> {
  const { content, headers, finalUrl } = answer;
  const sha256 = hashContent(content);
  const now = context.clock.now();
  const last = await findNewestSnapshot(transaction, url);
  if (last?.sha256 === sha256) return { snapshot: last.id, isSame: true };
  const mediaType = mediaTypeOf(headers);
  await nameFile(transaction, openFileStore(context.config), { sha256, size: content.length, mediaType, content }, now);
  const snapshot = await insertSnapshot(transaction, {
    ...{ source, url, finalUrl, headers, sha256, mediaType },
    status: 200,
    size: content.length,
    charset: decoded?.charset ?? null,
    charsetBy: decoded?.by ?? null,
    fetchedAt: now,
  });
  return { snapshot, isSame: false };
}

/** RFC 9110 8.3.1, without its parameters; what says nothing of itself is taken for a page. */
export function mediaTypeOf(headers: Record<string, string>): string {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "text/html";
}

export function headerCharsetOf(headers: Record<string, string>): string | null {
  return charsetOfHeader(headers["content-type"]);
}
