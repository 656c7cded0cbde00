import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberSite, openMemberSite } from "../../../testing/member-site.ts";
import { makeFormKey } from "../../comments/form-key.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const wish = {
  language: "zh",
  "title.zh": "钢铁行业超低排放改造<b>研修</b>",
  kinds: "training",
  topics: "industry",
  organisation: "tangshan",
  addressedTo: "北九州市",
  learnt: "2018年7月上旬",
  learntBy: "entered",
  visibility: "members",
};

/** Where the answer leads, without what was done. */
function target(answer: Response): string {
  expect(answer.status).toBe(303);
  return (answer.headers.get("location") ?? "").replace(/[?#].*$/, "");
}

test("a city enters a need in Chinese, the institute confirms it with evidence, and both read how it came about", async () => {
  const institute = await site.open("coordination", "iges");
  await site.open("home-government", "kitakyushu");
  const city = await site.open("partner-government", "tangshan");
  const form = await (await city.get("/zh/members/needs/new")).text();
  expect(form).toContain("提出需求的城市、机构");
  const formKey = /name="form_key" value="([^"]+)"/.exec(form)?.[1] ?? "";

  const refused = await city.post("/zh/members/needs/new", {
    ...wish,
    form_key: formKey,
    "title.zh": "",
    learnt: "有一天",
    addressedTo: "火星",
  });
  expect(refused.status).toBe(422);
  const again = await refused.text();
  for (const part of [
    'value="有一天"',
    'value="火星"',
    'href="#field-title-zh"',
    'href="#field-learnt"',
    'href="#field-addressedTo"',
    `value="${formKey}"`,
  ])
    expect(again).toContain(part);

  const page = target(await city.post("/zh/members/needs/new", { ...wish, form_key: formKey }));
  expect(target(await city.post("/zh/members/needs/new", { ...wish, form_key: formKey }))).toBe(page);
  const own = await (await city.get(page)).text();
  expect(own).toContain("钢铁行业超低排放改造&lt;b>研修&lt;/b>");
  expect(own).toContain("2018年7月上旬");
  // The city withdraws; confirming is not its to say.
  expect(own).toContain('value="withdrawn"');
  expect(own).not.toContain('value="confirmed"');

  // Whoever was asked, and whoever confirms, hear of it once; sending the form again is no news.
  const mails = await site.context.database.db.selectFrom("mails").selectAll().where("purpose", "=", "need").execute();
  expect(mails.map(({ subject }) => subject)).toHaveLength(2);
  expect(mails.every(({ body }) => body.includes("/members/needs/"))).toBe(true);
  const twice = await city.post("/zh/members/needs/new", { ...wish, form_key: makeFormKey() });
  expect(twice.status).toBe(409);
  const warned = await twice.text();
  for (const part of ["作为不同需求录入", 'name="known_alike"', "唐山市"]) expect(warned).toContain(part);

  const read = page.replace("/zh/", "/ja/");
  const offered = await (await institute.get(read)).text();
  expect(offered).toContain('value="policy/tangshan-plan-2013"');
  expect(await (await institute.get(`${read}?policy=VOC`)).text()).toContain('value="policy/petrochemical-voc-2014"');
  expect((await institute.post(read, { intent: "add-evidence" })).status).toBe(422);
  const evidence = { intent: "add-evidence", evidence: "policy/tangshan-plan-2013", note: "鉄鋼の改造を定める" };
  expect(target(await institute.post(read, evidence))).toBe(read);
  expect(
    target(
      await institute.post(read, { intent: "translate", revision: "1", "title.ja": "鉄鋼業の超低排出改造の研修" }),
    ),
  ).toBe(read);
  expect(
    target(await institute.post(read, { intent: "move", state: "heard", to: "confirmed", note: "政策で確認" })),
  ).toBe(read);
  const stale = await institute.post(read, { intent: "move", state: "heard", to: "withdrawn", note: "重複" });
  expect(stale.status).toBe(422);
  expect(await stale.text()).toContain("重複");

  const history = await (await city.get(page)).text();
  for (const part of [
    "唐山市大气污染防治攻坚行动实施方案",
    "由“初步了解”变为“已确认”",
    "政策で確認",
    "添加依据（政策）",
    "（综合协调人员）",
  ])
    expect(history).toContain(part);
  expect((await city.get("/zh/members/needs?state=confirmed&topic=industry")).status).toBe(200);
  expect(await (await institute.get("/en/members/needs/board?organisation=tangshan")).text()).toContain(
    `/en${page.slice(3)}`,
  );

  // The company of an expert sees neither; nor does a home government change it.
  const company = await site.open("expert", "janus");
  expect((await company.get(page)).status).toBe(404);
  const kawasaki = await site.open("home-government", "kawasaki");
  expect((await kawasaki.get(`${page}/edit`)).status).toBe(403);
  expect((await kawasaki.post(page, { intent: "move", state: "confirmed", to: "withdrawn", note: "x" })).status).toBe(
    403,
  );
}, 60_000);

test("an activity in which the city took part shows that its need is real, to those who may see it", async () => {
  const institute = await site.open("coordination", "iges");
  const page = "/ja/members/needs/shenyang-2-voc";
  const offered = await (await institute.get(page)).text();
  const [, activity = ""] = /value="activity\/([^"]+)"/.exec(offered) ?? [];
  expect(activity).not.toBe("");
  const evidence = { intent: "add-evidence", evidence: `activity/${activity}`, note: "協議で要望が述べられた" };
  expect((await institute.post(page, { ...evidence, evidence: "activity/no-such-activity" })).status).toBe(404);
  target(await institute.post(page, evidence));
  const city = await site.open("partner-government", "shenyang");
  const kept = await (await city.get(page)).text();
  expect(kept).toContain(`/ja/members/records/activity/${activity}"`);
  expect(kept).toContain("協議で要望が述べられた");
}, 60_000);

test("what was typed stays where somebody saved first", async () => {
  const institute = await site.open("coordination", "iges");
  const page = "/ja/members/needs/tianjin-policy-sites";
  const fields = { ...wish, organisation: "天津市", addressedTo: "神戸市", "title.zh": "甲" };
  target(await institute.post(`${page}/edit`, { ...fields, revision: "1" }));
  const late = await institute.post(`${page}/edit`, { ...fields, "title.zh": "乙", revision: "1" });
  expect(late.status).toBe(409);
  const text = await late.text();
  expect(text).toContain('value="乙"');
  expect(text).toContain("保存済み「甲」、あなたの入力「乙」");
  expect(text).toContain('name="revision" value="2"');
}, 60_000);

test("a company opened to a need reads no history and no evidence", async () => {
  const company = await site.open("expert", "janus");
  const open = await (await company.get("/ja/members/needs/jiangsu-textile-dyeing")).text();
  expect(open).toContain("紡織染色工場");
  for (const hidden of ["裏付け", "経緯", "発言者・情報源", "出典"]) expect(open).not.toContain(`>${hidden}<`);
  const list = await (await company.get("/ja/members/needs")).text();
  expect(list).toContain("紡織染色工場");
  // What everybody reads on the public page a company reads here as well, and is told what it does not see.
  expect(list).toContain("オゾンの実態調査");
  expect(list).toContain("企業の利用者には");
});

test("an offer takes a year a row without a script, and names the row that contradicts", async () => {
  const company = await site.open("expert", "janus");
  const offer = {
    form_key: makeFormKey(),
    organisation: "janus",
    language: "ja",
    "title.ja": "建設機械の排出ガス規制の講義",
    kinds: "training",
    topics: "vehicle-exhaust",
    capacityUnit: "times",
    "capacities.0.year": "2018",
    "capacities.0.capacity": "2",
    visibility: "public",
  };
  const more = await company.post("/en/members/offers/new", { ...offer, intent: "add-year" });
  expect(more.status).toBe(200);
  expect(await more.text()).toContain('name="capacities.1.year"');
  const twice = { ...offer, "capacities.1.year": "2018", "capacities.1.capacity": "3" };
  const refused = await company.post("/en/members/offers/new", twice);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('href="#field-capacities-1-year"');
  const page = target(await company.post("/en/members/offers/new", { ...twice, _remove: "capacities.1" }));
  const text = await (await company.get(page)).text();
  expect(text).toContain("0 sessions of 2 sessions");
  const same = await company.post("/en/members/offers/new", { ...offer, form_key: makeFormKey() });
  expect(same.status).toBe(409);
  for (const part of ["Enter as a separate offer", 'name="known_alike"', page.replace(/^\/en/, "")])
    expect(await same.clone().text()).toContain(part);
  const edit = { ...offer, revision: "1", state: "open" };
  target(await company.post(`${page.split("?")[0]}/edit`, { ...edit, "capacities.0.capacity": "4", state: "closed" }));
  const late = await company.post(`${page.split("?")[0]}/edit`, edit);
  expect(late.status).toBe(409);
  const differences = await late.text();
  for (const part of ["“Closed”", "FY2018 4", "FY2018 2"]) expect(differences).toContain(part);
  expect(differences).not.toContain("<li>What is offered");
  expect((await (await site.open("expert", "jx-nippon-oil-energy")).get(`${page}/edit`)).status).toBe(403);
  expect(await (await company.get("/zh/offers?organisation=janus")).text()).toContain("建設機械の排出ガス規制の講義");
}, 60_000);

test("everybody reads what is public, in three languages", async () => {
  const guest = await site.open("guest", "kobe");
  for (const [path, ...parts] of [
    ["/ja/needs", "オゾンの実態調査", "充足していないニーズ（分野別）", "瀋陽市"],
    ["/zh/needs?organisation=shenyang&state=open", "臭氧污染现状调查", "川崎市"],
    ["/en/needs?topic=heavy-metals", "Real-time monitoring of heavy metals", "Shanghai"],
    ["/en/needs?topic=nothing", "nothing"],
    ["/ja/offers", "対応可能項目（分野別・支援の種類別）"],
    ["/zh/organisations/shenyang", "VOC治理共同研究", "/zh/needs"],
  ] as const) {
    const answer = await guest.get(path);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const part of parts) expect(text).toContain(part);
  }
  const api = await (await guest.get("/api/v1/needs?organisation=mep-china&state=met&lang=ja")).json();
  expect(api).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: "mep-ozone-3-limits", state: "met" })]),
  });
});
