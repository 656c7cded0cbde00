import { writeEdtf } from "../../core/edtf-format.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
import { speaksFor } from "./access.ts";
import { writeMeetingReminder } from "./mails.ts";
import { readMeetings, readOwedMaterials, readTasks } from "./store.ts";
import { sayMarked } from "./untranslated.ts";

/** Days before the day, and after it, on which people are reminded; nobody is reminded of what lies further back. */
const stages = [
  { name: "before-7", from: -7, to: -2 },
  { name: "before-1", from: -1, to: 0 },
  { name: "after-1", from: 1, to: 6 },
  { name: "after-7", from: 7, to: 30 },
] as const;

/** Which reminder the day asks for; a day on which nothing ran is made up for by the next. */
export function findReminderStage(due: string, today: string): string | null {
  const late = Temporal.PlainDate.from(due).until(today, { largestUnit: "days" }).days;
  return stages.find(({ from, to }) => from <= late && late <= to)?.name ?? null;
}

/** Materials that are missing and tasks that are open, to the people of the organisation that was asked. */
export async function remindOfMeetings(context: Context): Promise<number> {
  const today = context.clock.today();
  const { readers, owed, cancelled } = await read(context.database, async (transaction) => ({
    readers: (await readStandingReaders(context, transaction)).filter(({ reminders }) => reminders),
    owed: [
      ...(await readOwedMaterials(transaction, today)).map(({ id, meeting, organisation, due, title }) => ({
        ...{ is: "material" as const, id, meeting, organisation, due, text: title },
        day: due,
      })),
      ...(await readTasks(transaction))
        .filter(({ state }) => state === "open")
        .map(({ id, meeting, organisation, due, dueTo, text }) => ({
          ...{ is: "task" as const, id, meeting, organisation, due, text },
          day: dueTo,
        })),
    ],
    cancelled: new Set(
      (await readMeetings(transaction)).filter(({ state }) => state === "cancelled").map(({ id }) => id),
    ),
  }));
  const due = owed.flatMap(({ day, ...thing }) => {
    const stage = day === null || cancelled.has(thing.meeting) ? null : findReminderStage(day, today);
    return stage === null ? [] : [{ ...thing, stage }];
  });
  if (due.length === 0) return 0;
  let queued = 0;
  for (const reader of readers) {
    const own = speaksFor(reader.standing);
    const things = due.filter(({ organisation }) => own.includes(organisation)).map((thing) => ({ ...reader, thing }));
    if (things.length === 0) continue;
    queued += await write(context.database, (transaction) =>
      mailReaders(context, transaction, things, ({ userId, language, thing }, site) => {
        const { is, id, meeting, text, due: day, stage } = thing;
        return writeMeetingReminder(`${site}${links.meeting(language, meeting)}`, language, {
          is,
          text: sayMarked(text, language),
          due: day === null ? "" : writeEdtf(day, language),
          onceKey: `meeting/${is}/${id}/${stage}/${day ?? ""}/${userId}`,
        });
      }),
    );
  }
  return queued;
}
