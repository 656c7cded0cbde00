import type { WriteTransaction } from "../../db/transaction.ts";
import { deleteOfSegments, insertPairs } from "./store-memory.ts";
import type { Segment, TranslationSummary } from "./translation.ts";

/** Keeps what people stand for in the memory, in place of what the same segments said before. */
export async function rememberSegments(
  transaction: WriteTransaction,
  { id, sourceLanguage, targetLanguage, visibility }: TranslationSummary,
  segments: readonly Pick<Segment, "id" | "source" | "target" | "mark">[],
  { by, at }: { by: string | null; at: Date },
): Promise<void> {
  await deleteOfSegments(
    transaction,
    segments.map((segment) => segment.id),
  );
  const pairs = segments.flatMap(({ id: segment, source, target, mark }) =>
    mark === "edited" || mark === "reviewed"
      ? [{ source, target, mark, visibility, translation: id, segment, changedBy: by, changedAt: at }]
      : [],
  );
  if (pairs.length > 0) await insertPairs(transaction, { sourceLanguage, targetLanguage }, pairs);
}

export function forgetSegments(transaction: WriteTransaction, segments: readonly string[]): Promise<void> {
  return deleteOfSegments(transaction, segments);
}
