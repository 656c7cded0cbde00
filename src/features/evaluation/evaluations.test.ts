import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { makeFormKey } from "../comments/form-key.ts";
import { orderEditions } from "../library/order-editions.ts";
import { remakeDocument } from "../library/remake-document.ts";
import { changeVisibility, getDocument } from "../library/service.ts";
import { getMails } from "../mailing/service.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { evaluationFileResources, evaluationResources } from "./api.ts";
import { listAssessments, saveAssessment } from "./assessments.ts";
import { renderEvaluation } from "./document/render-evaluation.ts";
import { createEvaluation, draftAgain, getEvaluation, listEvaluations, openAssessment } from "./evaluations.ts";
import { checkPart, finishEvaluation, proposeFinish } from "./finish.ts";
import { areBeingMade, keepDocuments, listKeptDocuments, missingLanguages } from "./keep-documents.ts";
import { findOpenPoints } from "./open-points.ts";
import { decideType, dropStatement, saveStatement } from "./statements.ts";
import { viewEvaluation } from "./view.ts";
import { findWaitingAssessments } from "./waiting.ts";

let context: Context;
const writer = createActor("coordination", "iges");
const second = { ...createActor("coordination", "iges"), userId: "second-person" };
const ministry = createActor("ministry", "moe-japan");
const kawasaki = createActor("home-government", "kawasaki");
const shenyang = createActor("partner-government", "shenyang-epb");
const guest = createActor("guest", "iges");
let id: string;

beforeAll(async () => {
  context = await createLoadedContext();
  const given = { kind: "mid-term" as const, firstYear: 2014, lastYear: 2016, formKey: makeFormKey() };
  id = await createEvaluation(context, writer, given);
  // The same form sent twice makes one.
  expect(await createEvaluation(context, writer, given)).toBe(id);
  const again = { ...given, formKey: makeFormKey() };
  await expect(createEvaluation(context, writer, again)).rejects.toMatchObject({ details: { reason: "exists", id } });
});
afterAll(() => context.database.close());

const view = (actor = writer) => viewEvaluation(context, actor, id);
const revision = async () => (await getEvaluation(context, writer, id)).revision;
const findStatement = async (key: string) => {
  const { statements } = await view();
  const found = statements.find(({ drafted }) => drafted?.key === key);
  if (!found) throw new Error(`no statement ${key}`);
  return found;
};

test("A draft is its writers' and the ministry's; nobody else starts one", async () => {
  // Of FY2014–2016 nothing later counts, whenever it is drafted.
  expect(await listEvaluations(context, ministry)).toMatchObject([{ asOf: "2017-03-31" }]);
  expect(await listEvaluations(context, kawasaki)).toHaveLength(0);
  await expect(viewEvaluation(context, guest, id)).rejects.toMatchObject({ code: "not-found" });
  const given = { kind: "yearly" as const, firstYear: 2014, lastYear: 2014, formKey: makeFormKey() };
  await expect(createEvaluation(context, kawasaki, given)).rejects.toMatchObject({ code: "forbidden" });
  await expect(createEvaluation(context, writer, { ...given, firstYear: 1990 })).rejects.toMatchObject({
    details: { field: "first_year" },
  });
});

test("What people write is kept; a second who saved an older state is refused and nothing is lost", async () => {
  const statement = await findStatement("achievement/nagano/trainings");
  const form = { text: { ja: "河北省から2人を迎えた" }, evidence: statement.evidence, withoutEvidenceReason: {} };
  const place = { evaluation: id, id: statement.id, revision: statement.revision };
  await saveStatement(context, writer, place, form);
  await expect(saveStatement(context, writer, place, { ...form, text: { ja: "別の文" } })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "changed" },
  });
  await expect(
    saveStatement(
      context,
      writer,
      { ...place, revision: 2 },
      { ...form, evidence: [{ kind: "project", id: "no-such" }] },
    ),
  ).rejects.toMatchObject({ details: { field: "evidence" } });
  expect((await findStatement("achievement/nagano/trainings")).text).toEqual({ ja: "河北省から2人を迎えた" });
});

test("Whoever edits one language leaves the others behind, until somebody edits or confirms them", async () => {
  const edit = async (text: Localized, confirmed: Language[] = []) => {
    const { id: own, evidence, revision: at } = await findStatement("achievement/hyogo/exchanges");
    const place = { evaluation: id, id: own, revision: at };
    await saveStatement(context, writer, place, { text, evidence, withoutEvidenceReason: {}, confirmed });
    return (await findStatement("achievement/hyogo/exchanges")).olderLanguages;
  };
  const { text } = await findStatement("achievement/hyogo/exchanges");
  expect(await edit({ ...text, ja: "広東省と交流した" })).toEqual(["zh", "en"]);
  const points = findOpenPoints(await view());
  expect(points.older.map(({ language, statements }) => [language, statements.length])).toEqual([
    ["zh", 1],
    ["en", 1],
  ]);
  expect(points.types).toEqual(["tokyo", "oita"]);
  expect(points.untouched.length).toBe(points.of - 2);
  expect(points.assessments).toEqual({ missing: 40, of: 40 });
  // Catching up does not put the edited text behind in its turn.
  expect(await edit({ ...text, ja: "広東省と交流した", zh: "与广东省开展交流" })).toEqual(["en"]);
  expect(await edit({ ...text, ja: "広東省と交流した", zh: "与广东省开展交流" }, ["en"])).toEqual([]);
});

test("A number that the records no longer give is flagged; counting anew mends drafts and leaves what people wrote", async () => {
  expect((await view()).stale.size).toBe(0);
  const rewritten = await findStatement("achievement/nagano/trainings");
  const drafted = await findStatement("achievement/hyogo/trainings");
  // Records change under the evaluation: Nagano's and Hyogo's trainees are now seven and eight.
  await write(context.database, async (transaction) => {
    for (const [activity, count] of [
      ["b-mun-nagano-5", 7],
      ["b-tra-2015-01", 8],
    ] as const)
      await transaction.updateTable("activity_people").set({ count }).where("activity", "=", activity).execute();
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
  const { stale } = await view();
  expect(stale.get(rewritten.id)).toEqual([{ name: "people", was: 2, now: 7 }]);
  expect(stale.get(drafted.id)).toEqual([{ name: "people", was: 6, now: 8 }]);
  await draftAgain(context, writer, id, await revision());
  expect((await findStatement("achievement/hyogo/trainings")).text.ja).toContain("8人");
  const after = await view();
  expect(after.stale.get(rewritten.id)).toHaveLength(1);
  expect((await findStatement("achievement/nagano/trainings")).text.ja).toContain("2人");
});

test("Both sides give their word; neither reads the other's before it has given its own", async () => {
  const place = { evaluation: id, partnership: "kawasaki-shenyang" };
  const form = {
    marks: { usefulness: 4, depth: 5, communication: 3, sustainability: 2 },
    comment: "共同研究へ進んだ",
    language: "ja" as const,
    translations: {},
    submit: true,
    revision: 0,
  };
  await expect(saveAssessment(context, kawasaki, place, form)).rejects.toMatchObject({ code: "not-found" });
  expect(await findWaitingAssessments(context, kawasaki)).toHaveLength(0);
  const home = await createSignedInAccount(context, [{ role: "home-government", organisation: "kawasaki" }]);
  const partner = await createSignedInAccount(context, [{ role: "partner-government", organisation: "shenyang-epb" }], {
    language: "zh",
  });
  await createSignedInAccount(context, [{ role: "expert", organisation: "iges" }]);
  await openAssessment(context, writer, id, await revision());
  expect(await findWaitingAssessments(context, kawasaki)).toMatchObject([{ partnership: "kawasaki-shenyang" }]);
  // Nobody is written to but those who answer for a side.
  const mails = (await getMails(context)).filter(({ purpose }) => purpose === "evaluation");
  expect(new Map(mails.map(({ to, language }) => [to, language]))).toEqual(
    new Map([
      [home.email, "ja"],
      [partner.email, "zh"],
    ]),
  );
  await saveAssessment(context, kawasaki, place, form);
  await expect(
    saveAssessment(context, kawasaki, { ...place, partnership: "hyogo-guangdong" }, form),
  ).rejects.toMatchObject({ code: "forbidden" });
  const see = async (actor: typeof kawasaki) => {
    const all = await listAssessments(context, actor, await getEvaluation(context, writer, id));
    return all.find(({ partnership }) => partnership.id === place.partnership);
  };
  expect(await see(shenyang)).toMatchObject({
    home: null,
    ownSide: "shenyang",
    submitted: { home: true, partner: false },
  });
  expect(await see(writer)).toMatchObject({ home: null });
  expect(await findWaitingAssessments(context, kawasaki)).toHaveLength(0);
  await saveAssessment(context, shenyang, place, { ...form, comment: "很有帮助", language: "zh" });
  expect((await see(shenyang))?.home?.comment).toBe("共同研究へ進んだ");
  expect((await see(kawasaki))?.partner?.comment).toBe("很有帮助");
  expect(await see(createActor("home-government", "hyogo"))).toMatchObject({ home: null, partner: null });
  await expect(saveAssessment(context, kawasaki, place, { ...form, revision: 1 })).rejects.toMatchObject({
    details: { reason: "submitted" },
  });
}, 30_000);

test("Finished, it is frozen: records change and it does not; it prints with notes and both sides' words", async () => {
  await expect(
    decideType(context, writer, id, { organisation: "tokyo", decided: "B", reason: {} }),
  ).rejects.toMatchObject({ details: { field: "reason" } });
  await decideType(context, writer, id, { organisation: "tokyo", decided: "B", reason: { ja: "文書の記載による" } });
  const dropped = await findStatement("task/use");
  await dropStatement(context, writer, { evaluation: id, id: dropped.id, revision: dropped.revision }, true);
  const propose = async (reason: string) =>
    proposeFinish(context, writer, id, {
      visibility: "members",
      reason: reason === "" ? {} : { ja: reason },
      revision: await revision(),
    });
  // Oita's type is not decided, and nobody has looked at the drafts.
  await expect(propose("回答期限を過ぎた")).rejects.toMatchObject({ details: { reason: "open-points" } });
  await decideType(context, writer, id, { organisation: "oita", decided: "none", reason: { ja: "記録がない" } });
  const parts = Map.groupBy((await view()).statements, (one) => `${one.section}/${one.organisation ?? ""}`);
  for (const [own] of parts.values()) {
    if (!own) continue;
    await checkPart(context, writer, id, { ...own, revision: await revision() });
  }
  expect(findOpenPoints(await view())).toMatchObject({
    untouched: [],
    types: [],
    assessments: { missing: 38, of: 40 },
  });
  await expect(propose("")).rejects.toMatchObject({ details: { field: "missing-reason" } });
  await propose("回答期限を過ぎた");
  await expect(finishEvaluation(context, writer, id, await revision())).rejects.toMatchObject({
    details: { reason: "own-proposal" },
  });
  // What changes after the proposal must be proposed anew.
  await decideType(context, writer, id, { organisation: "oita", decided: "none", reason: { ja: "個別の記録がない" } });
  await expect(finishEvaluation(context, second, id, await revision())).rejects.toMatchObject({
    details: { reason: "not-proposed" },
  });
  await propose("回答期限を過ぎた");
  expect(await finishEvaluation(context, second, id, await revision())).toBe("members");
  expect((await view()).evaluation.frozen?.missingWords).toMatchObject({
    missing: 38,
    of: 40,
    reason: { ja: "回答期限を過ぎた" },
  });
  expect((await view()).evaluation.frozen?.by).toBe("iges");
  const before = await view();
  await write(context.database, async (transaction) => {
    await transaction
      .updateTable("activity_people")
      .set({ count: 99 })
      .where("activity", "=", "b-tra-2015-01")
      .execute();
    await transaction.updateTable("activities").set({ title_ja: "改題" }).where("id", "=", "b-tra-2015-01").execute();
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
  const after = await view(guest);
  expect(after.indicators).toEqual(before.indicators);
  expect(after.words.get("activity/b-tra-2015-01")?.text.ja).not.toContain("改題");
  expect(after.stale.size).toBe(0);
  expect(after.statements.map(({ text }) => text)).toEqual(before.statements.map(({ text }) => text));
  const statement = await findStatement("achievement/nagano/trainings");
  await expect(
    saveStatement(
      context,
      writer,
      { evaluation: id, id: statement.id, revision: statement.revision },
      { ...statement, withoutEvidenceReason: {} },
    ),
  ).rejects.toMatchObject({ details: { reason: "final" } });
  // The language whose glyphs are most easily missing.
  const pdf = await renderEvaluation(context, guest, { id, language: "zh", format: "pdf" });
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
}, 120_000);

test("Finished, its document is kept in the library in three languages, without what only members or both sides may read", async () => {
  const formKey = makeFormKey();
  await keepDocuments(context, writer, id, { visibility: "members", formKey });
  await keepDocuments(context, writer, id, { visibility: "members", formKey: makeFormKey() });
  const { finishedAt } = await getEvaluation(context, writer, id);
  const later = (seconds: number) => new Date((finishedAt?.getTime() ?? 0) + seconds * 1000);
  expect([areBeingMade({ finishedAt }, later(30)), areBeingMade({ finishedAt }, later(150))]).toEqual([true, false]);
  const kept = await listKeptDocuments(context, guest, id);
  expect(kept.map(({ language }) => language).toSorted()).toEqual(["en", "ja", "zh"]);
  expect(missingLanguages(kept)).toEqual([]);
  const chinese = kept.find(({ language }) => language === "zh");
  expect(chinese).toMatchObject({ asOf: "2017-03-31", visibility: "members", basis: "public" });
  const { content } = await getDocument(context, guest, chinese?.id ?? "");
  const printed = JSON.stringify(content.report.values);
  expect(printed).toContain("中期评估");
  // What people wrote in Japanese alone stands as such, and says so.
  const inJapanese = (text: string) => `{"text":"${text}","language":"ja"},{"text":"（日文，暂无中译）"}`;
  expect(printed).toContain(inJapanese("回答期限を過ぎた"));
  expect(printed).toContain(inJapanese("河北省から2人を迎えた"));
  expect(printed).toContain(inJapanese("文書の記載による"));
  // A place in a Japanese document: worded in Chinese, its heading as it is printed there.
  expect(printed).toContain(
    '（日文原文）："},{"text":"2（1）“"},{"text":"３年間の取組の進展","language":"ja"},{"text":"”第1项"',
  );
  expect(orderEditions(kept, "zh").map(({ language }) => language)).toEqual(["zh", "ja", "en"]);
  expect(orderEditions(kept, "en").map(({ language }) => language)).toEqual(["en", "ja", "zh"]);
  // Both sides' comments are theirs and the platform's.
  expect(printed).not.toContain("很有帮助");
  expect(content.figures.find(({ key }) => key === "indicator/partner-cities/2015")?.value).toMatch(/^\d+$/);
  expect((await remakeDocument(context, guest, chinese?.id ?? "")).state).toBe("same");
}, 120_000);

test("The API gives it once a document of it is public, and nothing before", async () => {
  const ask = (wanted: string, query: string) => {
    const resource = evaluationResources.find(({ path }) => path === wanted);
    if (!resource) throw new Error(`no resource ${wanted}`);
    return { resource, answer: resource.read({ context, language: "en", id, search: new URLSearchParams(query) }) };
  };
  const read = () => ask("/evaluations", "fiscalYear=2016").answer;
  expect(await read()).toMatchObject({ items: [] });
  await expect(ask("/evaluations/{id}", "").answer).rejects.toMatchObject({ code: "not-found" });
  const [document] = await listKeptDocuments(context, writer, id);
  await changeVisibility(context, writer, document?.id ?? "", "public");
  const answer = await read();
  expect(answer).toMatchObject({
    items: [{ id, firstYear: 2014, lastYear: 2016, documents: [document?.id], asOf: "2017-03-31" }],
  });
  const { resource, answer: single } = ask("/evaluations/{id}", "");
  const one = await single;
  expect(one).toEqual((answer as { items: unknown[] }).items[0]);
  expect(resource.answer.parse(one)).toEqual(one);
  expect(one).toMatchObject({
    finishedBy: "iges",
    withoutSelfAssessments: { missing: 38, of: 40, reason: { ja: "回答期限を過ぎた" } },
  });
  const shown = JSON.stringify(answer);
  expect(shown).toContain("河北省から2人を迎えた");
  expect(shown).not.toContain("task/use");
  expect(shown).not.toContain("共同研究へ進んだ");
});

test("The CSV has a line a partnership, year and step, and tells records from mere numbers", async () => {
  const file = await evaluationFileResources
    .find(({ path }) => path === "/deepening/file")
    ?.readFile({ context, language: "en", id: "", search: new URLSearchParams() });
  const lines = new TextDecoder().decode(file?.bytes).split("\r\n");
  expect(lines[0]).toBe("partnership,home,partner,fiscal_year,stated,step,basis,times,people,records,document,place");
  expect(lines).toContain("kawasaki-shenyang,kawasaki,shenyang,2016,B,training,published,2,6,,c-2018,II. 8 (2)");
  expect(lines).toContain(
    "kawasaki-shenyang,kawasaki,shenyang,2016,B,joint-research,records,1,,project/research-kawasaki-shenyang,,",
  );
  expect(lines.filter((line) => line.startsWith("kobe-tianjin,kobe,tianjin,2016,A,,"))).toHaveLength(1);
});
