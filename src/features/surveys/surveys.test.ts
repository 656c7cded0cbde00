import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { both, draftOf, makeSurvey, surveyFacts, twoChoices } from "../../testing/surveys.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import { getEntryForActor } from "../records/service.ts";
import { layOutPlans } from "../statistics/layouts/plans.ts";
import { type AnswerInput, saveAnswer } from "./answer-survey.ts";
import { removeQuestion, saveQuestion } from "./change-question.ts";
import { createSurvey, openSurvey, type SurveyFacts } from "./change-survey.ts";
import { checkAnswers } from "./check-answers.ts";
import { crossGroups, crossQuestions } from "./cross-table.ts";
import { confirmRow } from "./decide-row.ts";
import { findGround } from "./find-ground.ts";
import { findRegisters } from "./find-registers.ts";
import { inviteOrganisations } from "./invite.ts";
import { judgeDeadline } from "./mails.ts";
import { noOptions } from "./question.ts";
import { describeQuestionnaire, writeQuestionnaire } from "./questionnaire.ts";
import { readAnswers } from "./read-answers.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";
import { getPublicResults, getResults } from "./results.ts";
import { sendInvitations, tellReworded } from "./send-mails.ts";
import { getManagedSurvey, listSurveysToAnswer } from "./service.ts";
import { shiftYear } from "./shift-year.ts";
import type { Answers, PlanRow } from "./survey.ts";

let context: Context;
const manager = createActor("coordination", "iges");
const toyama = createActor("home-government", "toyama");
const hyogo = createActor("home-government", "hyogo");
const tianjin = createActor("partner-government", "tianjin");

beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

const make = (changes: Partial<SurveyFacts>, questions: ReturnType<typeof draftOf>[]) =>
  makeSurvey(context, manager, changes, questions);

async function answer(
  actor: typeof toyama,
  survey: string,
  answers: Answers,
  changes: Partial<AnswerInput> = {},
  at: Context = context,
) {
  const { survey: found } = await getManagedSurvey(at, manager, survey);
  const organisation = actor.memberships[0]?.organisation ?? "";
  const input = {
    survey,
    organisation,
    language: "ja",
    answers,
    revision: 0,
    submit: true,
    files: [],
    ...changes,
  } as const;
  return saveAnswer(at, actor, input, await findGround(at, found, "ja"));
}

const later = () => ({ ...context, clock: fixedClock("2026-12-20T03:00:00Z") });

test("the survey of December 2014 shows document A's reference table 1 and document B's concerns", async () => {
  const results = await getPublicResults(context, "survey-2014-12");
  expect(results.questions.map(({ id, kind }) => [id, kind])).toEqual([
    ["next-year-plan", "plan"],
    ["concerns", "concerns"],
  ]);
  const table = await layOutPlans({
    context,
    fiscalYear: 2015,
    language: "ja",
    directory: await getDirectory(context),
    programme: await getProgramme(context),
  } as Parameters<typeof layOutPlans>[0]);
  expect(results.plans.map(({ id }) => id)).toEqual(table.rows.map(({ key }) => key));
  expect(results.plans.map(({ organisation, partners }) => [organisation, ...partners])).toEqual([
    ["saitama", "shanxi"],
    ["tokyo", "beijing"],
    ["toyama", "liaoning"],
    ["nagano", "hebei"],
    ["hyogo", "guangdong"],
    ["fukuoka", "jiangsu"],
    ["kawasaki", "shenyang"],
    ["yokkaichi", "tianjin"],
    ["kobe", "tianjin"],
    ["kitakyushu", "shanghai", "wuhan", "handan", "tianjin"],
  ]);
  // The documents do not say who raised which concern: no answer is made up.
  expect(results.answered).toBe(0);
});

test("a draft keeps everything, a submission names each error at its question, and two people at once are told", async () => {
  const { id, ids } = await make({}, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
    draftOf("table", both("人数", "人数"), {
      table: {
        rows: [{ id: "r1", text: both("研修", "研修") }],
        columns: [{ id: "c1", text: both("人", "人"), holds: "number" }],
      },
    }),
    draftOf("plan", both("予定", "计划")),
  ]);
  const [choice = "", numbers = "", plan = ""] = ids;
  const row: PlanRow = {
    key: "abcd",
    partners: ["どこか"],
    activity: "",
    topics: [],
    when: "そのうち",
    content: "",
    people: "",
    budget: "",
  };
  const typed: Answers = { [numbers]: { "r1.c1": "約3人" }, [plan]: [row] };
  const wrong = await answer(toyama, id, typed);
  expect(wrong.state).toBe("problems");
  expect(wrong.state === "problems" && wrong.problems.map(({ field, reason }) => [field, reason])).toEqual([
    [`answers.${choice}`, "required"],
    [`answers.${numbers}.r1.c1`, "number"],
    [`answers.${plan}.0.partners`, "organisation"],
    [`answers.${plan}.0.activity`, "activity"],
    [`answers.${plan}.0.when`, "date"],
    [`answers.${plan}.0.content`, "content"],
  ]);
  const [waiting] = await listSurveysToAnswer(context, toyama);
  expect(waiting).toMatchObject({ organisation: "toyama", hasDraft: true });
  const kept = await answer(toyama, id, { [choice]: "c1" }, { submit: false });
  expect(kept).toMatchObject({ state: "conflict", present: { revision: 1, answers: typed } });
  const whole: PlanRow = {
    ...row,
    partners: ["liaoning"],
    activity: "training",
    when: "2027年9月頃",
    content: "VOC研修\n二行目",
  };
  const given = await answer(
    toyama,
    id,
    { [choice]: "c1", [numbers]: { "r1.c1": "３" }, [plan]: [whole] },
    { revision: 1 },
  );
  expect(given).toEqual({ state: "submitted", revision: 2 });
  expect(await listSurveysToAnswer(context, toyama)).toEqual([]);
  await expect(answer(hyogo, id, {}, { organisation: "toyama" })).rejects.toMatchObject({ code: "forbidden" });

  const { answers } = await getResults(context, manager, id);
  const place = { survey: id, answer: answers[0]?.id ?? "", question: plan, row: "abcd" };
  const registers = (await findRegisters(context, ["training"])).get("training")?.map(({ id }) => id) ?? [];
  expect(registers).toContain("coordination-trainings");
  expect(registers).not.toContain("coordination-meetings");
  await expect(confirmRow(context, manager, place, { register: null })).rejects.toMatchObject({
    details: { field: "register" },
  });
  const chosen = { register: "coordination-trainings" };
  await confirmRow(context, manager, place, chosen);
  await expect(confirmRow(context, manager, place, chosen)).rejects.toMatchObject({ details: { reason: "decided" } });
  const [outcome] = (await getResults(context, manager, id)).outcomes;
  const { entry } = await getEntryForActor(context, manager, outcome?.target ?? "");
  expect(entry.content.fields).toMatchObject({
    register: "coordination-trainings",
    fiscal_year: "2027",
    kind: "training",
    status: "planned",
    date: "2027-09~",
    title_ja: "VOC研修",
    partnerships: "toyama-liaoning",
  });
});

test("after answers only words change; a question with answers is retired, one without goes", async () => {
  const { id, ids } = await make({}, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
    draftOf("text", both("意見", "意见")),
  ]);
  const [choice = "", text = ""] = ids;
  expect(await answer(toyama, id, { [choice]: "c1" })).toMatchObject({ state: "submitted" });
  const question = { ...draftOf("choice", both("支援は十分か", "支援是否充分"), { choices: twoChoices }), id: choice };
  const at = (questionsRevision: number, confirmed = false) => ({ questionsRevision, confirmed });
  expect(await saveQuestion(context, manager, id, question, at(3))).toMatchObject({
    state: "confirm",
    answers: 1,
    languages: ["ja", "zh"],
  });
  expect(await saveQuestion(context, manager, id, question, at(3, true))).toEqual({
    state: "saved",
    id: choice,
    reworded: 1,
  });
  const [reworded] = (await getResults(context, manager, id)).questions;
  expect(reworded?.earlier).toMatchObject([
    { answers: 1, text: both("支援", "支援"), options: { choices: twoChoices } },
  ]);
  expect(await tellReworded(context, manager, id)).toMatchObject({ unreachable: ["toyama"] });
  const fewer = { ...question, options: { ...noOptions, choices: twoChoices.slice(0, 1) } };
  expect(await saveQuestion(context, manager, id, fewer, at(4))).toEqual({ state: "held", answers: 1 });
  await expect(saveQuestion(context, manager, id, question, at(3))).rejects.toMatchObject({
    details: { reason: "stale" },
  });
  expect(await removeQuestion(context, manager, id, choice)).toBe("retired");
  expect(await removeQuestion(context, manager, id, text)).toBe("removed");
  const { tallies } = await getResults(context, manager, id);
  expect(tallies.map(({ question: { retired }, counts }) => [retired, counts])).toEqual([
    [
      true,
      [
        { id: "c1", count: 1 },
        { id: "c2", count: 0 },
      ],
    ],
  ]);
});

test("after the deadline an answer is late where that is allowed, else a draft that stays", async () => {
  const strict = await make({}, [draftOf("choice", both("支援", "支援"), { choices: twoChoices })]);
  const [choice = ""] = strict.ids;
  expect(await answer(toyama, strict.id, { [choice]: "c2" }, {}, later())).toEqual({
    state: "after-deadline",
    revision: 1,
  });
  const managed = await getManagedSurvey(context, manager, strict.id);
  expect(managed.states).toMatchObject([{ organisation: "toyama", state: "draft" }]);
  expect(managed.answered.get(choice)).toBe(1);
  const lenient = await make({ acceptsLate: true }, [draftOf("choice", both("支援", "支援"), { choices: twoChoices })]);
  expect(await answer(toyama, lenient.id, { [lenient.ids[0] ?? ""]: "c2" }, {}, later())).toMatchObject({
    state: "late",
  });
});

test("nothing in the database leads from an anonymous answer to who gave it", async () => {
  const { id, ids } = await make({ anonymous: true }, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
  ]);
  const [choice = ""] = ids;
  await answer(toyama, id, { [choice]: "c1" }, { submit: false });
  expect(await answer(toyama, id, { [choice]: "c1" }, { revision: 1 })).toMatchObject({ state: "submitted" });
  await answer(hyogo, id, { [choice]: "c2" });
  expect((await getResults(context, manager, id)).tooFew).toBe(true);
  await answer(tianjin, id, { [choice]: "c2" });
  expect(await answer(tianjin, id, { [choice]: "c1" })).toEqual({ state: "answered" });
  const { rows } = await sql<{ organisation: string | null; author: string | null; moments: number; writers: number }>`
    SELECT organisation, author, count(DISTINCT (started_at, changed_at, submitted_at))::int AS moments,
      count(DISTINCT xmin::text)::int AS writers
    FROM survey_answers WHERE survey = ${id} GROUP BY organisation, author`.execute(context.database.db);
  expect(rows).toEqual([{ organisation: null, author: null, moments: 1, writers: 1 }]);
  const { rows: joined } = await sql<{ moments: number }>`
    SELECT count(DISTINCT answered_at)::int AS moments FROM survey_invitations
    WHERE survey = ${id} AND answered_at IS NOT NULL`.execute(context.database.db);
  expect(joined).toEqual([{ moments: 1 }]);
  const results = await getResults(context, manager, id);
  expect(results.tallies[0]?.counts).toEqual([
    { id: "c1", count: 1 },
    { id: "c2", count: 2 },
  ]);
});

test("a questionnaire filled in as a workbook comes back as it was typed, with its errors by cell", async () => {
  const { id, ids } = await make({}, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
    draftOf("table", both("人数", "人数"), {
      table: {
        rows: [{ id: "r1", text: both("研修", "研修") }],
        columns: [{ id: "c1", text: both("人", "人"), holds: "number" }],
      },
    }),
    draftOf("plan", both("予定", "计划")),
  ]);
  const [choice = "", numbers = "", plan = ""] = ids;
  const { survey, questions } = await getManagedSurvey(context, manager, id);
  const { topics } = await getBooks(context);
  const empty = describeQuestionnaire(survey, questions, "zh", topics);
  const fill: Record<string, (cells: Readonly<Record<string, string>>) => Record<string, string>> = {
    answers: (cells) => ({ ...cells, answer: "不足" }),
    [numbers]: (cells) => ({ ...cells, c1: "很多" }),
  };
  const filled = empty.sheets.map((each) => ({
    ...each,
    rows:
      each.sheet.id === plan
        ? [{ cells: { partners: "辽宁省", activity: "访日研修等", when: "2027年9月左右", content: "VOC研修" } }]
        : each.rows.map((row) => ({ ...row, cells: fill[each.sheet.id]?.(row.cells) ?? row.cells })),
  }));
  const content = await writeQuestionnaire({ ...empty, sheets: filled });
  const sheet = await readQuestionnaire({ name: "a.xlsx", content }, survey, questions, topics);
  expect(sheet).toMatchObject({ isForeign: false, isOld: false });
  const answers = readAnswers(questions, sheet.typed, {}, await getDirectory(context));
  expect(answers).toMatchObject({
    [choice]: "c2",
    [numbers]: { "r1.c1": "很多" },
    [plan]: [{ partners: ["liaoning"] }],
  });
  const problems = checkAnswers(questions, answers, await findGround(context, survey, "zh"));
  expect(problems.map(({ field, reason }) => [sheet.places.get(field), reason])).toContainEqual(["问题2!B3", "number"]);
  const other = await make({}, [draftOf("choice", both("支援", "支援"), { choices: twoChoices })]);
  const strange = await getManagedSurvey(context, manager, other.id);
  const foreign = await readQuestionnaire({ name: "a.xlsx", content }, strange.survey, strange.questions, topics);
  expect(foreign.isForeign).toBe(true);
});

test("results count what was answered, cross it, and stand beside the year before", async () => {
  const scale = { from: 1, to: 3, fromText: both("低", "低"), toText: both("高", "高") };
  const first = await make({ fiscalYear: 2024 }, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
    draftOf("scale", both("評価", "评价"), { scale }),
  ]);
  const [choice = "", step = ""] = first.ids;
  await answer(toyama, first.id, { [choice]: "c1", [step]: 3 });
  const shifted = shiftYear({ title: both("2024年度", "2024年度"), fiscalYear: 2024 }, 2025);
  expect(shifted.title).toEqual({ ja: "2025年度", zh: "2025年度" });
  const copied = { basedOn: first.id, formKey: "copied-twice" };
  const next = await createSurvey(context, manager, { ...surveyFacts, fiscalYear: 2025 }, copied);
  expect(await createSurvey(context, manager, { ...surveyFacts, fiscalYear: 2025 }, copied)).toBe(next);
  await inviteOrganisations(context, manager, next, { groups: ["home", "partner"], organisations: [], language: null });
  expect(await openSurvey(context, manager, next)).toEqual([]);
  for (const [actor, chosen, number] of [
    [toyama, "c1", 1],
    [hyogo, "c2", 2],
    [tianjin, "c2", 2],
  ] as const)
    await answer(actor, next, { [choice]: chosen, [step]: number });
  const { tallies, before, questions } = await getResults(context, manager, next);
  expect(tallies.map(({ counts, mean }) => [counts.map(({ count }) => count), mean])).toEqual([
    [[1, 2], null],
    [[1, 2, 0], 1.7],
  ]);
  expect(before.get(choice)).toMatchObject({ survey: { id: first.id }, tally: { answered: 1 }, reworded: [] });
  expect(before.get(step)).toMatchObject({ tally: { answered: 1, mean: 3 } });
  // A question whose scale is another one now, or that was worded otherwise, is not taken for the same.
  const third = await createSurvey(
    context,
    manager,
    { ...surveyFacts, fiscalYear: 2025 },
    { basedOn: next, formKey: "copied-once-more" },
  );
  const worded = { ...draftOf("choice", both("支援は足りるか", "支援是否足够"), { choices: twoChoices }), id: choice };
  const wider = { ...draftOf("scale", both("評価", "评价"), { scale: { ...scale, to: 5 } }), id: step };
  await saveQuestion(context, manager, third, worded, { questionsRevision: 1 });
  await saveQuestion(context, manager, third, wider, { questionsRevision: 2 });
  const compared = (await getResults(context, manager, third)).before;
  expect(compared.get(choice)).toMatchObject({ survey: { id: next }, tally: { answered: 3 }, reworded: ["ja", "zh"] });
  expect(compared.has(step)).toBe(false);
  const [one, two] = questions;
  if (!one || !two) throw new Error("no questions");
  const crossed = await crossQuestions(context, next, one, two);
  expect([...crossed.counts].sort()).toEqual([
    ["c1\n1", 1],
    ["c2\n2", 2],
  ]);
  const sides = await crossGroups(context, next, one, "side", "ja");
  expect(sides.counts.get("c2\npartner")).toBe(1);
  const { survey } = await getManagedSurvey(context, manager, next);
  // Nobody has an account here: no mail can go out, and those who were not reached are named; who has answered is not asked again.
  await inviteOrganisations(context, manager, next, { groups: [], organisations: ["kawasaki"], language: null });
  const sent = await sendInvitations(context, manager, survey);
  expect(sent.mails).toBe(0);
  expect(sent.unreachable).toContain("kawasaki");
  expect(sent.unreachable).not.toContain("toyama");
  const drafts = await read(context.database, (transaction) =>
    transaction
      .selectFrom("survey_answers")
      .select("id")
      .where("survey", "=", next)
      .where("state", "=", "draft")
      .execute(),
  );
  expect(drafts).toEqual([]);
});

test("mails say what is true of the deadline, name who asks, and spare whoever has answered", async () => {
  expect(judgeDeadline("2026-12-18", "2026-11-22")).toBe("again");
  expect(judgeDeadline("2026-12-18", "2026-12-11")).toBe("near");
  expect(judgeDeadline("2026-12-18", "2026-12-19")).toBe("late");
  const { id, ids } = await make({ reminderDays: 0 }, [draftOf("text", both("意見", "意见"))]);
  await inviteOrganisations(context, manager, id, { groups: [], organisations: ["hyogo", "toyama"], language: "ja" });
  const asks = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
  for (const organisation of ["hyogo", "toyama"])
    await createSignedInAccount(context, [{ role: "home-government", organisation }]);
  await answer(hyogo, id, { [ids[0] ?? ""]: "ある" });
  const { survey } = await getManagedSurvey(context, manager, id);
  const sender = { ...manager, userId: asks.userId };
  expect(await sendInvitations(context, sender, survey)).toMatchObject({ organisations: 1, mails: 1 });
  const { rows } = await context.database.pool.query<{ body: string }>(
    "SELECT body FROM mails WHERE once_key LIKE $1",
    [`survey/${id}/%`],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body).toContain(`地球環境戦略研究機関（${asks.email}）`);
});
