import { afterAll, beforeAll, expect, test } from "vitest";
import { showCode } from "../../../testing/authenticator.ts";
import { type MemberSite, openMemberSite, readField, readPage } from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";
import { findAuth } from "../auth.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const password = "乾いた川 lantern 42 mosaic";
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());

/** Accounts of tests have no password; this one needs it. */
async function givePassword(organisation: string): Promise<void> {
  const { hash } = (await findAuth(site.context).$context).password;
  await site.context.database.pool.query(
    `update auth_accounts set password = $1 where "userId" in (select user_id from memberships where organisation = $2)`,
    [await hash(password), organisation],
  );
}

test("a wrong first code leaves drawing and key on the page; recovery codes come with the right one", async () => {
  const guest = await site.open("guest", "kawasaki");
  await givePassword("kawasaki");
  const address = links.accountSecurity("ja");
  const send = async (fields: Record<string, string>) => {
    const answer = await guest.post(address, fields);
    return { status: answer.status, page: await readPage(answer) };
  };
  const begun = await send({ intent: "app-begin", "app-password": password });
  const key = texts(begun.page, ".account-key")[0] ?? "";
  const drawing = begun.page.querySelector(".qr-code path")?.getAttribute("d");
  expect(key).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/);
  expect(texts(begun.page, ".recovery-codes li")).toEqual([]);

  const wrong = await send({ intent: "app-confirm", code: "000000" });
  expect(wrong.status).toBe(422);
  expect(texts(wrong.page, ".account-key")).toEqual([key]);
  expect(wrong.page.querySelector(".qr-code path")?.getAttribute("d")).toBe(drawing);
  expect(texts(wrong.page, ".field-error")).toEqual(["確認コードが正しくありません。最新のコードを入力してください。"]);

  const right = await send({ intent: "app-confirm", code: showCode(key) });
  expect(right.status).toBe(200);
  expect(texts(right.page, ".recovery-codes li")).toHaveLength(10);
  expect(texts(right.page, ".account-key")).toEqual([]);
});

test.each([
  [
    "ja",
    "この役割は福岡県の方には付与できません。付与できる役割：「管理者」「日本側自治体」「専門家・企業担当者」「閲覧者」",
  ],
  ["zh", "该角色不能授予福冈县的人员。可授予的角色：“管理员”、“日方地方政府”、“专家、企业联系人”、“访客”"],
  [
    "en",
    "People of Fukuoka Prefecture cannot have this role. The roles that fit are: Administrator, Japanese local government, Expert or company contact, Guest",
  ],
] as const)("an invitation with a role that does not fit is refused at the field, in %s", async (language, words) => {
  const administrator = await site.open("administrator", "moe-japan");
  const form = { intent: "invite", email: "a@example.jp", organisation: "福岡県", role: "coordination", language };
  const answer = await administrator.post(links.people(language), form);
  expect(answer.status).toBe(422);
  const page = await readPage(answer);
  expect(texts(page, "#role-error")).toEqual([words]);
  expect(readField(page, "#organisation")).toBe("福岡県");
  expect(page.querySelector("#role option[selected]")?.getAttribute("value")).toBe("coordination");
});

test("an organisation is typed by any of its names; a wrong one is said with names like it", async () => {
  const administrator = await site.open("administrator", "moe-japan");
  const form = { intent: "invite", email: "b@example.cn", role: "partner-government", language: "zh" };
  const send = (organisation: string) => administrator.post(links.people("ja"), { ...form, organisation });
  expect(texts(await readPage(await send("江蘇")), ".notice-success code")).toHaveLength(1);
  const unknown = await readPage(await send("江蘇省庁"));
  expect(texts(unknown, "#organisation-error")[0]).toContain("「江蘇省庁」という機関は登録されていません");
  expect(readField(unknown, "#organisation")).toBe("江蘇省庁");
  expect(unknown.querySelectorAll("#organisation-choices option").length).toBeGreaterThan(100);
  const { rows } = await site.context.database.pool.query("select organisation from invitations");
  expect(rows).toEqual([{ organisation: "jiangsu" }]);
});

test("an invitation is written in the language of the organisation's country unless another is chosen", async () => {
  const administrator = await site.open("administrator", "moe-japan");
  for (const [email, organisation, role, language] of [
    ["shenyang@example.cn", "shenyang", "partner-government", "organisation"],
    ["kawasaki@example.jp", "kawasaki", "home-government", "organisation"],
    ["office@example.cn", "shenyang", "partner-government", "en"],
  ] as const)
    await administrator.post(links.people("en"), { intent: "invite", email, organisation, role, language });
  const { rows } = await site.context.database.pool.query(
    "select email, language from invitations where email like '%@example.%' and email !~ '^b@' order by id",
  );
  expect(rows).toEqual([
    { email: "shenyang@example.cn", language: "zh" },
    { email: "kawasaki@example.jp", language: "ja" },
    { email: "office@example.cn", language: "en" },
  ]);
});

test("an expert is not led to a form that refuses", async () => {
  const expert = await site.open("expert", "janus");
  const work = await (await expert.get(links.members("en"))).text();
  expect(work).not.toContain(links.newEntry("en", "activity"));
  expect((await expert.get(links.newEntry("en", "activity"))).status).toBe(403);
  const officer = await site.open("home-government", "oita");
  const own = await (await officer.get(links.members("en"))).text();
  expect(own).toContain(links.newEntry("en", "activity"));
});
