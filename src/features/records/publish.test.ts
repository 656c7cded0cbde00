import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../testing/approve-record.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { getNews } from "../news/service.ts";
import { getTable } from "../statistics/service.ts";
import { approveEntry, submitEntry } from "./decide-entry.ts";
import { saveEntry } from "./save-entry.ts";
import { publishYear } from "./years.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

test("rows come into a table oldest first", async () => {
  await approveRecord(context, trainingOf(2024, { number: "3", date: "2024-12" }));
  await approveRecord(context, trainingOf(2024, { number: "1", date: "2024-05-10" }));
  await approveRecord(context, trainingOf(2024, { number: "2", date: "2024-09" }));
  await publishYear(context, createActor("coordination", "iges"), 2024);
  const { rows } = await getTable(context, "trainings", { fiscalYear: 2024, language: "en" });
  expect(rows.map(({ no }) => no)).toEqual(["1", "2", "3"]);
});

test("a record without a fiscal year is public at its approval", async () => {
  const coordinator = createActor("coordination", "iges");
  const content = {
    fields: {
      published: "2026-11-20",
      title_ja: "会員サイトを開設しました",
      title_zh: "会员网站开通",
      title_en: "The members’ site is open",
      body_ja: "本日から使えます。",
      body_zh: "今日起可以使用。",
      body_en: "It can be used from today.",
    },
    parts: {},
  };
  const saved = await saveEntry(context, coordinator, { kind: "news", owner: "iges", visibility: "public", content });
  const submitted = await submitEntry(context, coordinator, saved.entry);
  expect(submitted).toMatchObject({ state: "done" });
  const approved = await approveEntry(context, coordinator, submitted.entry);
  expect(approved).toMatchObject({ state: "done" });
  expect((await getNews(context)).map(({ id }) => id)).toContain(saved.entry.record);
});
