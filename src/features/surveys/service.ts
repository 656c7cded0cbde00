import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission, requirePermission } from "../accounts/actor.ts";
import { findStanding } from "../records/access.ts";
import { answersFor, isPublic, seesSurvey } from "./access.ts";
import { type ProxyOrigin, readProxyOrigins } from "./proxy-origin.ts";
import * as store from "./store.ts";
import type { Invitation, Question, Survey, SurveyAnswer } from "./survey.ts";

/** A survey as one reader meets it in a list. */
export interface ListedSurvey {
  survey: Survey;
  /** organisations for which the reader answers, with how far each is */
  own: { invitation: Invitation; state: SurveyAnswer["state"] | null }[];
  /** for the platforms */
  replies: { invited: number; answered: number } | null;
}

export async function listSurveys(context: Context, actor: Actor): Promise<ListedSurvey[]> {
  const organisations = answersFor(await findStanding(context, actor));
  const manages = hasPermission(actor, "surveys.manage");
  return read(context.database, async (transaction) => {
    const surveys = await store.readSurveys(transaction);
    const invitations = await store.readInvitationsOf(transaction, organisations);
    const listed: ListedSurvey[] = [];
    for (const survey of surveys) {
      const own: ListedSurvey["own"] = [];
      for (const invitation of invitations.filter((each) => each.survey === survey.id)) {
        const answer = await store.findAnswer(transaction, survey.id, invitation.organisation);
        own.push({ invitation, state: answer?.state ?? (invitation.answeredAt ? "submitted" : null) });
      }
      if (!seesSurvey(actor, survey, own.length > 0)) continue;
      const isAsked = manages && survey.origin === "member";
      listed.push({ survey, own, replies: isAsked ? await store.countReplies(transaction, survey.id) : null });
    }
    return listed;
  });
}

/** What waits for the actor: open surveys to which an own organisation has not answered. */
export async function listSurveysToAnswer(
  context: Context,
  actor: Actor,
): Promise<{ survey: Survey; organisation: string; hasDraft: boolean }[]> {
  if (!hasPermission(actor, "surveys.answer")) return [];
  const listed = await listSurveys(context, actor);
  return listed.flatMap(({ survey, own }) =>
    own
      .filter(({ state }) => survey.state === "open" && (state === null || state === "draft"))
      .map(({ invitation, state }) => ({
        survey,
        organisation: invitation.organisation,
        hasDraft: state === "draft",
      })),
  );
}

export interface WholeSurvey {
  survey: Survey;
  questions: Question[];
  invitations: Invitation[];
}

/** Throws `not-found` where there is none that the actor may see. */
export async function getSurvey(context: Context, actor: Actor, id: string): Promise<WholeSurvey> {
  const organisations = answersFor(await findStanding(context, actor));
  return read(context.database, async (transaction) => {
    const survey = await store.findSurvey(transaction, id);
    const invitations = survey ? await store.readInvitations(transaction, id) : [];
    const own = invitations.filter(({ organisation }) => organisations.includes(organisation));
    if (!survey || !seesSurvey(actor, survey, own.length > 0)) throw new AppError("not-found", { kind: "survey", id });
    const isManager = hasPermission(actor, "surveys.manage");
    const questions = await store.readQuestions(transaction, id);
    return { survey, questions, invitations: isManager ? invitations : own };
  });
}

/**
 * As the actor's own organisations were asked: who answers for one of them reads no other's draft, though he works for a platform.
 * Throws `not-found` where none of them was asked.
 */
export async function getSurveyToAnswer(context: Context, actor: Actor, id: string): Promise<WholeSurvey> {
  const whole = await getSurvey(context, actor, id);
  const organisations = answersFor(await findStanding(context, actor));
  return {
    ...whole,
    invitations: whole.invitations.filter(({ organisation }) => organisations.includes(organisation)),
  };
}

export interface ManagedSurvey extends WholeSurvey {
  states: store.AnswerState[];
  /** answers that the platform entered, by organisation */
  proxies: Map<string, ProxyOrigin>;
  /** answers and drafts by question */
  answered: Map<string, number>;
}

/** For the platform: who was asked, how far everybody is. Throws `forbidden`, `not-found`. */
export async function getManagedSurvey(context: Context, actor: Actor, id: string): Promise<ManagedSurvey> {
  requirePermission(actor, "surveys.manage");
  const whole = await getSurvey(context, actor, id);
  return read(context.database, async (transaction) => ({
    ...whole,
    states: await store.readAnswerStates(transaction, id),
    proxies: await readProxyOrigins(transaction, id),
    answered: await store.countAnswersTo(transaction, id),
  }));
}

/** Throws `not-found` unless its results are everybody's. */
export async function getPublicSurvey(context: Context, id: string): Promise<Survey> {
  const survey = (await listPublicSurveys(context)).find((each) => each.id === id);
  if (!survey) throw new AppError("not-found", { kind: "survey", id });
  return survey;
}

export function listPublicSurveys(context: Context): Promise<Survey[]> {
  return context.cache.get("public surveys", async () =>
    (await read(context.database, store.readSurveys)).filter(isPublic),
  );
}

/** Surveys whose results members at least may see, with what they asked. */
export async function readShownSurveys(
  transaction: ReadTransaction,
): Promise<Pick<WholeSurvey, "survey" | "questions">[]> {
  const shown: Pick<WholeSurvey, "survey" | "questions">[] = [];
  for (const survey of await store.readSurveys(transaction))
    if (survey.state === "closed" && survey.results !== "platform")
      shown.push({ survey, questions: await store.readQuestions(transaction, survey.id) });
  return shown;
}
