import { type ReadTransaction, read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, entersKind, hasPermission } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import { editableBy, findStanding, ownOrganisations, type Standing, visibleTo } from "../records/access.ts";
import { listEntriesForActor } from "../records/service.ts";
import { gatherOverdueMilestones } from "./overdue-milestones.ts";
import * as store from "./store.ts";
import { findAfterwards, findNext } from "./store-activities.ts";
import { gatherWaitingAssessments } from "./waiting-assessments.ts";
import { gatherWaitingConcerns } from "./waiting-concerns.ts";
import { gatherWaitingEvaluations } from "./waiting-evaluations.ts";
import { gatherWaitingMatches } from "./waiting-matches.ts";
import { addComingMeetings, gatherWaitingMeetings } from "./waiting-meetings.ts";
import { gatherWaitingNeeds } from "./waiting-needs.ts";
import { gatherWaitingSurveys } from "./waiting-surveys.ts";
import { gatherWaitingTexts } from "./waiting-texts.ts";
import { daysAhead, monthsBack, type Work } from "./work.ts";

export interface WorkOptions {
  /** where news begins; by default where the actor last said "seen" */
  since?: Date;
  /** most entries of a list; the totals count all */
  limit?: number;
  daysAhead?: number;
}

/** What waits for the actor, what comes next, what is new. */
export async function getWork(context: Context, actor: Actor, options: WorkOptions = {}): Promise<Work> {
  const { limit = 8 } = options;
  const standing = await findStanding(context, actor);
  const page = { limit, offset: 0 };
  const share = async (list: Parameters<typeof listEntriesForActor>[2]) => {
    const { entries, total } = await listEntriesForActor(context, actor, list);
    return { items: entries, total };
  };
  const [returned, drafts, approvals] = await Promise.all([
    share({ scope: "mine", states: ["returned"], page }),
    share({ scope: "mine", states: ["draft"], page }),
    share({ scope: "decide", states: ["submitted"], page }),
  ]);
  const rest = await read(context.database, (transaction) =>
    gather(context, transaction, standing, { ...options, limit }),
  );
  const needs = await gatherWaitingNeeds(context, standing, {
    since: rest.since,
    watches: watchesAll(standing),
    limit,
  });
  const steps = await gatherOverdueMilestones(context, actor, limit);
  const concerns = await gatherWaitingConcerns(context, actor, limit);
  const matches = await gatherWaitingMatches(context, actor, limit);
  const surveys = await gatherWaitingSurveys(context, actor, limit);
  const assessments = await gatherWaitingAssessments(context, actor, limit);
  const evaluations = await gatherWaitingEvaluations(context, actor, limit);
  const meetings = await gatherWaitingMeetings(context, actor, limit);
  return {
    returned,
    drafts,
    approvals,
    ...meetings,
    ...steps,
    ...concerns,
    ...surveys,
    ...matches,
    ...assessments,
    ...evaluations,
    ...needs,
    ...rest,
    next: await addComingMeetings(context, actor, rest.next, {
      until: addDays(context.clock.today(), options.daysAhead ?? daysAhead),
      limit,
    }),
  };
}

async function gather(
  context: Context,
  transaction: ReadTransaction,
  standing: Standing,
  options: WorkOptions & { limit: number },
): Promise<
  Omit<
    Work,
    | "returned"
    | "drafts"
    | "approvals"
    | "surveys"
    | "meetings"
    | "matches"
    | "assessments"
    | "evaluations"
    | "needs"
    | "loadedNeeds"
    | "needChanges"
    | "concernsToAnswer"
    | "concernsToJudge"
    | "milestones"
    | "olderMilestones"
  >
> {
  const { actor } = standing;
  const today = context.clock.today();
  const { limit } = options;
  const visible = visibleTo(standing);
  const own = ownOrganisations(standing);
  const watches = watchesAll(standing);
  const since =
    options.since ?? (await store.findSeenUntil(transaction, actor.userId)) ?? new Date(context.clock.now().getTime());
  const news = { userId: actor.userId, organisations: watches ? null : own, visible, since };
  const activities = { organisations: own, visible };
  const nothing = { items: [], total: 0, stillPlanned: 0, noResult: 0, noPeople: 0 };
  const enters = entersKind(actor, "activity");
  const oldest = Temporal.PlainDate.from(today).subtract({ months: monthsBack }).toString();
  return {
    since,
    ...(await gatherWaitingTexts(transaction, actor, limit)),
    years: hasPermission(actor, "years.close") ? await store.findProposedYears(transaction) : [],
    // Asking for a result makes sense only of those who may enter it.
    afterwards: enters
      ? await findAfterwards(transaction, activities, { from: oldest, before: today }, limit)
      : nothing,
    older: enters ? await findAfterwards(transaction, activities, { from: null, before: oldest }, limit) : nothing,
    next: await findNext(
      transaction,
      { ...activities, organisations: news.organisations },
      { from: today, to: addDays(today, options.daysAhead ?? daysAhead) },
      limit,
    ),
    comments: hasPermission(actor, "records.comment")
      ? await store.findComments(transaction, news, limit)
      : { items: [], total: 0 },
    changes: await store.findChanges(transaction, news, editableBy(standing), limit),
  };
}

/** Who reads everything and enters nothing watches over all of it. */
function watchesAll(standing: Standing): boolean {
  return ownOrganisations(standing).length === 0 && standing.stands.some(({ role }) => ruleOf(role).reads === "all");
}

/** News up to this moment has been seen; a moment that has not come yet counts as now. */
export async function markWorkSeen(context: Context, actor: Actor, until: Date): Promise<void> {
  const now = context.clock.now();
  await write(context.database, (transaction) => store.markSeen(transaction, actor.userId, until < now ? until : now));
}

/** The day so many days later, YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
