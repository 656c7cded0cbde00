import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { exampleJob, exampleOutline, exampleTable, paragraph } from "../../testing/example-report.ts";
import { changePart, readBack } from "../../testing/read-docx.ts";
import { fillTemplate } from "./fill-template.ts";
import { writeTemplate } from "./write-template.ts";

const makeTemplate = () => writeTemplate(exampleOutline, { language: "ja", title: "ひな形" });
const fill = async (template?: Uint8Array) => fillTemplate(template ?? (await makeTemplate()), await exampleJob());

test("another reader finds headings, lists, tables, pictures with their alternative texts", async () => {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(await fill()) });
  const outline = [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level, text]) => [
    level,
    text?.replace(/<[^>]*>/g, ""),
  ]);
  expect(outline).toEqual([
    ["1", "１．概要"],
    ["2", "（１）協議"],
    ["2", "（２）横長の表"],
    ["1", "２．会議資料第2版"],
  ]);
  expect(html).toContain("中間報告書 &amp; &lt;概要&gt;");
  expect(html).toContain("<ul><li>研修</li><li>セミナー</li></ul>");
  expect(html).toContain("<ol><li>一</li><li>二</li></ol>");
  expect([...html.matchAll(/<img alt="([^"]*)" src="data:([^;]*);/g)].map(([, alt, type]) => [alt, type])).toEqual([
    ["会議の様子", "image/jpeg"],
    ["会議の様子", "image/jpeg"],
    ["会議の様子", "image/jpeg"],
    ["回数の推移", "image/png"],
  ]);
});

test("every paragraph has a style that stands in the file, by the names that Word knows", async () => {
  const file = readBack(await fill());
  const ids = new Set(file.find("//w:style/@w:styleId", "word/styles.xml"));
  const used = new Set(file.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"));
  expect([...used].filter((id) => !ids.has(id))).toEqual([]);
  const names = file.find("//w:style/w:name/@w:val", "word/styles.xml");
  expect(names).toEqual(
    expect.arrayContaining(["heading 1", "Title", "caption", "List Bullet", "List Number", "toc 1"]),
  );
  expect(names).toContain("表の文字");
});

test("contents are a field with entries that lead to their headings, on pages that are known", async () => {
  const file = readBack(await fill());
  expect(file.find("//w:sdt//w:instrText")[0]).toContain("TOC \\o");
  expect(file.find("//w:sdt//w:fldChar/@w:dirty")).toEqual(["true"]);
  const marks = new Set(file.find("//w:bookmarkStart/@w:name"));
  const anchors = file.find("//w:sdt//w:hyperlink/@w:anchor");
  expect(anchors).toHaveLength(4);
  expect(anchors.filter((anchor) => !marks.has(anchor))).toEqual([]);
  expect(marks.size).toBe(file.count("//w:bookmarkStart"));
  expect(
    file.find("//w:sdt//w:hyperlink").map((entry) => /^(.*) PAGEREF \S+ \\h (\d+)$/s.exec(entry)?.slice(1)),
  ).toEqual([
    ["１．概要", "3"],
    ["（１）協議", "3"],
    ["（２）横長の表", expect.any(String)],
    ["２．会議資料 第2版", expect.any(String)],
  ]);
});

test("captions keep their text; Word counts them, told where our number is not the next", async () => {
  const file = readBack(await fill());
  const captions = file.find("//w:p[w:pPr/w:pStyle/@w:val='Caption']");
  expect(captions).toContain("表 SEQ 表 \\* ARABIC 1　現地協議一覧");
  expect(captions).toContain("図 SEQ 図 \\* ARABIC \\r 3 3　回数");
});

test("numbered lists begin anew, bullets share one list", async () => {
  const file = readBack(await fill());
  const lists = file.find("//w:p[w:pPr/w:numPr]//w:numId/@w:val");
  expect([lists[0] === lists[1], lists[2] === lists[3], lists[3] === lists[4]]).toEqual([true, true, false]);
  expect(file.find(`//w:num[@w:numId='${lists[4]}']//w:startOverride/@w:val`, "word/numbering.xml")).toEqual(["1"]);
});

test("words in another language say so; only web addresses become links", async () => {
  const file = readBack(await fill());
  const chinese = "//w:r[w:rPr/w:lang/@w:eastAsia='zh-CN']";
  expect(file.find(`${chinese}/w:t`)).toEqual(["生态环境部"]);
  expect(file.find(`${chinese}/w:rPr/w:rFonts/@w:eastAsia`)).toEqual(["仿宋"]);
  expect(file.find("//p:Relationship[@TargetMode='External']/@Target", "word/_rels/document.xml.rels")).toEqual([
    "https://example.org/a?b=1&c=2",
  ]);
});

test("a wide table lies across with the heading above it, and the pages turn back after it", async () => {
  const file = readBack(await fill());
  expect(file.find("//w:sectPr/w:pgSz/@w:w")).toEqual(["11906", "16838", "11906"]);
  expect(file.count("//w:sectPr[w:titlePg]")).toBe(1);
  const across = "//w:p[w:pPr/w:sectPr/w:pgSz/@w:orient]";
  expect(
    file.count(
      `${across}/preceding-sibling::w:p[.='（２）横長の表'][count(preceding-sibling::w:p[w:pPr/w:sectPr]) = 1]`,
    ),
  ).toBe(1);
});

test("a wide table at the end leaves no empty page behind it", async () => {
  const outline = [paragraph("前"), paragraph("{{body}}")];
  const table = exampleTable("ja", { orientation: "landscape" });
  const job = await exampleJob("ja", {
    body: {
      blocks: [{ is: "table", caption: null, table }, { is: "page-break" }, { is: "table", caption: null, table }],
    },
  });
  const file = readBack(
    await fillTemplate(await writeTemplate(outline, { language: "ja", title: "" }), { ...job, outline }),
  );
  expect(file.find("//w:sectPr/w:pgSz/@w:w")).toEqual(["11906", "16838"]);
});

test("a placeholder that Word has cut into runs, in any braces, is filled in the look of its first run", async () => {
  const template = changePart(await makeTemplate(), "word/document.xml", (xml) =>
    xml.replace(
      /<w:t xml:space="preserve">現在までに\{\{count\}\}回実施した。<\/w:t><\/w:r>/,
      '<w:t>現在までに{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{ cou</w:t></w:r><w:r><w:t>nt</w:t></w:r><w:r><w:t xml:space="preserve">}} 回、｛｛count｝｝</w:t></w:r>',
    ),
  );
  const file = readBack(await fill(template));
  expect(file.find("//w:p[starts-with(., '現在まで')]")).toEqual(["現在までに14 回、14"]);
});

test("headers and footers are filled; texts of two lines stand in one; what has no value stays", async () => {
  const template = changePart(await makeTemplate(), "word/footer1.xml", (xml) =>
    xml.replace("</w:ftr>", "<w:p><w:r><w:t>{{subtitle}} {{nobody}}</w:t></w:r></w:p></w:ftr>"),
  );
  const file = readBack(await fill(template));
  expect(file.find("//w:p", "word/header1.xml")).toEqual(["中間報告書 & <概要>"]);
  expect(file.find("//w:p[last()]", "word/footer1.xml")).toEqual(["会議資料第2版 {{nobody}}"]);
});

test("blocks in a cell leave a paragraph at its end and lie upright", async () => {
  const cell =
    '<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{wide}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const template = changePart(await makeTemplate(), "word/document.xml", (xml) =>
    xml.replace("<w:sectPr>", `${cell}<w:sectPr>`),
  );
  const table = exampleTable("ja", { orientation: "landscape" });
  const job = await exampleJob("ja", {
    body: { blocks: [] },
    wide: {
      blocks: [
        { is: "photographs", photographs: [] },
        { is: "table", caption: null, table },
      ],
    },
  });
  const file = readBack(await fillTemplate(template, job));
  expect(file.find("//w:sectPr/w:pgSz/@w:w")).toEqual(["11906"]);
  expect(file.find("//w:tc/w:tbl/w:tblPr/w:tblW/@w:w")).toEqual(["5784"]);
  expect(file.count("//w:tc/w:tbl[not(following-sibling::w:p)]")).toBe(0);
});

test("the styles of somebody's own template stay; missing ones are added on top of its ordinary text, without fonts of ours", async () => {
  // As Word set up in Japanese writes them: ids of its own under the names that all Words share.
  const template = changePart(await makeTemplate(), "word/styles.xml", (xml) =>
    xml
      .replace('w:styleId="Normal"', 'w:styleId="a"')
      .replaceAll('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="a"/>')
      .replace('w:styleId="Heading2"', 'w:styleId="2"')
      .replaceAll(
        /<w:style [^>]*w:styleId="(?:Caption|RenkeiTableText|RenkeiTableHeading|ListBullet)"(?:(?!<\/w:style>).)*<\/w:style>/g,
        "",
      ),
  );
  const file = readBack(await fill(template));
  const styles = "word/styles.xml";
  expect(file.find("//w:p[.='（１）協議']/w:pPr/w:pStyle/@w:val")).toEqual(["2"]);
  expect(file.count("//w:style[@w:styleId='Heading2']", styles)).toBe(0);
  for (const [id, base] of [
    ["Caption", "a"],
    ["ListBullet", "a"],
    ["RenkeiTableText", "a"],
    ["RenkeiTableHeading", "RenkeiTableText"],
  ]) {
    expect(file.find(`//w:style[@w:styleId='${id}']/w:basedOn/@w:val`, styles)).toEqual([base]);
    expect(file.count(`//w:style[@w:styleId='${id}'][.//w:rFonts or .//w:numPr]`, styles)).toBe(0);
  }
});

test.each(languages)("the same report gives the same bytes (%s)", async (language) => {
  const make = async () =>
    fillTemplate(await writeTemplate(exampleOutline, { language, title: "x" }), await exampleJob(language));
  expect(await make()).toEqual(await make());
});

test("the same picture is kept once, WebP becomes what Word can show", async () => {
  const file = readBack(await fill());
  expect(file.paths.filter((path) => path.startsWith("word/media/"))).toEqual([
    "word/media/renkei-1.jpeg",
    "word/media/renkei-2.jpeg",
    "word/media/renkei-3.png",
  ]);
  const ids = file.find("//wp:docPr/@id");
  expect(new Set(ids).size).toBe(ids.length);
});

test("many blocks stand in their order", async () => {
  const many = Array.from({ length: 40 }, (_, index) => [
    { is: "heading" as const, level: 2 as const, text: `${index}` },
    ...Array.from({ length: 12 }, () => paragraph("公益財団法人が総合調整プラットフォームになる。".repeat(5))),
    { is: "table" as const, caption: `表${index + 1}　一覧`, table: exampleTable("ja") },
  ]).flat();
  const template = await makeTemplate();
  const job = await exampleJob("ja", { body: { blocks: many } });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await fillTemplate(template, job)) });
  const places = Array.from({ length: 40 }, (_, index) => value.indexOf(`表${index + 1}　一覧`));
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
});

test("a cover has its band; a table that ends the document leaves no more than a point behind it", async () => {
  const outline = [
    paragraph("報告", "title"),
    { is: "page-break" as const },
    { is: "table" as const, caption: null, table: exampleTable("ja", { notes: [] }) },
  ];
  const parts = unzipSync(await writeTemplate(outline, { language: "ja", title: "" }));
  const read = (path: string) => new TextDecoder().decode(parts[path]);
  expect(read("word/header2.xml")).toContain("<v:rect");
  expect(read("word/document.xml")).toMatch(
    /<\/w:tbl><w:p>(?:(?!<\/w:p>).)*w:line="20" w:lineRule="exact"(?:(?!<\/w:p>).)*<\/w:p><w:sectPr>/,
  );
  const letter = unzipSync(await writeTemplate([paragraph("報告", "body")], { language: "ja", title: "" }));
  expect(new TextDecoder().decode(letter["word/header2.xml"])).not.toContain("<v:rect");
});
