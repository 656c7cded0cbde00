import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import type { Context } from "../../platform/context.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { sampleFolder } from "../../testing/programme-folder.ts";
import { change } from "../audit/change.ts";
import { measureAnswerTime } from "./answer-time.ts";
import { followConcerns, listRounds, sortOutcomes } from "./chains.ts";
import type { Concern } from "./concern.ts";
import { enterConcern } from "./enter.ts";
import { judgeConcern } from "./judge.ts";
import { linkConcern } from "./link.ts";
import { respondToConcern } from "./respond.ts";
import { getConcern, listConcerns, raiseConcern } from "./service.ts";
import { translateConcern } from "./translate.ts";
import { findWaitingConcerns } from "./waiting.ts";
import { withdrawConcern } from "./withdraw.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

const coordinator = createActor("coordination", "iges");
const hyogo = createActor("home-government", "hyogo");
const guangdong = createActor("partner-government", "guangdong");

test("of the sample's concerns, which were answered how, which remain, which are new", async () => {
  const concerns = await listConcerns(context, "public");
  const rounds = listRounds(concerns);
  expect(rounds.map(({ raised, survey }) => [raised, survey])).toEqual([
    ["2014-12", "survey-2014-12"],
    ["2016-01?~", "survey-2016-01"],
    ["2017-01", null],
  ]);
  const ids = (list: readonly Concern[]) => list.map(({ id }) => id.replace(/^concern-\d+-/, ""));
  const { answered, eased, returned, silent } = sortOutcomes(concerns.filter(({ raised }) => raised === "2014-12"));
  expect(ids(answered)).toEqual(["policy-trends", "needs-and-joint-work", "information-sharing", "flexible-budget"]);
  expect(ids(eased)).toEqual(["own-projects"]);
  expect(ids(returned)).toEqual(["needs-and-joint-work", "early-contract", "use-of-funds"]);
  expect(silent).toEqual([]);
  const chains = followConcerns(concerns);
  expect(chains.flatMap(({ steps }) => steps)).toHaveLength(concerns.length);
  expect(chains.filter(({ steps }) => steps.length > 1).map(({ steps }) => steps.map(({ id }) => id))).toEqual([
    ["concern-2014-needs-and-joint-work", "concern-2017-response-capacity"],
    ["concern-2014-early-contract", "concern-2016-early-contract"],
    ["concern-2014-use-of-funds", "concern-2016-use-of-funds"],
  ]);
  // December 2014 to April 2015 and to August 2015, each from middle to middle.
  expect(measureAnswerTime(concerns)).toEqual({
    days: 182,
    counted: 2,
    isApproximate: true,
    undated: 2,
    unanswered: 17,
  });
});

test("a concern is raised, answered, judged by those who raised it, and returns; a load leaves all of it", async () => {
  const first = await raise({});
  expect(await waiting(coordinator)).toEqual({ toAnswer: [first], toJudge: [] });
  await respond(first, 1);
  // The same form sent twice answers once.
  await respond(first, 1);
  expect(await getConcern(context, hyogo, first)).toMatchObject({
    state: "answered",
    responses: [{ organisation: "iges", text: { ja: "様式を一つにした" } }],
  });
  expect(await waiting(guangdong)).toEqual({ toAnswer: [], toJudge: [first] });
  expect(await waiting(hyogo)).toEqual({ toAnswer: [], toJudge: [] });

  await expect(judge(hyogo, first, 2)).rejects.toMatchObject({ code: "forbidden", details: { reason: "not-raiser" } });
  await expect(judge(guangdong, first, 1)).rejects.toMatchObject({ details: { reason: "changed" } });
  await judge(guangdong, first, 2);
  const second = await raise({ continues: first });
  expect(await getConcern(context, guangdong, first)).toMatchObject({ state: "partly-solved", continuedBy: [second] });

  await expect(linkConcern(context, guangdong, second, second)).rejects.toMatchObject({
    details: { reason: "itself" },
  });
  await expect(linkConcern(context, guangdong, first, second)).rejects.toMatchObject({ details: { reason: "circle" } });
  await withdrawConcern(context, guangdong, second);
  await expect(respond(second, 2)).rejects.toMatchObject({ details: { reason: "withdrawn" } });
  expect((await getConcern(context, guangdong, first)).continuedBy).toEqual([]);

  // Nobody is named in the survey of 2014: the coordinating institute writes the judgement down, with where it stands.
  const unnamed = "concern-2014-early-contract";
  await expect(judge(hyogo, unnamed, 1)).rejects.toMatchObject({ code: "forbidden" });
  await expect(judge(coordinator, unnamed, 1)).rejects.toMatchObject({ details: { reason: "source" } });
  await judge(coordinator, unnamed, 1, "survey-2016-01");
  await loadFolder(context, { directory: sampleFolder, replace: true, dryRun: false, discard: true });
  expect(await getConcern(context, "public", unnamed)).toMatchObject({
    state: "partly-solved",
    judgements: [{ verdict: "partly", survey: "survey-2016-01", organisation: null }],
    continuedBy: ["concern-2016-early-contract"],
  });
  expect(await getConcern(context, guangdong, first)).toMatchObject({ state: "partly-solved", judgements: [{}] });
  await expect(getConcern(context, "public", first)).rejects.toMatchObject({ code: "not-found" });
});

function raise({ continues = null }: { continues?: string | null }): Promise<string> {
  return change(context, guangdong, (transaction, audit) =>
    raiseConcern(context, transaction, audit, {
      organisation: "guangdong",
      raised: context.clock.today(),
      theme: "communication",
      language: "zh",
      text: { zh: "报告格式不统一" },
      continues,
      by: guangdong.userId,
      now: context.clock.now(),
    }),
  );
}

function respond(concern: string, revision: number): Promise<void> {
  const form = { text: { ja: "様式を一つにした" }, acceptsForeign: true, formKey: `respond ${concern}` } as const;
  return respondToConcern(context, coordinator, { concern, revision, ...form });
}

function judge(actor: typeof hyogo, concern: string, revision: number, survey: string | null = null): Promise<void> {
  const form = { verdict: "partly", language: "zh", note: "", source: null, formKey: `judge ${concern}` } as const;
  return judgeConcern(context, actor, { concern, revision, survey, ...form });
}

async function waiting(actor: typeof hyogo): Promise<{ toAnswer: string[]; toJudge: string[] }> {
  const { toAnswer, toJudge } = await findWaitingConcerns(context, actor);
  return { toAnswer: toAnswer.map(({ id }) => id), toJudge: toJudge.map(({ id }) => id) };
}

test("a company reads what everybody reads", async () => {
  const id = await change(context, guangdong, (transaction, audit) =>
    raiseConcern(context, transaction, audit, {
      by: guangdong.userId,
      now: context.clock.now(),
      organisation: "guangdong",
      theme: "communication",
      language: "zh",
      text: { zh: "仅供成员了解的问题" },
      raised: "2016-05-01",
      visibility: "members",
    }),
  );
  const company = createActor("expert", "jx-nippon-oil-energy");
  expect((await listConcerns(context, hyogo)).some((concern) => concern.id === id)).toBe(true);
  expect((await listConcerns(context, company)).some((concern) => concern.id === id)).toBe(false);
  await expect(getConcern(context, company, id)).rejects.toMatchObject({ code: "not-found" });
});

test("translations are added beside the words as written, by who may, and never over them", async () => {
  const id = await raise({});
  await respond(id, 1);
  const before = await getConcern(context, coordinator, id);
  const [response] = before.responses;
  const texts = new Map([
    ["text", { ja: "様式が多すぎる", zh: "改写" }],
    [`response-${response?.id}`, { zh: "已统一为一种表格" }],
  ]);
  const input = { concern: id, texts, revision: before.revision };
  await expect(translateConcern(context, hyogo, input)).rejects.toMatchObject({ code: "forbidden" });
  // Those who raised it translate their own words, and only these.
  await translateConcern(context, guangdong, input);
  const own = await getConcern(context, coordinator, id);
  expect(own.text).toEqual({ ...before.text, ja: "様式が多すぎる" });
  expect(own.responses[0]?.text).toEqual(response?.text);
  await expect(translateConcern(context, coordinator, input)).rejects.toMatchObject({ details: { reason: "changed" } });
  await translateConcern(context, coordinator, { ...input, revision: own.revision });
  const after = await getConcern(context, coordinator, id);
  expect(after).toMatchObject({
    language: "zh",
    text: own.text,
    responses: [{ language: "ja", text: { ja: "様式を一つにした", zh: "已统一为一种表格" } }],
  });
});

test("the same concern is asked about first, the platform hears of it, and an answer in another language is said to be one", async () => {
  const coordination = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
  const raiser = await createSignedInAccount(context, [{ role: "partner-government", organisation: "guangdong" }], {
    language: "zh",
  });
  const readMails = async (recipient: string) => {
    const { rows } = await context.database.pool.query<{ subject: string; body: string }>(
      "SELECT subject, body FROM mails WHERE recipient = $1 AND purpose = 'concern' ORDER BY id",
      [recipient],
    );
    return rows;
  };
  const input = {
    ...({ organisation: "guangdong", theme: "capacity", language: "zh", text: "访日研修的日程 通知太晚。" } as const),
    ...({ continues: null, meeting: null, visibility: "members" } as const),
  };
  const id = await enterConcern(context, guangdong, { ...input, formKey: "once", again: false });
  const same = { ...input, text: "访日研修的日程通知太晚。" };
  await expect(enterConcern(context, guangdong, { ...same, formKey: "twice", again: false })).rejects.toMatchObject({
    details: { reason: "same", id },
  });
  // The same form sent twice raises it once, and whoever insists raises it again.
  expect(await enterConcern(context, guangdong, { ...input, formKey: "once", again: false })).toBe(id);
  expect(await enterConcern(context, guangdong, { ...same, formKey: "twice", again: true })).not.toBe(id);
  expect((await readMails(coordination.email)).map(({ subject }) => subject)).toHaveLength(2);
  // One that a colleague takes over from a survey waits as much; where nobody is named, the mail names nobody.
  const fromSurvey = (organisation: string | null, by: string) =>
    change(context, coordinator, (transaction, audit) =>
      raiseConcern(context, transaction, audit, {
        ...{ organisation, survey: "survey-2016-01", raised: context.clock.today(), theme: "capacity", by },
        ...{ language: "zh", text: { zh: "人手不足" }, now: context.clock.now() },
      }),
    );
  await fromSurvey("guangdong", "a colleague");
  await fromSurvey(null, "a colleague");
  await fromSurvey("guangdong", coordination.userId);
  expect((await readMails(coordination.email)).slice(2).map(({ subject }) => subject.replace(/^【.*?】/, ""))).toEqual([
    "課題が挙がりました（広東省）",
    "課題が挙がりました（匿名のアンケート）",
  ]);

  const response = { concern: id, text: { ja: "3か月前に知らせる" }, revision: 1, formKey: "answer" };
  await expect(respondToConcern(context, coordinator, { ...response, acceptsForeign: false })).rejects.toMatchObject({
    details: { reason: "foreign" },
  });
  await respondToConcern(context, coordinator, { ...response, acceptsForeign: true });
  expect((await readMails(raiser.email)).at(-1)?.body).toContain("目前仅有日文，尚未翻译");
  // A single voice is no survey with which others could be compared.
  const concerns = await listConcerns(context, guangdong);
  expect(listRounds(concerns).at(-1)).toMatchObject({ raised: null, survey: null });
});
