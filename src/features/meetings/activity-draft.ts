import { fiscalYearOf } from "../../core/fiscal-calendar.ts";
import { languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { getProgramme } from "../programme/service.ts";
import { findStanding, ownersFor } from "../records/access.ts";
import { saveEntryIn } from "../records/save-entry.ts";
import type { Meeting } from "./meeting.ts";
import { changeMeeting } from "./save-meeting.ts";

/** The meeting as a draft of an activity record, which somebody completes and submits. Gives the entry's id; null where none may be entered. */
export async function draftActivity(context: Context, actor: Actor, id: string): Promise<string | null> {
  const standing = await findStanding(context, actor);
  const [owner] = ownersFor(standing, "activity");
  if (owner === undefined) return null;
  const { calendar } = await getProgramme(context);
  const made: { entry: string | null } = { entry: null };
  await changeMeeting(context, actor, id, null, async (meeting, transaction, audit) => {
    const saved = await saveEntryIn(context, transaction, audit, standing, {
      kind: "activity",
      owner,
      visibility: "members",
      formKey: `meeting/${id}`,
      content: {
        fields: { fiscal_year: String(fiscalYearOf(calendar, meeting.startsOn)), ...describe(meeting) },
        parts: { activity_parties: listParties(meeting) },
      },
    });
    const { entry } = saved;
    await transaction
      .updateTable("meetings")
      .set({ activity: entry.record, entry: entry.id })
      .where("id", "=", id)
      .execute();
    audit({ action: "meeting.changed", subject: `meeting/${id}`, details: { part: "activity" } });
    made.entry = entry.id;
    return { state: "done", id };
  });
  return made.entry;
}

const kinds = { domestic: "domestic-meeting", joint: "joint-meeting", expert: "seminar", other: "" } as const;

function describe(meeting: Meeting): Record<string, string> {
  const { startsOn, endsOn, kind, state } = meeting;
  const texts = languages.flatMap((language) => [
    [`title_${language}`, meeting.title[language] ?? ""],
    [`venue_${language}`, meeting.place[language] ?? ""],
  ]);
  return {
    ...(kinds[kind] === "" ? {} : { kind: kinds[kind] }),
    status: state === "held" ? "done" : state === "cancelled" ? "cancelled" : "planned",
    date: startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`,
    ...Object.fromEntries(texts.filter(([, text]) => text !== "")),
  };
}

function listParties({ host, invited }: Meeting): Record<string, string>[] {
  return [
    { organisation: host, role: "host" },
    ...invited.filter((id) => id !== host).map((organisation) => ({ organisation, role: "attendee" })),
  ];
}
