import { approveEntry, submitEntry } from "../features/records/decide-entry.ts";
import type { Entry } from "../features/records/record.ts";
import { type EntryInput, saveEntry } from "../features/records/save-entry.ts";
import type { Context } from "../platform/context.ts";
import type { RecordContent } from "../records/kind.ts";
import { createActor } from "./actors.ts";

/** A training of Fukuoka for Jiangsu in a fiscal year, complete enough for approval. */
export function trainingOf(fiscalYear: number, fields: Record<string, string> = {}): RecordContent {
  return {
    fields: {
      register: "coordination-trainings",
      fiscal_year: String(fiscalYear),
      number: "99",
      kind: "training",
      status: "done",
      date: `${fiscalYear}-11-13/${fiscalYear}-11-17`,
      title_ja: "江蘇省からの訪日研修",
      title_zh: "江苏省访日研修",
      title_en: "Training for Jiangsu",
      funding: "programme",
      partnerships: "fukuoka-jiangsu",
      ...fields,
    },
    parts: {
      activity_parties: [
        { organisation: "jiangsu", role: "sender" },
        { organisation: "fukuoka", role: "receiver" },
      ],
      activity_people: [{ organisation: "jiangsu", categories: "engineer", count: "8", approximate: "no" }],
    },
  };
}

/** Enters in Fukuoka's name and submits; throws where either fails. */
export async function submitRecord(
  context: Context,
  content: RecordContent,
  changes: Partial<EntryInput> = {},
): Promise<Entry> {
  const fukuoka = createActor("home-government", "fukuoka");
  const input = { kind: "activity", owner: "fukuoka", visibility: "public", content, ...changes } as const;
  const saved = await saveEntry(context, fukuoka, input);
  const result = await submitEntry(context, fukuoka, saved.entry);
  if (result.state !== "done") throw new Error(JSON.stringify(result));
  return result.entry;
}

/** The same, approved by the coordination platform. */
export async function approveRecord(
  context: Context,
  content: RecordContent,
  changes: Partial<EntryInput> = {},
): Promise<Entry> {
  const submitted = await submitRecord(context, content, changes);
  const result = await approveEntry(context, createActor("coordination", "iges"), submitted);
  if (result.state !== "done") throw new Error(JSON.stringify(result));
  return result.entry;
}
