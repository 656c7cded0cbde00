import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../db/transaction.ts";
import type { Context } from "../platform/context.ts";
import { createLoadedContext } from "../testing/context.ts";
import { type CheckStage, checkContent } from "./check.ts";
import type { Cells } from "./kind.ts";
import { recordKind } from "./registry.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

async function checkTitle(fields: Cells, stage: CheckStage): Promise<string[]> {
  const content = { fields, parts: {} };
  const { problems } = await read(context.database, (transaction) =>
    checkContent(transaction, recordKind("activity"), "activity-new", content, stage),
  );
  return problems
    .filter(({ column }) => column.startsWith("title_"))
    .map(({ column, reason }) => `${column} ${reason}`);
}

describe("a text in three languages", () => {
  test("that is missing is asked for once, in any of them", async () => {
    expect(await checkTitle({}, "submit")).toEqual(["title_ja required-in-any"]);
    expect(await checkTitle({}, "approve")).toEqual(["title_ja required-in-any"]);
  });

  test("is enough in one to be submitted, and needed in all to be approved", async () => {
    expect(await checkTitle({ title_zh: "研修" }, "submit")).toEqual([]);
    expect(await checkTitle({ title_zh: "研修" }, "approve")).toEqual([
      "title_ja translation-missing",
      "title_en translation-missing",
    ]);
  });
});
