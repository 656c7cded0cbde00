import type { SpreadsheetRefusal } from "../../../../spreadsheets/refusal.ts";
import { ReadingRefusal } from "../limits.ts";

/** Word's and Excel's packages are opened by the same reader; what it refuses has the same few reasons here. */
export function asRefusal({ reason }: SpreadsheetRefusal): ReadingRefusal {
  switch (reason) {
    case "encrypted":
      return new ReadingRefusal("encrypted");
    case "empty":
      return new ReadingRefusal("empty");
    case "too-large":
    case "expands-too-much":
    case "too-many-parts":
    case "too-many-sheets":
    case "too-many-rows":
    case "too-many-columns":
    case "too-many-cells":
    case "too-much-text":
      return new ReadingRefusal("expands-too-much");
    case "old-excel":
      return new ReadingRefusal("old-format");
    default:
      return new ReadingRefusal("damaged");
  }
}
