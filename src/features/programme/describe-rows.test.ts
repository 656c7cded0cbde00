import { expect, test } from "vitest";
import { describeRows } from "./describe-rows.ts";

test("printed numbers are counted, words are quoted as they are printed", () => {
  expect(describeRows("表3", ["4", "5-2"], "ja")).toBe("表3　番号4、5-2");
  expect(describeRows("表3", ["4"], "zh")).toBe("表3 第4项");
  expect(describeRows("1（3）", ["2014年12月の調査"], "zh")).toBe("1（3）“2014年12月の調査”");
  expect(describeRows("1（3）", ["2014年12月の調査"], "en")).toBe("1（3）, “2014年12月の調査”");
  expect(describeRows("表3", [], "en")).toBe("表3");
});
