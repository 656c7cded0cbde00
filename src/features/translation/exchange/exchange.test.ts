import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { XmlDocument } from "libxml2-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../../core/language.ts";
import type { Context } from "../../../platform/context.ts";
import { createActor } from "../../../testing/actors.ts";
import { createTestContext } from "../../../testing/context.ts";
import { saveSegment } from "../edit-segments.ts";
import { getTranslation, startTranslation } from "../service.ts";
import { type Term, tidyTerm } from "../terms.ts";
import { getTerms, removeTerm, saveTerm } from "../terms-service.ts";
import type { Translation } from "../translation.ts";
import { describeFileProblem, FileRefusal } from "./file-problem.ts";
import { readXmlUnits } from "./read-xml.ts";
import { exportMemory, importMemory } from "./take-memory.ts";
import { importTerms } from "./take-terms.ts";
import { importXliff } from "./take-xliff.ts";
import { readTbx, writeTbx } from "./tbx.ts";
import { readTermsCsv, writeTermsCsv } from "./terms-csv.ts";
import { readTmx, writeTmx } from "./tmx.ts";
import { writeXliff } from "./xliff.ts";

let context: Context;
beforeAll(async () => {
  context = await createTestContext();
}, 60_000);
afterAll(() => context.database.close());

const translator = createActor("coordination", "iges");
const reviewer = createActor("technical", "jesc");
const bytesOf = (text: string) => new TextEncoder().encode(text);

const term: Term = {
  ...{ id: "2-plus-26", domain: "cooperation", note: { zh: "通道城市 <2017>", en: "named in 2017" } },
  words: { ja: "「2+26」都市", zh: "“2+26”城市", en: "“2+26” cities" },
  variants: { ja: ["2+26都市"], zh: ["京津冀大气污染传输通道城市"], en: [] },
  forbidden: { ja: ["28都市"], zh: [], en: ["2 & 26"] },
};

describe("hostile files", () => {
  const read = (text: string | Uint8Array) =>
    readXmlUnits(typeof text === "string" ? bytesOf(text) : text, {
      ...{ otherwise: "translationFile.notTmx", units: ["tu"], onUnit: () => undefined },
    });
  test.each([
    [
      "a document type",
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]><tmx>&a;</tmx>',
      "translationFile.doctype",
    ],
    ["one far behind", `<tmx>${" ".repeat(9_000)}<!DOCTYPE x></tmx>`, "translationFile.notXml"],
    ["an entity from nowhere", "<tmx><tu>&lol;</tu></tmx>", "translationFile.notXml"],
    ["no XML", "<tmx><tu id=1/></tmx>", "translationFile.notXml"],
    ["another kind of file", "%PDF-1.7\n\u0000<x>", "translationFile.notTmx"],
    ["nothing", "", "translationFile.empty"],
    ["half a file", "<tmx><tu>", "translationFile.cutOff"],
    ["a deep nest", "<a>".repeat(1_000), "translationFile.tooDeep"],
    ["GBK", new Uint8Array([0x3c, 0xb4, 0xf3, 0x3e]), "translationFile.encoding"],
    ["50 MB", new Uint8Array(50 * 1024 * 1024), "translationFile.tooLarge"],
  ])("%s is refused", (_, file, message) => {
    try {
      read(file);
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefusal);
      if (error instanceof FileRefusal && "message" in error.problem) expect(error.problem.message).toBe(message);
      return;
    }
    throw new Error("it was read");
  });

  test("the line is named in the reader's language", async () => {
    const { problems } = await importMemory(context, translator, bytesOf("<tmx>\n<body>\n<tu>\n</body></tmx>"));
    expect(problems.map((problem) => describeFileProblem(problem, "ja"))[0]).toMatch(/^4行目：XMLとして読めません。/);
  });
});

describe("TBX", () => {
  test("there and back, and well-formed for another reader", () => {
    const xml = writeTbx([term], { title: "A & B" });
    expect(readTbx(bytesOf(xml)).map(({ term: read }) => read)).toEqual([term]);
    const document = XmlDocument.fromString(xml);
    expect(document.find("//t:termSec", { t: "urn:iso:std:iso:30042:ed-2" })).toHaveLength(7);
  });

  test("there and back changes no term of the programme, nor one with blanks and lines", async () => {
    const declared = await readFile(join(import.meta.dirname, "../../../../programmes/china-air/terms.csv"));
    const read = (await readTermsCsv(declared)).terms.map((one) => tidyTerm(one.term));
    const odd = { ...read[0], id: "odd", note: { ja: "一行目  二\t空白\r\n\r\n  三行目　全角", en: " " } };
    const terms = [...read, tidyTerm({ ...term, ...odd })].map((one) => ({ ...one, domain: one.domain ?? "law" }));
    expect(terms.length).toBeGreaterThan(400);
    expect(terms.at(-1)?.note).toEqual({ ja: "一行目 二 空白\n\n三行目　全角" });
    expect(readTbx(bytesOf(writeTbx(terms, { title: "x" }))).map(({ term: back }) => tidyTerm(back))).toEqual(terms);
    // The sheet holds no term that is read otherwise than it is written.
    const written = (await readTermsCsv(declared)).terms.map((one) => one.term);
    expect(read).toEqual(written);
  });

  test("the programme's sheet, written as CSV, is the sheet to the byte", async () => {
    const declared = await readFile(join(import.meta.dirname, "../../../../programmes/china-air/terms.csv"));
    const terms = (await readTermsCsv(declared)).terms.map(({ term: one }) => ({
      ...one,
      domain: one.domain ?? "law",
    }));
    expect(writeTermsCsv(terms)).toBe(declared.toString());
    // A note for translators stands in all languages or in none.
    const notes = terms.map(({ note }) => Object.keys(note).length);
    expect(notes.filter((count) => count === 3).length).toBeGreaterThan(60);
    expect(notes.filter((count) => count === 1 || count === 2)).toEqual([]);
  });

  test("version 2, with the words of other programs", () => {
    const xml = `<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="IATE-77"><descripGrp/><langSet xml:lang="zh-CN">
      <tig><term>大气</term></tig></langSet><langSet xml:lang="ja-JP"><ntig><termGrp><term>大気</term></termGrp></ntig></langSet>
      <langSet xml:lang="en-GB"><tig><term>ambient air</term></tig><tig><term>airs</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
      <langSet xml:lang="zh-TW"><tig><term>大氣</term></tig></langSet></termEntry></body></text></martif>`;
    expect(readTbx(bytesOf(xml))[0]?.term).toMatchObject({
      ...{ id: "ambient-air", domain: null, words: { zh: "大气", ja: "大気", en: "ambient air" } },
      forbidden: { ja: [], zh: [], en: ["airs"] },
    });
  });
});

describe("terms", () => {
  test("as CSV with the columns of the sheet, there and back", async () => {
    const csv = writeTermsCsv([term]);
    expect(csv).toMatch(/^\uFEFFid,domain,term_ja,/);
    expect((await readTermsCsv(bytesOf(csv))).terms.map(({ term: read }) => read)).toEqual([term]);
  });

  test("are taken over whole or not at all, changed, hidden and brought back", async () => {
    const file = (terms: readonly Term[]) => ({ format: "csv" as const, bytes: bytesOf(writeTermsCsv(terms)) });
    const other = { ...term, id: "o3", words: { ja: "オゾン", zh: "臭氧", en: "ozone" }, note: {} };
    const wrong = { ...other, id: "wrong", words: { ...other.words, en: "" } };
    const refused = await importTerms(context, translator, file([term, wrong]));
    // Columns in the reader's words, as the form has them, and as the file calls them.
    const inWords = (language: Language) => refused.problems.map((problem) => describeFileProblem(problem, language));
    expect(inWords("en")).toMatchObject([expect.stringMatching(/3.*“Word to use \(English\) \[term_en\]”/)]);
    expect(inWords("ja")).toMatchObject([expect.stringMatching(/3行目「使う訳語（英語）［term_en］」/)]);
    const twice = { ...other, forbidden: { ...other.forbidden, zh: ["臭氧"] } };
    expect(
      (await importTerms(context, translator, file([twice]))).problems.map((one) => describeFileProblem(one, "zh")),
    ).toEqual(["第2行：“o3”的禁用词（中文）［forbidden_zh］中含有与规定用词相同的词。"]);
    // Each mistake is told once: by the sheet where it is a cell's, else by what a term must be.
    const mistakes = [{ ...wrong, id: "Wrong", domain: "?" as Term["domain"] }, term, term];
    const told = (await importTerms(context, translator, file(mistakes))).problems.map((problem) =>
      "sheet" in problem ? [problem.sheet.line, problem.sheet.column] : [problem.line, problem.message],
    );
    expect(told).toEqual([
      ...["id", "domain", "term_en"].map((column) => [2, column]),
      [4, "translationFile.term.repeated"],
    ]);
    const pdf = { format: "csv" as const, bytes: bytesOf("%PDF-1.7\n%âãÏÓ") };
    expect((await importTerms(context, translator, pdf)).problems).toMatchObject([
      { message: "translationFile.notTerms" },
    ]);
    expect(await getTerms(context)).toEqual([]);
    expect(await importTerms(context, translator, { ...file([term, other]), dryRun: true })).toMatchObject({
      added: 2,
    });
    expect(await getTerms(context)).toEqual([]);
    expect(await importTerms(context, translator, file([term, other]))).toMatchObject({ added: 2, problems: [] });
    expect(await importTerms(context, translator, file([term, { ...other, note: { zh: "x" } }]))).toEqual({
      ...{ added: 0, changed: 1, same: 1, oneNotes: 0, problems: [] },
    });
    await removeTerm(context, translator, "o3");
    expect((await getTerms(context)).map(({ id }) => id)).toEqual(["2-plus-26"]);
    expect(
      await saveTerm(context, translator, { ...other, forbidden: { ...other.forbidden, ja: ["オゾン"] } }),
    ).toEqual([{ field: "forbidden_ja", reason: "twice" }]);
    expect(await saveTerm(context, translator, other)).toEqual([]);
    expect((await getTerms(context)).map(({ id, origin }) => [id, origin])).toContainEqual(["o3", "desk"]);
    await expect(importTerms(context, createActor("guest", "hyogo"), file([term]))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a file with one note for all languages sets that of its language and takes away none", async () => {
    const id = "with-notes";
    const kept: Term = { ...term, id, note: { ja: "通道都市", zh: "通道城市", en: "of old" } };
    await saveTerm(context, translator, kept);
    const [head = "", ...lines] = writeTermsCsv([{ ...kept, note: {} }]).split("\r\n");
    const older = (note: string) =>
      [head.replace("note_ja,note_zh,note_en", "note"), ...lines.map((line) => line.replace(/,,,$/, `,${note}`))].join(
        "\r\n",
      );
    const take = async (format: "csv" | "tbx", text: string) => {
      const { problems, oneNotes } = await importTerms(context, translator, { format, bytes: bytesOf(text) });
      expect(problems).toEqual([]);
      return [oneNotes, (await getTerms(context)).find((one) => one.id === id)?.note];
    };
    expect(await take("csv", older(""))).toEqual([0, kept.note]);
    expect(await take("csv", older("named in 2017: 通道城市"))).toEqual([
      1,
      { ...kept.note, en: "named in 2017: 通道城市" },
    ]);
    expect(await take("csv", older("28の都市"))).toMatchObject([1, { ja: "28の都市", zh: "通道城市" }]);
    const tbx = writeTbx([{ ...kept, note: { zh: "二十八个城市" } }], { title: "x" });
    expect(await take("tbx", tbx.replace('<note xml:lang="zh-Hans">', "<note>"))).toMatchObject([
      1,
      { ja: "28の都市", zh: "二十八个城市" },
    ]);
    // One that says its language says that there are no others.
    expect(await take("tbx", tbx)).toEqual([0, { zh: "二十八个城市" }]);
    const mixed = head.replace("note_ja", "note");
    const refused = await importTerms(context, translator, {
      format: "csv",
      bytes: bytesOf([mixed, ...lines].join("\n")),
    });
    expect(refused.problems.map((problem) => describeFileProblem(problem, "en")).join()).toMatch(
      /“Note for translators \(Japanese\) \[note_ja\]”.*missing.*“Note for translators \[note\]”/,
    );
    await removeTerm(context, translator, id);
  });

  test("the desk's take the place of the programme's", async () => {
    await context.database.pool.query(
      `insert into terms select 1, 'sheet-term', 'law', '旧', '旧', 'old', '{}', '{}', '{}', '{}', '{}', '{}', null, null, 'as of old'`,
    );
    context.cache.clear();
    const [sheetTerm] = await getTerms(context);
    expect(sheetTerm).toMatchObject({
      id: "sheet-term",
      origin: "programme",
      words: { ja: "旧" },
      note: { en: "as of old" },
    });
    await saveTerm(context, translator, { ...term, id: "sheet-term" });
    const { words, note } = term;
    expect((await getTerms(context))[0]).toMatchObject({ id: "sheet-term", origin: "changed", words, note });
    await removeTerm(context, translator, "sheet-term");
    expect((await getTerms(context)).map(({ id }) => id)).not.toContain("sheet-term");
  });
});

describe("TMX", () => {
  test("of another program: regional tags, formatting, several languages", () => {
    const xml = `<?xml version="1.0"?><tmx version="1.4"><header srclang="zh-CN"/><body>
      <tu><tuv xml:lang="zh-CN"><seg>加强<bpt i="1">&lt;b></bpt>监督<ept i="1">&lt;/b></ept>。</seg></tuv>
      <tuv xml:lang="ja-JP"><seg>監督を<hi>強化</hi>する。</seg></tuv><tuv xml:lang="en-US"><seg>Strengthen supervision.</seg></tuv></tu>
      <tu><tuv xml:lang="zh-CN"><seg>孤</seg></tuv><tuv xml:lang="fr"><seg>seul</seg></tuv></tu></body></tmx>`;
    const { pairs, problems } = readTmx(bytesOf(xml));
    expect(pairs.map(({ source, target, targetLanguage }) => [source, target, targetLanguage])).toEqual([
      ["加强监督。", "監督を強化する。", "ja"],
      ["加强监督。", "Strengthen supervision.", "en"],
    ]);
    expect(problems).toMatchObject([{ line: 4, message: "translationFile.unit.languages" }]);
  });

  test("UTF-16, as Trados writes it", () => {
    const text =
      '\uFEFF<tmx version="1.4"><header srclang="*all*"/><body><tu><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu></body></tmx>';
    expect(readTmx(Buffer.from(text, "utf16le")).pairs).toHaveLength(1);
  });

  test("in, out and in again is the same memory", async () => {
    const units = [
      { id: "1", source: "甲 & <乙>", target: "A", mark: "edited", changedAt: new Date(0) },
      { id: "2", source: "丙", target: "B\nC", mark: "edited", changedAt: null },
    ];
    const direction = { sourceLanguage: "zh", targetLanguage: "en" } as const;
    const xml = (await Array.fromAsync(writeTmx(direction, units))).join("");
    XmlDocument.fromString(xml);
    expect(await importMemory(context, translator, bytesOf(xml))).toEqual({ added: 2, same: 0, problems: [] });
    const out = (await Array.fromAsync(exportMemory(context, translator, direction))).join("");
    expect(
      readTmx(bytesOf(out))
        .pairs.map(({ source, target }) => [source, target])
        .sort(),
    ).toEqual([
      ["丙", "B\nC"],
      ["甲 & <乙>", "A"],
    ]);
    expect(await importMemory(context, translator, bytesOf(out))).toMatchObject({ added: 0, same: 2 });
  });
});

describe("XLIFF", () => {
  let translation: Translation;
  const reload = async () => {
    translation = await getTranslation(context, translator, translation.id);
  };
  const edit = (xml: string, source: string, target: string, state = "translated") =>
    xml.replace(
      new RegExp(`state="[a-z]+"><source>${source}</source>(<target>[^<]*</target>)?`),
      `state="${state}"><source>${source}</source><target>${target}</target>`,
    );
  beforeAll(async () => {
    const blocks = ["甲句。乙句。", "丙句。", "丁 & <戊>。"].map((text) => ({ is: "paragraph" as const, text }));
    const subject = { kind: "text", id: "xliff", title: "题", language: "zh", visibility: "public", blocks } as const;
    const id = await startTranslation(context, translator, { ...subject, blocks }, "ja");
    translation = await getTranslation(context, translator, id);
  });

  test("only what nobody changed meanwhile comes back, each unit with what became of it", async () => {
    const [, first, second] = translation.segments;
    const before = writeXliff(translation);
    XmlDocument.fromString(before);
    await saveSegment(context, translator, {
      translation: translation.id,
      segment: second?.id ?? "",
      target: "乙。",
      version: 1,
    });
    let file = edit(before, "甲句。", "甲の文。");
    file = edit(file, "乙句。", "乙の文。");
    file = file.replace("<source>丙句。", "<source>丙句改。");
    file = edit(file, "丁 &amp; &lt;戊&gt;。", "丁 &amp; &lt;戊&gt;の文。");
    file = file.replace("</file>", '<unit id="nobody"><segment><source>x</source></segment></unit></file>');
    const { units, problems } = await importXliff(context, translator, translation.id, bytesOf(file));
    expect(problems).toEqual([]);
    expect(units.map(({ result }) => result)).toEqual(["same", "saved", "newer", "source-changed", "saved", "unknown"]);
    await reload();
    expect(translation.segments.map(({ target, mark, origin }) => [target, mark, origin])).toEqual([
      ["", "empty", null],
      ["甲の文。", "edited", "import"],
      ["乙。", "edited", "person"],
      ["", "empty", null],
      ["丁 & <戊>の文。", "edited", "import"],
    ]);
    expect(first?.id).toBe(translation.segments[1]?.id);
  });

  test("a review in a file counts only for a second person", async () => {
    const file = writeXliff(translation).replaceAll('state="translated"', 'state="reviewed"');
    const own = await importXliff(context, translator, translation.id, bytesOf(file));
    expect(own.units.some(({ result }) => result === "reviewed")).toBe(false);
    // 2.2, whose units are those of 2.0 and 2.1
    const newer = file.replace('document:2.0" version="2.1"', 'document:2.2" version="2.2"');
    expect(newer).not.toBe(file);
    const other = await importXliff(context, reviewer, translation.id, bytesOf(newer));
    expect(other.units.filter(({ result }) => result === "reviewed")).toHaveLength(3);
    await reload();
    expect(translation.progress).toMatchObject({ reviewed: 3 });
    expect((await importXliff(context, reviewer, translation.id, bytesOf(writeXliff(translation)))).units).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ result: "saved" })]),
    );
  });

  test.each([
    ["XLIFF 1.2", '<xliff version="1.2"><file/></xliff>', "translationFile.xliffVersion"],
    ["XLIFF 2.3", '<xliff version="2.3"><file/></xliff>', "translationFile.xliffVersion"],
    ["XLIFF without a version", "<xliff><file/></xliff>", "translationFile.xliffNoVersion"],
    [
      "XLIFF without a unit",
      '<xliff version="2.1" srcLang="zh-CN" trgLang="ja"><file/></xliff>',
      "translationFile.nothing",
    ],
    ["something else", "<tmx/>", "translationFile.notXliff"],
    [
      "other languages",
      '<xliff version="2.1" srcLang="ja" trgLang="zh"><file id="x"/></xliff>',
      "translationFile.otherLanguages",
    ],
    [
      "another translation",
      '<xliff version="2.1" srcLang="zh-CN" trgLang="ja"><file id="x"/></xliff>',
      "translationFile.otherTranslation",
    ],
  ])("%s is refused", async (_, xml, message) => {
    const before = createHash("sha256").update(writeXliff(translation)).digest("hex");
    const { problems, units } = await importXliff(context, translator, translation.id, bytesOf(xml));
    expect([problems, units]).toMatchObject([[{ message }], []]);
    await reload();
    expect(createHash("sha256").update(writeXliff(translation)).digest("hex")).toBe(before);
  });
});
