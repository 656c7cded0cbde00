import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleApp, type SampleApp } from "./open-sample-app.ts";
import { problemSchema } from "./problem.ts";
import { resources } from "./resources.ts";

let sample: SampleApp;

beforeAll(async () => {
  sample = await openSampleApp();
}, 120_000);
afterAll(() => sample.close());

async function getProblem(path: string, init: RequestInit = {}) {
  const response = await sample.app.request(path, init);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const problem = problemSchema.parse(JSON.parse(await response.text()));
  expect(problem.status).toBe(response.status);
  return { response, problem };
}

describe("an answer", () => {
  it("has a strong entity tag, and is not sent twice", async () => {
    const first = await sample.app.request("/api/v1/partnerships");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]+"$/);
    const second = await sample.app.request("/api/v1/partnerships", { headers: { "if-none-match": tag } });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    expect(second.headers.get("etag")).toBe(tag);
    const other = await sample.app.request("/api/v1/partnerships?lang=en", { headers: { "if-none-match": tag } });
    expect(other.status).toBe(200);
  });

  it("comes compressed where the reader can, and the same", async () => {
    const plain = await sample.app.request("/api/v1/claims");
    const zipped = await sample.app.request("/api/v1/claims", { headers: { "accept-encoding": "gzip" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(await plain.text());
  });

  it("follows lang, then Accept-Language, then Japanese", async () => {
    const read = async (path: string, header?: string) => {
      const response = await sample.app.request(path, { headers: header ? { "accept-language": header } : {} });
      return (JSON.parse(await response.text()) as { lang: string }).lang;
    };
    expect(await read("/api/v1/tables/overview?lang=zh", "en")).toBe("zh");
    expect(await read("/api/v1/tables/overview", "fr, en;q=0.8, zh-CN;q=0.9")).toBe("zh");
    expect(await read("/api/v1/tables/overview", "fr")).toBe("ja");
    expect(await read("/api/v1/tables/overview")).toBe("ja");
  });

  it("can be read by pages of other sites", async () => {
    const response = await sample.app.request("/api/v1/tables", { headers: { origin: "https://example.org" } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const question = await sample.app.request("/api/v1/tables", { method: "OPTIONS" });
    expect(question.status).toBe(204);
    expect(question.headers.get("access-control-allow-methods")).toContain("GET");
    const missing = await sample.app.request("/api/v1/tables/none");
    expect(missing.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("to HEAD has the headers and no body", async () => {
    const head = await sample.app.request("/api/v1/findings", { method: "HEAD" });
    const got = await sample.app.request("/api/v1/findings");
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("etag")).toBe(got.headers.get("etag"));
  });
});

describe("a problem", () => {
  it("names every bad parameter and the known ones, in the reader's language", async () => {
    const path = "/api/v1/activities?year=2015&fiscalYear=15&month=2015-13&limit=501&kind=party&lang=en";
    const { response, problem } = await getProblem(path);
    expect(response.status).toBe(400);
    expect(new Set(problem.errors?.map(({ field }) => field))).toEqual(
      new Set(["year", "fiscalYear", "month", "limit", "kind"]),
    );
    expect(problem.errors?.find(({ field }) => field === "year")?.reason).toContain("fiscalYear");
    expect(problem.instance).toBe(path);
    const { problem: chinese } = await getProblem("/api/v1/activities?year=2015", {
      headers: { "accept-language": "zh-CN" },
    });
    expect(chinese.title).toBe("参数有误");
  });

  it.each([
    "/api/v1/tables/none",
    "/api/v1/tables/overview?fiscalYear=1999",
    "/api/v1/organisations/none",
    "/api/v1/partnerships/none",
    "/api/v1/activities/none",
    "/api/v1/activities/%00",
    "/api/v1/activities/%E0%A4%A",
    "/api/v1/nothing",
    "/api/v1",
    "/api/v2/tables",
    "/api",
  ])("answers 404 for %s", async (path) => {
    const { response, problem } = await getProblem(path);
    expect(response.status).toBe(404);
    expect(problem.detail).not.toBe("");
  });

  it("answers 405 for anything but reading", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const { response } = await getProblem("/api/v1/activities", { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    }
  });

  it("has a type whose address leads to words", async () => {
    const { problem } = await getProblem("/api/v1/tables/none?lang=en");
    const response = await sample.app.request(`${problem.type}?lang=en`);
    const target = response.headers.get("location") ?? "";
    const page = await sample.app.request(target);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`id="${target.split("#")[1]}"`);
  });

  it.each([
    ["cursor", "/api/v1/activities?cursor=x"],
    ["cursor", `/api/v1/activities?cursor=${Buffer.from("2015-13-45|1").toString("base64url")}`],
    ["cursor", "/api/v1/claims?cursor=x"],
    ["cursor", "/api/v1/findings?cursor=x"],
    ["asOf", "/api/v1/findings?asOf=0000-01-01"],
    ["asOf", "/api/v1/tables/overview?asOf=2016-02-30"],
    ["to", "/api/v1/activities?from=2016-01-02&to=2016-01-01"],
    ["month", "/api/v1/activities?from=2016-01-02&month=2016-01"],
    ["fiscalYear", "/api/v1/claims?fiscalYear=2015&fiscalYear=2016"],
    ["lang", "/api/v1/tables?lang=fr"],
    ["q", "/api/v1/activities?q="],
    ["q", "/api/v1/activities?q=%00"],
    ["__proto__", "/api/v1/activities?__proto__=1"],
  ])("lies in %s of %s", async (field, path) => {
    const { response, problem } = await getProblem(path);
    expect(response.status).toBe(400);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });
});

describe("any query string", () => {
  const names = [...new Set(resources.flatMap(({ query }) => Object.keys(query.shape)))];
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\0",
      "\uD800",
      "%",
      "_",
      "\\",
      "'",
      "x".repeat(10_000),
      "2015",
      "2015-01",
      "2015-02-29",
      "-1",
      "1e9",
      "true",
    ),
    fc
      .date({ noInvalidDate: true, min: new Date("0000-01-01"), max: new Date("9999-12-31") })
      .map((date) => date.toISOString().slice(0, 10)),
    fc.string().map((text) => Buffer.from(text).toString("base64url")),
  );
  const path = fc.constantFrom(
    ...resources.map((resource) => resource.path.replace("{id}", "overview")),
    "/openapi.json",
  );

  it("is answered or refused with a problem, never a failure", async () => {
    await fc.assert(
      fc.asyncProperty(path, fc.array(fc.tuple(name, value), { maxLength: 6 }), async (address, pairs) => {
        const query = pairs.map(([key, text]) => `${escapeLoosely(key)}=${escapeLoosely(text)}`).join("&");
        const response = await sample.app.request(`/api/v1${address}?${query}`);
        expect([200, 400, 404]).toContain(response.status);
        if (response.status !== 200) problemSchema.parse(JSON.parse(await response.text()));
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});

/** Lone surrogates cannot be percent-encoded; a client may send such bytes nonetheless. */
function escapeLoosely(text: string): string {
  return [...text]
    .map((character) => (/[\uD800-\uDFFF]/u.test(character) ? "%ED%A0%80" : encodeURIComponent(character)))
    .join("");
}
