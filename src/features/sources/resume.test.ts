import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../platform/config.ts";
import { createTestContext } from "../../testing/context.ts";
import { createTestDatabase } from "../../testing/database.ts";
import { type Answer, startTinySite } from "../../testing/tiny-site.ts";

const count = 12;
const held = "/a/5.html";
const text = "为改善环境空气质量，现就挥发性有机物污染防治工作通知如下。";

test("a command that is killed in the middle goes on where it was: nothing is fetched or counted twice", async () => {
  const context = await createTestContext();
  const database = await createTestDatabase();
  const answered: string[] = [];
  const reached = Promise.withResolvers<ServerResponse>();
  const page: Answer = (request, response) => {
    answered.push(request.url ?? "");
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(
        `<html><head><title>关于${request.url}的通知</title></head><body><h1>关于${request.url}的通知</h1><p>${text}</p></body></html>`,
      );
  };
  const pages: Record<string, string | Answer> = {
    "/robots.txt": "",
    "/list/": `<ul>${Array.from({ length: count }, (_, index) => `<li><a href="/a/${index}.html">通知${index}</a><span>2016-04-01</span></li>`).join("")}</ul>`,
    "*": page,
    [held]: (_, response) => reached.resolve(response),
  };
  const site = await startTinySite(pages);
  await database.pool.query(
    `insert into policy_sources (row_number, id, body, tier, name_ja, name_zh, name_en, language, kind, address,
       item_selector, every_hours, quiet_days) values (1, 'one', 'mep', 'central', '一', '一', 'One', 'zh', 'list', $1, 'li', 24, 30)`,
    [`${site.origin}/list/`],
  );
  const start = () =>
    spawn(process.execPath, ["--import", "tsx", "src/cli/run.ts", "sources", "check", "--all", "--lang", "en"], {
      cwd: projectRoot,
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        RENKEI_DATA: join(context.config.dataDirectory, "resume"),
        RENKEI_FETCH_ALLOW: site.host,
        RENKEI_LOG: "silent",
        NODE_OPTIONS: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  const first = start();
  await reached.promise;
  first.kill("SIGKILL");
  await once(first, "exit");
  const before = (
    await database.pool.query("select state, count(*)::int as n from source_pages group by state order by state")
  ).rows;
  expect(before.reduce((sum, { n }) => sum + n, 0)).toBe(count);
  expect(before.find(({ state }) => state === "waiting")?.n).toBeGreaterThan(0);

  pages[held] = page;
  const second = start();
  let printed = "";
  second.stdout.on("data", (part) => {
    printed += part;
  });
  second.stderr.on("data", (part) => {
    printed += part;
  });
  const [code] = await once(second, "exit");
  expect({ code, printed }).toMatchObject({ code: 0 });
  expect(answered.sort()).toEqual(Array.from({ length: count }, (_, index) => `/a/${index}.html`).sort());
  const { rows } = await database.pool.query(
    `select (select count(*)::int from source_pages where state = 'understood') as understood,
       (select count(distinct url)::int from policy_items) as items, (select count(*)::int from policy_items) as all_items,
       (select sum(fresh)::int from source_checks) as fresh, (select count(*)::int from source_snapshots) as snapshots`,
  );
  expect(rows[0]).toEqual({ understood: count, items: count, all_items: count, fresh: count, snapshots: count + 1 });
  await site.close();
  await database.close();
  await context.database.close();
}, 300_000);
