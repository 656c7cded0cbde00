import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { portOf } from "../../platform/fetch/check-url.ts";
import { decodeText } from "../../platform/fetch/decode-text.ts";
import { fetchPolitely, largestListBytes } from "../../platform/fetch/fetch-politely.ts";
import { FetchFailure } from "../../platform/fetch/fetch-problem.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import type { ListReading } from "./discover/list-reading.ts";
import { readInThread, UnreadablePage } from "./discover/reader-threads.ts";
import { headerCharsetOf } from "./keep-snapshot.ts";
import { addressOf, readAnswer } from "./look-at-source.ts";
import type { Source, SourceDeclaration, SourceProblem } from "./source.ts";
import { findNewestSnapshot, findSnapshot, type Snapshot } from "./store-pages.ts";

/** A kept list, as a declaration reads it, and as plain text. */
export interface OpenedSnapshot {
  snapshot: Snapshot;
  reading: ListReading | null;
  text: string;
  problem: SourceProblem | null;
}

/** Throws `not-found`. */
export async function getSnapshot(context: Pick<Context, "database">, id: string): Promise<Snapshot> {
  const snapshot = await read(context.database, (transaction) => findSnapshot(transaction, id));
  if (!snapshot) throw new AppError("not-found", { kind: "snapshot", id });
  return snapshot;
}

/** What was fetched, as text in the encoding that was found then; what is no text is not shown. */
export async function readSnapshotText(context: Context, id: string): Promise<string> {
  const snapshot = await getSnapshot(context, id);
  if (!/^(text\/|application\/(xhtml\+xml|(\w+\+)?xml|json|feed\+json))/.test(snapshot.mediaType))
    throw new AppError("not-found", { kind: "snapshot", id });
  const content = await readNamedFile(context.config, snapshot.sha256);
  return decodeText(content, snapshot.charset ?? headerCharsetOf(snapshot.headers)).text;
}

/** The newest list of a source that was kept; null where none was. */
export function findListSnapshot(context: Context, { address }: Source): Promise<Snapshot | null> {
  if (address === null) return Promise.resolve(null);
  return read(context.database, (transaction) => findNewestSnapshot(transaction, address));
}

/** Reads a kept list as the declaration reads it now. */
export async function openSnapshot(
  context: Context,
  source: SourceDeclaration,
  snapshot: Snapshot,
): Promise<OpenedSnapshot> {
  const content = await readNamedFile(context.config, snapshot.sha256);
  const answer = { content, finalUrl: snapshot.finalUrl, headers: snapshot.headers };
  try {
    const text =
      source.kind === "list"
        ? (await readInThread({ what: "text", content, headerCharset: headerCharsetOf(snapshot.headers) })).text
        : decodeText(content, snapshot.charset).text.slice(0, longestText);
    const { reading } = await readAnswer(context, source, answer);
    return { snapshot, reading, text, problem: null };
  } catch (error) {
    return { snapshot, reading: null, text: "", problem: toProblem(error) };
  }
}

const longestText = 40_000;

export interface Trial {
  reading: ListReading | null;
  problem: SourceProblem | null;
  /** of the snapshot that was read; null: the page as it is now */
  at: Date | null;
}

/** What a declaration would read, before it is saved: from the newest snapshot of its address, else from the site itself. */
export async function tryDeclaration(context: Context, declaration: SourceDeclaration): Promise<Trial> {
  try {
    const address = addressOf(context, declaration);
    const kept = await read(context.database, (transaction) =>
      findNewestSnapshot(transaction, declaration.address ?? address),
    );
    if (kept) {
      const content = await readNamedFile(context.config, kept.sha256);
      const { reading } = await readAnswer(context, declaration, {
        content,
        finalUrl: kept.finalUrl,
        headers: kept.headers,
      });
      return { reading, problem: null, at: kept.fetchedAt };
    }
    const answer = await fetchPolitely(context, {
      url: address,
      ports: [portOf(new URL(address))],
      largestBytes: largestListBytes,
      longestMilliseconds: 20_000,
    });
    const { reading } = await readAnswer(context, declaration, answer);
    return { reading, problem: null, at: null };
  } catch (error) {
    return { reading: null, problem: toProblem(error), at: null };
  }
}

function toProblem(error: unknown): SourceProblem {
  if (error instanceof FetchFailure || error instanceof UnreadablePage) return error.problem;
  throw error;
}

/** What a source's list said when it was well, and what it says now. */
export interface SnapshotPair {
  good: OpenedSnapshot | null;
  newest: OpenedSnapshot | null;
  isSame: boolean;
}

export async function openPair(
  context: Context,
  source: Source,
  status: { lastGoodSnapshot: string | null } | null,
): Promise<SnapshotPair> {
  const newest = await findListSnapshot(context, source);
  const goodId = status?.lastGoodSnapshot ?? null;
  const isSame = newest !== null && newest.id === goodId;
  const good = goodId === null || isSame ? null : await getSnapshot(context, goodId);
  return {
    newest: newest && (await openSnapshot(context, source, newest)),
    good: good && (await openSnapshot(context, source, good)),
    isSame,
  };
}
