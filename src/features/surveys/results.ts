import { AppError } from "../../core/errors.ts";
import type { Localized } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { listConcerns } from "../concerns/service.ts";
import type { Plan } from "../partnerships/partnership.ts";
import { getPlans } from "../partnerships/service.ts";
import type { Source } from "../programme/source.ts";
import { seesResults } from "./access.ts";
import { getPublicSurvey, getSurvey } from "./service.ts";
import * as store from "./store.ts";
import {
  type AnswerTranslation,
  fewestAnonymousAnswers,
  type Outcome,
  type Question,
  type Survey,
  type SurveyAnswer,
} from "./survey.ts";
import { countAnswers, isCounted, type Tally, tallyQuestion } from "./tally.ts";

export interface SurveyResults {
  survey: Survey;
  questions: Question[];
  invited: number;
  answered: number;
  /** an anonymous survey with too few answers shows none */
  tooFew: boolean;
  tallies: Tally[];
  /** the same questions the year before, by id */
  before: { survey: Survey; answered: number; tallies: Map<string, Tally> } | null;
  /** answers in words, rows and files; without who gave them where the survey is anonymous */
  answers: SurveyAnswer[];
  translations: AnswerTranslation[];
  outcomes: Outcome[];
  /** what the documents tell of the survey's answers */
  plans: Plan[];
  concerns: SurveyConcern[];
}

export interface SurveyConcern {
  id: string;
  organisation: string | null;
  theme: string;
  text: Localized;
  state: string;
  source: Source | null;
  /** the concern that it continues, from an earlier survey */
  continues: string | null;
}

/** Answers in words that a page shows; the workbook has all. */
const shownAnswers = 200;

/** Throws `not-found`, and `forbidden` where the results are not the actor's to see. */
export async function getResults(
  context: Context,
  actor: Actor,
  id: string,
  { mostAnswers = shownAnswers }: { mostAnswers?: number } = {},
): Promise<SurveyResults> {
  const { survey } = await getSurvey(context, actor, id);
  if (!seesResults(actor, survey)) throw new AppError("forbidden", { survey: id });
  const all = hasPermission(actor, "surveys.manage");
  const concerns = await gatherConcerns(context, actor, survey);
  return gather(context, { survey, concerns }, all ? "all" : "members", mostAnswers);
}

export async function getPublicResults(context: Context, id: string): Promise<SurveyResults> {
  const survey = await getPublicSurvey(context, id);
  return context.cache.get(`public survey ${id}`, async () =>
    gather(context, { survey, concerns: await gatherConcerns(context, "public", survey) }, "public", 0),
  );
}

async function gather(
  context: Context,
  { survey, concerns }: Pick<SurveyResults, "survey" | "concerns">,
  reader: "all" | "members" | "public",
  mostAnswers: number,
): Promise<SurveyResults> {
  const plans = (await getPlans(context)).filter((plan) => plan.survey === survey.id);
  return read(context.database, async (transaction) => {
    const questions = await store.readQuestions(transaction, survey.id);
    const { invited, answered } = await store.countReplies(transaction, survey.id);
    const tooFew = survey.anonymous && answered < fewestAnonymousAnswers;
    const counts = tooFew ? new Map() : await countAnswers(transaction, survey.id, questions);
    const reads = !tooFew && questions.some((question) => !isCounted(question));
    return {
      survey,
      questions,
      invited,
      answered,
      tooFew,
      tallies: questions.map((question) => tallyQuestion(question, counts)),
      before: await readBefore(transaction, survey, questions, reader),
      // Words are for those who asked and those who were asked; everybody else gets numbers.
      answers: reads && reader !== "public" ? await store.readSubmitted(transaction, survey.id, mostAnswers) : [],
      translations: reads && reader !== "public" ? await store.readTranslations(transaction, survey.id) : [],
      outcomes: reader === "all" ? await store.readOutcomes(transaction, survey.id) : [],
      plans,
      concerns,
    };
  });
}

/** The newest earlier survey with a question of the same id, as far as the reader may see its results. */
async function readBefore(
  transaction: ReadTransaction,
  survey: Survey,
  questions: readonly Question[],
  reader: "all" | "members" | "public",
): Promise<SurveyResults["before"]> {
  const counted = questions.filter(isCounted);
  if (counted.length === 0) return null;
  const earlier = (await store.readSurveys(transaction)).filter(
    ({ id, fiscalYear, state, results }) =>
      id !== survey.id &&
      fiscalYear < survey.fiscalYear &&
      state !== "draft" &&
      (reader === "all" ||
        (state === "closed" && (results === "public" || (reader === "members" && results === "members")))),
  );
  for (const candidate of earlier) {
    const asked = await store.readQuestions(transaction, candidate.id);
    const same = asked.filter((question) =>
      counted.some(({ id, kind }) => id === question.id && kind === question.kind),
    );
    if (same.length === 0) continue;
    const { answered } = await store.countReplies(transaction, candidate.id);
    if (candidate.anonymous && answered < fewestAnonymousAnswers) continue;
    const counts = await countAnswers(transaction, candidate.id, same);
    const tallies = new Map(same.map((question) => [question.id, tallyQuestion(question, counts)]));
    return { survey: candidate, answered, tallies };
  }
  return null;
}

/** What was raised in it, as far as the reader sees concerns; of an anonymous survey nobody is named. */
async function gatherConcerns(context: Context, reader: Actor | "public", survey: Survey): Promise<SurveyConcern[]> {
  const raised = (await listConcerns(context, reader)).filter(
    (concern) => concern.survey === survey.id && concern.state !== "withdrawn",
  );
  return raised.map(({ id, organisation, theme, text, state, continues, source }) => ({
    ...{ id, theme, text, state, continues, source },
    organisation: survey.anonymous ? null : organisation,
  }));
}
