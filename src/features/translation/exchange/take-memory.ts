import type { Language } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import type { Context } from "../../../platform/context.ts";
import { type Actor, requirePermission } from "../../accounts/actor.ts";
import type { Who } from "../../audit/audit.ts";
import { change } from "../../audit/change.ts";
import { countPairs, insertPairs, type KeptPair, readPairs } from "../store-memory.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import { readTmx, type TmxPair, type TmxUnit, writeTmx } from "./tmx.ts";

export interface MemoryTaken {
  added: number;
  /** pairs that were there already */
  same: number;
  /** units that were left out */
  problems: FileProblem[];
}

const pairsAtOnce = 500;

/** Takes over a TMX file. Nobody here has reviewed what it holds: its pairs count as edited. Throws `forbidden`. */
export async function importMemory(context: Context, actor: Actor, bytes: Uint8Array): Promise<MemoryTaken> {
  requirePermission(actor, "translations.write");
  return takeMemory(context, actor, bytes);
}

/** The same for whoever runs this program. */
export async function takeMemory(context: Context, who: Who, bytes: Uint8Array): Promise<MemoryTaken> {
  const content = readWhole(bytes);
  if (content.pairs.length === 0) return { added: 0, same: 0, problems: content.problems };
  const added = await change(context, who, async (transaction, audit) => {
    let count = 0;
    const changedAt = context.clock.now();
    for (const [, pairs] of Map.groupBy(content.pairs, directionOf)) {
      const [first] = pairs;
      if (!first) continue;
      for (let start = 0; start < pairs.length; start += pairsAtOnce)
        count += await insertPairs(
          transaction,
          first,
          pairs.slice(start, start + pairsAtOnce).map(({ source, target }) => ({
            ...{ source, target, mark: "edited", visibility: "members" },
            ...{ translation: null, segment: null, changedBy: who.userId, changedAt },
          })),
        );
    }
    audit({ action: "memory.imported", details: { pairs: content.pairs.length, added: count } });
    return count;
  });
  return { added, same: content.pairs.length - added, problems: content.problems };
}

function readWhole(bytes: Uint8Array): { pairs: TmxPair[]; problems: FileProblem[] } {
  try {
    const content = readTmx(bytes);
    if (content.pairs.length === 0 && content.problems.length === 0) throw new FileRefusal("translationFile.nothing");
    return content;
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    // A file that breaks off is not taken over by halves.
    return { pairs: [], problems: [error.problem] };
  }
}

function directionOf({ sourceLanguage, targetLanguage }: TmxPair): string {
  return `${sourceLanguage}-${targetLanguage}`;
}

/** How many pairs there are in each direction. */
export async function countMemory(
  context: Context,
  actor: Actor,
): Promise<{ sourceLanguage: Language; targetLanguage: Language; pairs: number }[]> {
  requirePermission(actor, "members.read");
  return read(context.database, countPairs);
}

/** The memory of one direction as TMX, piece by piece. */
export function exportMemory(
  context: Context,
  actor: Actor,
  direction: { sourceLanguage: Language; targetLanguage: Language },
): AsyncGenerator<string> {
  requirePermission(actor, "members.read");
  return writeMemory(context, direction);
}

/** The same for whoever runs this program. */
export function writeMemory(
  context: Context,
  direction: { sourceLanguage: Language; targetLanguage: Language },
): AsyncGenerator<string> {
  return writeTmx(direction, readAll(context, direction));
}

async function* readAll(
  context: Context,
  direction: { sourceLanguage: Language; targetLanguage: Language },
): AsyncGenerator<TmxUnit> {
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const pairs: KeptPair[] = await read(context.database, (transaction) =>
      readPairs(transaction, direction, { after: from, most: pairsAtOnce }),
    );
    yield* pairs;
    after = pairs.at(-1)?.id ?? null;
    if (pairs.length < pairsAtOnce) return;
  }
}
