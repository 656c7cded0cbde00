import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import type { PolicyBlock } from "../blocks.ts";
import type { PageInput, RememberedField } from "./model.ts";
import { listLabelledValues, readPage } from "./read-page.ts";
import { askReadingThread, stopReadingThreads } from "./reading-threads.ts";

afterAll(stopReadingThreads);

const utf8 = (text: string) => new TextEncoder().encode(text);

function read(html: string | Uint8Array, more: Partial<PageInput> = {}) {
  const content = typeof html === "string" ? utf8(html) : html;
  return readPage({
    url: "http://www.example.cn/gkml/201604/t20160412_9.html",
    mediaType: "text/html",
    charset: null,
    content,
    hints: {},
    remembered: [],
    ...more,
  });
}

const textsOf = (blocks: readonly PolicyBlock[]) =>
  blocks.map((block) => (block.is === "table" ? block.rows : block.text));

const block = `<table class="headInfo"><tr><td><b>索 引 号：</b></td><td>000000000/2016-00999</td><td><b>主题分类：</b></td><td>大气环境\\大气污染防治</td></tr>
<tr><td><b>发文机关：</b></td><td>甲省环境保护厅</td><td><b>成文日期：</b></td><td>2016年04月08日</td></tr>
<tr><td><b>标　　题：</b></td><td>关于加强扬尘治理的通知</td><td><b>发文字号：</b></td><td>甲环发［2016］ 12 号</td></tr>
<tr><td><b>有 效 性：</b></td><td>有效</td><td><b>主 题 词：</b></td><td></td></tr></table>`;
const body = `<p style="text-align:center">关于加强扬尘治理的通知</p><p align="center">甲环发〔2016〕12号</p><p>各市环境保护局：</p>
<p>　　为改善空气质量，现就加强扬尘治理通知如下。</p><p>　　一、严格施工扬尘监管</p><p>　　建筑工地应当封闭围挡。</p>
<p align="right">甲省环境保护厅　　甲省住房和城乡建设厅</p><p align="right">二〇一六年四月八日</p><p>附件：<a href="./W020160408.doc">扬尘治理任务表</a></p>`;
const whole = `<html><head><title>关于加强扬尘治理的通知_甲省环境保护厅</title><meta name="SiteName" content="甲省环境保护厅">
<meta name="ArticleTitle" content="关于加强扬尘治理的通知"><meta name="PubDate" content="2016-04-12 09:30"></head><body>
<div class="nav"><a href="/">首页</a></div>${block}<h1>关于加强扬尘治理的通知</h1><div class="info">发布时间：2016-04-13 来源：甲省环境保护厅 【字体：<a>大</a> 中 小】</div>
<div class="TRS_Editor"><style>p{}</style>${body}<div class="share">分享到：<a>微信</a></div><script>var x="<p>不是正文</p>"</script></div>
<div class="related"><a href="a.html">关于扬尘的另一个通知</a></div></body></html>`;

describe("a page with tags, block and signature", () => {
  test("each field from the strongest, with its grounds", async () => {
    const { fields, problems, language } = await read(whole);
    expect(problems).toEqual([]);
    expect(language).toBe("zh");
    expect(fields.title).toMatchObject({
      value: "关于加强扬尘治理的通知",
      origin: "metadata",
      evidence: "meta ArticleTitle: 关于加强扬尘治理的通知",
    });
    expect(fields.published).toMatchObject({ value: "2016-04-12", origin: "metadata" });
    expect(fields.documentNumber).toMatchObject({
      value: "甲环发〔2016〕12号",
      origin: "document-block",
      evidence: "发文字号：甲环发［2016］ 12 号",
    });
    expect(fields.indexNumber?.value).toBe("000000000/2016-00999");
    expect(fields.subjectCategory?.value).toBe("大气环境\\大气污染防治");
    expect(fields.validity?.value).toBe("有效");
    expect(fields.written).toMatchObject({ value: "2016-04-08", origin: "document-block" });
  });

  test("joint bodies: the block names one, the signature both", async () => {
    const { fields } = await read(whole);
    expect(fields.bodies?.value).toEqual(["甲省环境保护厅", "甲省住房和城乡建设厅"]);
    expect(fields.bodies?.evidence).toContain("落款");
  });

  test("the text and nothing of the site", async () => {
    const { blocks, attachments } = await read(whole);
    expect(blocks).toEqual([
      { is: "paragraph", text: "甲环发〔2016〕12号" },
      { is: "paragraph", text: "各市环境保护局：" },
      { is: "paragraph", text: "为改善空气质量，现就加强扬尘治理通知如下。" },
      { is: "heading", level: 1, text: "一、严格施工扬尘监管" },
      { is: "paragraph", text: "建筑工地应当封闭围挡。" },
      { is: "signature", text: "甲省环境保护厅" },
      { is: "signature", text: "甲省住房和城乡建设厅" },
      { is: "signature", text: "二〇一六年四月八日" },
      { is: "paragraph", text: "附件：扬尘治理任务表" },
    ]);
    expect(attachments).toEqual([{ name: "扬尘治理任务表", url: "http://www.example.cn/gkml/201604/W020160408.doc" }]);
  });

  test("without tags and block, from the headline, its line and the signature", async () => {
    const { fields } = await read(whole.replace(/<meta[^>]*>/g, "").replace(block, ""));
    expect(fields.title).toMatchObject({ value: "关于加强扬尘治理的通知", origin: "heuristic" });
    expect(fields.published).toMatchObject({ value: "2016-04-13", origin: "heuristic" });
    expect(fields.written).toMatchObject({ value: "2016-04-08", origin: "heuristic" });
    expect(fields.documentNumber).toMatchObject({ value: "甲环发〔2016〕12号", origin: "heuristic" });
    expect(fields.bodies?.value).toEqual(["甲省环境保护厅", "甲省住房和城乡建设厅"]);
  });

  test("without any day on the page, the one of its address", async () => {
    const { fields } = await read(
      "<h1>关于加强扬尘治理的通知</h1><p>为改善空气质量，各地要加强扬尘治理，落实责任。</p>",
    );
    expect(fields.published).toMatchObject({ value: "2016-04-12", confidence: 0.7 });
  });
});

describe("what the list said and what a correction taught", () => {
  const bare =
    "<html><body><div id=zoom><p>为改善空气质量，各地要加强扬尘治理，落实工作责任，确保取得实效。</p><p>签发时间：2016年4月6日</p></div></body></html>";

  test("a list's title and day are taken where the page has no better", async () => {
    const hints = { title: "关于加强扬尘治理的通知", published: "2016-04-11" };
    expect((await read(bare, { hints })).fields.title).toMatchObject({ value: hints.title, origin: "list" });
    expect((await read(bare, { hints })).fields.published).toMatchObject({ value: "2016-04-11", origin: "list" });
    expect((await read(whole, { hints: { published: "2016-04-30" } })).fields.published?.value).toBe("2016-04-12");
  });

  test("a title that the list cut gives way to the whole one", async () => {
    const cut = { title: "关于加强扬尘…" };
    const page = whole.replace(/<meta[^>]*>/g, "").replace(block, "");
    expect((await read(page, { hints: cut })).fields.title?.value).toBe("关于加强扬尘治理的通知");
  });

  test("a remembered label or tag comes before every other", async () => {
    const remembered: RememberedField[] = [{ field: "written", label: "签发时间" }];
    expect((await read(bare, { remembered })).fields.written).toMatchObject({
      value: "2016-04-06",
      origin: "remembered",
    });
    const tag: RememberedField[] = [{ field: "bodies", label: "SiteName" }];
    expect((await read(whole, { remembered: tag })).fields.bodies).toMatchObject({
      value: ["甲省环境保护厅"],
      origin: "remembered",
    });
  });

  test("what readers press behind a remembered label is no value of it", async () => {
    const line = `<div class="info">来源：甲省环境保护厅　【字体：大 中 小】 【打印】【关闭】</div>`;
    const remembered: RememberedField[] = [{ field: "bodies", label: "来源" }];
    expect((await read(bare.replace("<div", `${line}<div`), { remembered })).fields.bodies).toMatchObject({
      value: ["甲省环境保护厅"],
      origin: "remembered",
    });
  });

  test("labels and tags of a page are told, known ones and others", async () => {
    const labels = await listLabelledValues({
      url: null,
      mediaType: "text/html",
      charset: null,
      content: utf8(whole.replace("</body>", "<p>签发时间：2016年4月6日</p></body>")),
      hints: {},
      remembered: [],
    });
    expect(labels).toContainEqual({ label: "签发时间", value: "2016年4月6日" });
    expect(labels).toContainEqual({ label: "PubDate", value: "2016-04-12 09:30" });
  });
});

describe("texts as content systems leave them", () => {
  const inZoom = async (html: string) =>
    textsOf(
      (
        await read(
          `<div id="zoom">${html}<p>本段使正文足够长，以便认出它是正文，而不是页面上的其他部分内容。</p></div>`,
        )
      ).blocks,
    ).slice(0, -1);

  test("paragraphs made by line breaks, clauses with their numbers", async () => {
    expect(
      await inZoom(
        "<p>　　第一条　为了防治扬尘，制定本办法。<br><br>　　第二条 本办法自公布之日起施行。<br>　　（一）工地；<br>　　（二）道路。</p>",
      ),
    ).toEqual([
      "第一条　为了防治扬尘，制定本办法。",
      "第二条　本办法自公布之日起施行。",
      "（一）工地；",
      "（二）道路。",
    ]);
  });

  test("headings by their numbering, letters set apart closed", async () => {
    const { blocks } = await read(
      `<div id="zoom"><p>第一章　总　　则</p><p>第一节 一般规定</p><p>一、总体要求</p><p>第一条  违反第三条的，依照第四条处罚，并责令其改正违法行为。</p><p>（一）主要目标</p><p>（二）到2020年，细颗粒物浓度比2015年下降18%。</p></div>`,
    );
    expect(blocks).toEqual([
      { is: "heading", level: 1, text: "第一章　总则" },
      { is: "heading", level: 2, text: "第一节　一般规定" },
      { is: "heading", level: 2, text: "一、总体要求" },
      { is: "paragraph", text: "第一条　违反第三条的，依照第四条处罚，并责令其改正违法行为。" },
      { is: "heading", level: 3, text: "（一）主要目标" },
      { is: "paragraph", text: "（二）到2020年，细颗粒物浓度比2015年下降18%。" },
    ]);
  });

  test("tables: cells over rows stand in each, over columns in the first, heads in all", async () => {
    const table = `<table><tr><td rowspan=2>城市</td><td colspan=2>目标</td></tr><tr><td>细颗粒物</td><td>可吸入颗粒物</td></tr>
      <tr><td rowspan=2>甲市</td><td>20%</td><td>15%</td></tr><tr><td colspan=2>不降低</td></tr></table>`;
    const { blocks } = await read(
      `<div id="zoom"><p>本段使正文足够长，以便认出它是正文，而不是页面上的其他部分内容，也不是导航。</p>${table}</div>`,
    );
    expect(blocks[1]).toEqual({
      is: "table",
      headerRows: 2,
      rows: [
        ["城市", "目标", "目标"],
        ["城市", "细颗粒物", "可吸入颗粒物"],
        ["甲市", "20%", "15%"],
        ["甲市", "不降低", ""],
      ],
    });
  });

  test("what is hidden, run or only serves the page is left out", async () => {
    expect(
      await inZoom(
        '<p>正文。</p><p style="display:none">隐藏</p><script>x</script><p>【打印】【关闭】</p><ul class="related"><li><a href="b.html">相关</a></li></ul><p>上一篇：另一个</p>',
      ),
    ).toEqual(["正文。"]);
  });

  test("an old page of one table, its day in Han numerals without a label", async () => {
    const html = `<title>关于开展巡查的通知_乙市环境保护局</title><table><tr><td><ul><li><a href=a>目录</a></li></ul></td><td><table><tr><td align=center><b>关于开展巡查的通知</b></td></tr>
      <tr><td align=center>二〇一六年四月八日　点击：12次</td></tr><tr><td><font>　　各区环境保护局：<br><br>　　现开展巡查，请配合做好相关工作。<br><br>　　乙市环境保护局<br><br>　　二〇一六年四月七日<br><br></font></td></tr></table></td></tr></table>`;
    const { fields, blocks } = await read(html, { url: null });
    expect(fields.published?.value).toBe("2016-04-08");
    expect(fields.written?.value).toBe("2016-04-07");
    expect(fields.bodies?.value).toEqual(["乙市环境保护局"]);
    expect(textsOf(blocks)).toEqual([
      "各区环境保护局：",
      "现开展巡查，请配合做好相关工作。",
      "乙市环境保护局",
      "二〇一六年四月七日",
    ]);
  });

  test("when it takes effect, and what a law's history says", async () => {
    const html = `<h1>丙丁市扬尘污染防治办法</h1><div id=zoom><p>（2016年4月8日市人民政府令第12号公布）</p><p>第一条 为了防治扬尘污染，改善空气质量，制定本办法，在本市适用。</p><p>第二条 本办法自2016年7月1日起施行。</p></div>`;
    const { fields } = await read(html);
    expect(fields.inForce?.value).toBe("2016-07-01");
    expect(fields.documentNumber?.value).toBe("丙丁市人民政府令第12号");
    expect(fields.bodies?.value).toEqual(["丙丁市人民政府"]);
    expect(fields.written?.value).toBe("2016-04-08");
  });
});

test("a page in Japanese", async () => {
  const html = `<title>大気環境の状況について - 環境省</title><h1>大気環境の状況について</h1><p>公表日：平成28年4月8日</p><div id=contents><p>平成26年度の大気環境の状況を取りまとめましたので、お知らせします。微小粒子状物質の環境基準達成率は上がりました。</p></div>`;
  const { language, fields } = await read(html, { url: null, remembered: [{ field: "published", label: "公表日" }] });
  expect(language).toBe("ja");
  expect(fields.title?.value).toBe("大気環境の状況について");
  expect(fields.published?.value).toBe("2016-04-08");
});

describe("encodings", () => {
  const gb = new Uint8Array(iconv.encode(whole, "gb18030"));
  test.each([
    ["as the server says", gb, "gb2312"],
    ["though the server says UTF-8", gb, "utf-8"],
    ["though nobody says", gb, null],
    ["UTF-8 though the server says GBK", utf8(whole), "gbk"],
  ])("%s", async (_, content, charset) => {
    expect((await read(content, { charset })).fields.title?.value).toBe("关于加强扬尘治理的通知");
  });
});

describe("hostile pages are reported, and the next page is read", () => {
  const problemsOf = async (html: string | Uint8Array) => (await read(html)).problems.map(({ code }) => code);

  test("too large, empty, no text at all", async () => {
    expect(await problemsOf(new Uint8Array(50 * 1024 * 1024))).toEqual(["too-large"]);
    expect(await problemsOf("")).toEqual(["empty"]);
    expect(await problemsOf(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256))).toEqual([
      "unknown-charset",
    ]);
  });

  test("more elements than a page has", async () => {
    expect(await problemsOf("<li><a href='/a.html'>x</a></li>".repeat(100_000))).toEqual(["too-many-elements"]);
  });

  const overwhelming: PageInput = {
    url: null,
    mediaType: "",
    charset: null,
    content: utf8("&".repeat(3_000_000)),
    hints: {},
    remembered: [],
  };

  test("one that takes too long or all memory ends its thread only", async () => {
    const ask = (milliseconds: number) => askReadingThread({ is: "page", input: overwhelming }, milliseconds);
    await expect(ask(300)).rejects.toMatchObject({ problem: { code: "too-slow", values: { limit: 0.3 } } });
    await expect(ask(60_000)).rejects.toMatchObject({ problem: { code: "too-much-memory" } });
    expect((await read(whole)).fields.title?.value).toBe("关于加强扬尘治理的通知");
  }, 60_000);

  test("deep, wide and endless ones stay within their limits", async () => {
    expect((await read(`${"<div>".repeat(20_000)}<p>深处的一段文字。</p>`)).blocks).toEqual([
      { is: "paragraph", text: "深处的一段文字。" },
    ]);
    const wide = `<div id=zoom><table><tr>${"<td rowspan=65000 colspan=65000>甲</td>".repeat(90)}</tr>${"<tr><td>乙</td></tr>".repeat(2_000)}</table></div>`;
    const [table] = (await read(wide)).blocks;
    expect(table?.is === "table" && table.rows.flat().length).toBeLessThanOrEqual(100_200);
  });

  test("nothing that a database refuses comes out", async () => {
    const { blocks, fields } = await read(
      "<title>关于\u0000大气的通知</title><p>一段\u0000文\ud800字\u200b，足够长，足够长，足够长，足够长，足够长，足够长。</p>",
    );
    const all = JSON.stringify([blocks, fields]);
    expect(all).not.toMatch(/\\u0000|\\ud800|\u200b/);
    expect(fields.title?.value).toBe("关于大气的通知");
  });
});
