import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import { forgeWorkbook } from "../../../spreadsheets/forge-workbook.ts";
import { writePdf, writeScan } from "../../../testing/policy-site/write-pdf.ts";
import { makeZip } from "../../../testing/zip.ts";
import { readAttachmentText } from "./read-attachment.ts";
import { readPolicyFile } from "./read-file.ts";
import { stopReadingThreads } from "./reading-threads.ts";

afterAll(stopReadingThreads);

const utf8 = (text: string) => new TextEncoder().encode(text);
const megabyte = 1024 * 1024;

describe("Markdown", () => {
  const law = `# 丁省大气污染防治条例

2015年11月27日 丁省第十二届人民代表大会常务委员会第九次会议通过

2018年9月30日 丁省第十三届人民代表大会常务委员会第六次会议《关于修改〈丁省水污染防治条例〉等法规的决定》修正

<!-- INFO END -->

## 第一章 总 则

第一条 为了防治大气污染，制定本条例。

### 第一节 一般规定

第二条 违反第一条的，责令改正：

(一)拒不改正的；

1. 不是列表的序号

| 污染物 | 限值 |
| --- | --- |
| 二氧化硫 | 50 |

第三条 本条例自2016年3月1日起施行。
`;

  test("title, history, chapters, clauses, tables and the day of the file's name", async () => {
    const { fields, blocks, problems } = await readPolicyFile({
      name: "丁省大气污染防治条例(2018-10-08).md",
      content: utf8(law),
    });
    expect(problems).toEqual([]);
    expect(fields.title?.value).toBe("丁省大气污染防治条例");
    expect(fields.bodies?.value).toEqual(["丁省人民代表大会常务委员会"]);
    expect(fields.written).toMatchObject({ value: "2018-09-30", origin: "heuristic" });
    // The name of a file is no announcement, and 第三条 is of the version of 2016.
    expect(fields.published).toBeUndefined();
    expect(fields.inForce).toBeUndefined();
    expect(blocks).toEqual([
      { is: "heading", level: 1, text: "第一章　总则" },
      { is: "paragraph", text: "第一条　为了防治大气污染，制定本条例。" },
      { is: "heading", level: 2, text: "第一节　一般规定" },
      { is: "paragraph", text: "第二条　违反第一条的，责令改正：" },
      { is: "paragraph", text: "(一)拒不改正的；" },
      { is: "paragraph", text: "1. 不是列表的序号" },
      {
        is: "table",
        rows: [
          ["污染物", "限值"],
          ["二氧化硫", "50"],
        ],
        headerRows: 1,
      },
      { is: "paragraph", text: "第三条　本条例自2016年3月1日起施行。" },
    ]);
  });
});

describe("plain text", () => {
  test("in GB18030, wrapped at a width", async () => {
    const paragraph =
      "为进一步改善全市环境空气质量，切实保障人民群众身体健康，现就有关事项通知如下，请各单位结合实际认真贯彻落实到位，";
    const lines =
      Array.from({ length: 8 }, (_, index) => `　　${index + 1}、${paragraph}`)
        .join("")
        .match(/.{1,32}/gu) ?? [];
    const text = `关于改善空气质量的通知\r\n戊环发〔2016〕3号\r\n${lines.join("\r\n")}。\r\n戊市环境保护局\r\n2016年4月8日\r\n`;
    const { fields, blocks } = await readPolicyFile({ name: "a.txt", content: iconv.encode(text, "gb18030") });
    expect(fields.title?.value).toBe("关于改善空气质量的通知");
    expect(fields.documentNumber?.value).toBe("戊环发〔2016〕3号");
    expect(fields.written?.value).toBe("2016-04-08");
    expect(blocks.at(-1)).toEqual({ is: "signature", text: "2016年4月8日" });
  });
});

describe("Word", () => {
  const inList = (text: string, level = 0) => new Paragraph({ text, numbering: { reference: "clauses", level } });
  const cells = (texts: string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: "clauses",
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "第%1条" },
            { level: 1, format: LevelFormat.CHINESE_COUNTING, text: "（%2）" },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: "己市扬尘污染防治办法", heading: HeadingLevel.TITLE }),
          new Paragraph({ text: "己政发〔2016〕12号", alignment: AlignmentType.CENTER }),
          new Paragraph({ text: "第一章　总　　则", heading: HeadingLevel.HEADING_1 }),
          inList("为了防治扬尘污染，制定本办法。"),
          inList("本办法适用于下列活动："),
          inList("建设施工；", 1),
          inList("道路保洁。", 1),
          new Table({ rows: [cells(["区", "目标"]), cells(["甲区", "10%"])] }),
          inList("本办法自2016年7月1日起施行。"),
          new Paragraph({ text: "己市人民政府", alignment: AlignmentType.RIGHT }),
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun("2016年4月8日"), new TextRun({ text: "隐藏", vanish: true })],
          }),
        ],
      },
    ],
  });

  test("with the numbers that Word counts itself, its tables and the signature", async () => {
    const { fields, blocks } = await readPolicyFile({ name: "a.docx", content: await Packer.toBuffer(document) });
    expect(fields.title?.value).toBe("己市扬尘污染防治办法");
    expect(fields.bodies?.value).toEqual(["己市人民政府"]);
    expect(blocks).toEqual([
      { is: "paragraph", text: "己政发〔2016〕12号" },
      { is: "heading", level: 1, text: "第一章　总则" },
      { is: "paragraph", text: "第一条　为了防治扬尘污染，制定本办法。" },
      { is: "paragraph", text: "第二条　本办法适用于下列活动：" },
      { is: "paragraph", text: "（一）建设施工；" },
      { is: "paragraph", text: "（二）道路保洁。" },
      {
        is: "table",
        rows: [
          ["区", "目标"],
          ["甲区", "10%"],
        ],
        headerRows: 1,
      },
      { is: "paragraph", text: "第三条　本办法自2016年7月1日起施行。" },
      { is: "signature", text: "己市人民政府" },
      { is: "signature", text: "2016年4月8日" },
    ]);
  });
});

describe("PDF", () => {
  const sentence =
    "到二〇二〇年，全市细颗粒物年均浓度比二〇一五年下降百分之十八以上，优良天数比例达到百分之八十以上，重污染天数减少四分之一。";

  test("lines joined to paragraphs over pages, fonts without characters of their own", async () => {
    const lines = [
      "关于印发庚市清洁空气行动计划的通知",
      "庚政发〔2016〕8号",
      ...Array.from({ length: 40 }, () => sentence),
      "庚市人民政府",
      "2016年4月8日",
    ];
    const { fields, blocks, problems } = await readPolicyFile({ name: "a.pdf", content: writePdf(lines) });
    expect(problems).toEqual([]);
    expect(fields.title?.value).toBe("关于印发庚市清洁空气行动计划的通知");
    expect(fields.documentNumber?.value).toBe("庚政发〔2016〕8号");
    expect(fields.written?.value).toBe("2016-04-08");
    expect(fields.bodies?.value).toEqual(["庚市人民政府"]);
    const text = blocks.map((block) => (block.is === "table" ? "" : block.text)).join("");
    expect(text.split(sentence)).toHaveLength(41);
  });

  test("a scan is told from a text", async () => {
    expect(await readAttachmentText({ name: "a.pdf", mediaType: "application/pdf", content: writeScan() })).toEqual({
      text: null,
      problem: "no-text-layer",
    });
  });

  test("one with a password", async () => {
    const key = "61".repeat(32);
    const objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
      `<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${key}>/U<${key}>>>`,
    ];
    const pdf = `%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("")}trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<${key}><${key}>]>>\n%%EOF`;
    expect((await readPolicyFile({ name: "a.pdf", content: utf8(pdf) })).problems).toEqual([{ code: "encrypted" }]);
  });
});

describe("attachments", () => {
  test("a workbook's texts, by sheet and row", async () => {
    const content = forgeWorkbook({
      rows: '<row><c t="inlineStr"><is><t>城市</t></is></c><c t="inlineStr"><is><t>目标</t></is></c></row>',
    });
    const { text, problem } = await readAttachmentText({ name: "a.xlsx", mediaType: "", content });
    expect(problem).toBeNull();
    expect(text).toContain("城市\t目标");
  });

  test("old formats are named as such", async () => {
    const content = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect(await readAttachmentText({ name: "a.doc", mediaType: "", content })).toEqual({
      text: null,
      problem: "old-format",
    });
  });
});

describe("hostile files come back with a problem", () => {
  const document = (content: Buffer, more: { declaredSize?: number; encrypted?: boolean } = {}) =>
    makeZip([{ name: "word/document.xml", content, ...more }]);
  test.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "empty"],
    ["50 MB", new Uint8Array(50 * megabyte), "too-large"],
    ["PDF without anything", utf8("%PDF-1.7\n"), "damaged"],
    ["PDF cut off", writePdf(["一行文字"]).subarray(0, 300), "damaged"],
    ["archive that expands", document(Buffer.alloc(200 * megabyte, 32)), "expands-too-much"],
    ["archive that lies about it", document(Buffer.alloc(40 * megabyte, 32), { declaredSize: 1_000 }), "damaged"],
    ["archive with a password", document(Buffer.from("x"), { encrypted: true }), "encrypted"],
    ["XML with entities", document(Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')), "damaged"],
    ["XML without end", document(Buffer.from("<w:tbl><w:tr><w:tc>".repeat(20_000))), "damaged"],
    ["another archive", makeZip([{ name: "a.txt", content: Buffer.from("a") }]), "unknown-format"],
    ["picture", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), "unknown-format"],
  ])("%s", async (_, content, code) => {
    const { problems, blocks } = await readPolicyFile({ name: "a.bin", content });
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(blocks).toEqual([]);
  });
});

describe("regulations of provinces and cities", () => {
  const folder = new URL("../../../../../shared/data/laws/", import.meta.url);

  test("every file of the folder: its title, who adopted it, its days, all its clauses", async (context) => {
    if (!existsSync(folder)) return context.skip("the folder shared/data/laws beside the project is absent");
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    expect(names).toHaveLength(104);
    const lacking = { bodies: 0, written: 0, inForce: 0 };
    const early: string[] = [];
    for (const name of names) {
      const content = readFileSync(new URL(encodeURIComponent(name), folder));
      const { fields, blocks, problems } = await readPolicyFile({ name, content });
      const raw = content.toString("utf8");
      expect(problems, name).toEqual([]);
      expect(fields.title?.value, name).toBe(/^# (.*)$/m.exec(raw)?.[1]?.trim());
      expect(fields.published, name).toBeUndefined();
      const [made, force] = [fields.written?.value, fields.inForce?.value];
      if (made && force && force < made) early.push(name);
      const clauses =
        raw
          .split("<!-- INFO END -->")
          .at(-1)
          ?.match(/^第[一二三四五六七八九十百零]+条[ \u3000]/gm)?.length ?? 0;
      const read = blocks.filter(
        (block) => block.is === "paragraph" && /^第[一二三四五六七八九十百零]+条　/.test(block.text),
      );
      expect(read.length, name).toBeGreaterThanOrEqual(clauses);
      for (const field of ["bodies", "written", "inForce"] as const) if (!fields[field]) lacking[field] += 1;
    }
    // Three files bring no history at all; those that take effect with another act do not say when.
    expect(lacking.bodies).toBeLessThanOrEqual(3);
    expect(lacking.written).toBeLessThanOrEqual(3);
    expect(early, "in force before they were made").toEqual([]);
    // What was amended keeps the day of its first version, which is not its own.
    expect(lacking.inForce).toBeLessThanOrEqual(60);
  });
});
