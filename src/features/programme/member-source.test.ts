import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { memberDocumentId } from "../../records/member-source.ts";
import { createActor } from "../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../testing/approve-record.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { PageHandler } from "../../web/page.ts";
import { showActivity } from "../activities/pages/activity.tsx";
import { publishYear } from "../records/years.ts";
import { getBooks } from "./books.ts";
import { citeSources } from "./cite-sources.ts";
import { showDocuments } from "./pages/documents.tsx";

let context: Context;
let record: string;
beforeAll(async () => {
  context = await createLoadedContext();
  ({ record } = await approveRecord(context, trainingOf(2026, { number: "" })));
  await publishYear(context, createActor("coordination", "iges"), 2026);
}, 60_000);
afterAll(() => context.database.close());

async function show(page: PageHandler, language: Language, params: Record<string, string> = {}): Promise<string> {
  const url = new URL(`https://renkei.example.jp/${language}`);
  const { body } = await page({ context, language, url, params });
  return renderToString(body);
}

const entered: Record<Language, { alone: string; approved: string; several: string }> = {
  ja: { alone: "福岡県の入力", approved: "福岡県の入力（2026年11月22日承認）", several: "福岡県、江蘇省" },
  zh: { alone: "福冈县录入", approved: "福冈县录入（2026年11月22日批准）", several: "福冈县、江苏省" },
  en: {
    alone: "Entered by Fukuoka Prefecture",
    approved: "Entered by Fukuoka Prefecture (approved 22 November 2026)",
    several: "Fukuoka Prefecture, Jiangsu Province",
  },
};

test.each(languages)("a member's record names in %s who entered it, and when it was approved", async (language) => {
  const html = await show(showActivity, language, { id: record });
  const [, citation = ""] = html.split("source-citation");
  expect(citation).toContain(`>${entered[language].approved}</a>`);
  expect(citation).toContain(`/${language}/documents#${memberDocumentId}`);
  // Its id is no place that a reader could look up.
  expect(citation).not.toContain(">fukuoka<");
});

test.each(languages)("lists of sources name in %s the organisations that entered records", async (language) => {
  const books = await getBooks(context);
  const source = (place: string) => ({ document: memberDocumentId, place, row: null });
  const [alone, ...others] = citeSources([source("fukuoka"), source("fukuoka")], books, language);
  expect([alone?.title, alone?.place, others]).toEqual([entered[language].alone, undefined, []]);
  const [several] = citeSources([source("fukuoka"), source("jiangsu"), source("fukuoka")], books, language);
  expect(several?.place).toEqual({ text: entered[language].several, language });
  const [unknown] = citeSources([source(memberDocumentId)], books, language);
  expect(unknown?.place).toBeUndefined();
});

test("what was loaded keeps its document as its source", async () => {
  const html = await show(showActivity, "ja", { id: "b-tra-2015-09" });
  expect(html.split("source-citation")[1]).not.toContain("の入力");
});

test.each(languages)(
  "the list of documents says in %s what members' records are, and claims no date of them",
  async (language) => {
    const html = await show(showDocuments, language);
    const section = html.slice(html.indexOf(`id="${memberDocumentId}"`));
    expect(section).toContain(language === "en" ? "members’ site" : language === "zh" ? "会员网站" : "会員サイト");
    expect(section).not.toContain("2026");
  },
);
