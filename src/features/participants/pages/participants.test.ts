import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberSite, openMemberSite, readField, readPage } from "../../../testing/member-site.ts";
import { links, withQuery } from "../../../web/links.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const address = (language: "ja" | "zh" | "en" = "ja") => links.activityParticipants(language, "e-tra-2014-01");
const person = { family_name: "李", given_name: "伟", affiliation: "天津市", category: "practitioner" };
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());

test("an organiser enters, pastes, mends, exports, erases and removes people", async () => {
  const yokkaichi = await site.open("home-government", "yokkaichi");
  const empty = await readPage(await yokkaichi.get(address()));
  const form_key = readField(empty, "input[name=form_key]");
  expect((await yokkaichi.post(address(), { ...person, form_key, intent: "add" })).status).toBe(303);
  const rows =
    "氏\t姓\t名\t单位\t类别\t电子邮箱\n\t王\t小明\t天津市环保局\t业务人员\tw@example.org\n\t=SUM\t大明\t天津\t技術者\t";
  const pasted = await yokkaichi.post(address(), { rows, form_key: crypto.randomUUID(), intent: "import" });
  expect(pasted.headers.get("location")).toBe(withQuery(address(), { done: "imported" }));
  const page = await readPage(await yokkaichi.get(withQuery(address(), { done: "imported" })));
  expect(texts(page, "#participant-list tbody th")).toEqual(["李 伟", "王 小明", "=SUM 大明"]);
  expect(texts(page, "#participant-counts tbody tr")).toEqual(["実務者26", "技術者1記載なし"]);
  expect(page.querySelector(".notice-success")?.textContent).toBe("貼り付けた参加者を名簿に加えました。");

  const id = page.querySelectorAll("#participant-list input[name=participant]")[0]?.getAttribute("value") ?? "";
  const edit = await readPage(await yokkaichi.get(withQuery(address(), { edit: id })));
  expect(readField(edit, "#participant-family_name")).toBe("李");
  await yokkaichi.post(address(), { ...person, given_name: "伟明", participant: id, intent: "edit" });

  const csv = await yokkaichi.post(address("zh"), { intent: "export" });
  const lines = Buffer.from(await csv.arrayBuffer())
    .toString()
    .split("\r\n");
  expect(lines[0]).toBe(
    "\uFEFF姓,名,姓（日文假名）,名（日文假名）,姓（拉丁字母）,名（拉丁字母）,单位,职务,类别,电子邮箱,备注",
  );
  expect(lines.slice(1, 4)).toEqual([
    "李,伟明,,,,,天津市,,业务人员,,",
    "王,小明,,,,,天津市环保局,,业务人员,w@example.org,",
    "'=SUM,大明,,,,,天津,,技术人员,,",
  ]);
  const own = await yokkaichi.post(address("en"), { intent: "export-person", participant: id });
  expect(own.headers.get("content-disposition")).toContain(`participant-${id}.csv`);

  await yokkaichi.post(address(), { intent: "erase", participant: id });
  expect((await yokkaichi.post(address(), { ...person, participant: id, intent: "edit" })).status).toBe(409);
  const erased = await readPage(await yokkaichi.get(address()));
  expect(texts(erased, "#participant-list tbody th")[0]).toBe("（消去済）");
  await yokkaichi.post(address(), { intent: "remove", participant: id });
  const gone = await readPage(await yokkaichi.post(address("en"), { intent: "remove", participant: id }));
  expect(texts(gone, ".error-summary li")).toEqual(["That person is no longer on the list."]);
});

test.each([
  ["ja", "2行目 名：入力してください。", "メールアドレスの形になっていません。"],
  ["zh", "第2行 名：请填写。", "电子邮箱格式不正确。"],
  ["en", "Row 2, Given name: This is needed.", "This is not an e-mail address."],
] as const)(
  "what is wrong is said in %s, row by row and field by field, and nothing is kept",
  async (language, row, field) => {
    const iges = await site.open("coordination", "iges");
    const before = texts(await readPage(await iges.get(address())), "#participant-list tbody tr").length;
    const rows = "赵\t一\t\t\t\t\t北京\t\tengineer\n赵\t\t\t\t\t\t北京\t\tengineer";
    const refused = await iges.post(address(language), { rows, form_key: crypto.randomUUID(), intent: "import" });
    expect(refused.status).toBe(422);
    const page = await readPage(refused);
    expect(texts(page, ".notice-error li")).toEqual([row]);
    expect(page.querySelector("textarea")?.textContent.replaceAll("\r\n", "\n")).toBe(rows);
    const wrong = await iges.post(address(language), {
      ...person,
      email: "x",
      form_key: crypto.randomUUID(),
      intent: "add",
    });
    const form = await readPage(wrong);
    expect(form.querySelector("#participant-email-error")?.textContent).toBe(field);
    expect(readField(form, "#participant-family_name")).toBe("李");
    expect(texts(await readPage(await iges.get(address())), "#participant-list tbody tr")).toHaveLength(before);
  },
);

test("rows that are on the list already are named", async () => {
  const iges = await site.open("coordination", "iges");
  const rows = "孙\t一\t\t\t\t\t北京\t\tengineer\n孙\t二\t\t\t\t\t北京\t\tengineer";
  await iges.post(address(), { rows, form_key: crypto.randomUUID(), intent: "import" });
  const again = await iges.post(address("en"), { rows, form_key: crypto.randomUUID(), intent: "import" });
  expect(texts(await readPage(again), ".notice-error li")).toEqual(
    [1, 2].map(
      (row) =>
        `Row ${row}, Family name: Somebody with this name and affiliation is on the list already, or was entered twice.`,
    ),
  );
  const key = crypto.randomUUID();
  const cells = { ...person, given_name: "强", intent: "add" };
  expect((await iges.post(address(), { ...cells, form_key: key })).status).toBe(303);
  expect((await iges.post(address(), { ...cells, form_key: key })).status).toBe(303);
  expect((await iges.post(address(), { ...cells, form_key: crypto.randomUUID() })).status).toBe(409);
});

test.each([
  ["administrator", "iges"],
  ["ministry", "moe-japan"],
  ["technical", "jesc"],
  ["partner-government", "shanghai"],
  ["home-government", "kawasaki"],
  ["expert", "yokkaichi"],
  ["guest", "yokkaichi"],
] as const)("%s of %s sees no name", async (role, organisation) => {
  const outsider = await site.open(role, organisation);
  const answer = await outsider.get(address());
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toMatch(/孙|王/);
  for (const intent of ["export", "add", "import"]) {
    const fields = { ...person, rows: "x\ty", form_key: crypto.randomUUID(), intent };
    expect((await outsider.post(address(), fields)).status).toBe(403);
  }
});
