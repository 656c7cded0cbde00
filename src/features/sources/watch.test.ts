import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { checkSourcesJob } from "./jobs.ts";
import { findWatch, setWatch } from "./watch.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

test("a first start asks no site before somebody of the desk says so", async () => {
  await checkSourcesJob.run(context, {});
  const { rows } = await context.database.pool.query("SELECT count(*)::int AS looks FROM source_states");
  expect(rows).toEqual([{ looks: 0 }]);
  expect(await findWatch(context)).toBeNull();
  await expect(setWatch(context, createActor("guest", "iges"), true)).rejects.toMatchObject({ code: "forbidden" });
  const desk = createActor("coordination", "iges");
  await setWatch(context, desk, true);
  expect(await findWatch(context)).toEqual(context.clock.now());
  await setWatch(context, desk, false);
  expect(await findWatch(context)).toBeNull();
});
