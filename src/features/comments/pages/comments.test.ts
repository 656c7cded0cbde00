import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberSite, openMemberSite, readField, readPage } from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await openMemberSite();
}, 60_000);
afterAll(() => site.close());

const address = (language: "ja" | "zh" | "en") => links.recordComments(language, "activity", "e-con-2014-01");

test("a comment is written in one language, read beside another, and taken back", async () => {
  const kitakyushu = await site.open("home-government", "kitakyushu");
  const shanghai = await site.open("partner-government", "shanghai");
  const form = await readPage(await kitakyushu.get(address("ja")));
  const fields = { intent: "add", language: "ja", form_key: readField(form, "input[name=form_key]") };
  const sent = await kitakyushu.post(address("ja"), { ...fields, body: "<b>確認</b>\r\nください" });
  expect(sent.status).toBe(303);
  const page = await readPage(await shanghai.get(address("zh")));
  expect(page.querySelector(".talk-body")?.textContent).toBe("<b>確認</b>\nください");
  expect(page.querySelector(".talk-body")?.getAttribute("lang")).toBe("ja");
  expect(page.querySelector(".talk-byline")?.textContent).toContain("北九州市");
  expect(page.querySelector("button[value=remove]")).toBeNull();
  const own = await readPage(await kitakyushu.get(sent.headers.get("location") ?? ""));
  expect(own.querySelector(".notice-success")?.textContent).toBe("コメントを送りました。");
  const taken = await kitakyushu.post(address("ja"), {
    intent: "remove",
    comment: readField(own, "input[name=comment]"),
  });
  expect(taken.status).toBe(303);
  const gap = await readPage(await shanghai.get(address("zh")));
  expect(gap.querySelector(".talk-gap")?.textContent).toBe("留言者已撤回此留言。");
});

test.each([
  ["ja", "コメントを入力してください。"],
  ["zh", "请填写留言内容。"],
  ["en", "Enter a comment."],
] as const)("what is wrong is said in %s, and the form comes back", async (language, words) => {
  const shanghai = await site.open("partner-government", "shanghai");
  const refused = await shanghai.post(address(language), { intent: "add", body: "  ", language: "zh", form_key: "x" });
  expect(refused.status).toBe(422);
  const page = await readPage(refused);
  expect(page.querySelector("#comment-body-error")?.textContent).toBe(words);
  expect(page.querySelector("select[name=language] option[selected]")?.getAttribute("value")).toBe("zh");
});

test("an old form keeps what was written", async () => {
  const shanghai = await site.open("partner-government", "shanghai");
  const refused = await shanghai.post(address("en"), {
    intent: "add",
    body: "\nLong and kept",
    language: "en",
    form_key: "",
  });
  expect((await readPage(refused)).querySelector("textarea")?.textContent?.trim()).toBe("Long and kept");
});

test("the talk is closed to everybody else", async () => {
  const outsider = await site.open("home-government", "kawasaki");
  expect((await outsider.get(address("ja"))).status).toBe(403);
  expect(
    (await outsider.post(address("ja"), { intent: "add", body: "x", language: "ja", form_key: crypto.randomUUID() }))
      .status,
  ).toBe(403);
  const guest = await site.open("guest", "shanghai");
  expect((await guest.get(address("ja"))).status).toBe(403);
  expect((await outsider.get(links.recordComments("ja", "activity", "nothing"))).status).toBe(404);
});
