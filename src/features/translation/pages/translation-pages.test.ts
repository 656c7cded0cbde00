import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../../core/language.ts";
import {
  type MemberBrowser,
  type MemberSite,
  openMemberSite,
  readField,
  readPage,
} from "../../../testing/member-site.ts";
import { readBack } from "../../../testing/read-docx.ts";
import { links } from "../../../web/links.ts";
import { loadFolderOfPolicies } from "../../policies/load-folder.ts";

let site: MemberSite;
let translator: MemberBrowser;
let reviewer: MemberBrowser;
let guest: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  translator = await site.open("coordination", "iges");
  reviewer = await site.open("technical", "jesc");
  guest = await site.open("guest", "hyogo");
}, 60_000);
afterAll(() => site.close());

const lines = ["第一条　本条例适用于本市。", "第二条　细颗粒物浓度下降15%。"];

async function begin(language: Language = "ja", fields: Record<string, string> = {}): Promise<string> {
  const answer = await translator.post(links.translations(language), {
    ...{ intent: "start-text", direction: "zh-ja", visibility: "members" },
    ...{ title: "某市大气污染防治条例", text: lines.join("\n"), ...fields },
  });
  expect(answer.status).toBe(303);
  return answer.headers.get("location")?.match(/translations\/([0-9a-f-]{36})/)?.[1] ?? "";
}

interface Row {
  id: string;
  version: string;
  text: string;
}

async function readRows(browser: MemberBrowser, id: string, query = {}): Promise<Row[]> {
  const page = await readPage(await browser.get(links.translation("ja", id, query)));
  return [...page.querySelectorAll("[data-segment]")].map((row) => ({
    id: row.getAttribute("data-segment") ?? "",
    version: row.querySelector("input[name^='version.']")?.getAttribute("value") ?? "",
    text: row.querySelector("textarea")?.textContent ?? "",
  }));
}

function fill(rows: readonly Row[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ id, version, text }, index) => [
      [`version.${id}`, version],
      [`target.${id}`, texts[index] ?? text],
    ]),
  );
}

const japanese = [
  "某市大気汚染防止条例",
  "第一条　この条例は、本市に適用する。",
  "第二条　微小粒子状物質の濃度は15%低下させる。",
];

async function translateAll(id: string): Promise<void> {
  const rows = await readRows(translator, id);
  const saved = await translator.post(links.translation("ja", id), { ...fill(rows, japanese), intent: "save-all" });
  expect(saved.headers.get("location")).toContain("done=saved&count=3");
}

async function accept(id: string): Promise<void> {
  const page = await readPage(await reviewer.get(links.translation("ja", id, { view: "review" })));
  for (const button of page.querySelectorAll("button[name=accept]"))
    await reviewer.post(links.translationReview("ja", id), { accept: button.getAttribute("value") ?? "" });
}

test.each(languages)("a text is begun, translated, reviewed by another and approved (%s)", async (language) => {
  const id = await begin(language);
  const address = links.translation(language, id);
  await translateAll(id);
  const submitted = await translator.post(address, { intent: "submit" });
  expect(submitted.headers.get("location")).toContain("done=submitted");
  const own = await readPage(await translator.get(links.translation(language, id, { view: "review" })));
  expect(own.querySelectorAll("button[name=accept]")).toHaveLength(0);
  const list = await readPage(await reviewer.get(links.translations(language)));
  expect(list.querySelector(".translation-list > li.is-waiting a")?.getAttribute("href")).toContain(id);
  const early = await reviewer.post(links.translationReview(language, id), { intent: "approve" });
  expect(early.status).toBe(409);
  expect((await readPage(early)).querySelector(".notice-error")).not.toBeNull();
  await accept(id);
  const forbidden = await translator.post(links.translationReview(language, id), { intent: "approve" });
  expect(forbidden.status).toBe(409);
  const approved = await reviewer.post(links.translationReview(language, id), { intent: "approve" });
  expect(approved.headers.get("location")).toContain("done=approved");
  const read = await readPage(await guest.get(links.translation(language, id, { view: "read" })));
  expect(read.querySelector(".read-title > p:last-child")?.textContent).toBe(japanese[0]);
  expect(read.querySelector(".read-sentence")).toBeNull();
  expect((await readPage(await guest.get(address))).querySelector("textarea")).toBeNull();
});

describe("nothing that was typed is lost", () => {
  test("the text of somebody who was quicker stands beside one's own", async () => {
    const id = await begin();
    const rows = await readRows(translator, id);
    await reviewer.post(links.translation("ja", id), { ...fill(rows, ["早い訳"]), intent: "save-all" });
    const theirs = (await readPage(await translator.get(links.translation("ja", id)))).querySelector("[data-segment]");
    expect(theirs?.querySelector("[data-problems] li")).not.toBeNull();
    const late = await translator.post(links.translation("ja", id), { ...fill(rows, japanese), intent: "save-all" });
    expect(late.status).toBe(409);
    const page = await readPage(late);
    const first = page.querySelector("[data-segment]");
    expect(first?.querySelector("textarea")?.textContent).toBe(japanese[0]);
    expect(first?.querySelector(".conflict-theirs")?.textContent).toBe("早い訳");
    // What is found is of the text in the field, not of the other one.
    expect(first?.querySelector(".problem-error")).toBeNull();
    expect((await readRows(translator, id)).map(({ text }) => text)).toEqual(["早い訳", japanese[1], japanese[2]]);
    const version = readField(page, `input[name="version.${rows[0]?.id}"]`);
    const mine = fill([{ ...(rows[0] ?? { id: "", text: "" }), version }], [japanese[0] ?? ""]);
    const over = await translator.post(links.translation("ja", id), { ...mine, save: rows[0]?.id ?? "" });
    expect(over.status).toBe(303);
    expect((await readRows(translator, id))[0]?.text).toBe(japanese[0]);
  });

  test("a form that only showed what somebody has changed since does not undo it", async () => {
    const id = await begin();
    await translateAll(id);
    const rows = await readRows(translator, id);
    await reviewer.post(links.translation("ja", id), { ...fill(rows, ["直した表題"]), intent: "save-all" });
    const other = await translator.post(links.translation("ja", id), {
      ...fill(rows, [japanese[0] ?? "", "直した第一条"]),
      intent: "save-all",
    });
    expect(other.headers.get("location")).toContain("count=1");
    expect((await readRows(translator, id)).map(({ text }) => text).slice(0, 2)).toEqual([
      "直した表題",
      "直した第一条",
    ]);
  });

  test("a text that is too long comes back in its field", async () => {
    const id = await begin();
    const rows = await readRows(translator, id);
    const long = "あ".repeat(10_001);
    const refused = await translator.post(links.translation("ja", id), {
      ...fill(rows, [long, japanese[1] ?? ""]),
      intent: "save-all",
    });
    expect(refused.status).toBe(422);
    const page = await readPage(refused);
    expect(page.querySelector("[data-segment] textarea")?.textContent).toHaveLength(10_001);
    expect(page.querySelector("[data-segment] .field-error")?.textContent).toContain("10,000");
    expect((await readRows(translator, id))[1]?.text).toBe(japanese[1]);
  });
});

test("checks name what is wrong and where; the filter shows those sentences alone", async () => {
  const id = await begin();
  const rows = await readRows(translator, id);
  const wrong = [japanese[0] ?? "", japanese[1] ?? "", "第二条　微小粒子状物質の濃度は51%低下させる。"];
  await translator.post(links.translation("ja", id), { ...fill(rows, wrong), intent: "save-all" });
  const page = await readPage(await translator.get(links.translation("ja", id, { show: "problems" })));
  expect(page.querySelectorAll("[data-segment]")).toHaveLength(1);
  expect(page.querySelector(".segment-source mark")?.textContent).toContain("15");
  expect(page.querySelector(".problem-excerpt mark")?.textContent).toContain("51");
  const english = await readPage(await translator.get(links.translation("en", id, { show: "problems" })));
  const quoted = [...english.querySelectorAll(".segment-problem-list li > span[lang]")];
  expect(quoted.map((word) => [word.getAttribute("lang"), word.textContent])).toEqual([
    ["zh-Hans", "15"],
    ["ja", "51"],
  ]);
  const clean = await reviewer.post(links.translationReview("ja", id), { intent: "accept-clean" });
  expect(clean.headers.get("location")).toContain("done=accepted&count=2");
});

test("a returned translation says why, in the words of the reviewer", async () => {
  const id = await begin();
  await translateAll(id);
  await translator.post(links.translation("ja", id), { intent: "submit" });
  const silent = await reviewer.post(links.translationReview("ja", id), { intent: "return", remark: " " });
  expect(silent.status).toBe(422);
  expect((await readPage(silent)).querySelector("#remark-error")?.textContent).toContain("直してほしい点");
  const answer = await reviewer.post(links.translationReview("ja", id), {
    intent: "return",
    remark: "第二条を\n見直してください。",
  });
  expect(answer.status).toBe(303);
  const page = await readPage(await translator.get(links.translation("ja", id)));
  expect(page.querySelector(".notice-warning .free-text")?.textContent).toBe("第二条を\n見直してください。");
  const late = await reviewer.post(links.translationReview("ja", id), { intent: "return", remark: "まだです。" });
  expect(late.status).toBe(409);
  expect((await readPage(late)).querySelector(".notice-error")).not.toBeNull();
});

describe("for the island", () => {
  test("a sentence is saved by itself, and the pieces of the page come back", async () => {
    const id = await begin();
    const [, row] = await readRows(translator, id);
    const address = links.translationSegment("ja", id, row?.id ?? "");
    const saved = await translator.post(address, { intent: "save", target: japanese[1] ?? "", version: "1" });
    expect(saved.status).toBe(200);
    const counts = { all: 3, empty: 2, machine: 0, edited: 1, problems: 0 };
    expect(await saved.json()).toMatchObject({
      ...{ state: "saved", version: 2, mark: "edited" },
      overview: { shows: counts, jumps: { edited: expect.stringMatching(/#s2$/), machine: null }, left: 2 },
    });
    const late = await reviewer.post(address, { intent: "save", target: "別の訳", version: "1" });
    expect(late.status).toBe(409);
    expect((await late.json()).notice).toContain(japanese[1]);
    const checked = await translator.post(address, { intent: "check", target: lines[0] ?? "" });
    expect((await checked.json()).problems).toContain("segment-problem-list");
    expect((await guest.post(address, { intent: "save", target: "x", version: "2" })).status).toBe(403);
  });

  test("help brings similar sentences and terms, escaped", async () => {
    const done = await begin();
    await translateAll(done);
    const id = await begin("ja", { text: "第九条　细颗粒物浓度下降30%。\n<b>臭氧</b>" });
    const [, similar, hostile] = await readRows(translator, id);
    const help = await (await translator.get(links.translationSegment("ja", id, similar?.id ?? ""))).text();
    expect(help).toContain("微小粒子状物質の濃度は30%低下させる");
    expect(help).toContain('data-shortcut="1"');
    const save = {
      ...fill([hostile ?? { id: "", version: "", text: "" }], ["<script>1</script>"]),
      intent: "save-all",
    };
    await translator.post(links.translation("ja", id), save);
    const text = await (await translator.get(links.translation("ja", id))).text();
    expect(text).not.toContain("<script>1");
    expect(text).not.toContain("<b>臭氧");
  });
});

test("a long translation comes in pages, and a jump leads to the page", async () => {
  const text = Array.from({ length: 120 }, (_, index) => `第${index + 1}条　内容${index + 1}。`).join("\n");
  const id = await begin("ja", { text });
  const first = await readPage(await translator.get(links.translation("ja", id)));
  expect(first.querySelectorAll("[data-segment]")).toHaveLength(50);
  const third = await readRows(translator, id, { page: 3 });
  expect(third).toHaveLength(21);
  const rows = await readRows(translator, id);
  await translator.post(links.translation("ja", id), {
    ...fill(
      rows,
      rows.map((_, index) => `訳${index + 1}`),
    ),
    intent: "save-all",
  });
  const after = await readPage(await translator.get(links.translation("ja", id)));
  const jump = [...after.querySelectorAll(".editor-jumps a")].map((link) => link.getAttribute("href"));
  expect(jump[0]).toBe(`${links.translation("ja", id, { page: 2 })}#s51`);
});

test("without a provider nobody is offered a machine, and the page says so", async () => {
  const id = await begin();
  const page = await readPage(await translator.get(links.translation("ja", id)));
  expect(page.querySelector("button[value=draft-machine]")).toBeNull();
  expect(page.querySelector(".editor-drafts .hint")?.textContent).toContain("機械翻訳は設定されていません");
  const forced = await translator.post(links.translation("ja", id), { intent: "draft-machine" });
  expect(forced.headers.get("location")).toContain("problem=no-provider");
});

test.each(["pdf", "docx", "xlf", "tmx"] as const)("the file .%s", async (ending) => {
  const id = await begin();
  await translateAll(id);
  const file = await guest.get(links.translationFile("ja", id, ending));
  expect(file.status).toBe(200);
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
});

test("XLIFF goes out and comes back with a report of each sentence", async () => {
  const id = await begin();
  const xliff = await (await translator.get(links.translationFile("ja", id, "xlf"))).text();
  const translated = xliff
    .replace(/state="initial"/g, 'state="translated"')
    .replace(/<source>([^<]+)<\/source>/g, "<source>$1</source><target>訳：$1</target>");
  const back = await translator.post(links.translationImport("ja", id), { file: new File([translated], "x.xlf") });
  expect(back.status).toBe(200);
  const page = await readPage(back);
  expect(page.querySelectorAll("#xliff-report tbody tr")).toHaveLength(3);
  expect((await readRows(translator, id))[1]?.text).toBe(`訳：${lines[0]}`);
  const broken = await translator.post(links.translationImport("ja", id), { file: new File(["<xliff"], "x.xlf") });
  expect([broken.status, (await readPage(broken)).querySelector(".notice-error") !== null]).toEqual([422, true]);
});

test("what is not there is not found, and a guest begins nothing", async () => {
  for (const id of ["x", "00000000-0000-4000-8000-000000000000"])
    expect((await guest.get(links.translation("ja", id))).status).toBe(404);
  expect((await guest.post(links.translations("ja"), { intent: "start-text" })).status).toBe(403);
  const page = await readPage(
    await translator.post(links.translations("ja"), { intent: "start-text", direction: "zh-ja", title: "", text: " " }),
  );
  expect(page.querySelectorAll("#start-title-error, #start-text-error")).toHaveLength(2);
});

/** A regulation with a table, as somebody brought it in a folder. Gives the id of its item. */
async function loadPolicy(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "policy-"));
  await writeFile(join(folder, "regulation.md"), content);
  await loadFolderOfPolicies(site.context, folder);
  await rm(folder, { recursive: true });
  const { rows } = await site.context.database.pool.query<{ id: string }>(
    "select id from policy_items where jsonb_array_length(blocks) > 0 order by found_at desc limit 1",
  );
  return rows[0]?.id ?? "";
}

test("a policy is begun from its item, keeps its layout, and its documents say who stands for them", async () => {
  const item = await loadPolicy(
    "# 某省大气污染防治条例\n\n## 第一章　总则\n\n第一条　为了防治大气污染，制定本条例。\n\n| 指标 | 目标 |\n| --- | --- |\n| PM2.5 | 下降15% |\n",
  );
  const start = await readPage(await translator.get(links.translations("ja", { item })));
  expect([...start.querySelectorAll("button[name=target]")].map((button) => button.textContent)).toEqual([
    "日本語に訳す",
    "英語に訳す",
  ]);
  const begun = await translator.post(links.translations("ja"), { item, target: "ja" });
  const id = begun.headers.get("location")?.match(/translations\/([0-9a-f-]{36})/)?.[1] ?? "";
  const again = await translator.post(links.translations("ja"), { item, target: "ja" });
  expect(again.headers.get("location")).toContain(id);
  const rows = await readRows(translator, id);
  await translator.post(links.translation("ja", id), {
    ...fill(
      rows,
      rows.map((_, index) => `訳文${index + 1}`),
    ),
    intent: "save-all",
  });
  const read = await readPage(await guest.get(links.translation("en", id, { view: "read" })));
  expect(read.querySelectorAll(".read-tables table")).toHaveLength(2);
  expect(read.querySelectorAll(".read-tables table:last-child tr")[1]?.textContent).toContain("下降15%");
  expect(read.querySelector(".read-heading")).not.toBeNull();
  expect(read.querySelectorAll(".read-sentence.mark-edited")).toHaveLength(rows.length);
  const word = await guest.get(links.translationFile("ja", id, "docx"));
  const text = readBack(new Uint8Array(await word.arrayBuffer()))
    .find("//w:t")
    .join("");
  expect(text).toContain("翻訳者");
  expect(text).toContain("〔未校閲〕");
  const other = await readPage(await translator.get(links.translations("zh", { item })));
  expect(other.querySelector("#start")?.parentElement?.parentElement?.textContent).toContain("打开日文译文");
});
