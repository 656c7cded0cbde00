import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleApp, type SampleApp } from "./open-sample-app.ts";
import { resources } from "./resources.ts";

let sample: SampleApp;

beforeAll(async () => {
  sample = await openSampleApp();
}, 120_000);
afterAll(() => sample.close());

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await sample.app.request(path, { headers });
  return { response, body: JSON.parse(await response.text()) };
}

describe("every resource", () => {
  it.each(resources.map((resource) => [resource.path, resource] as const))(
    "%s answers as its schema says",
    async (path, resource) => {
      for (const lang of ["ja", "zh", "en"]) {
        const { id = "", query } = await resource.example(sample.context);
        // The sample has no finished evaluation: their own tests finish one.
        if (path === "/evaluations/{id}") {
          expect((await get(`/api/v1/evaluations/mid-term-2014-2016?lang=${lang}`)).response.status).toBe(404);
          continue;
        }
        const search = new URLSearchParams({ ...query, lang });
        const { response, body } = await get(`/api/v1${path.replace("{id}", id)}?${search}`);
        expect(response.status).toBe(200);
        expect(response.headers.get("content-language")).toBe(lang);
        // Parsing drops what the schema does not name, so equality shows that it names everything.
        expect(resource.answer.parse(body)).toEqual(body);
      }
    },
  );

  it("gives its whole list as its schema says", async () => {
    for (const resource of resources.filter(({ path }) => !path.includes("{id}"))) {
      const wide = "limit" in resource.query.shape ? "?limit=500" : "";
      const { body } = await get(`/api/v1${resource.path}${wide}`);
      expect(resource.answer.parse(body)).toEqual(body);
      // A sample brings no documents, releases and finished evaluations, and nothing was asked of the search: the tests of their
      // features do that.
      if (["/documents", "/evaluations", "/open-data/releases", "/search"].includes(resource.path))
        expect(body.items).toEqual([]);
      // The sources tell of two surveys.
      else expect(body.items.length).toBeGreaterThan(resource.path === "/surveys" ? 1 : 3);
    }
  });

  it("gives every table for every year as the schema says", async () => {
    const tableResource = resources.find(({ path }) => path === "/tables/{id}");
    const { body: list } = await get("/api/v1/tables?lang=en");
    for (const { id, fiscalYears } of list.items)
      for (const fiscalYear of fiscalYears) {
        const { response, body } = await get(`/api/v1/tables/${id}?fiscalYear=${fiscalYear}&asOf=2018-06-30&lang=zh`);
        expect([id, response.status]).toEqual([id, 200]);
        expect(tableResource?.answer.parse(body)).toEqual(body);
      }
  });
});

describe("the contract", () => {
  it("gives the overview with the programme's published totals", async () => {
    const { body } = await get("/api/v1/tables/overview?lang=ja");
    expect(body.columns.map((column: { key: string }) => column.key)).toEqual(
      expect.arrayContaining(["2014", "2015", "2016", "2017", "2018", "total"]),
    );
    const values = (key: string) => {
      const row = body.rows.find((candidate: { key: string }) => candidate.key === key);
      return ["2014", "2015", "2016", "2017", "2018", "total"].map((column) => row.cells[column].figures[0].value);
    };
    expect(values("consultations")).toEqual([13, 22, 36, 35, 8, 114]);
  });

  it("gives everything at once where no limit is asked for", async () => {
    for (const path of ["reconciliation", "findings"]) {
      const whole = await get(`/api/v1/${path}?lang=en`);
      expect(whole.body.next).toBeUndefined();
      expect(await readAllPages(`/api/v1/${path}?lang=en&limit=7`)).toEqual(whole.body.items);
    }
  });

  it("names findings by rule, severity, record, message and accepted", async () => {
    const { body } = await get("/api/v1/findings?rule=stated-days-differ&lang=en");
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items) {
      expect(item).toMatchObject({
        rule: "stated-days-differ",
        severity: expect.any(String),
        record: expect.stringContaining("/"),
      });
      expect(typeof item.accepted).toBe("boolean");
    }
  });
});

describe("lists", () => {
  it.each(["organisations", "partnerships", "agreements", "activities", "claims", "news"])(
    "page through all %s once",
    async (name) => {
      const small = await readAllPages(`/api/v1/${name}?limit=9`);
      const large = await readAllPages(`/api/v1/${name}?limit=500`);
      expect(small).toEqual(large);
      expect(new Set(small.map(({ id }) => id)).size).toBe(small.length);
    },
  );

  it("tells of the next page in the Link header as in the body", async () => {
    const { response, body } = await get("/api/v1/activities?limit=2&kind=training&kind=seminar");
    const link = /^<(.+)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1] ?? "";
    const address = new URL(link, "http://localhost");
    expect(address.searchParams.get("cursor")).toBe(body.next);
    expect(address.searchParams.getAll("kind")).toEqual(["training", "seminar"]);
    expect((await get(link)).response.status).toBe(200);
  });

  it("narrow activities by every filter", async () => {
    const { body: all } = await get("/api/v1/activities?limit=500");
    const one = all.items.find(
      (item: { partnerships: string[]; date: object | null }) => item.partnerships.length > 0 && item.date,
    );
    const filters = {
      fiscalYear: one.fiscalYear,
      month: one.date.from.slice(0, 7),
      kind: one.kind,
      status: one.status,
      ledger: one.ledger,
      register: one.register,
      organisation: one.parties[0].organisation,
      partnership: one.partnerships[0],
      q: one.title.zh,
    };
    for (const [name, value] of Object.entries(filters)) {
      const { body } = await get(`/api/v1/activities?limit=500&${new URLSearchParams({ [name]: String(value) })}`);
      const ids = body.items.map((item: { id: string }) => item.id);
      expect(ids, name).toContain(one.id);
      expect(ids.length, name).toBeLessThan(all.items.length);
    }
    const { body: between } = await get(`/api/v1/activities?from=${one.date.from}&to=${one.date.to}`);
    expect(between.items.map((item: { id: string }) => item.id)).toContain(one.id);
  });

  it("narrow partnerships to a type within one year", async () => {
    const { body } = await get("/api/v1/partnerships?fiscalYear=2015&type=active");
    expect(body.items.length).toBeGreaterThan(0);
    for (const { years } of body.items)
      expect(years).toContainEqual(expect.objectContaining({ fiscalYear: 2015, type: "active" }));
  });
});

async function readAllPages(first: string): Promise<{ id?: string }[]> {
  const items: { id?: string }[] = [];
  for (let path = first; ; ) {
    const { response, body } = await get(path);
    expect(response.status).toBe(200);
    items.push(...body.items);
    if (body.next === undefined) return items;
    const address = new URL(first, "http://localhost");
    address.searchParams.set("cursor", body.next);
    path = `${address.pathname}${address.search}`;
  }
}
