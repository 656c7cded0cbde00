import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, hasPermission } from "../accounts/actor.ts";
import { listConcerns } from "../concerns/service.ts";
import type { Plan } from "../partnerships/partnership.ts";
import { getPlans } from "../partnerships/service.ts";
import type { Source } from "../programme/source.ts";
import { seesResults } from "./access.ts";
import { rewordedIn } from "./question.ts";
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
  /** the time before that each question was asked, by id */
  before: Map<string, Before>;
  /** answers in words, rows and files; without who gave them where the survey is anonymous */
  answers: SurveyAnswer[];
  translations: AnswerTranslation[];
  outcomes: Outcome[];
  /** what the documents tell of the survey's answers */
  plans: Plan[];
  concerns: SurveyConcern[];
}

export interface Before {
  survey: Survey;
  tally: Tally;
  /** languages in which it was asked in other words then */
  reworded: Language[];
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

/** Of each question the newest earlier survey that asked it, as far as the reader may see that one's results. */
async function readBefore(
  transaction: ReadTransaction,
  survey: Survey,
  questions: readonly Question[],
  reader: "all" | "members" | "public",
): Promise<SurveyResults["before"]> {
  const before: SurveyResults["before"] = new Map();
  const sought = new Map(questions.filter(isCounted).map((question) => [question.id, question]));
  if (sought.size === 0) return before;
  // Newest first, those of one year by when they were asked: what follows this one came before it.
  const surveys = await store.readSurveys(transaction);
  const after = surveys.slice(surveys.findIndex(({ id }) => id === survey.id) + 1);
  // What it was copied from came before it, though both were made at one moment.
  const origin = surveys.find(({ id, fiscalYear }) => id === survey.basedOn && fiscalYear <= survey.fiscalYear);
  const earlier = (origin === undefined || after.includes(origin) ? after : [origin, ...after]).filter(
    ({ state, results }) =>
      state !== "draft" &&
      (reader === "all" ||
        (state === "closed" && (results === "public" || (reader === "members" && results === "members")))),
  );
  for (const candidate of earlier) {
    if (sought.size === 0) break;
    const same = (await store.readQuestions(transaction, candidate.id)).filter((question) =>
      isComparable(question, sought.get(question.id)),
    );
    if (same.length === 0) continue;
    const { answered } = await store.countReplies(transaction, candidate.id);
    if (candidate.anonymous && answered < fewestAnonymousAnswers) continue;
    const counts = await countAnswers(transaction, candidate.id, same);
    for (const question of same) {
      const tally = tallyQuestion(question, counts);
      const now = sought.get(question.id);
      if (tally.answered === 0 || !now) continue;
      before.set(question.id, { survey: candidate, tally, reworded: rewordedIn(question, now) });
      sought.delete(question.id);
    }
  }
  return before;
}

/** Steps of another scale mean something else; other words for the same are named where they are compared. */
function isComparable(then: Question, now: Question | undefined): boolean {
  if (now === undefined || then.kind !== now.kind) return false;
  const [one, other] = [then.options.scale, now.options.scale];
  return one?.from === other?.from && one?.to === other?.to;
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
