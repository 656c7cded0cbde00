import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKindId } from "../../records/kind.ts";
import type { NeedState } from "../needs/need.ts";
import { readNeedTitles } from "../needs/service.ts";
import { hasEnded } from "./holds.ts";
import { readMatchesOfRecords } from "./store.ts";

/** What an entry came of is there no more as it was agreed on. */
export interface EndedNeed {
  match: string;
  /** of the need now; null where the agreement itself was taken back while the need stands */
  need: NeedState | null;
}

interface Recorded {
  id: string;
  kind: RecordKindId;
  record: string;
}

/** Of entries that came of matches those whose need has ended without anybody having said that it goes on, or whose agreement was withdrawn; by entry. */
export async function findEndedNeeds(
  context: Context,
  entries: readonly Recorded[],
): Promise<ReadonlyMap<string, EndedNeed>> {
  if (entries.length === 0) return new Map();
  return read(context.database, async (transaction) => {
    const matches = await readMatchesOfRecords(
      transaction,
      entries.map(({ record }) => record),
    );
    const needs = await readNeedTitles(
      transaction,
      matches.map(({ need }) => need),
    );
    const ended = new Map<string, EndedNeed>();
    for (const { id, kind, record } of entries) {
      const match = matches.find((one) => one.record?.kind === kind && one.record.id === record);
      const state = match && needs.get(match.need)?.state;
      if (!match || state === undefined) continue;
      if (hasEnded(state) && !match.continued) ended.set(id, { match: match.id, need: state });
      else if (match.state === "withdrawn") ended.set(id, { match: match.id, need: null });
    }
    return ended;
  });
}

/** In a few words, as lists mark it. */
export function sayEndedNeed({ need }: EndedNeed, language: Language): string {
  if (need === null) return message(language, "approval.ended.agreementMark");
  return message(language, "approval.ended.needMark", { state: message(language, `need.states.${need}`) });
}
