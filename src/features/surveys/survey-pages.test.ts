import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import { createActor } from "../../testing/actors.ts";
import { type MemberSite, openMemberSite, readField, readPage } from "../../testing/member-site.ts";
import { both, draftOf, makeSurvey, surveyFacts, twoChoices } from "../../testing/surveys.ts";
import { createApp } from "../../web/app.ts";
import { prepareAssets } from "../../web/assets.ts";
import { getBooks } from "../programme/books.ts";
import { surveys as searched } from "../search/contributors/surveys.ts";
import { saveQuestion } from "./change-question.ts";
import { closeSurvey, createSurvey, openSurvey } from "./change-survey.ts";
import { inviteOrganisations } from "./invite.ts";
import { noOptions } from "./question.ts";
import { describeQuestionnaire, writeQuestionnaire } from "./questionnaire.ts";
import { getManagedSurvey } from "./service.ts";

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
  const list = await readPage(await get("/ja/surveys"));
  expect([...list.querySelectorAll(".survey-list a")].map((link) => link.getAttribute("href"))).toEqual([
    "/ja/surveys/survey-2016-01",
    "/ja/surveys/survey-2014-12",
  ]);
  expect(list.querySelector("figure.stacked-rows tbody")?.textContent).toContain("10717");
  expect(list.querySelector('footer a[href="/ja/surveys"]')).not.toBeNull();
  const sitemap = await (await get("/sitemap.xml")).text();
  expect(sitemap).toContain("/zh/surveys</loc>");
  expect(sitemap).toContain("/zh/surveys/survey-2014-12</loc>");
  const found = await read(site.context.database, async (transaction) =>
    (await Array.fromAsync(searched.read(site.context, transaction))).flat(),
  );
  // One that is open, or the platforms' alone, is found by nobody.
  expect(found.map(({ id, visibility, href }) => [id, visibility.public, href])).toEqual([
    ["survey-2016-01", true, "surveys/survey-2016-01"],
    ["survey-2014-12", true, "surveys/survey-2014-12"],
  ]);
});

test("an answer that the platform enters says so to its organisation: who, from which sheet, how it was received", async () => {
  const { context } = site;
  const { id } = await makeSurvey(context, manager, {}, [draftOf("text", both("意見", "意见"))]);
  const { survey: found, questions } = await getManagedSurvey(context, manager, id);
  const { template, sheets } = describeQuestionnaire(found, questions, "zh", (await getBooks(context)).topics);
  const filled = sheets.map((each) => ({
    ...each,
    rows: each.rows.map((row) => ({ ...row, cells: { ...row.cells, answer: "邮件答复" } })),
  }));
  const sheet = new File([await writeQuestionnaire({ template, sheets: filled })], "tianjin.xlsx");
  const platform = await site.open("coordination", "iges");
  const path = `/ja/members/surveys/${id}/proxy/tianjin`;
  const check = await readPage(await platform.post(path, { intent: "read", sheet }));
  const typed = (page: Document) => ({
    revision: readField(page, "input[name=revision]"),
    sheetFile: readField(page, "input[name=sheetFile]"),
    note: "12月10日にメールで受領",
    [`answers.${questions[0]?.id}`]: "邮件答复",
    intent: "submit",
  });
  const done = (await platform.post(path, typed(check))).headers.get("location") ?? "";
  expect((await readPage(await platform.get(done))).querySelector(".notice-success")?.textContent?.trim()).toBe(
    "天津市の回答を、代理入力により提出しました。",
  );
  // A correction without another sheet keeps the first.
  await platform.post(path, typed(await readPage(await platform.get(path))));
  const progress = await readPage(await platform.get(`/ja/members/surveys/${id}`));
  // In the language of the sheet, though the organisation was asked in another one or the page is in a third.
  expect(check.querySelector("[name=answerLanguage] option[selected]")?.getAttribute("value")).toBe("zh");
  const line = [...progress.querySelectorAll(".survey-invited")].find((each) => each.textContent?.includes("天津市"));
  expect(line?.textContent).toMatch(/提出済み\s*代理入力/);
  const tianjin = await site.open("partner-government", "tianjin");
  const own = (await readPage(await tianjin.get(`/zh/members/surveys/${id}/answer`))).querySelector(".notice");
  expect(own?.textContent).toContain("地球环境战略研究机关");
  expect(own?.textContent).toContain("代天津市录入");
  expect(own?.textContent).toContain("12月10日にメールで受領");
  const kept = await tianjin.get(own?.querySelector("a")?.getAttribute("href") ?? "");
  expect((await kept.arrayBuffer()).byteLength).toBe(sheet.size);
  const liaoning = await site.open("partner-government", "liaoning");
  expect((await liaoning.get(own?.querySelector("a")?.getAttribute("href") ?? "")).status).toBe(404);
});

test("who works for a platform and answers for it reads no draft of another organisation", async () => {
  const tianjin = await site.open("partner-government", "tianjin");
  const { id } = await makeSurvey(site.context, manager, {}, [draftOf("text", both("意見", "意见"))]);
  await tianjin.post(`/zh/members/surveys/${id}/answer`, { organisation: "tianjin", revision: "0", intent: "save" });
  const jesc = await site.open("technical", "jesc");
  expect((await jesc.get(`/ja/members/surveys/${id}/answer?organisation=tianjin`)).status).toBe(404);
  expect(
    (await jesc.post(`/ja/members/surveys/${id}/answer`, { organisation: "tianjin", intent: "submit" })).status,
  ).toBe(404);
});

test("what keeps a survey from being opened names the question, the words and the language", async () => {
  const { context } = site;
  const facts = { ...surveyFacts, languages: ["ja" as const, "en" as const], title: { ja: "満足度" } };
  const id = await createSurvey(context, manager, facts, { basedOn: null, formKey: "gaps" });
  const scale = { from: 1, to: 5, fromText: { ja: "低い" }, toText: {} };
  await saveQuestion(context, manager, id, draftOf("scale", { ja: "満足度", en: "Satisfied?" }, { scale }), {
    questionsRevision: 1,
  });
  const platform = await site.open("coordination", "iges");
  const open = async (language: string) => {
    const page = await readPage(await platform.post(`/${language}/members/surveys/${id}`, { intent: "open" }));
    return [...page.querySelectorAll(".error-summary li")].map((item) => item.textContent);
  };
  expect(await open("ja")).toEqual([
    "題名の英語がありません。",
    "依頼先が選ばれていません。",
    "問1「満足度」：段階の始まりの言葉の英語がありません。",
    "問1「満足度」：段階の終わりの言葉の日本語、英語がありません。",
  ]);
  expect((await open("en")).at(-1)).toBe(
    "Question 1, “Satisfied?”: the words at the end of the scale are missing in Japanese and English.",
  );
});

test("words in another language than the page carry it and a mark, and results that say nothing are no file", async () => {
  const { context } = site;
  const { id, ids } = await makeSurvey(context, manager, { title: both("無記名", "匿名"), anonymous: true }, [
    draftOf("choice", both("支援", "支援"), { choices: twoChoices }),
  ]);
  const hyogo = await site.open("home-government", "hyogo");
  const form = await readPage(await hyogo.get(`/en/members/surveys/${id}/answer`));
  const question = form.querySelector(".survey-question legend");
  expect(question?.querySelector("[lang=ja]")?.textContent).toBe("支援");
  expect(question?.textContent).toContain("In Japanese (no English version yet)");
  expect(form.querySelector(".survey-choices [lang=ja]")?.textContent).toBe("十分");
  const inChinese = await readPage(await hyogo.get(`/zh/members/surveys/${id}/answer`));
  expect(inChinese.querySelector(".survey-form [lang], .survey-form .hint")).toBeNull();
  await hyogo.post(`/ja/members/surveys/${id}/answer`, { intent: "submit", [`answers.${ids[0]}`]: "c1" });
  const platform = await site.open("coordination", "iges");
  const results = await readPage(await platform.get(`/ja/members/surveys/${id}/results`));
  expect(results.querySelector('a[href$="results.xlsx"]')).toBeNull();
  expect(results.querySelector("main")?.textContent).toContain("結果のExcelもまだ出力できません");
  expect((await platform.get(`/ja/members/surveys/${id}/results.xlsx`)).status).toBe(404);
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
  // A correction that comes after the end is not kept, so it is shown again, and what was submitted stands.
  const corrected = await readPage(await tianjin.get(`/ja/members/surveys/${id}/answer`));
  await closeSurvey(context, manager, id);
  const late = await send({ revision: readField(corrected, "input[name=revision]"), [`answers.${asked}`]: "追加する" });
  expect(late.status).toBe(409);
  const shown = await readPage(late);
  expect(shown.querySelector(".notice-error")?.textContent).toContain("提出済みの回答がそのまま有効です");
  expect(shown.querySelector("textarea")?.textContent).toContain("追加する");
  const platform = await site.open("coordination", "iges");
  const remove = (fields: Record<string, string>) =>
    platform.post(`/ja/members/surveys/${id}/questions`, { intent: "remove", question: asked, ...fields });
  expect(await (await remove({})).text()).toContain("すでに1件の回答");
  expect((await remove({ confirmed: "yes" })).headers.get("location")).toContain("done=retired");
});

test("the tabs of the preview say their language, and a cross-table what it crosses, of two questions by default", async () => {
  const { context } = site;
  const { id, ids } = await makeSurvey(context, manager, { anonymous: true }, [
    draftOf("choice", both("支援", "支持"), { choices: twoChoices }),
    draftOf("choice", both("連絡", "联系"), { choices: twoChoices }),
  ]);
  const platform = await site.open("coordination", "iges");
  const preview = await readPage(await platform.get(`/ja/members/surveys/${id}/preview`));
  const tabs = [...preview.querySelectorAll(".link-tabs a")].map((tab) => [
    tab.getAttribute("lang"),
    tab.getAttribute("hreflang"),
  ]);
  expect(tabs).toEqual(["ja", "zh-Hans", "en"].map((tag) => [tag, tag]));
  for (const organisation of ["hyogo", "toyama", "nagano"]) {
    const office = await site.open("home-government", organisation);
    const answers = { [`answers.${ids[0]}`]: "c1", [`answers.${ids[1]}`]: "c2" };
    await office.post(`/ja/members/surveys/${id}/answer`, { intent: "submit", ...answers });
  }
  const results = await readPage(await platform.get(`/ja/members/surveys/${id}/results`));
  expect(results.querySelector("#cross-by option[selected]")?.getAttribute("value")).toBe(ids[1]);
  const crossed = await readPage(await platform.get(`/ja/members/surveys/${id}/results?rows=${ids[0]}&by=${ids[1]}`));
  expect(crossed.querySelector(".survey-cross-table caption")?.textContent).toBe("支援 × 連絡");
});

test("an empty translation of a concern is named at its field; one that was withdrawn awaits nothing", async () => {
  const hyogo = await site.open("home-government", "hyogo");
  const raised = await hyogo.post("/ja/members/concerns/new", {
    organisation: "hyogo",
    language: "ja",
    text: "研修の知らせが遅い。",
    theme: "information",
    visibility: "public",
  });
  const page = raised.headers.get("location")?.replace(/\?.*/, "") ?? "";
  const continued = await readPage(await hyogo.get(`/ja/members/concerns/new?continues=${page.split("/").at(-1)}`));
  expect(continued.querySelector("select[name=theme] option[selected]")?.getAttribute("value")).toBe("information");
  const empty = await hyogo.post(page, { intent: "translate", revision: "1", text_zh: " ", text_en: "" });
  expect(empty.status).toBe(422);
  expect((await readPage(empty)).querySelector("#translate-text_zh")?.getAttribute("aria-invalid")).toBe("true");
  await hyogo.post(page, { intent: "withdraw" });
  const withdrawn = await readPage(await hyogo.get(page));
  expect(withdrawn.querySelector("main")?.textContent).toContain("取下げ");
  expect(withdrawn.querySelector("#responses, #judgements, form.concern-form")).toBeNull();
  expect(withdrawn.querySelector("main")?.textContent).not.toContain("公開の範囲");
});
