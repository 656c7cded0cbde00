import { randomUUID } from "node:crypto";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordAudit } from "../audit/change.ts";
import { raiseRevision } from "../programme/revision.ts";
import type { ConcernTheme } from "./concern.ts";
import { checkLink } from "./link.ts";
import { queueRaisedMails } from "./send-mails.ts";
import { lockConcern } from "./store.ts";

export interface NewConcern {
  /** null where it is not named: an anonymous survey */
  organisation: string | null;
  survey?: string | null;
  /** id of the activity: the meeting at which it was raised */
  meeting?: string | null;
  /** ISO 8601-2 */
  raised: string;
  theme: ConcernTheme;
  language: Language;
  text: Localized;
  /** the raising before; throws `conflict` {reason} where it cannot be one */
  continues?: string | null;
  visibility?: "public" | "members";
  /** account that does it */
  by: string | null;
  /** sent twice it is raised once */
  formKey?: string;
  now: Date;
}

/**
 * Raises a concern and tells those who answer by mail, but for whoever does it; who may is the caller's to ask. Gives its id. Throws `invalid-input` {reason: "text" | "date"}, `not-found` and
 * `conflict` where what it continues is not there, withdrawn or newer.
 */
export async function raiseConcern(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  concern: NewConcern,
): Promise<string> {
  const { organisation, survey = null, meeting = null, raised, continues = null, now } = concern;
  if ((concern.text[concern.language] ?? "").trim() === "") throw new AppError("invalid-input", { reason: "text" });
  const days = readDays(raised);
  const id = randomUUID();
  if (continues !== null)
    await checkLink(transaction, { id, raisedTo: days.to }, await lockConcern(transaction, continues));
  const entered = await transaction
    .insertInto("concern_items")
    .values({
      id,
      origin: "member",
      ...{ organisation, survey, meeting, raised, continues },
      raised_from: days.from,
      raised_to: days.to,
      position: await nextPosition(transaction, survey),
      theme: concern.theme,
      language: concern.language,
      text: JSON.stringify(concern.text),
      state: "open",
      visibility: concern.visibility ?? "members",
      created_by: concern.by,
      created_at: now,
      changed_at: now,
      form_key: concern.formKey ?? null,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!entered) return findByFormKey(transaction, concern.formKey ?? "");
  audit({
    action: "concern.raised",
    subject: `concern/${id}`,
    ...(organisation === null ? {} : { organisation }),
    details: { theme: concern.theme, survey, again: continues !== null },
  });
  await queueRaisedMails(context, transaction, { ...concern, id, raisedFrom: days.from });
  await raiseRevision(transaction);
  return id;
}

function readDays(raised: string): { from: string; to: string } {
  const parsed = parseEdtf(raised);
  const { from, to } = parsed.ok ? edtfBounds(parsed.value) : { from: null, to: null };
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) throw new AppError("invalid-input", { reason: "date" });
  return { from: first, to: last };
}

/** Within a survey in the order of the answers. */
async function nextPosition(transaction: WriteTransaction, survey: string | null): Promise<number> {
  if (survey === null) return 1;
  const { last } = await transaction
    .selectFrom("concern_items")
    .select((select) => select.fn.max("position").as("last"))
    .where("survey", "=", survey)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

async function findByFormKey(transaction: WriteTransaction, formKey: string): Promise<string> {
  const { id } = await transaction
    .selectFrom("concern_items")
    .select("id")
    .where("form_key", "=", formKey)
    .executeTakeFirstOrThrow();
  return id;
}
