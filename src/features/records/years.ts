import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { notifyOfYear, type YearLetter } from "./notify-year.ts";
import { publishRecords } from "./publish.ts";
import { isUnpublished, listRecords } from "./store.ts";
import { lockYear, readClosedYears } from "./year-lock.ts";

export interface YearState {
  fiscalYear: number;
  state: "open" | "proposed" | "closed";
  publishedAt: Date | null;
  changedAt: Date | null;
  note: string | null;
  /** records of the year that the public tables show as they were last approved */
  published: number;
  /** approved records of the year whose newest version the public tables do not show yet */
  unpublished: number;
  /** entries that wait for a platform's decision */
  waiting: number;
  /** drafts and returned entries */
  unfinished: number;
}

export function listYears(context: Context): Promise<YearState[]> {
  return read(context.database, readYears);
}

export function getClosedYears(context: Context): Promise<Set<number>> {
  return read(context.database, readClosedYears);
}

async function readYears(transaction: ReadTransaction): Promise<YearState[]> {
  const { rows } = await sql<YearState>`
    WITH years AS (
      SELECT fiscal_year FROM records WHERE fiscal_year IS NOT NULL
      UNION SELECT fiscal_year FROM entries WHERE fiscal_year IS NOT NULL
      UNION SELECT fiscal_year FROM year_states
    ), unpublished AS (
      SELECT fiscal_year, count(*)::int AS count FROM records
      WHERE ${isUnpublished} GROUP BY fiscal_year
    ), published AS (
      SELECT fiscal_year, count(*)::int AS count FROM records
      WHERE visibility = 'public' AND NOT removed AND published_version = version GROUP BY fiscal_year
    ), work AS (
      SELECT fiscal_year, count(*) FILTER (WHERE state = 'submitted')::int AS waiting,
             count(*) FILTER (WHERE state IN ('draft', 'returned'))::int AS unfinished
      FROM entries GROUP BY fiscal_year
    )
    SELECT fiscal_year AS "fiscalYear", coalesce(state, 'open') AS state, published_at AS "publishedAt",
           changed_at AS "changedAt", note, coalesce(published.count, 0) AS published, coalesce(unpublished.count, 0) AS unpublished,
           coalesce(waiting, 0) AS waiting, coalesce(unfinished, 0) AS unfinished
    FROM years LEFT JOIN year_states USING (fiscal_year) LEFT JOIN unpublished USING (fiscal_year)
    LEFT JOIN published USING (fiscal_year) LEFT JOIN work USING (fiscal_year)
    ORDER BY fiscal_year DESC`.execute(transaction);
  return rows;
}

/** An officer tells the ministry that the year is complete. */
export function proposeClosing(context: Context, actor: Actor, fiscalYear: number, note: string): Promise<void> {
  requirePermission(actor, "years.publish");
  const step = { from: ["open"], to: "proposed", action: "year.proposed", letter: "proposed", note } as const;
  return changeYear(context, actor, fiscalYear, step);
}

/** The ministry closes the year: its approved records become public at this moment, and nothing in it changes any more. */
export function closeYear(context: Context, actor: Actor, fiscalYear: number, note: string): Promise<void> {
  requirePermission(actor, "years.close");
  const step = { from: ["open", "proposed"], to: "closed", action: "year.closed", letter: "closed", note } as const;
  return changeYear(context, actor, fiscalYear, step);
}

/** The ministry opens a closed year again, with its reason. */
export function reopenYear(context: Context, actor: Actor, fiscalYear: number, note: string): Promise<void> {
  requirePermission(actor, "years.close");
  if (note.trim() === "") throw new AppError("invalid-input", { reason: "reason-missing" });
  const step = { from: ["closed"], to: "open", action: "year.reopened", letter: "reopened", note } as const;
  return changeYear(context, actor, fiscalYear, step);
}

/** Makes the approved records of an open year public as they stand, as an interim report does. */
export function publishYear(context: Context, actor: Actor, fiscalYear: number): Promise<void> {
  requirePermission(actor, "years.publish");
  const step = { from: ["open", "proposed"], to: null, action: "year.published", letter: null, note: "" } as const;
  return changeYear(context, actor, fiscalYear, step);
}

async function changeYear(
  context: Context,
  actor: Actor,
  fiscalYear: number,
  step: {
    from: readonly string[];
    to: "open" | "proposed" | "closed" | null;
    action: string;
    letter: YearLetter | null;
    note: string;
  },
): Promise<void> {
  await change(context, actor, async (transaction, audit) => {
    await lockYear(transaction, fiscalYear);
    const present = (await readYears(transaction)).find((year) => year.fiscalYear === fiscalYear);
    if (!present) throw new AppError("not-found", { kind: "fiscal-year", fiscalYear });
    // The same button pressed twice.
    if (present.state === step.to) return;
    if (!step.from.includes(present.state)) throw new AppError("conflict", { reason: "year-state", fiscalYear });
    if (step.to === "closed" && present.waiting > 0)
      throw new AppError("conflict", { reason: "entries-waiting", fiscalYear, waiting: present.waiting });
    const publishes = step.to === "closed" || step.to === null;
    const published = publishes ? await publishOfYear(context, transaction, fiscalYear) : 0;
    const now = context.clock.now();
    const values = {
      state: step.to ?? present.state,
      changed_at: now,
      changed_by: actor.userId,
      // A publication on the way leaves what was said with the request to close.
      ...(step.to === null ? {} : { note: step.note.trim() || null }),
      ...(publishes ? { published_at: now } : {}),
    };
    await transaction
      .insertInto("year_states")
      .values({ fiscal_year: fiscalYear, ...values })
      .onConflict((conflict) => conflict.column("fiscal_year").doUpdateSet(values))
      .execute();
    // The day of the tables follows the publication, also where no record was waiting for it.
    if (publishes && published === 0) await raiseRevision(transaction);
    if (step.letter) {
      const letter = { fiscalYear, letter: step.letter, note: step.note.trim() };
      await notifyOfYear(context, transaction, letter, actor.userId);
    }
    audit({ action: step.action, subject: `year/${fiscalYear}`, details: { fiscalYear, published } });
  });
  await refreshRevision(context);
}

async function publishOfYear(context: Context, transaction: WriteTransaction, fiscalYear: number): Promise<number> {
  // Locked against approvals by the year, so that what is listed is what is published.
  const { records } = await listRecords(
    transaction,
    { fiscalYear, unpublished: true, removed: true },
    sql<boolean>`true`,
    { limit: 100_000, offset: 0 },
  );
  await publishRecords(transaction, records, context.clock.today());
  return records.length;
}
