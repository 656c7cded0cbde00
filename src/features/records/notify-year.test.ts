import { afterAll, beforeAll, expect, test } from "vitest";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { appendAudit } from "../audit/change.ts";
import { closeYear, proposeClosing, publishYear, reopenYear } from "./years.ts";

let context: Context;
const ministry = createActor("ministry", "moe-japan");
const coordinator = createActor("coordination", "iges");

beforeAll(async () => {
  context = await createLoadedContext();
  for (const [role, organisation, language] of [
    ["ministry", "moe-japan", "ja"],
    ["ministry", "mep-china", "zh"],
    ["coordination", "iges", "ja"],
    ["technical", "jeta", "en"],
    ["home-government", "fukuoka", "ja"],
  ] as const)
    await addAccount(`${role}-${organisation}`, role, organisation, language);
}, 60_000);
afterAll(() => context.database.close());

function addAccount(id: string, role: string, organisation: string, language: string): Promise<void> {
  return write(context.database, async (transaction) => {
    const now = context.clock.now();
    const account = { id, name: id, email: `${id}@example.jp`, emailVerified: true };
    await transaction.insertInto("auth_users").values(account).execute();
    await transaction
      .insertInto("profiles")
      .values({ user_id: id, language: language as "ja", seen_until: now })
      .execute();
    await transaction.insertInto("memberships").values({ user_id: id, organisation, role, since: now }).execute();
    await appendAudit(transaction, { userId: null, network: null }, now, [{ action: "test.noted" }]);
  });
}

async function takeMails() {
  return context.database.db.deleteFrom("mails").returning(["recipient", "subject", "body"]).execute();
}

test("each step tells those whose turn it is, in their languages, and nobody else", async () => {
  await proposeClosing(context, coordinator, 2015, "all in");
  const proposed = await takeMails();
  expect(proposed.map(({ recipient, subject }) => `${recipient} ${subject}`).sort()).toEqual([
    "ministry-mep-china@example.jp 【中日城市间协作项目】2015年度封账申请",
    "ministry-moe-japan@example.jp 【日中都市間連携協力事業】2015年度 年度締めのご依頼",
  ]);
  expect(proposed[0]?.body).toMatch(/\/members\/years\/2015$/m);
  expect(proposed.map(({ body }) => body).join()).toContain("依頼に添えられた連絡：\nall in");

  await closeYear(context, ministry, 2015, "");
  expect((await takeMails()).map(({ recipient }) => recipient).sort()).toEqual([
    "coordination-iges@example.jp",
    "technical-jeta@example.jp",
  ]);
  await reopenYear(context, ministry, 2015, "one is missing");
  const reopened = await takeMails();
  expect(reopened.map(({ subject }) => subject).sort()).toEqual([
    "[Japan–China Inter-City Cooperation] FY2015 has been reopened",
    "【日中都市間連携協力事業】2015年度 締め解除のお知らせ",
  ]);
  for (const { body } of reopened) expect(body).toMatch(/(Reason:|解除の理由：)\none is missing/);
  await publishYear(context, coordinator, 2015);
  expect(await takeMails()).toEqual([]);
});

test("a step that the database refuses sends nothing", async () => {
  await expect(reopenYear(context, ministry, 2015, "twice")).resolves.toBeUndefined();
  await expect(async () => closeYear(context, coordinator, 2015, "")).rejects.toThrow();
  expect(await takeMails()).toEqual([]);
});
