import { describe, expect, test } from "vitest";
import type { CellContext } from "../../records/cell-codec.ts";
import type { CellKnowledge } from "../../records/cell-knowledge.ts";
import { createReferenceIndex } from "../../records/reference-index.ts";
import { readPeople } from "./people-cells.ts";

const organisations = createReferenceIndex([
  { id: "xiamen", name: { ja: "廈門市", zh: "厦门市", en: "Xiamen" }, others: ["アモイ", "350200"] },
  { id: "wuhan-fao", name: { ja: "武漢市外事弁公室" }, others: ["外事弁公室"] },
  { id: "xiamen-fao", name: { ja: "廈門市外事弁公室" }, others: ["外事弁公室"] },
]);
const knowledge: CellKnowledge = {
  calendar: { startMonth: 4, startDay: 1, namedBy: "first", label: { ja: "{year}年度" } },
  references: () => organisations,
};
const context: CellContext = { knowledge, language: "ja" };

describe("people in a cell", () => {
  test.each([
    ["6", { count: "6", approximate: "no" }],
    ["約２０名", { count: "20", approximate: "yes" }],
    ["5名程度（アモイ）", { count: "5", approximate: "yes", organisation: "xiamen" }],
    ["about 3 people (Xiamen)", { count: "3", approximate: "yes", organisation: "xiamen" }],
  ])("the people %s", (text, row) => {
    expect(readPeople(text, "engineer", context)).toEqual({
      rows: [{ categories: "engineer", ...row }],
      problem: null,
    });
  });

  test("people that are no number", () => {
    expect(readPeople("若干名", "engineer", context).problem?.code).toBe("bad-people");
    expect(readPeople("5（どこか）", "engineer", context).problem?.code).toBe("unknown-reference");
  });
});
