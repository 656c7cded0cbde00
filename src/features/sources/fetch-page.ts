import { sql } from "kysely";
import { type WriteTransaction, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { portOf } from "../../platform/fetch/check-url.ts";
import { type DecodedText, decodeText } from "../../platform/fetch/decode-text.ts";
import { fetchPolitely } from "../../platform/fetch/fetch-politely.ts";
import { FetchFailure } from "../../platform/fetch/fetch-problem.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import { headerCharsetOf, keepSnapshot, mediaTypeOf, storeBytes } from "./keep-snapshot.ts";
import type { Source, SourceDeclaration, SourceProblem } from "./source.ts";
import { findSnapshot, type SourcePage, updatePage } from "./store-pages.ts";
import { type TakenAttachment, takeFile } from "./take-file.ts";

/** A page as it is handed over to be understood. */
export interface ArrivedPage {
  source: SourceDeclaration;
  /** where redirects led */
  url: string;
  /** id of source_snapshots */
  snapshot: string;
  content: Uint8Array;
  mediaType: string;
  charset: string | null;
  /** what the list said of it */
  hints: { title?: string; published?: string };
  /** brings a file that the page offers */
  takeAttachment(url: string): Promise<TakenAttachment>;
}

/** Understands a page and makes an item of it, or finds the one that it made before. Called again for a page whose process died. */
export type ReceivePage = (context: Context, page: ArrivedPage) => Promise<{ item: string | null }>;

export const mostAttempts = 5;
const waitMinutes = [10, 60, 360, 1_440];
/** What can be read as a document; pictures, archives and programs are nobody's policy. */
const readTypes =
  /^(text\/(html|plain|xml|markdown)|application\/(xhtml\+xml|xml|pdf|msword|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;

/**
 * Fetches a page that waits and keeps its bytes. Where that failed, its row says why: `later` it may go well, or `never`.
 */
export async function fetchPage(
  context: Context,
  page: SourcePage,
  source: Source,
): Promise<ArrivedPage | "later" | "never"> {
  if (page.state === "fetched") return reopenPage(context, page, source);
  try {
    const ports = source.address?.startsWith("http") ? [portOf(new URL(source.address))] : [];
    const answer = await fetchPolitely(context, { url: page.url, ports });
    const { content, headers } = answer;
    const mediaType = mediaTypeOf(headers);
    const decoded = /^(text\/|application\/(xhtml\+)?xml)/.test(mediaType)
      ? decodeText(content, headerCharsetOf(headers))
      : null;
    await storeBytes(context, content);
    const snapshot = await write(context.database, async (transaction) => {
      await hurry(transaction);
      const kept = await keepSnapshot(context, transaction, { source: source.id, url: page.url, answer, decoded });
      await updatePage(transaction, page.url, {
        ...(readTypes.test(mediaType)
          ? { state: "fetched", attempts: 0, problem: noteLie(decoded) }
          : { state: "refused", problem: { code: "media-type", values: { type: mediaType } } }),
        snapshot: kept.snapshot,
        etag: headers.etag ?? null,
        lastModified: headers["last-modified"] ?? null,
      });
      return kept.snapshot;
    });
    if (!readTypes.test(mediaType)) return "never";
    const charset = decoded?.charset ?? null;
    const takeAttachment = (url: string) => takeFile(context, source, url);
    return {
      ...{ source, url: answer.finalUrl, snapshot, content, mediaType, charset, takeAttachment },
      hints: hintsOf(page),
    };
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error;
    await noteFailure(context, page, error);
    return error.kind === "temporary" ? "later" : "never";
  }
}

/**
 * The commit does not wait for the disk: a process that is killed loses nothing, and where the power fails, the pages of the last
 * moment are fetched once more.
 */
async function hurry(transaction: WriteTransaction): Promise<void> {
  await sql`SET LOCAL synchronous_commit = off`.execute(transaction);
}

function noteLie(decoded: DecodedText | null): SourceProblem | null {
  if (!decoded || decoded.lie === null) return null;
  return { code: "charset-lie", values: { claimed: decoded.lie, charset: decoded.charset } };
}

/** A page that was fetched before somebody pulled the plug is read from what is kept: the site is not asked again. */
async function reopenPage(context: Context, page: SourcePage, source: Source): Promise<ArrivedPage | "later"> {
  const snapshot = page.snapshot === null ? null : await findKept(context, page.snapshot);
  if (!snapshot) {
    await write(context.database, (transaction) => updatePage(transaction, page.url, { state: "waiting" }));
    return "later";
  }
  const content = await readNamedFile(context.config, snapshot.sha256);
  const { id, mediaType, charset, finalUrl } = snapshot;
  const takeAttachment = (url: string) => takeFile(context, source, url);
  return {
    ...{ source, url: finalUrl, snapshot: id, content, mediaType, charset, takeAttachment },
    hints: hintsOf(page),
  };
}

function findKept(context: Context, id: string) {
  return write(context.database, (transaction) => findSnapshot(transaction, id));
}

function hintsOf({ title, published }: SourcePage): ArrivedPage["hints"] {
  return { ...(title !== null && { title }), ...(published !== null && { published }) };
}

/** Has the page understood. What it cannot make sense of is tried again later, from what is kept. */
export async function understandPage(
  context: Context,
  page: SourcePage,
  arrived: ArrivedPage,
  receive: ReceivePage,
): Promise<boolean> {
  try {
    const { item } = await receivePatiently(context, arrived, receive);
    await write(context.database, async (transaction) => {
      await hurry(transaction);
      await updatePage(transaction, page.url, { state: "understood", attempts: 0, item });
    });
    return true;
  } catch (error) {
    context.log.warn({ err: error, url: page.url }, "a page was not understood");
    const attempts = (page.state === "fetched" ? page.attempts : 0) + 1;
    await write(context.database, (transaction) =>
      updatePage(transaction, page.url, {
        attempts,
        problem: { code: "not-understood" },
        ...(attempts >= mostAttempts ? { state: "failed" } : { nextAttemptAt: chooseNextAttempt(context, attempts) }),
      }),
    );
    return false;
  }
}

/** Two pages that say the same may want each other's rows; the one that PostgreSQL sends away asks again (40P01, 40001). */
async function receivePatiently(context: Context, arrived: ArrivedPage, receive: ReceivePage) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await receive(context, arrived);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if ((code !== "40P01" && code !== "40001") || attempt === 3) throw error;
    }
  }
}

async function noteFailure(context: Context, page: SourcePage, { kind, problem, retryAt }: FetchFailure) {
  // Being sent away because the host rests says nothing of the page.
  const attempts = page.attempts + (problem.code === "host-waiting" ? 0 : 1);
  const isOver = kind === "final" || (kind === "temporary" && attempts >= mostAttempts);
  const next = chooseNextAttempt(context, attempts);
  await write(context.database, (transaction) =>
    updatePage(transaction, page.url, {
      attempts,
      problem,
      state: kind === "refused" ? "refused" : isOver ? "failed" : "waiting",
      nextAttemptAt: retryAt !== null && retryAt > next ? retryAt : next,
    }),
  );
}

function chooseNextAttempt({ clock }: Context, attempts: number): Date {
  const minutes = waitMinutes[Math.min(Math.max(attempts, 1), waitMinutes.length) - 1] ?? 0;
  return new Date(clock.now().getTime() + minutes * 60_000 * (0.9 + Math.random() / 5));
}
