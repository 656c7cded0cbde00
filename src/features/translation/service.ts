import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { changeOnce } from "../comments/change-once.ts";
import { canRead, officeOf } from "./access.ts";
import { hashSource } from "./hash-source.ts";
import { segmentText } from "./segment-text.ts";
import {
  insertTranslation,
  readHistory,
  readRemoved,
  readSummaries,
  readTranslation,
  type TranslationFilter,
} from "./store.ts";
import { insertSegments } from "./store-segments.ts";
import {
  mostSegments,
  type SegmentState,
  type SubjectKind,
  type Translation,
  type TranslationSubject,
  type TranslationSummary,
  targetLanguagesOf,
} from "./translation.ts";

export type { TranslationFilter } from "./store.ts";

/** All that the actor may read, newest first. */
export async function listTranslations(
  context: Context,
  actor: Actor,
  filter: TranslationFilter = {},
): Promise<TranslationSummary[]> {
  requirePermission(actor, "members.read");
  return read(context.database, (transaction) => readSummaries(transaction, filter));
}

/** Those of one record, for its own page: approved ones for everybody, where the record is public; all for members. */
export async function findTranslations(
  context: Context,
  actor: Actor | null,
  subject: { kind: SubjectKind; id: string },
): Promise<TranslationSummary[]> {
  const found = await read(context.database, (transaction) =>
    readSummaries(transaction, { subjectKind: subject.kind, subject: subject.id }),
  );
  return found.filter((translation) => canRead(actor, translation));
}

/** Throws `not-found` for one that is not there or is not for this reader. */
export async function getTranslation(context: Context, actor: Actor | null, id: string): Promise<Translation> {
  const translation = await read(context.database, (transaction) => readTranslation(transaction, id));
  if (!translation || !canRead(actor, translation)) throw new AppError("not-found", { kind: "translation", id });
  return translation;
}

/** The same for whoever runs this program, who may read the database as well. */
export async function getKeptTranslation(context: Context, id: string): Promise<Translation> {
  const translation = await read(context.database, (transaction) => readTranslation(transaction, id));
  if (!translation) throw new AppError("not-found", { kind: "translation", id });
  return translation;
}

/** All there are, for whoever runs this program; newest first. */
export function listKeptTranslations(context: Context): Promise<TranslationSummary[]> {
  return read(context.database, (transaction) => readSummaries(transaction));
}

/** Every state that a segment has had, oldest first. */
export async function getSegmentHistory(
  context: Context,
  actor: Actor,
  id: string,
  segment: string,
): Promise<SegmentState[]> {
  requirePermission(actor, "members.read");
  const { segments } = await getTranslation(context, actor, id);
  if (!segments.some((candidate) => candidate.id === segment))
    throw new AppError("not-found", { kind: "segment", id: segment });
  return read(context.database, (transaction) => readHistory(transaction, segment));
}

/** What was written for sentences that have gone from the source. */
export async function getRemovedSegments(context: Context, actor: Actor, id: string): Promise<SegmentState[]> {
  requirePermission(actor, "members.read");
  await getTranslation(context, actor, id);
  return read(context.database, (transaction) => readRemoved(transaction, id));
}

/**
 * Begins the translation of a text, or finds the one that is there: one text has one translation into a language. Gives its id.
 * Throws `invalid-input` {reason: "language" | "nothing-to-translate"}, `too-large`, `forbidden`.
 */
export async function startTranslation(
  context: Context,
  actor: Actor,
  subject: TranslationSubject,
  targetLanguage: Language,
): Promise<string> {
  requirePermission(actor, "translations.write");
  if (!targetLanguagesOf(subject.language).includes(targetLanguage))
    throw new AppError("invalid-input", { reason: "language", targetLanguage });
  const segments = segmentText(subject.title, subject.blocks);
  if (segments.length === 0) throw new AppError("invalid-input", { reason: "nothing-to-translate" });
  if (segments.length > mostSegments)
    throw new AppError("too-large", { segments: segments.length, most: mostSegments });
  const ids: string[] = [];
  await changeOnce(context, actor, async (transaction, audit) => {
    const id = await insertTranslation(transaction, subject, {
      targetLanguage,
      sourceHash: hashSource(subject),
      organisation: officeOf(actor),
      by: actor.userId,
      at: context.clock.now(),
    });
    if (id === null) return false;
    ids.push(id);
    await insertSegments(
      transaction,
      id,
      segments.map((segment, position) => ({ ...segment, position })),
    );
    audit({
      action: "translation.started",
      subject: `translation/${id}`,
      details: { kind: subject.kind, of: subject.id, language: targetLanguage, segments: segments.length },
    });
    return true;
  });
  const id = ids[0] ?? (await findOne(context, subject, targetLanguage))?.id;
  if (id === undefined) throw new Error("a translation was neither begun nor there before");
  return id;
}

async function findOne(
  context: Context,
  { kind, id }: TranslationSubject,
  targetLanguage: Language,
): Promise<TranslationSummary | undefined> {
  const found = await read(context.database, (transaction) =>
    readSummaries(transaction, { subjectKind: kind, subject: id, targetLanguage }),
  );
  return found[0];
}
