import { AppError } from "../../core/errors.ts";
import { foldTitle } from "../../core/fold-title.ts";
import type { Language } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { refreshRevision } from "../programme/revision.ts";
import { findStanding } from "../records/access.ts";
import { raisesFor } from "./access.ts";
import type { ConcernTheme } from "./concern.ts";
import { findMeeting } from "./meetings.ts";
import { raiseConcern } from "./raise.ts";

export interface ConcernInput {
  organisation: string;
  theme: ConcernTheme;
  language: Language;
  text: string;
  continues: string | null;
  /** id of the activity at which it came up */
  meeting: string | null;
  visibility: "public" | "members";
  /** that the organisation has raised the same in the same words has been confirmed */
  again: boolean;
  formKey: string;
}

/**
 * A member raises a concern today. Gives its id. Throws `forbidden` {reason: "not-own"},
 * `not-found` for a meeting that the actor does not see, `conflict` {reason: "same", id} where it is there already, and what
 * `raiseConcern` throws.
 */
export async function enterConcern(context: Context, actor: Actor, input: ConcernInput): Promise<string> {
  requirePermission(actor, "concerns.raise");
  const standing = await findStanding(context, actor);
  if (!raisesFor(standing).includes(input.organisation)) throw new AppError("forbidden", { reason: "not-own" });
  if (input.meeting !== null && (await findMeeting(context, standing, input.meeting)) === null)
    throw new AppError("not-found", { kind: "activity", id: input.meeting });
  const { text, language, again, ...stated } = input;
  const today = context.clock.today();
  const id = await change(context, actor, async (transaction, audit) => {
    const same = again ? null : await findSame(transaction, input);
    if (same !== null) throw new AppError("conflict", { reason: "same", id: same });
    return raiseConcern(context, transaction, audit, {
      ...stated,
      language,
      text: { [language]: text },
      raised: today,
      by: actor.userId,
      now: context.clock.now(),
    });
  });
  await refreshRevision(context);
  return id;
}

/** A concern of the organisation in the same words, spaces and widths aside; not the one that this very form has raised. */
async function findSame(
  transaction: WriteTransaction,
  { organisation, language, text, formKey }: ConcernInput,
): Promise<string | null> {
  const rows = await transaction
    .selectFrom("concern_items")
    .select(["id", "text", "form_key"])
    .where("organisation", "=", organisation)
    .where("state", "<>", "withdrawn")
    .execute();
  if (rows.some(({ form_key }) => form_key === formKey)) return null;
  const wanted = foldTitle(text);
  return rows.find((row) => foldTitle(localizedFromJson(row.text)[language] ?? "") === wanted)?.id ?? null;
}
