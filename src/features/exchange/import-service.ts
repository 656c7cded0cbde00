import { setTimeout } from "node:timers/promises";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKind } from "../../records/kind.ts";
import { recordKind } from "../../records/registry.ts";
import { readSpreadsheet } from "../../spreadsheets/read-spreadsheet.ts";
import { limits, SpreadsheetRefusal } from "../../spreadsheets/refusal.ts";
import type { Workbook } from "../../spreadsheets/workbook.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding, ownersFor } from "../records/access.ts";
import * as store from "./import-store.ts";
import { type ImportPlan, toResult } from "./plan.ts";
import { planImport } from "./plan-import.ts";
import { allHeaders } from "./recognise-upload.ts";
import { findRowLikenesses } from "./row-likenesses.ts";

export interface Upload {
  kind: RecordKind;
  owner: string;
  fileName: string;
  bytes: Uint8Array;
  language: Language;
}

/** Days for which an upload can be looked at. */
const keptDays = 30;
/** Most sheets are checked within this time, so that their result is the next page that people see. */
const patienceMs = 2_000;
/** Reading the file is this share of the work. */
const readingShare = 0.5;
/** After this time without a result the process that checked it is gone. */
const lostAfterMs = 5 * 60_000;

const running = new Set<Promise<void>>();

/** Keeps the file and checks it beside the answer. Returns the import's id, after a moment in which most are done. */
export async function startImport(context: Context, actor: Actor, upload: Upload): Promise<string> {
  if (upload.bytes.length > limits.fileBytes)
    throw new AppError("too-large", { limitMegabytes: limits.fileBytes / 1024 / 1024 });
  const standing = await findStanding(context, actor);
  if (!ownersFor(standing, upload.kind.id).includes(upload.owner))
    throw new AppError("forbidden", { owner: upload.owner });
  const now = context.clock.now();
  const id = await write(context.database, async (transaction) => {
    await store.deleteOldImports(transaction, new Date(now.getTime() - keptDays * 86_400_000));
    return store.insertImport(transaction, {
      kind: upload.kind.id,
      owner: upload.owner,
      fileName: upload.fileName,
      content: upload.bytes,
      author: actor.userId,
      createdAt: now,
    });
  });
  const work = checkImport(context, actor, id, upload).finally(() => running.delete(work));
  running.add(work);
  await Promise.race([work, setTimeout(patienceMs, undefined, { ref: false })]);
  return id;
}

/** Waits for the checks that this process has begun. */
export async function finishImports(): Promise<void> {
  await Promise.all(running);
}

async function checkImport(context: Context, actor: Actor, id: string, upload: Upload): Promise<void> {
  try {
    const report = createReporter(context, id);
    const workbook = await readUpload(upload, (share) => void report(share * readingShare));
    const plan = await makePlan(context, actor, upload, workbook, (share) =>
      report(readingShare + share * (1 - readingShare)),
    );
    await report.settle();
    await write(context.database, (transaction) =>
      store.setChecked(transaction, id, "checked", { result: toResult(plan) }),
    );
  } catch (error) {
    const refusal = error instanceof SpreadsheetRefusal ? error : null;
    if (!refusal) context.log.error({ error, import: id }, "an uploaded sheet could not be checked");
    const { reason, limit, place } = refusal ?? new SpreadsheetRefusal("damaged");
    await write(context.database, (transaction) =>
      store.setChecked(transaction, id, "failed", { refusal: { reason, limit, place } }),
    ).catch((failure: unknown) => context.log.error({ error: failure, import: id }, "an import was lost"));
  }
}

/** Writes a progress when it has grown by a tenth; one at a time. */
function createReporter(context: Context, id: string) {
  let written = 0;
  let last: Promise<void> = Promise.resolve();
  const report = (share: number): Promise<void> => {
    const progress = Math.floor(share * 10) * 10;
    if (progress <= written || progress >= 100) return last;
    written = progress;
    last = last.then(() => write(context.database, (transaction) => store.setProgress(transaction, id, progress)));
    return last;
  };
  return Object.assign(report, { settle: () => last });
}

export function readUpload(
  { bytes, fileName, language }: Pick<Upload, "bytes" | "fileName" | "language">,
  onProgress?: (share: number) => void,
): Promise<Workbook> {
  return readSpreadsheet(bytes, {
    name: fileName,
    expectedHeaders: allHeaders(language),
    ...(onProgress ? { onProgress } : {}),
  });
}

async function makePlan(
  context: Context,
  actor: Actor,
  { kind, owner, language }: Upload,
  workbook: Workbook,
  onProgress: (share: number) => Promise<void>,
): Promise<ImportPlan> {
  const standing = await findStanding(context, actor);
  return read(context.database, async (transaction) => {
    const plan = await planImport(transaction, standing, { kind, owner, language, workbook, onProgress });
    return findRowLikenesses(transaction, standing, kind, plan);
  });
}

/** Throws `not-found` for an import that another person uploaded. */
export async function getImport(context: Context, actor: Actor, id: string): Promise<store.Import> {
  const found = await read(context.database, (transaction) => store.findImport(transaction, id, actor.userId));
  if (!found) throw new AppError("not-found", { kind: "import", id });
  const age = context.clock.now().getTime() - found.createdAt.getTime();
  if (found.state !== "checking" || age < lostAfterMs) return found;
  return { ...found, state: "failed", refusal: { reason: "too-slow", limit: null, place: null } };
}

/** Gives an upload up; one that was taken over stays. */
export async function dropImport(context: Context, actor: Actor, id: string): Promise<void> {
  await write(context.database, async (transaction) => {
    const found = await store.findImport(transaction, id, actor.userId, { lock: true });
    if (!found) throw new AppError("not-found", { kind: "import", id });
    if (found.state === "taken") throw new AppError("conflict", { import: id, state: found.state });
    await store.setDecided(transaction, id, "dropped", context.clock.now());
  });
}

export async function listOwnImports(context: Context, actor: Actor): Promise<store.Import[]> {
  return read(context.database, (transaction) => store.listImports(transaction, actor.userId, 10));
}

export interface UploadedFile {
  found: store.Import;
  kind: RecordKind;
  workbook: Workbook;
}

/** The file of an import, read again. */
export async function reopenUpload(
  context: Context,
  actor: Actor,
  id: string,
  language: Language,
): Promise<UploadedFile> {
  const found = await getImport(context, actor, id);
  const bytes = await read(context.database, (transaction) => store.readFile(transaction, id));
  if (!bytes) throw new AppError("not-found", { kind: "import", id });
  const workbook = await readUpload({ bytes: Uint8Array.from(bytes), fileName: found.fileName, language });
  return { found, kind: recordKind(found.kind), workbook };
}
