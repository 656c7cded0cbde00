import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestContext } from "../../testing/context.ts";
import { type Answer, startTinySite, type TinySite } from "../../testing/tiny-site.ts";
import type { Context } from "../context.ts";
import { createSafeAgent } from "./connect-safely.ts";
import { type FetchRequest, fetchPolitely } from "./fetch-politely.ts";
import { parseAllowedPlaces } from "./fetch-settings.ts";
import { requestOnce } from "./request-once.ts";

let pages: Record<string, string | Answer>;
let site: TinySite;
let base: Context;
let context: Context;

beforeAll(async () => {
  base = await createTestContext();
});
afterAll(() => base.database.close());
// Each test has a host of its own: what is remembered of others does not matter to it.
beforeEach(async () => {
  pages = { "/": "<p>本文</p>" };
  site = await startTinySite(pages);
  context = { ...base, config: { ...base.config, fetch: { allow: parseAllowedPlaces(site.host) } } };
});
afterEach(() => site.close());

const ask = (path: string, more: Partial<FetchRequest> = {}) =>
  fetchPolitely(context, { url: path.startsWith("http") ? path : `${site.origin}${path}`, ...more });
const failure = (kind: string, code: string) => ({ kind, problem: { code } });
const redirect =
  (location: string, status = 302): Answer =>
  (_, response) =>
    response.writeHead(status, { location }).end();

test("a page comes with its headers; robots.txt is asked for once", async () => {
  const answer = await ask("/");
  expect(Buffer.from(answer.content).toString()).toBe("<p>本文</p>");
  expect(answer).toMatchObject({ status: 200, finalUrl: `${site.origin}/` });
  await ask("/");
  expect(site.requests).toEqual(["/robots.txt", "/", "/"]);
});

test("it says who asks", async () => {
  const seen: (string | undefined)[] = [];
  pages["/"] = (request, response) => {
    seen.push(request.headers["user-agent"], request.headers.cookie);
    response.end("x");
  };
  context.config.publicUrl = "https://renkei.example";
  await ask("/");
  expect(seen).toEqual(["Renkei/0.1 (+https://renkei.example)", undefined]);
});

test("what did not change is not sent again", async () => {
  pages["/"] = (request, response) =>
    request.headers["if-none-match"] === '"1"' &&
    request.headers["if-modified-since"] === "Fri, 03 Apr 2015 00:00:00 GMT"
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"1"' }).end("x");
  expect(await ask("/")).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  expect(await ask("/", { etag: '"1"', lastModified: "Fri, 03 Apr 2015 00:00:00 GMT" })).toMatchObject({ status: 304 });
});

describe("is never asked for", () => {
  test.each([
    ["file:///etc/passwd", "scheme"],
    ["http://user:password@example.com/", "credentials"],
    ["http://example.com:22/", "port"],
    ["http://127.0.0.1/", "private-address"],
    ["http://2130706433/", "private-address"],
    ["http://0x7f.1/", "private-address"],
    ["http://[::ffff:127.0.0.1]/", "private-address"],
    ["http://[64:ff9b::a00:1]/", "private-address"],
    ["http://localhost/", "private-address"],
    ["not an address", "bad-address"],
  ])("%s: %s", async (url, code) => {
    await expect(fetchPolitely(context, { url })).rejects.toMatchObject(failure("refused", code));
  });

  test("another port of an allowed host", async () => {
    const other = await startTinySite({ "/": "secret" });
    await expect(ask(`${other.origin}/`)).rejects.toMatchObject(failure("refused", "port"));
    const ports = [Number(other.host.split(":")[1])];
    await expect(ask(`${other.origin}/`, { ports })).rejects.toMatchObject(failure("refused", "private-address"));
    expect(other.requests).toEqual([]);
    await other.close();
  });
});

test("a name that answers with a public address and then with a private one reaches neither twice", async () => {
  const answers = [["8.8.8.8", "127.0.0.1"], ["127.0.0.1"], ["::ffff:127.0.0.1"]];
  const asked: string[] = [];
  const agent = createSafeAgent({ allow: [] }, async (name) => {
    asked.push(name);
    return answers.shift() ?? [];
  });
  const url = new URL(`http://rebind.example:${site.host.split(":")[1]}/`);
  const once = { url, userAgent: "t", accept: "*/*", largestBytes: 1_000, longestMilliseconds: 5_000 };
  for (let index = 0; index < 3; index += 1)
    await expect(requestOnce(agent, once)).rejects.toMatchObject(failure("refused", "private-address"));
  expect(asked).toHaveLength(3);
  expect(site.requests).toEqual([]);
  await agent.close();
});

test("the connection goes to the very address that was judged", async () => {
  const answers = [["127.0.0.1"], ["192.0.2.1"]];
  const agent = createSafeAgent({ allow: parseAllowedPlaces("127.0.0.0/8") }, async () => answers.shift() ?? []);
  const url = new URL(`http://once.example:${site.host.split(":")[1]}/`);
  const once = { url, userAgent: "t", accept: "*/*", largestBytes: 1_000, longestMilliseconds: 5_000 };
  expect(await requestOnce(agent, once)).toMatchObject({ status: 200 });
  expect(answers).toHaveLength(1);
  await agent.close();
});

describe("redirects", () => {
  test("are followed, and what they lead to is told", async () => {
    pages["/a"] = redirect("/b", 301);
    pages["/b"] = redirect("/?x=1");
    pages["/?x=1"] = "end";
    expect(await ask("/a")).toMatchObject({ finalUrl: `${site.origin}/?x=1` });
  });

  test("into a private network are refused before anything is sent", async () => {
    const inner = await startTinySite({ "*": "secret" });
    pages["/a"] = redirect(`http://127.0.0.1:8080/`);
    pages["/b"] = redirect(`${inner.origin}/`);
    pages["/c"] = redirect("http://169.254.169.254/latest/meta-data/");
    pages["/d"] = redirect("file:///etc/passwd");
    await expect(ask("/a")).rejects.toMatchObject(failure("refused", "private-address"));
    await expect(ask("/b")).rejects.toMatchObject(failure("refused", "port"));
    await expect(ask("/c")).rejects.toMatchObject(failure("refused", "private-address"));
    await expect(ask("/d")).rejects.toMatchObject(failure("refused", "scheme"));
    expect(inner.requests).toEqual([]);
    await inner.close();
  });

  test("without end or in a circle are left", async () => {
    pages["*"] = (request, response) => response.writeHead(302, { location: `${request.url}0` }).end();
    pages["/robots.txt"] = (_, response) => response.writeHead(404).end();
    await expect(ask("/1")).rejects.toMatchObject(failure("final", "too-many-redirects"));
    expect(site.requests).toHaveLength(7);
    pages["/c"] = redirect("/d");
    pages["/d"] = redirect("/c");
    await expect(ask("/c")).rejects.toMatchObject(failure("final", "redirect-loop"));
    pages["/e"] = (_, response) => response.writeHead(302).end();
    await expect(ask("/e")).rejects.toMatchObject(failure("final", "redirect-nowhere"));
  });
});

describe("robots.txt", () => {
  test("is obeyed, for us by name before all", async () => {
    pages["/robots.txt"] = "User-agent: *\nAllow: /\n\nUser-agent: renkei\nDisallow: /private\nAllow: /private/open";
    pages["/private/x"] = "x";
    pages["/private/open"] = "x";
    await expect(ask("/private/x")).rejects.toMatchObject(failure("refused", "robots"));
    await ask("/private/open");
    expect(site.requests).toEqual(["/robots.txt", "/private/open"]);
  });

  test("that the server cannot give forbids everything for now", async () => {
    pages["/robots.txt"] = (_, response) => response.writeHead(503).end();
    await expect(ask("/")).rejects.toMatchObject(failure("temporary", "robots-unreachable"));
    expect(site.requests).toEqual(["/robots.txt"]);
  });

  test("that was known serves on while the server cannot give a new one", async () => {
    pages["/robots.txt"] = "User-agent: *\nDisallow: /private";
    await ask("/");
    await context.database.pool.query("update fetch_hosts set robots_at = now() - interval '2 days' where host = $1", [
      site.host,
    ]);
    pages["/robots.txt"] = (_, response) => response.writeHead(500).end();
    await ask("/");
    await expect(ask("/private")).rejects.toMatchObject(failure("refused", "robots"));
  });

  test("asks for a pause between two requests, whoever sends them", async () => {
    pages["/robots.txt"] = "User-agent: *\nCrawl-delay: 0.4";
    const started = performance.now();
    await Promise.all([ask("/"), ask("/"), ask("/")]);
    expect(performance.now() - started).toBeGreaterThan(790);
  });
});

test("a host is asked one thing at a time", async () => {
  let now = 0;
  let most = 0;
  pages["/"] = (_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.end("x");
    }, 20);
  };
  await Promise.all(Array.from({ length: 5 }, () => ask("/")));
  expect(most).toBe(1);
});

test("a busy server is left alone for as long as it asks", async () => {
  pages["/"] = (_, response) => response.writeHead(503, { "retry-after": "600" }).end();
  await expect(ask("/")).rejects.toMatchObject(failure("temporary", "busy"));
  const asked = site.requests.length;
  const error: unknown = await ask("/other").catch((reason: unknown) => reason);
  expect(error).toMatchObject(failure("temporary", "host-waiting"));
  const wait = Number(Reflect.get(Object(error), "retryAt")) - Date.now();
  expect(wait).toBeGreaterThan(590_000);
  expect(wait).toBeLessThan(610_000);
  expect(site.requests).toHaveLength(asked);
});

test.each([
  [404, "final", "not-found"],
  [410, "final", "not-found"],
  [412, "temporary", "challenge"],
  [403, "temporary", "denied"],
  [500, "temporary", "server-error"],
  [418, "final", "status"],
])("status %i is %s: %s", async (status, kind, code) => {
  pages["/"] = (_, response) => response.writeHead(status).end("x".repeat(100_000));
  await expect(ask("/")).rejects.toMatchObject(failure(kind, code));
});

describe("a body", () => {
  const megabyte = 1024 * 1024;

  test("that is too large is left, said or not", async () => {
    pages["/said"] = (_, response) => {
      response.writeHead(200, { "content-length": 50 * megabyte });
      response.write("x");
    };
    pages["/unsaid"] = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    };
    for (const path of ["/said", "/unsaid"])
      await expect(ask(path, { largestBytes: megabyte })).rejects.toMatchObject(failure("final", "too-large"));
  });

  test.each([
    ["gzip", gzipSync(Buffer.alloc(50 * megabyte))],
    ["zstd", zstdCompressSync(Buffer.alloc(50 * megabyte))],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(50 * megabyte)))],
  ])("that unpacks to far more is a bomb (%s)", async (encoding, packed) => {
    pages["/"] = (_, response) => response.writeHead(200, { "content-encoding": encoding }).end(packed);
    await expect(ask("/")).rejects.toMatchObject(failure("final", "bomb"));
  });

  test("packed as it should be arrives unpacked", async () => {
    pages["/"] = (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("大气"));
    expect(Buffer.from((await ask("/")).content).toString()).toBe("大气");
  });

  test("packed in a way that nobody knows, or broken off, is no page", async () => {
    pages["/"] = (_, response) => response.writeHead(200, { "content-encoding": "rot13" }).end("x");
    await expect(ask("/")).rejects.toMatchObject(failure("final", "encoding"));
    pages["/"] = (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("大气").subarray(0, 12));
    await expect(ask("/")).rejects.toMatchObject(failure("temporary", "broken"));
    pages["/"] = (_, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("x");
      setTimeout(() => response.destroy(), 20);
    };
    await expect(ask("/")).rejects.toMatchObject(failure("temporary", "broken"));
  });

  test("that never ends in time is given up", async () => {
    pages["/"] = (_, response) => void response.write("x");
    await expect(ask("/", { longestMilliseconds: 300 })).rejects.toMatchObject(failure("temporary", "timeout"));
  });
});

test("a server that is not there", async () => {
  await site.close();
  await expect(ask("/")).rejects.toMatchObject(failure("temporary", "connect"));
});
