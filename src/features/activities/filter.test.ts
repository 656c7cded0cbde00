import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./filter.ts";

const days = fc
  .date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("cursor", () => {
  test("comes back as it was written", () => {
    fc.assert(
      fc.property(fc.option(days), fc.integer({ min: 0, max: 999_999_999 }), (dateFrom, rowNumber) => {
        expect(decodeCursor(encodeCursor({ dateFrom, rowNumber }))).toEqual({ dateFrom, rowNumber });
      }),
    );
  });

  test("any other text is refused, not thrown at", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.base64String()), (text) => {
        const cursor = decodeCursor(text);
        if (cursor !== null) expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  test.each(["2015-02-30|3", "0000-01-01|3", "2015-99-99|3", "2015-01-01|", "2015-01-01|1234567890", "|-1", "x|1"])(
    "%s names no place in a list",
    (text) => {
      expect(decodeCursor(Buffer.from(text).toString("base64url"))).toBeNull();
    },
  );
});
