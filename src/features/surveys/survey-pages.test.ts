import { afterAll, beforeAll, expect, test } from "vitest";
import { createActor } from "../../testing/actors.ts";
import { type MemberSite, openMemberSite, readField, readPage } from "../../testing/member-site.ts";
import { createApp } from "../../web/app.ts";
import { prepareAssets } from "../../web/assets.ts";
import { saveQuestion } from "./change-question.ts";
import { createSurvey, openSurvey } from "./change-survey.ts";
import { inviteOrganisations } from "./invite.ts";
import { noOptions } from "./question.ts";

let site: MemberSite;
let survey: string;
let question: string;
const manager = createActor("coordination", "iges");

beforeAll(async () => {
  site = await openMemberSite();
  const { context } = site;
  const facts = {
    title: { ja: "来年度の調査", zh: "下一年度调查", en: "Next year" },
    introduction: {},
    fiscalYear: 2026,
    languages: ["ja" as const, "zh" as const, "en" as const],
    deadline: "2026-12-18",
    acceptsLate: false,
    reminderDays: 7,
    anonymous: false,
    results: "platform" as const,
  };
  survey = await createSurvey(context, manager, facts, { basedOn: null, formKey: "pages" });
  const text = { ja: "ご意見", zh: "意见", en: "Comments" };
  const draft = { id: null, kind: "text" as const, text, help: {}, required: true, options: noOptions };
  const saved = await saveQuestion(context, manager, survey, draft, { questionsRevision: 1 });
  question = saved.state === "saved" ? saved.id : "";
  await inviteOrganisations(context, manager, survey, { groups: [], organisations: ["tianjin"], language: null });
  expect(await openSurvey(context, manager, survey)).toEqual([]);
});
afterAll(() => site.close());

test("an office finds its survey, is told what is missing, submits; others do not find it, and the platform reads it", async () => {
  const tianjin = await site.open("partner-government", "tianjin");
  const work = await readPage(await tianjin.get("/zh/members"));
  const href = work.querySelector("section[aria-labelledby=surveys] a")?.getAttribute("href") ?? "";
  expect(href).toBe(`/zh/members/surveys/${survey}/answer?organisation=tianjin`);
  const form = await readPage(await tianjin.get(href));
  const fields = { organisation: "tianjin", answerLanguage: "zh", revision: readField(form, "input[name=revision]") };
  const refused = await tianjin.post(`/zh/members/surveys/${survey}/answer`, { ...fields, intent: "submit" });
  expect(refused.status).toBe(422);
  const again = await readPage(refused);
  expect(again.querySelector(`.error-summary a[href="#question-${question}"]`)?.textContent).toContain("此题必填");
  const given = await tianjin.post(`/zh/members/surveys/${survey}/answer`, {
    ...fields,
    revision: readField(again, "input[name=revision]"),
    [`answers.${question}`]: "希望早日确定计划 <b>",
    intent: "submit",
  });
  expect(given.headers.get("location")).toContain("done=submitted");
  const liaoning = await site.open("partner-government", "liaoning");
  expect((await liaoning.get(`/zh/members/surveys/${survey}/answer`)).status).toBe(404);
  expect((await liaoning.get(`/zh/members/surveys/${survey}/results`)).status).toBe(404);
  expect((await tianjin.get(`/zh/members/surveys/${survey}/results`)).status).toBe(403);
  const platform = await site.open("coordination", "iges");
  const results = await readPage(await platform.get(`/ja/members/surveys/${survey}/results`));
  expect(results.querySelector(".survey-words-text")?.textContent).toBe("希望早日确定计划 <b>");
  expect(results.querySelector(".survey-words-text")?.getAttribute("lang")).toBe("zh-Hans");
});

test("everybody reads the survey of the documents, from its table and back; nobody else's", async () => {
  const app = createApp(site.context, await prepareAssets());
  const get = (path: string) => app.request(`http://renkei.test${path}`);
  for (const language of ["ja", "zh", "en"]) {
    const table = await readPage(await get(`/${language}/tables/next-year-plan?fiscalYear=2015`));
    const page = `/${language}/surveys/survey-2014-12`;
    expect(table.querySelector(`a[href="${page}"]`)).not.toBeNull();
    const shown = await readPage(await get(page));
    expect(shown.querySelectorAll("#plans tbody tr").length).toBe(10);
    expect(shown.querySelectorAll(".survey-concerns > li").length).toBe(7);
    expect(shown.querySelector(`a[href^="/${language}/tables/next-year-plan"]`)).not.toBeNull();
  }
  expect((await get(`/ja/surveys/${survey}`)).status).toBe(404);
});

test("a survey is copied without the archive's remarks, and a deadline that has passed is refused", async () => {
  const platform = await site.open("coordination", "iges");
  const copy = await readPage(await platform.get("/ja/members/surveys/new?from=survey-2014-12"));
  expect(copy.querySelector("[name='introduction.ja']")?.textContent).toBe("");
  expect(copy.querySelector("[name=results] option[selected]")?.getAttribute("value") ?? "").toBe("");
  const typed = {
    "title.ja": "来年度の予定",
    languages: "ja",
    fiscalYear: "2026",
    deadline: "2020-01-31",
    basedOn: "survey-2014-12",
    form_key: "copy-of-documents",
  };
  const refused = await platform.post("/ja/members/surveys/new", typed);
  expect(refused.status).toBe(422);
  const errors = (await readPage(refused)).querySelector("form.entry-form")?.textContent ?? "";
  expect(errors).toContain("回答期限が過去の日付です");
  expect(errors).toContain("結果を見られる人を選んでください");
  const made = await platform.post("/ja/members/surveys/new", { ...typed, deadline: "", results: "members" });
  const [, id = ""] = /surveys\/([^/]+)\/questions/.exec(made.headers.get("location") ?? "") ?? [];
  const { rows } = await site.context.database.pool.query(
    "select count(*)::int as count, bool_and(help = '{}') as bare from survey_item_questions where survey = $1",
    [id],
  );
  expect(rows).toEqual([{ count: 2, bare: true }]);
});

test("neither an empty reply nor the end of an answered question happens at one click", async () => {
  const { context } = site;
  const facts = {
    title: { ja: "任意の調査" },
    introduction: {},
    fiscalYear: 2026,
    languages: ["ja" as const],
    deadline: "2026-12-18",
    acceptsLate: false,
    reminderDays: 0,
    anonymous: false,
    results: "platform" as const,
  };
  const id = await createSurvey(context, manager, facts, { basedOn: null, formKey: "optional" });
  const draft = {
    id: null,
    kind: "text" as const,
    text: { ja: "自由記入" },
    help: {},
    required: false,
    options: noOptions,
  };
  const saved = await saveQuestion(context, manager, id, draft, { questionsRevision: 1 });
  const asked = saved.state === "saved" ? saved.id : "";
  await inviteOrganisations(context, manager, id, { groups: [], organisations: ["tianjin"], language: null });
  expect(await openSurvey(context, manager, id)).toEqual([]);
  const tianjin = await site.open("partner-government", "tianjin");
  const send = (fields: Record<string, string>) =>
    tianjin.post(`/ja/members/surveys/${id}/answer`, { organisation: "tianjin", intent: "submit", ...fields });
  const empty = await send({ revision: "0" });
  expect(empty.status).toBe(422);
  const page = await readPage(empty);
  expect(page.querySelector("input[name=blank]")).not.toBeNull();
  const meant = await send({ revision: readField(page, "input[name=revision]"), blank: "yes" });
  expect(meant.headers.get("location")).toContain("done=submitted");
  const form = await readPage(await tianjin.get(`/ja/members/surveys/${id}/answer`));
  await send({ revision: readField(form, "input[name=revision]"), [`answers.${asked}`]: "特になし" });
  const platform = await site.open("coordination", "iges");
  const remove = (fields: Record<string, string>) =>
    platform.post(`/ja/members/surveys/${id}/questions`, { intent: "remove", question: asked, ...fields });
  expect(await (await remove({})).text()).toContain("すでに1件の回答");
  expect((await remove({ confirmed: "yes" })).headers.get("location")).toContain("done=retired");
});
