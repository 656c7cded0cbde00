import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { portOf } from "../../platform/fetch/check-url.ts";
import { fetchPolitely } from "../../platform/fetch/fetch-politely.ts";
import { FetchFailure } from "../../platform/fetch/fetch-problem.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import { keepSnapshot, mediaTypeOf, storeBytes } from "./keep-snapshot.ts";
import type { Source } from "./source.ts";
import { findNewestSnapshot } from "./store-pages.ts";

/** A file that a page offers, or the code of what went wrong. */
export type TakenAttachment = { sha256: string; mediaType: string; content: Uint8Array } | { problem: string };

/** What was fetched so recently is taken from what is kept: a page whose process died is understood again. */
const freshHours = 24;

export async function takeFile(context: Context, source: Source, url: string): Promise<TakenAttachment> {
  const kept = await read(context.database, (transaction) => findNewestSnapshot(transaction, url));
  if (kept && context.clock.now().getTime() - kept.fetchedAt.getTime() < freshHours * 3_600_000) {
    const content = await readNamedFile(context.config, kept.sha256);
    return { sha256: kept.sha256, mediaType: kept.mediaType, content };
  }
  try {
    const ports = source.address?.startsWith("http") ? [portOf(new URL(source.address))] : [];
    const answer = await fetchPolitely(context, { url, ports });
    await storeBytes(context, answer.content);
    await write(context.database, (transaction) =>
      keepSnapshot(context, transaction, { source: source.id, url, answer, decoded: null }),
    );
    const { content, headers } = answer;
    return { sha256: hashContent(content), mediaType: mediaTypeOf(headers), content };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    return { problem: error.problem.code };
  }
}
