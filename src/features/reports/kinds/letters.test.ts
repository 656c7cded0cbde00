import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinRuns } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { composeReport, factOf, makeReport, writtenForTests } from "../../../testing/make-report.ts";
import type { ReportKind } from "../report-kind.ts";
import { coverLetter } from "./cover-letter.ts";
import { invitationLetter } from "./invitation-letter.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context?.database.close());

describe("letters", () => {
  it("refuses to write half a letter, naming all that is missing", async () => {
    const missing = (kind: ReportKind) => kind.inputs.filter(({ required }) => required).map(({ name }) => name);
    for (const kind of [invitationLetter, coverLetter])
      await expect(composeReport(context, kind, { written: { contact: " " } })).rejects.toMatchObject({
        code: "invalid-input",
        details: { reason: "missing-inputs", inputs: missing(kind) },
      });
  });

  it("reads the day of the answer, prints it as the letter does, and refuses what is none", async () => {
    const write = (reply_by: string) =>
      makeReport(context, invitationLetter, {
        asOf: "2015-12-10",
        calendar: "wareki",
        written: { ...writtenForTests, reply_by },
      });
    for (const typed of ["2015/12/25", "12月25日", "H27.12.25"])
      expect((await write(typed)).texts.join("\n")).toContain("平成27年12月25日までに");
    expect((await write("1月8日")).texts.join("\n")).toContain("平成28年1月8日までに");
    for (const typed of ["なるべく早く", "12月頃", "2015-12-09", "12月", "未定"])
      await expect(write(typed), typed).rejects.toMatchObject({
        code: "invalid-input",
        details: { reason: "wrong-inputs", inputs: ["reply_by"] },
      });
  });

  it("writes no uncertain date into a letter, and says so to its maker", async () => {
    for (const [language, open] of [
      ["ja", "（調整中）"],
      ["zh", "（时间另行商定）"],
    ] as const) {
      const { texts, composition } = await makeReport(context, invitationLetter, {
        language,
        subject: "b-sem-2015-05",
        asOf: "2016-01-14",
      });
      expect(texts).toContain(open);
      expect(texts.join("\n")).not.toMatch(/2016年1月(?!14日)/);
      expect(composition.gaps.some((gap) => gap.includes("2016年1月"))).toBe(true);
    }
  });

  it("signs in the name of its maker, and asks who invites whom where both belong to one side", async () => {
    const { texts, composition } = await makeReport(context, invitationLetter);
    expect(composition.maker).toBe("公益財団法人地球環境戦略研究機関");
    expect(texts.join("\n")).toContain("公益財団法人地球環境戦略研究機関\n");
    const sent = { addressee_organisation: "北九州市", sender_organisation: "天津市" };
    const compose = (own: object) =>
      composeReport(context, invitationLetter, { subject: "b-sem-2015-03", written: { ...writtenForTests, ...own } });
    const asks = (gaps: string[]) => gaps.some((gap) => gap.includes("同じ国の機関"));
    expect(asks((await compose({ addressee_organisation: "北九州市" })).gaps)).toBe(true);
    expect(asks((await compose(sent)).gaps)).toBe(false);
  });

  it("invites in Japanese with 拝啓 and 敬具, 記 and 以上, dates in 和暦", async () => {
    const { texts, blocks, composition } = await makeReport(context, invitationLetter, {
      asOf: "2015-12-10",
      calendar: "wareki",
      written: {
        ...writtenForTests,
        addressee_organisation: "瀋陽市環境保護局",
        addressee_office: "局長",
        sender_organisation: "川崎市環境局",
        document_number: "第1号",
      },
    });
    expect(texts.slice(0, 2)).toEqual(["第1号", "平成27年12月10日"]);
    expect(texts).toContain("局長　殿");
    expect(factOf(blocks, "２　日　　時")).toBe("平成28年1月18日～22日（5日間）");
    expect(factOf(blocks, "５　招へい人数")).toBe("行政実務者6名");
    const order = ["拝啓", "敬具", "記", "以上"].map((word) => texts.findIndex((text) => text.startsWith(word)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(composition.maker).toBe("川崎市環境局");
  });

  it("invites in Chinese with the 主送机关 first and 此致、敬礼 last", async () => {
    const { texts, blocks } = await makeReport(context, invitationLetter, {
      language: "zh",
      asOf: "2015-12-10",
      written: { ...writtenForTests, addressee_organisation: "沈阳市环境保护局", expenses: "在日期间费用由我方承担" },
    });
    expect(texts[1]).toBe("沈阳市环境保护局：");
    expect(factOf(blocks, "七、在日本期间费用")).toBe("在日期间费用由我方承担");
    expect(texts.map((text) => text.trim())).toEqual(expect.arrayContaining(["此致", "敬礼", "2015年12月10日"]));
  });

  it("lets the Chinese side invite to a seminar in China, and does not take all who attend for the invited", async () => {
    const { texts, blocks, composition } = await makeReport(context, invitationLetter, {
      subject: "b-sem-2015-03",
      written: { ...writtenForTests, addressee_organisation: "北九州市" },
    });
    expect(texts).toContain("北九州市　御中");
    expect(factOf(blocks, "６　受入・主催")).toContain("天津市");
    expect(factOf(blocks, "５　招へい人数")).toBe(message("ja", "report.invitation.toBeAgreed"));
    expect(composition.gaps).toEqual(
      expect.arrayContaining([
        message("ja", "report.invitation.gap.people"),
        message("ja", "report.invitation.gap.held"),
      ]),
    );
  });

  it("addresses a letter as each language does", async () => {
    const named = { ...writtenForTests, addressee_office: "大気環境課長", addressee_name: "鈴木　一郎" };
    expect((await makeReport(context, coverLetter, { written: named })).texts).toContain(
      "大気環境課長　鈴木　一郎　様",
    );
    expect((await makeReport(context, coverLetter)).texts).toContain("環境省水・大気環境局　御中");
    const english = { ...writtenForTests, addressee_name: "Dr Suzuki" };
    const polite = (await makeReport(context, coverLetter, { language: "en", written: english })).texts;
    expect(polite).toEqual(expect.arrayContaining(["Dear Dr Suzuki,", "Yours sincerely,"]));
    const plain = (await makeReport(context, coverLetter, { language: "en" })).texts;
    expect(plain).toEqual(expect.arrayContaining(["Dear Sir or Madam,", "Yours faithfully,"]));
  });

  it("is told apart from other letters of the year by its addressee", async () => {
    const { composition, texts } = await makeReport(context, coverLetter);
    expect(composition.title).toContain("環境省水・大気環境局宛て");
    expect(texts.join("\n")).not.toContain("宛て");
  });

  it("lists the enclosures of a cover letter, one a line", async () => {
    const { blocks } = await makeReport(context, coverLetter);
    const list = blocks.find((block) => block.is === "list");
    expect(list?.is === "list" && list.items.map(joinRuns)).toEqual(["中間報告　10部", "表1～表4　1式"]);
  });
});
