import { type RawBuilder, sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import type { Actor } from "../accounts/actor.ts";
import { dropUnnamedFile } from "../attachments/sweep-files.ts";
import { change } from "../audit/change.ts";
import { getMeeting } from "./service.ts";
import { eraseLists } from "./store-letters.ts";

/** What tells who somebody is; that somebody came for the organisation stays. */
const nothing = { name: "{}", post: "{}", email: null };

/** At the person's request, by a manager or the person's own office; with the lists of names that tell of the person. */
export async function erasePerson(context: Context, actor: Actor, id: string, participant: string): Promise<void> {
  const { papers, manages, own } = await getMeeting(context, actor, id);
  const person = papers.participants.find((one) => one.id === participant);
  if (!person) throw new AppError("not-found", { kind: "participant", id: participant });
  if (!manages && !own.includes(person.organisation))
    throw new AppError("forbidden", { organisation: person.organisation });
  const files = await change(context, actor, async (transaction, audit) => {
    await transaction
      .updateTable("meeting_participants")
      .set({ ...nothing, erased_at: context.clock.now() })
      .where("id", "=", participant)
      .execute();
    // What was sent to the address is held nowhere else.
    if (person.email !== null)
      await transaction
        .deleteFrom("mails")
        .where("recipient", "=", person.email)
        .where("purpose", "=", "meeting")
        .where("user_id", "is", null)
        .execute();
    const lists = await eraseLists(transaction, [participant], context.clock.now());
    audit({
      action: "meeting.person-erased",
      subject: `meeting/${id}`,
      organisation: person.organisation,
      details: { lists: lists.length / 2 },
    });
    return lists;
  });
  await dropFiles(context, files);
}

/** What cannot be dropped now, the sweep drops: nothing names it any more. */
async function dropFiles(context: ErasingContext, files: readonly string[]): Promise<void> {
  for (const sha256 of files) await dropUnnamedFile(context, sha256);
}

type ErasingContext = Pick<Context, "config" | "database" | "clock">;

/** For a daily job: the same time of keeping as for participants of activities (RENKEI_RETENTION_PARTICIPANTS_YEARS; 0 keeps them). */
export async function eraseOldMeetingPeople(context: ErasingContext): Promise<number> {
  const years = (context.config.files ?? defaultFileSettings).participantYears;
  if (years === 0) return 0;
  const expired = isExpired(context.clock.today(), years);
  const people = await read(context.database, (transaction) =>
    transaction.selectFrom("meeting_participants").select("id").where(expired).execute(),
  );
  const count = people.length;
  if (count === 0) return 0;
  const files = await change(context, { userId: null, network: null }, async (transaction, audit) => {
    await transaction
      .updateTable("meeting_participants")
      .set({ ...nothing, erased_at: context.clock.now() })
      .where(expired)
      .execute();
    const ids = people.map(({ id }) => id);
    const lists = await eraseLists(transaction, ids, context.clock.now());
    audit({ action: "meeting.people-expired", details: { count, years, lists: lists.length / 2 } });
    return lists;
  });
  await dropFiles(context, files);
  return count;
}

function isExpired(today: string, years: number): RawBuilder<boolean> {
  return sql<boolean>`erased_at IS NULL AND
    (SELECT ends_on FROM meetings WHERE meetings.id = meeting_participants.meeting)
      < ${today}::date - make_interval(years => ${years}::int)`;
}
