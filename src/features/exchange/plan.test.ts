import { expect, test } from "vitest";
import { cellProblem } from "../../records/cell-problem.ts";
import { type PlannedRow, toResult } from "./plan.ts";

test("of a sheet that is wrong everywhere, a reason for each row is kept and not all of them", () => {
  const problem = { ...cellProblem("bad-choice", "x", "あ".repeat(200)), column: "kind", address: "A1" };
  const rows = Array.from(
    { length: 20_000 },
    (_, index): PlannedRow => ({
      number: index + 1,
      status: "error",
      record: null,
      title: "",
      problems: Array.from({ length: 50 }, () => problem),
      corrects: false,
      changes: [],
      content: { fields: {}, parts: {} },
      target: { is: "new", newId: null },
    }),
  );
  const facts = {
    wrongKind: null,
    format: "xlsx" as const,
    encoding: null,
    sheetName: "",
    unknownColumns: [],
    missingColumns: [],
    repeatedColumns: [],
    formulas: 0,
    merged: [],
    ignoredSheets: [],
  };
  const result = toResult({ language: "ja", facts, rows });
  expect(result.rows.every(({ problems }) => problems.length >= 1)).toBe(true);
  expect(JSON.stringify(result).length).toBeLessThan(12_000_000);
});
