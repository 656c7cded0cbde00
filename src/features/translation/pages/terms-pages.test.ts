import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../../core/language.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";

let site: MemberSite;
let translator: MemberBrowser;
let guest: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  translator = await site.open("coordination", "iges");
  guest = await site.open("guest", "hyogo");
}, 60_000);
afterAll(() => site.close());

describe("terms", () => {
  test("are found by any word, added, refused with what is wrong, and taken out", async () => {
    const found = await readPage(await guest.get(links.terms("zh", { q: "VOC" })));
    expect(found.querySelectorAll("#terms tbody tr").length).toBeGreaterThan(0);
    expect(found.querySelector("#terms a")).toBeNull();
    const fields = {
      intent: "save",
      new: "1",
      domain: "measure",
      term_ja: "重汚染対応",
      term_zh: "重污染应对",
      term_en: "Episode response X",
    };
    const wrong = await translator.post(links.terms("ja"), { ...fields, term_ja: "" });
    expect(wrong.status).toBe(422);
    expect((await readPage(wrong)).querySelector("#term-term_ja-error")).not.toBeNull();
    const notes = { note_ja: "警報に基づく措置", note_en: "Measures under an alert" };
    const tooLong = await translator.post(links.terms("ja"), { ...fields, ...notes, note_zh: "措".repeat(1_001) });
    expect((await readPage(tooLong)).querySelector("#term-note_zh-error")).not.toBeNull();
    const typed = { ...fields, ...notes, forbidden_ja: "重汚染応対\r\n重度汚染応対" };
    const saved = await translator.post(links.terms("ja"), typed);
    expect(saved.status).toBe(303);
    const form = await readPage(await translator.get(links.terms("zh", { term: "episode-response-x" })));
    expect(["ja", "zh", "en"].map((one) => form.querySelector(`#term-note_${one}`)?.textContent)).toEqual([
      notes.note_ja,
      "",
      notes.note_en,
    ]);
    const shown = await readPage(await translator.get(saved.headers.get("location") ?? ""));
    expect(shown.querySelector(".term-forbidden")?.textContent).toContain("重汚染応対 / 重度汚染応対");
    // A translator reads the note in his or her language, or is told in which language it stands.
    const begun = await translator.post(links.translations("zh"), {
      ...{ intent: "start-text", direction: "zh-en", visibility: "members" },
      ...{ title: "重污染应对", text: "无。" },
    });
    const address = begun.headers.get("location") ?? "";
    const noteIn = async (language: Language) => {
      const editor = await readPage(await translator.get(address.replace("/zh/", `/${language}/`)));
      return editor.querySelector(".help-terms li > .hint:last-child")?.innerHTML;
    };
    expect(await noteIn("en")).toBe('<span lang="en">Measures under an alert</span> ');
    expect(await noteIn("zh")).toMatch(
      /^<span lang="ja">警報に基づく措置<\/span> <small.*>日文（暂无中文译文）<\/small>$/,
    );
    const again = await translator.post(links.terms("ja"), fields);
    expect((await readPage(again)).querySelector("#term-id-error")).not.toBeNull();
    const gone = await translator.post(links.terms("ja"), { intent: "remove", id: "episode-response-x" });
    expect(gone.status).toBe(303);
    const none = await readPage(await translator.get(links.terms("ja", { q: "重汚染応対" })));
    expect(none.querySelectorAll("#terms tbody .term-words")).toHaveLength(0);
  });

  test("go out and in as CSV and TBX; a wrong line is named", async () => {
    for (const ending of ["csv", "tbx"] as const) {
      const file = await translator.get(links.termsFile("en", ending));
      const content = new File([await file.arrayBuffer()], `terms.${ending}`);
      const back = await translator.post(links.terms("en"), { intent: "try", file: content });
      expect(back.status).toBe(200);
      const told = (await readPage(back)).querySelector(".notice-information")?.textContent;
      expect(told).toMatch(/^This was only a trial: nothing in the terms has changed0 added, 0 changed/);
    }
    const file = new File([await (await translator.get(links.termsFile("en", "csv"))).arrayBuffer()], "terms.csv");
    const same = await readPage(await translator.post(links.terms("en"), { intent: "import", file }));
    expect(same.querySelector(".notice-success .notice-title")?.textContent).toContain("Nothing had to change");
    const [head = "", ...rows] = (await (await translator.get(links.termsFile("en", "csv"))).text()).split("\r\n");
    const council = rows.find((line) => line.startsWith("state-council,")) ?? "";
    const older = [head.replace("note_ja,note_zh,note_en", "note"), council.replace(/,,,$/, ",国务院：the cabinet")];
    const told = await translator.post(links.terms("en"), {
      intent: "try",
      file: new File([older.join("\n")], "old.csv"),
    });
    expect((await readPage(told)).querySelector(".notice-information")?.textContent).toMatch(
      /0 added, 1 changed, 0 the same1 note of the file did not say the language/,
    );
    const bad = new File(["id,domain,term_ja\nx,nothing,語"], "ours.csv");
    const refused = await translator.post(links.terms("en"), { intent: "import", file: bad });
    expect(refused.status).toBe(422);
    // One line for all columns that are missing, under the file's own name.
    const lines = [...(await readPage(refused)).querySelectorAll(".notice-error li")].map((one) => one.textContent);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^ours\.csv.*\[term_zh\], Word to use \(English\) \[term_en\]/);
    const pdf = await translator.post(links.terms("en"), { intent: "try", file: new File(["%PDF-1.7"], "ours.pdf") });
    expect((await readPage(pdf)).querySelector(".notice-error")?.textContent).toMatch(
      /^The file could not be taken over.*neither a CSV file nor a TBX file/s,
    );
  });
});

test("the memory goes out as TMX and comes in again", async () => {
  const pair = { source: "本条例适用于本市。", target: "この条例は、本市に適用する。" };
  const begun = await translator.post(links.translations("ja"), {
    ...{ intent: "start-text", direction: "zh-ja", visibility: "members", title: pair.source, text: "正文。" },
  });
  const address = begun.headers.get("location") ?? "";
  const page = await readPage(await translator.get(address));
  const segment = page.querySelector("[data-segment]")?.getAttribute("data-segment") ?? "";
  const typed = { [`version.${segment}`]: "1", [`target.${segment}`]: pair.target, save: segment };
  expect((await translator.post(address.split("?")[0] ?? "", typed)).status).toBe(303);
  const file = await translator.get(links.memoryFile("ja", { from: "zh", to: "ja" }));
  const text = await file.text();
  expect(text).toContain(pair.target);
  const other = text.replaceAll("本市", "某省");
  const back = await translator.post(links.memory("ja"), { file: new File([other], "x.tmx") });
  expect(back.status).toBe(200);
  expect((await readPage(back)).querySelector(".notice-success")).not.toBeNull();
  const refused = await translator.post(links.memory("ja"), { file: new File(["%PDF-1.7"], "x.tmx") });
  expect(refused.status).toBe(422);
  const notice = (await readPage(refused)).querySelector(".notice-error")?.textContent;
  expect(notice).toMatch(/^ファイルを取り込めませんでした.*TMXファイルではありません/s);
  expect((await guest.get(links.memoryFile("ja", { from: "zh", to: "zh" }))).status).toBe(400);
});
