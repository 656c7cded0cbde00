import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Role, roleNames } from "../../src/features/accounts/roles.ts";
import { memberOperations } from "../../src/web/api/member-operations.ts";
import type { MemberRoute } from "../../src/web/page.ts";
import { memberRoutes, publicRoutes } from "../../src/web/routes.ts";
import { apiExpectations, hasPermissionByRole, hiddenWords } from "./api-expectations.ts";
import { type Matrix, openMatrix, type Planted } from "./open-matrix.ts";
import { elsewhere, homes, seesEntry, seesRecord } from "./people.ts";

/**
 * Every address of the site and every operation of the API, for every role, with what is its own organisation's, with what is
 * another's, and signed out. What is expected follows from what the address declares and from roles.ts.
 */
let matrix: Matrix;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  matrix = await openMatrix();
  for (const role of roleNames) cookies.set(role, await matrix.signIn(role));
}, 120_000);
afterAll(() => matrix.close());

async function send(method: string, path: string, cookie: string | undefined, body?: object | "form") {
  const response = await matrix.app.request(path, {
    method,
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(method !== "GET" && { origin: "http://localhost" }),
      ...(body === "form" && { "content-type": "application/x-www-form-urlencoded" }),
      ...(typeof body === "object" && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: body === "form" ? "" : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function expectNothingHidden(text: string, role: Role | null, what: string) {
  for (const word of hiddenWords(matrix, role)) expect(text.includes(word), `${what} shows ${word}`).toBe(false);
}

describe.each(memberOperations)("API $method $path", ({ method: verb, path, access, operation }) => {
  const method = verb.toUpperCase();
  const expectation = apiExpectations[operation];
  if (!expectation) throw new Error(`the matrix lacks the operation ${operation}`);

  function listTargets(role: Role | null): Planted[] {
    const owners = role === null ? [elsewhere] : [homes[role], elsewhere];
    const states = expectation?.on === "entry" ? (["draft", "submitted"] as const) : ([null] as const);
    return owners.flatMap((owner) => states.map((state) => matrix.find(owner, state)));
  }
  const address = (target: Planted) =>
    `/api/v1/members${path.replace("{kind}", "activity").replace("{id}", target.id).replace("{fiscalYear}", "1901")}`;

  test("signed out: 401, and not a word", async () => {
    for (const target of listTargets(null)) {
      const answer = await send(method, address(target), undefined, expectation.body?.(target));
      expect(answer.status).toBe(401);
      expectNothingHidden(answer.text, null, operation);
    }
  });

  test.each(roleNames)("%s", async (role) => {
    for (const target of listTargets(role)) {
      const answer = await send(method, address(target), cookies.get(role), expectation.body?.(target));
      const expected = hasPermissionByRole(role, access) ? expectation.status(role, target) : 403;
      expect([target.owner, target.entry, answer.status], answer.text).toEqual([target.owner, target.entry, expected]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expectNothingHidden(answer.text, role, operation);
    }
  });
});

describe.each(memberRoutes.map((route) => ({ route, method: route.action ? "POST" : "GET", path: route.path })))(
  "$method $path",
  ({ route, method, path }) => {
    test("signed out", async () => {
      const answer = await send(method, addressOf(path, elsewhere), undefined, method === "POST" ? "form" : undefined);
      expectNothingHidden(answer.text, null, path);
      if (route.access === "anyone") return expect(answer.status).toBeLessThan(500);
      if (method === "POST") return expect(answer.status).toBe(403);
      expect([answer.status, answer.text]).toEqual([303, ""]);
      expect(answer.headers.get("location")).toMatch(/^\/en\/sign-in\?next=/);
    });

    test.each(roleNames)("%s", async (role) => {
      for (const owner of [homes[role], elsewhere]) {
        // Signing out or erasing the account is among what is tried: each POST comes from somebody new.
        const cookie = method === "POST" ? await matrix.signIn(role) : cookies.get(role);
        const answer = await send(method, addressOf(path, owner), cookie, method === "POST" ? "form" : undefined);
        judge(route, role, owner, answer);
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expectNothingHidden(answer.text, role, `${method} ${path}`);
      }
    });
  },
);

/** The address with a record or entry of the owner where it names one, else with something that is not there. */
function addressOf(path: string, owner: string): string {
  const subject = /entries\/:id/.test(path) ? matrix.find(owner, "draft") : matrix.find(owner, null);
  const named = isAboutRecord(path) || isAboutEntry(path) ? subject.id : "00000000-0000-4000-8000-000000000000";
  const values: Record<string, string> = { kind: "activity", id: named, fiscalYear: "2018", version: "1" };
  return `/en${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string, pattern?: string) =>
    pattern === undefined ? (values[name] ?? "none") : `${named}.${findEnding(pattern)}`,
  )}`;
}

/** The first ending that the address of a file takes: `{.+\\.(?:docx|pdf)}`. */
function findEnding(pattern: string): string {
  return /\\\.(?:\(\?:)?(\w+)/.exec(pattern)?.[1] ?? "none";
}

function isAboutRecord(path: string): boolean {
  return /\/(records|correct)\/(:kind|activity)\/:id/.test(path);
}

function isAboutEntry(path: string): boolean {
  return /\/entries\/:id/.test(path);
}

function judge(
  route: MemberRoute,
  role: Role,
  owner: string,
  answer: { status: number; headers: Headers; text: string },
) {
  const what = `${role} at ${route.path} of ${owner}: ${answer.status}`;
  expect(answer.status, what).toBeLessThan(500);
  if (route.access === "anyone") return;
  if (!hasPermissionByRole(role, route.access)) return expect(answer.status, what).toBe(403);
  expect(answer.headers.get("location") ?? "", what).not.toContain("/sign-in");
  const isSeen = isAboutEntry(route.path)
    ? seesEntry(role, matrix.find(owner, "draft"), "draft")
    : !isAboutRecord(route.path) || seesRecord(role, matrix.find(owner, null));
  // A form in which everything is missing may be refused before anything is looked up.
  if (!isSeen) return expect(route.action ? [400, 403, 404] : [403, 404], what).toContain(answer.status);
  if (/^\/members\/(records\/:kind(\/:id(\/history)?)?|entries\/:id)$/.test(route.path) && route.page)
    return expect(answer.status, what).toBe(200);
  if (!route.path.includes(":") && route.page) expect(answer.status, what).toBe(200);
}

describe("what everyone may read", () => {
  test.each(publicRoutes.map(({ path }) => path))(
    "%s is the same for all, without a word of members' records",
    async (path) => {
      const address = addressOf(path, elsewhere);
      const before = await send("GET", address, undefined);
      expect(before.status).toBeLessThan(500);
      expectNothingHidden(before.text, null, path);
      const signedIn = await send("GET", address, cookies.get("administrator"));
      expect([signedIn.status, signedIn.text]).toEqual([before.status, before.text]);
    },
  );
});

describe("the app", () => {
  const open = new Set([
    ...["/healthz", "/readyz", "/favicon.svg", "/favicon.ico", "/robots.txt", "/sitemap.xml", "/"],
    ...["/api/v1/openapi.json", "/api/v1/*", "/api/*", "/*"],
    // Shut but for the ceremonies of handle-auth.ts.
    "/api/auth/*",
  ]);

  test("serves no address that is in none of the lists", async () => {
    const { fileResources, resources } = await import("../../src/web/api/resources.ts");
    const declared = new Set([
      ...open,
      ...publicRoutes.map(({ path }) => `GET /:language${path}`),
      ...memberRoutes.map((route) => `${route.action ? "POST" : "GET"} /:language${route.path}`),
      ...[...resources, ...fileResources].map(({ path }) => `/api/v1${path.replace("{id}", ":id")}`),
      ...memberOperations.map(({ path }) => `/api/v1/members${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
      "/api/v1/members/*",
    ]);
    const unknown = matrix.app.routes
      .filter(({ path }) => !path.startsWith("/assets/") && !path.startsWith("/api/v1/problems/"))
      .filter(({ method, path }) => !declared.has(path) && !declared.has(`${method} ${path}`))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(unknown)]).toEqual([]);
  });

  test.each(["/api/v1/members/years", "/api/v1/%6Dembers/years"])(
    "however %s is written, it asks who is there and where a change comes from",
    async (path) => {
      expect((await send("GET", path, undefined)).status).toBe(401);
      const foreign = await matrix.app.request(path, {
        method: "POST",
        headers: { cookie: cookies.get("coordination") ?? "", origin: "https://example.com" },
      });
      expect(foreign.status).toBe(403);
    },
  );
});
