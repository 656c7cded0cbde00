import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite();
});

afterAll(() => site.stop());

const paths = [
  "/ja",
  "/en/activities",
  "/zh/activities/calendar",
  "/ja/partnerships",
  "/ja/partnerships/matrix",
  "/en/organisations",
  "/ja/tables/overview",
  "/zh/tables/consultations",
  "/en/tables/consultations.csv",
  "/ja/quality/findings",
  "/en/quality/reconciliation",
  "/zh/glossary",
  "/ja/years/2015",
  "/en/activities.ics",
  "/ja/movements.atom",
  "/api/v1/activities",
  "/api/v1/organisations",
  "/api/v1/tables/overview",
  "/api/v1/findings",
  "/api/v1/claims",
];
const names = [
  "fiscalYear",
  "asOf",
  "month",
  "kind",
  "status",
  "ledger",
  "organisation",
  "topic",
  "q",
  "after",
  "cursor",
  "rule",
  "state",
  "show",
  "lang",
  "limit",
  "tier",
  "country",
  "x",
];

test("no query string of any kind causes a server error", async () => {
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "\u0000",
      "%",
      "'",
      "2015",
      "2016-01",
      "2015-02-30",
      "-1",
      "1e9",
      "9".repeat(400),
      "＝",
      "𠮷",
      "\\",
      "%00",
      "%FF",
      "__proto__",
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 }),
      async (path, pairs) => {
        const query = pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`).join("&");
        const response = await fetch(`${site.address}${path}?${query}`);
        await response.arrayBuffer();
        expect(response.status, `${path}?${query}`).toBeLessThan(500);
      },
    ),
    { numRuns: 400 },
  );
}, 120_000);

test("no malformed address causes one either", async () => {
  for (const path of [
    "/ja/activities?q=%",
    "/ja/activities?%E0%A4",
    "/%E0%A4",
    "/ja/organisations/%ED%A0%80",
    "/api/v1/activities/%FF",
    "/api/v1/%00",
    "/ja//",
    "/ja/tables/.csv",
  ]) {
    const response = await fetch(`${site.address}${path}`);
    expect(response.status, path).toBeLessThan(500);
  }
});
