import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import type { RecordContent } from "../../records/kind.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { createApp } from "../app.ts";
import { prepareAssets } from "../assets.ts";

let context: Context;
let app: Hono;
let fukuoka: string;
let jiangsu: string;
let hyogo: string;
let coordinator: string;

beforeAll(async () => {
  context = await createLoadedContext();
  app = createApp(context, await prepareAssets());
  const signIn = async (role: Parameters<typeof createSignedInAccount>[1][number]["role"], organisation: string) =>
    (await createSignedInAccount(context, [{ role, organisation }])).cookie;
  fukuoka = await signIn("home-government", "fukuoka");
  jiangsu = await signIn("partner-government", "jiangsu");
  hyogo = await signIn("home-government", "hyogo");
  coordinator = await signIn("coordination", "iges");
}, 120_000);
afterAll(() => context.database.close());

interface Sent {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What answers of several operations and problems hold; the tests say which. */
interface Answered {
  id: string;
  record: string;
  revision: number;
  items: { fiscalYear: number }[];
  versions: object[];
  comments: object[];
  cells: { column: string; code: string; reason: string }[];
  code: string;
  current: object;
  status: number;
  title: string;
  detail: string;
}

async function call(cookie: string, path: string, { method = "GET", body, headers = {} }: Sent = {}) {
  const response = await app.request(`/api/v1/members${path}`, {
    method,
    headers: {
      cookie,
      "accept-language": "en",
      ...(method !== "GET" && { origin: "http://localhost", "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: JSON.parse(text) as Answered };
}

const training: RecordContent = {
  fields: {
    register: "coordination-trainings",
    fiscal_year: "2017",
    number: "99",
    kind: "training",
    status: "done",
    date: "2017-11-13/2017-11-17",
    title_ja: "江蘇省からの訪日研修",
    title_zh: "江苏省访日研修",
    title_en: "Training for Jiangsu",
    funding: "programme",
    partnerships: "fukuoka-jiangsu",
  },
  parts: {
    activity_parties: [
      { organisation: "jiangsu", role: "sender" },
      { organisation: "fukuoka", role: "receiver" },
    ],
  },
};
const draft = { kind: "activity", owner: "fukuoka", visibility: "sides", content: training };

describe("the way of a record", () => {
  test("from a draft by way of a return to an approved version with its history", async () => {
    const made = await call(fukuoka, "/entries", { method: "POST", body: { ...draft, formKey: randomUUID() } });
    expect(made.status).toBe(201);
    const { id, record } = made.json;
    expect((await call(coordinator, `/entries/${id}`)).status).toBe(404);
    const submitted = await call(fukuoka, `/entries/${id}/submit`, { method: "POST", body: { revision: 1 } });
    expect(submitted.json).toMatchObject({ state: "submitted", revision: 2 });
    const waiting = await call(coordinator, "/entries?scope=decide");
    expect(waiting.json).toMatchObject({ total: 1, items: [{ id }] });
    const wordless = await call(coordinator, `/entries/${id}/return`, {
      method: "POST",
      body: { revision: 2, comment: " " },
    });
    expect([wordless.status, wordless.json.code]).toEqual([422, "reason-missing"]);
    const returned = await call(coordinator, `/entries/${id}/return`, {
      method: "POST",
      body: { revision: 2, comment: "Who came?" },
    });
    expect(returned.json).toMatchObject({ state: "returned", comment: "Who came?" });
    const content = { ...training, fields: { ...training.fields, remark_en: "Eight engineers." } };
    const saved = await call(fukuoka, `/entries/${id}`, {
      method: "PUT",
      body: { revision: 3, visibility: "sides", content },
    });
    expect(saved.json).toMatchObject({ state: "returned", revision: 4 });
    await call(fukuoka, `/entries/${id}/submit`, { method: "POST", body: { revision: 4 } });
    const approved = await call(coordinator, `/entries/${id}/approve`, { method: "POST", body: { revision: 5 } });
    expect(approved.json).toMatchObject({ state: "approved" });

    const read = await call(jiangsu, `/records/activity/${record}`);
    expect(read.json).toMatchObject({ record: { version: 1, visibility: "sides" }, mayCorrect: true });
    expect((await call(hyogo, `/records/activity/${record}`)).status).toBe(404);
    const history = await call(jiangsu, `/records/activity/${record}/history`);
    expect(history.json.versions).toMatchObject([{ version: 1, action: "created" }]);
    const comment = { language: "zh", body: "谢谢", formKey: randomUUID() };
    const talk = await call(jiangsu, `/records/activity/${record}/comments`, { method: "POST", body: comment });
    expect(talk.json.comments).toMatchObject([{ organisation: "jiangsu", body: "谢谢", own: true }]);
    expect((await call(hyogo, `/records/activity/${record}/comments`)).status).toBe(404);
  });

  test("a version keeps the circle of readers for which it was approved", async () => {
    const made = await call(fukuoka, "/entries", { method: "POST", body: { ...draft, visibility: "organisation" } });
    const approve = async (entry: { id: string; revision: number }) => {
      const sent = await call(fukuoka, `/entries/${entry.id}/submit`, {
        method: "POST",
        body: { revision: entry.revision },
      });
      const body = { revision: sent.json.revision };
      expect((await call(coordinator, `/entries/${entry.id}/approve`, { method: "POST", body })).status).toBe(200);
    };
    await approve(made.json);
    const { record } = made.json;
    expect((await call(jiangsu, `/records/activity/${record}`)).status).toBe(404);
    const content = { ...training, fields: { ...training.fields, remark_en: "For everyone." } };
    const wider = { ...draft, record, visibility: "members", reason: "now for all", content };
    await approve((await call(fukuoka, "/entries", { method: "POST", body: wider })).json);
    const seen = await call(hyogo, `/records/activity/${record}/history`);
    expect(seen.json.versions).toMatchObject([{ version: 2, differences: [] }]);
    const own = await call(fukuoka, `/records/activity/${record}/history`);
    expect(own.json.versions).toHaveLength(2);
  });

  test("years: the ministry's and the officers' work, whose amount others do not learn", async () => {
    const asMember = await call(fukuoka, "/years");
    expect(asMember.json.items[0]).toMatchObject({ work: null });
    expect((await call(fukuoka, "/years/2016/close", { method: "POST", body: {} })).status).toBe(403);
    const proposed = await call(coordinator, "/years/2016/propose", { method: "POST", body: { note: "complete" } });
    expect(proposed.json.items.find(({ fiscalYear }) => fiscalYear === 2016)).toMatchObject({
      state: "proposed",
      work: { waiting: 0 },
    });
  });
});

describe("a refusal", () => {
  test("of a stale save brings the entry as it is, and writes nothing over", async () => {
    const made = await call(fukuoka, "/entries", { method: "POST", body: draft });
    const save = (number: string) =>
      call(fukuoka, `/entries/${made.json.id}`, {
        method: "PUT",
        body: { ...pick(draft), revision: 1, content: { ...training, fields: { ...training.fields, number } } },
      });
    expect((await save("7")).status).toBe(200);
    const second = await save("8");
    expect([second.status, second.json.code]).toEqual([409, "changed-meanwhile"]);
    expect(second.json.current).toMatchObject({ revision: 2, content: { fields: { number: "7" } } });
  });

  test("names every cell that keeps an entry from being submitted", async () => {
    const content = { ...training, fields: { ...training.fields, kind: "party", date: "2017-13" } };
    const made = await call(fukuoka, "/entries", { method: "POST", body: { ...draft, content } });
    const refused = await call(fukuoka, `/entries/${made.json.id}/submit`, { method: "POST", body: { revision: 1 } });
    expect(refused.status).toBe(422);
    expect(refused.json.cells.map(({ column, code }) => `${column} ${code}`).sort()).toEqual([
      "date impossible-date",
      "kind bad-choice",
    ]);
    for (const { reason } of refused.json.cells) expect(reason).not.toBe("");
  });

  test.each<[string, number, string, Sent]>([
    ["no cookie", 401, "/years", { headers: { cookie: "" } }],
    ["a forged cookie", 401, "/years", { headers: { cookie: "renkei.session_token=abc.def" } }],
    [
      "another site's page",
      403,
      "/entries",
      { method: "POST", body: draft, headers: { origin: "https://example.com" } },
    ],
    ["somebody else's organisation", 403, "/entries", { method: "POST", body: { ...draft, owner: "hyogo" } }],
    ["an unknown parameter", 400, "/records/activity?year=2016", {}],
    ["an unknown kind", 404, "/records/party", {}],
    ["an entry that is none", 404, "/entries/none", {}],
    ["an address that is none", 404, "/nothing", {}],
    ["a method that is none", 405, "/years", { method: "DELETE" }],
    ["a body that is no JSON", 400, "/entries", { method: "POST", body: "{" }],
    [
      "a form",
      400,
      "/entries",
      { method: "POST", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ],
    ["a field that is none", 400, "/entries", { method: "POST", body: { ...draft, state: "approved" } }],
    ["text that the database cannot hold", 400, "/entries", { method: "POST", body: { ...draft, reason: "a\u0000b" } }],
    ["half a character", 400, "/entries", { method: "POST", body: '{"kind":"activity","owner":"\\ud800"}' }],
    ["too much", 413, "/entries", { method: "POST", body: { ...draft, reason: "x".repeat(1_100_000) } }],
    ["a year that is none", 404, "/years/20x6/propose", { method: "POST", body: {} }],
  ])("%s", async (_, status, path, sent) => {
    const who = status === 404 && path.startsWith("/years") ? coordinator : fukuoka;
    const { json, headers, ...answer } = await call(who, path, sent);
    expect([answer.status, json.status]).toEqual([status, status]);
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect([json.title, json.detail]).not.toContain("");
  });
});

test("answers are for nobody's cache and no other site's page", async () => {
  const { status, headers } = await call(fukuoka, "/records/activity?limit=1", {
    headers: { origin: "https://example.com" },
  });
  expect([status, headers.get("cache-control"), headers.get("access-control-allow-origin")]).toEqual([
    200,
    "no-store",
    null,
  ]);
});

function pick({ visibility, content }: typeof draft) {
  return { visibility, content };
}
