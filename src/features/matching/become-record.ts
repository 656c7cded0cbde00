import { AppError } from "../../core/errors.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { moveNeed } from "../needs/change-need.ts";
import { getDirectory } from "../organisations/directory.ts";
import { raiseRevision } from "../programme/revision.ts";
import { getProgramme } from "../programme/service.ts";
import { findStanding, ownersFor } from "../records/access.ts";
import { isPreparedInVain } from "../records/prepared-record.ts";
import { saveEntryIn } from "../records/save-entry.ts";
import { lockAll } from "./broker-match.ts";
import { hasEnded } from "./holds.ts";
import { composeRecord, kindOfForm, type RecordForm } from "./record-content.ts";
import { findMatch, writeMatchEvent } from "./store.ts";

/**
 * Makes what was agreed a planned activity or project: a draft in the broker's name with all that is known of it, which then goes the way
 * of every record. The need is being met from then on. Sent twice, the first draft is found again; after it was withdrawn, another is made.
 * Throws `conflict` {reason: "match-state"}. Gives the entry's id.
 */
export async function becomeRecord(context: Context, actor: Actor, id: string, form: RecordForm): Promise<string> {
  requirePermission(actor, "needs.broker");
  const standing = await findStanding(context, actor);
  const directory = await getDirectory(context);
  const { calendar } = await getProgramme(context);
  const kind = kindOfForm(form);
  const [owner] = ownersFor(standing, kind);
  if (owner === undefined) throw new AppError("forbidden", { kind });
  const made: { entry?: string } = {};
  await change(context, actor, async (transaction, audit) => {
    const match = await findMatch(transaction, id, { lock: true });
    if (!match) throw new AppError("not-found", { kind: "match", id });
    const isAgain = await isPreparedInVain(transaction, match);
    if (match.entry !== null && !isAgain) {
      made.entry = match.entry;
      return;
    }
    if (match.state !== "agreed") throw new AppError("conflict", { reason: "match-state", state: match.state });
    const { need, offers } = await lockAll(transaction, match.need, match.offers);
    // What nobody needs any more is not planned, unless the broker has said why it goes on.
    if (hasEnded(need.state) && !match.continued)
      throw new AppError("conflict", { reason: "held", holds: [{ reason: "need-state", state: need.state }] });
    const given = match.offers.flatMap(({ offer, quantity }) => {
      const found = offers.get(offer);
      return found ? [{ ...found, quantity }] : [];
    });
    const governmentOf = (organisation: string) => directory.find(organisation)?.government ?? organisation;
    const content = composeRecord(form, {
      need,
      offers: given,
      fiscalYear: match.fiscalYear,
      calendar,
      partnerships: await findPartnerships(transaction, {
        partner: governmentOf(need.organisation),
        homes: given.map(({ organisation }) => governmentOf(organisation)),
      }),
    });
    const { entry } = await saveEntryIn(context, transaction, audit, standing, {
      kind,
      owner,
      // A need that not everybody may see makes no record that everybody sees; what two sides agreed on they both see.
      visibility: need.visibility === "organisation" ? "sides" : need.visibility,
      content,
      formKey: isAgain ? `match/${id}/${match.revision}` : `match/${id}`,
    });
    const now = context.clock.now();
    await transaction
      .updateTable("matches")
      .set({
        entry: entry.id,
        record_kind: kind,
        record_id: entry.record,
        changed_at: now,
        revision: match.revision + 1,
      })
      .where("id", "=", id)
      .execute();
    await writeMatchEvent(transaction, {
      match: id,
      action: "recorded",
      organisation: null,
      note: null,
      by: actor.userId,
      at: now,
    });
    if (need.state === "matched" || need.state === "confirmed")
      await moveNeed(transaction, audit, { need: need.id, to: "being-met", by: actor.userId, note: null, now });
    await raiseRevision(transaction);
    audit({ action: "match.recorded", subject: `match/${id}`, details: { record: `${kind}/${entry.record}` } });
    made.entry = entry.id;
  });
  if (made.entry === undefined) throw new Error("an entry was neither found nor made");
  return made.entry;
}

async function findPartnerships(
  transaction: ReadTransaction,
  { partner, homes }: { partner: string; homes: readonly string[] },
): Promise<string[]> {
  if (homes.length === 0) return [];
  const rows = await transaction
    .selectFrom("partnerships")
    .select(["id", "home"])
    .where("partner", "=", partner)
    .where("home", "in", [...new Set(homes)])
    .orderBy("id")
    .execute();
  // A project carries one: that of whoever leads it.
  return rows.toSorted((one, other) => homes.indexOf(one.home) - homes.indexOf(other.home)).map(({ id }) => id);
}
