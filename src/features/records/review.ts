import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { ContentProblem } from "../../records/check.ts";
import { recordKind } from "../../records/registry.ts";
import type { Actor } from "../accounts/actor.ts";
import { checkEntry } from "./check-entry.ts";
import { approveEntry, type StepResult } from "./decide-entry.ts";
import type { Entry } from "./record.ts";
import { type EntryForActor, getEntryForActor } from "./service.ts";
import { findWarnings, type Warning } from "./warnings.ts";

export interface Review extends EntryForActor {
  /** what keeps it from being approved, cell by cell */
  problems: ContentProblem[];
  /** what the checks would say if it were public; an officer may approve it all the same */
  warnings: Warning[];
  /** the record has a newer version than the one that the entry started from */
  isStale: boolean;
}

/** What an officer needs to decide. Throws `not-found` as the entry itself does. */
export async function getReview(context: Context, actor: Actor, id: string, language: Language): Promise<Review> {
  const found = await getEntryForActor(context, actor, id);
  const { entry, record } = found;
  const isOpen = entry.state === "submitted";
  const problems =
    isOpen && !entry.removal
      ? await read(context.database, (transaction) =>
          checkEntry(transaction, recordKind(entry.kind), entry.record, entry, "approve"),
        )
      : [];
  const { kind, record: recordId, owner, content, removal } = entry;
  const warnings = isOpen
    ? await findWarnings(context, actor, { kind, id: recordId, owner, content: removal ? null : content }, language)
    : [];
  return { ...found, problems, warnings, isStale: isOpen && (record?.version ?? 0) !== entry.baseVersion };
}

/** Why a step did not come about although nothing was wrong with the request. */
export interface Refusal {
  reason: string;
  fiscalYear?: number;
}

/** What kept a step from being done; null where it was done. */
export function findRefusal(result: StepResult): Refusal | null {
  return result.state === "done" ? null : { reason: result.state };
}

/** The refusal that a service threw; anything else is thrown again. */
export function readRefusal(error: unknown): Refusal {
  if (!(error instanceof AppError)) throw error;
  if (error.code === "not-found") return { reason: "gone" };
  if (error.code === "forbidden") return { reason: "forbidden" };
  if (error.code !== "conflict") throw error;
  const { reason, fiscalYear } = error.details;
  return {
    reason: typeof reason === "string" ? reason : "conflict",
    ...(typeof fiscalYear === "number" ? { fiscalYear } : {}),
  };
}

export interface Approval {
  id: string;
  /** null where the entry is out of the actor's sight */
  entry: Entry | null;
  refusal: Refusal | null;
}

/** Approves each by itself, so that one that cannot be approved keeps no other back. */
export async function approveEntries(
  context: Context,
  actor: Actor,
  steps: readonly { id: string; revision: number }[],
): Promise<Approval[]> {
  const approvals: Approval[] = [];
  for (const step of steps) {
    try {
      const result = await approveEntry(context, actor, step);
      approvals.push({ id: step.id, entry: result.entry, refusal: findRefusal(result) });
    } catch (error) {
      const refusal = readRefusal(error);
      approvals.push({ id: step.id, entry: await findSeen(context, actor, step.id), refusal });
    }
  }
  return approvals;
}

async function findSeen(context: Context, actor: Actor, id: string): Promise<Entry | null> {
  try {
    return (await getEntryForActor(context, actor, id)).entry;
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
