import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditLog } from "../../src/features/audit/verify.ts";
import type { Context } from "../../src/platform/context.ts";
import { createLoadedContext } from "../../src/testing/context.ts";
import { createApp } from "../../src/web/app.ts";
import { prepareAssets } from "../../src/web/assets.ts";
import { call, draft, findDamage, type Site, signInPeople, startEntry } from "./member-saves.ts";

let context: Context;
let site: Site;
let now = new Date("2026-11-22T03:00:00Z");
beforeAll(async () => {
  const clock = { now: () => now, today: () => now.toISOString().slice(0, 10) };
  context = { ...(await createLoadedContext()), clock };
  const app = createApp(context, await prepareAssets());
  site = {
    ...(await signInPeople(context)),
    origin: "http://localhost",
    send: async (path, init) => app.request(path, init),
  };
}, 120_000);
afterAll(() => context.database.close());

test("of two tabs with the same form, saved at the same moment, one is told of the other", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { id } = await startEntry(site, "0");
    const both = ["1", "2"].map((number) =>
      call(site, site.member, "PUT", `/entries/${id}`, { ...draft(number), revision: 1 }),
    );
    const answers = await Promise.all(both);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [saved, refused] = answers.toSorted((a, b) => a.status - b.status);
    const kept = (await saved?.json()) as { content: object; revision: number };
    expect(kept.revision).toBe(2);
    expect(await refused?.json()).toMatchObject({ current: { revision: 2, content: kept.content } });
  }
});

test("the same form sent eight times at once makes one entry", async () => {
  const body = { kind: "activity", owner: "fukuoka", formKey: randomUUID(), ...draft("5") };
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(site, site.member, "POST", "/entries", body)));
  const made = await Promise.all(
    answers.map(async (answer) => ({ status: answer.status, ...((await answer.json()) as { id: string }) })),
  );
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test("the same step sent twice is taken once", async () => {
  const { id } = await startEntry(site, "6");
  const submit = () => call(site, site.member, "POST", `/entries/${id}/submit`, { revision: 1 });
  const approve = () => call(site, site.officer, "POST", `/entries/${id}/approve`, { revision: 2 });
  for (const step of [submit, approve]) {
    const answers = await Promise.all([step(), step(), step()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  }
  const { rows } = await sql<{ versions: number }>`
    SELECT count(*)::int AS versions FROM record_versions WHERE entry = ${id}::uuid`.execute(context.database.db);
  expect(rows).toEqual([{ versions: 1 }]);
});

test("the clock goes back a day: the log still verifies, in the order in which things happened", async () => {
  const { id, revision } = await startEntry(site, "7");
  const later = now;
  now = new Date(now.getTime() - 86_400_000);
  const saved = await call(site, site.member, "PUT", `/entries/${id}`, { ...draft("8"), revision });
  expect(saved.status).toBe(200);
  now = later;
  expect((await call(site, site.member, "POST", `/entries/${id}/submit`, { revision: 2 })).status).toBe(200);
  const { rows } = await sql<{ action: string; at: string }>`
    SELECT action, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at FROM audit_log
    WHERE details->>'entry' = ${id} ORDER BY number`.execute(context.database.db);
  expect(rows).toEqual([
    { action: "entry.started", at: "2026-11-22" },
    { action: "entry.saved", at: "2026-11-21" },
    { action: "entry.submitted", at: "2026-11-22" },
  ]);
  expect(await verifyAuditLog(context)).toMatchObject({ sound: true });
  expect(await findDamage(context, [], [])).toEqual([]);
});
