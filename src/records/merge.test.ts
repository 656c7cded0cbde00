import { expect, test } from "vitest";
import type { RecordContent } from "./kind.ts";
import { mergeContents } from "./merge.ts";
import { recordKind } from "./registry.ts";

const kind = recordKind("activity");
const content = (fields: Record<string, string>, parties: string[] = []): RecordContent => ({
  fields,
  parts: { activity_parties: parties.map((organisation) => ({ organisation, role: "lead" })), activity_people: [] },
});

test("what only one side changed stays as that side changed it", () => {
  const opened = content({ title_ja: "研修", number: "1" }, ["fukuoka"]);
  const mine = content({ title_ja: "訪日研修", number: "1" }, ["fukuoka"]);
  const theirs = content({ title_ja: "研修", number: "1", stated_days: "11" }, ["fukuoka", "jiangsu"]);
  expect(mergeContents(kind, opened, mine, theirs)).toEqual({
    content: content({ title_ja: "訪日研修", number: "1", stated_days: "11" }, ["fukuoka", "jiangsu"]),
    conflicts: [],
    fromThem: ["stated_days", "activity_parties"],
    fromMe: ["title_ja"],
  });
});

test("what both changed is asked, unless they agree", () => {
  const opened = content({ title_ja: "研修", number: "1" }, ["fukuoka"]);
  const mine = content({ title_ja: "A", number: "2" }, ["jiangsu"]);
  const theirs = content({ title_ja: "B", number: "2" }, []);
  expect(mergeContents(kind, opened, mine, theirs)).toMatchObject({
    conflicts: ["title_ja", "activity_parties"],
    fromThem: [],
    fromMe: [],
    content: mine,
  });
});

test("what one side emptied is empty", () => {
  const opened = content({ title_ja: "研修", remark_ja: "備考" });
  const merged = mergeContents(kind, opened, opened, content({ title_ja: "研修" }));
  expect(merged.content.fields.remark_ja).toBe("");
  expect(merged.fromThem).toEqual(["remark_ja"]);
});
