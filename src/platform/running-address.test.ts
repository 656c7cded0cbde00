import { afterAll, beforeAll, expect, test } from "vitest";
import { createLoadedContext } from "../testing/context.ts";
import type { Context } from "./context.ts";
import { followRevision } from "./follow-revision.ts";
import { findRunningAddress } from "./running-address.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const find = () => findRunningAddress(context.database);

test("a command finds the address of the process that serves, as long as it does", async () => {
  expect(await find()).toBeNull();
  const follower = await followRevision(context);
  expect(await find()).toBeNull();
  await follower.announce("http://localhost:3955");
  expect(await find()).toBe("http://localhost:3955");
  await follower.stop();
  await expect.poll(find).toBeNull();
});

test("an address too long for a session's name is not announced in part", async () => {
  const follower = await followRevision(context);
  await follower.announce(`https://${"renkei.".repeat(8)}example.jp`);
  expect(await find()).toBeNull();
  await follower.stop();
});
