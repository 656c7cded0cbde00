import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordContent } from "../../records/kind.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import { findStanding, ownersFor } from "../records/access.ts";
import { saveEntryIn } from "../records/save-entry.ts";
import { readPlanDate } from "./check-answers.ts";
import { raiseFromSurvey } from "./raise-from-survey.ts";
import { toAnswer } from "./rows.ts";
import { lockSurvey, readQuestions } from "./store.ts";
import type { ConcernRow, PlanRow, Survey, SurveyAnswer } from "./survey.ts";

export interface RowPlace {
  survey: string;
  answer: string;
  question: string;
  row: string;
}

/**
 * A plan that was answered becomes the draft of a planned activity in the list that was chosen for it, a concern one of the list of
 * concerns; each once. Throws `forbidden`, `not-found`, `invalid-input` {field: "register"} for a plan without one of the programme's
 * lists, `conflict` {reason: "decided"}.
 */
export async function confirmRow(
  context: Context,
  actor: Actor,
  place: RowPlace,
  { register }: { register: string | null },
): Promise<void> {
  requirePermission(actor, "surveys.manage");
  const { registers } = await getBooks(context);
  const standing = await findStanding(context, actor);
  const partnerships = await getPartnerships(context);
  const programme = await getProgramme(context);
  await change(context, actor, async (transaction, audit) => {
    const { survey, answer, row } = await lockRow(transaction, place);
    if ("activity" in row) {
      const owner = ownersFor(standing, "activity")[0];
      if (owner === undefined || answer.organisation === null) throw new AppError("forbidden", { kind: "activity" });
      if (!registers.some(({ id }) => id === register)) throw new AppError("invalid-input", { field: "register" });
      const planYear = survey.fiscalYear + 1;
      const when = readPlanDate(row.when, { language: answer.language, calendar: programme.calendar, planYear });
      const home = answer.organisation;
      const own = partnerships.filter((each) => isBetween(each, home, row.partners)).map(({ id }) => id);
      const result = await saveEntryIn(context, transaction, audit, standing, {
        kind: "activity",
        owner,
        visibility: "members",
        content: planContent(row, { ...answer, organisation: home }, survey, {
          when,
          register: register ?? "",
          partnerships: own,
        }),
        formKey: `survey/${place.answer}/${place.question}/${place.row}`,
      });
      await keepOutcome(context, transaction, audit, actor, place, {
        kind: "entry",
        target: result.entry.id,
        record: result.entry.record,
        note: null,
      });
    } else {
      const target = await raiseFromSurvey(context, transaction, audit, actor, { survey, answer, row });
      await keepOutcome(context, transaction, audit, actor, place, {
        kind: "concern",
        target,
        record: null,
        note: null,
      });
    }
  });
}

/** Not taken on, with a word why. */
export async function setRowAside(context: Context, actor: Actor, place: RowPlace, note: string): Promise<void> {
  requirePermission(actor, "surveys.manage");
  await change(context, actor, async (transaction, audit) => {
    await lockRow(transaction, place);
    const outcome = { kind: "set-aside", target: null, record: null, note: note.slice(0, 1_000) } as const;
    await keepOutcome(context, transaction, audit, actor, place, outcome);
  });
}

async function lockRow(
  transaction: WriteTransaction,
  place: RowPlace,
): Promise<{ survey: Survey; answer: SurveyAnswer; row: PlanRow | ConcernRow }> {
  const survey = await lockSurvey(transaction, place.survey);
  const found = await transaction
    .selectFrom("survey_answers")
    .selectAll()
    .where("survey", "=", place.survey)
    .where("id", "=", place.answer)
    .where("state", "<>", "draft")
    .executeTakeFirst();
  const answer = found ? toAnswer(found) : null;
  const questions = survey ? await readQuestions(transaction, survey.id) : [];
  const question = questions.find(({ id }) => id === place.question);
  const row = rowsOf(answer?.answers[place.question]).find(({ key }) => key === place.row);
  if (!survey || !answer || !question || !row) throw new AppError("not-found", { kind: "survey", id: place.survey });
  const decided = await transaction
    .selectFrom("survey_outcomes")
    .select("kind")
    .where("answer", "=", place.answer)
    .where("question", "=", place.question)
    .where("row", "=", place.row)
    .executeTakeFirst();
  if (decided) throw new AppError("conflict", { reason: "decided" });
  return { survey, answer, row };
}

export function rowsOf(value: unknown): (PlanRow | ConcernRow)[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is PlanRow | ConcernRow => typeof row === "object" && row !== null && "key" in row);
}

function isBetween({ home, partner }: { home: string; partner: string }, own: string, others: readonly string[]) {
  return (home === own && others.includes(partner)) || (partner === own && others.includes(home));
}

/** What is missing the platform fills in before it goes on. */
function planContent(
  plan: PlanRow,
  { organisation, language }: { organisation: string; language: Language },
  survey: Survey,
  { when, register, partnerships }: { when: string | null; register: string; partnerships: string[] },
): RecordContent {
  const title = localize(survey.title, language).text;
  const people = plan.people.normalize("NFKC").trim();
  return {
    fields: {
      register,
      fiscal_year: String(survey.fiscalYear + 1),
      kind: plan.activity,
      status: "planned",
      date: when ?? "",
      date_text: plan.when,
      [`title_${language}`]: firstLine(plan.content),
      [`theme_${language}`]: plan.content,
      [`remark_${language}`]: message(language, "surveyRow.remark", { title }),
      topics: plan.topics.join(";"),
      funding: plan.budget === "" ? "not-stated" : plan.budget,
      partnerships: partnerships.join(";"),
    },
    parts: {
      activity_parties: [
        { organisation, role: "lead" },
        ...plan.partners.map((partner) => ({ organisation: partner, role: "counterpart" })),
      ],
      activity_people: people === "" ? [] : [{ categories: "participant", count: people, approximate: "yes" }],
    },
  };
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

async function keepOutcome(
  context: Context,
  transaction: WriteTransaction,
  audit: RecordAudit,
  actor: Actor,
  { survey, answer, question, row }: RowPlace,
  outcome: {
    kind: "entry" | "concern" | "set-aside";
    target: string | null;
    record: string | null;
    note: string | null;
  },
): Promise<void> {
  await transaction
    .insertInto("survey_outcomes")
    .values({ answer, question, row, ...outcome, by: actor.userId, at: context.clock.now() })
    .execute();
  audit({ action: "survey.row-decided", subject: `survey/${survey}`, details: { question, kind: outcome.kind } });
}
