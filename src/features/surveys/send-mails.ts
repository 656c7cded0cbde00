import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import type { Subscriber } from "../accounts/readers.ts";
import { ruleOf } from "../accounts/roles.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { getDirectory } from "../organisations/directory.ts";
import { readStandingReaders } from "../records/standing-readers.ts";
import { answersFor } from "./access.ts";
import { type SurveyMailKind, writeSurveyMail } from "./mails.ts";
import { findSurvey, readInvitations, readSurveys } from "./store.ts";
import type { Invitation, Survey } from "./survey.ts";

/** Invites who was not written to yet, once the survey is open. Returns the organisations and the mails. */
export function sendInvitations(context: Context, actor: Actor, survey: Survey): Promise<SentMails> {
  requirePermission(actor, "surveys.manage");
  return sendMails(context, actor, survey, "invitation", isToInvite);
}

/** Whoever has answered without being asked needs no request any more. */
function isToInvite({ invitedAt, answeredAt }: Invitation): boolean {
  return invitedAt === null && answeredAt === null;
}

/** By hand: everybody who has not answered, at most once a day; nobody once answers are no longer taken. */
export async function remindNow(context: Context, actor: Actor, survey: Survey): Promise<SentMails> {
  requirePermission(actor, "surveys.manage");
  const isOver = survey.deadline !== null && survey.deadline < context.clock.today() && !survey.acceptsLate;
  if (isOver) return { organisations: 0, mails: 0, unreachable: [] };
  return sendMails(context, actor, survey, "reminder", ({ answeredAt }) => answeredAt === null);
}

/** A question that was answered reads otherwise now: whoever answered is asked to look at it. */
export async function tellReworded(context: Context, actor: Actor, id: string): Promise<SentMails> {
  requirePermission(actor, "surveys.manage");
  const survey = await read(context.database, (transaction) => findSurvey(transaction, id));
  if (!survey) throw new AppError("not-found", { kind: "survey", id });
  return sendMails(context, actor, survey, "reworded", ({ answeredAt }) => answeredAt !== null);
}

/** By the day: those of every open survey whose deadline is near, once each. */
export async function remindBeforeDeadlines(context: Context): Promise<number> {
  const today = context.clock.today();
  const surveys = await read(context.database, readSurveys);
  let mails = 0;
  for (const survey of surveys.filter((each) => isReminderDue(each, today))) {
    const dueFrom = firstReminderDay(survey);
    const sent = await sendMails(
      context,
      { userId: null, network: null },
      survey,
      "reminder",
      ({ answeredAt, remindedAt }) =>
        answeredAt === null && (remindedAt === null || remindedAt.toISOString().slice(0, 10) < dueFrom),
    );
    mails += sent.mails;
  }
  return mails;
}

export function isReminderDue(survey: Pick<Survey, "state" | "deadline" | "reminderDays">, today: string): boolean {
  const { state, deadline, reminderDays } = survey;
  if (state !== "open" || deadline === null || reminderDays === 0) return false;
  return firstReminderDay(survey) <= today && today <= deadline;
}

function firstReminderDay({ deadline, reminderDays }: Pick<Survey, "deadline" | "reminderDays">): string {
  return Temporal.PlainDate.from(deadline ?? "9999-12-31")
    .subtract({ days: reminderDays })
    .toString();
}

export interface SentMails {
  organisations: number;
  mails: number;
  /** ids of those for whom nobody has an account */
  unreachable: string[];
}

async function sendMails(
  context: Context,
  who: { userId: string | null; network: string | null },
  survey: Survey,
  kind: SurveyMailKind,
  wants: (invitation: Invitation) => boolean,
): Promise<SentMails> {
  const subscribers = await read(context.database, (transaction) => readStandingReaders(context, transaction));
  const people = subscribers.map((reader) => ({ ...reader, organisations: answersFor(reader.standing) }));
  const directory = await getDirectory(context);
  return change(context, who, async (transaction, audit) => {
    const sent: SentMails = { organisations: 0, mails: 0, unreachable: [] };
    if (survey.state !== "open") return sent;
    const now = context.clock.now();
    const today = context.clock.today();
    const sender = who.userId ?? (await readCreator(transaction, survey.id));
    const asker = findAsker(subscribers.find(({ userId }) => userId === sender));
    for (const invitation of (await readInvitations(transaction, survey.id)).filter(wants)) {
      const { organisation, language } = invitation;
      const time = { invitation: "", reminder: today, reworded: String(survey.questionsRevision) }[kind];
      const readers = people
        .filter(({ organisations }) => organisations.includes(organisation))
        .map((reader) => ({ ...reader, language }));
      const queued = await mailReaders(context, transaction, readers, ({ userId }, site) =>
        writeSurveyMail(site, survey, {
          ...{ kind, language, today },
          asker: asker && { ...asker, organisation: directory.name(asker.organisation, language) },
          onceKey: `survey/${survey.id}/${kind}/${time}/${organisation}/${userId}`,
        }),
      );
      if (readers.length === 0) sent.unreachable.push(organisation);
      if (queued === 0) continue;
      sent.mails += queued;
      sent.organisations += 1;
      if (kind === "reworded") continue;
      await transaction
        .updateTable("survey_invitations")
        .set(kind === "invitation" ? { invited_at: now } : { reminded_at: now })
        .where("survey", "=", survey.id)
        .where("organisation", "=", organisation)
        .execute();
    }
    reportSent(audit, survey, kind, sent);
    return sent;
  });
}

function reportSent(audit: RecordAudit, survey: Survey, kind: SurveyMailKind, { organisations, mails }: SentMails) {
  if (mails > 0)
    audit({
      action: kind === "invitation" ? "survey.invitations-sent" : "survey.reminded",
      subject: `survey/${survey.id}`,
      details: { organisations, mails },
    });
}

/** The office of whoever sends, or of whoever made the survey where a job sends. */
function findAsker(sender: Pick<Subscriber, "email" | "memberships"> | undefined) {
  const asking = sender?.memberships.find(({ role }) =>
    ruleOf(role).permissions.some((permission) => permission === "surveys.manage"),
  );
  return sender && asking ? { organisation: asking.organisation, email: sender.email } : null;
}

async function readCreator(transaction: WriteTransaction, survey: string): Promise<string | null> {
  const row = await transaction
    .selectFrom("survey_items")
    .select("created_by")
    .where("id", "=", survey)
    .executeTakeFirst();
  return row?.created_by ?? null;
}
