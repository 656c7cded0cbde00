import { sql } from "kysely";
import { expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import { read, write } from "../../db/transaction.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { sampleFolder } from "../../testing/programme-folder.ts";
import { change } from "../audit/change.ts";
import { moveNeed } from "./change-need.ts";
import { listPublicNeeds } from "./service.ts";
import { readEvidence } from "./store.ts";

test("the programme's needs stand as the sources state them, and a second load leaves what members did", async () => {
  const context = await createLoadedContext();
  const needs = new Map((await listPublicNeeds(context)).map((need) => [need.id, need]));
  expect(needs.get("guangdong-3-standards")).toMatchObject({
    origin: "programme",
    kinds: ["information"],
    learnt: "2015-01",
    learntFrom: "2015-01-01",
    learntBy: "letter",
    state: "confirmed",
    source: { document: "b-2015", place: "Ⅲ.2 兵庫県", row: "3" },
  });
  // An institute's wish concerns its government as well.
  expect(needs.get("mep-ozone-1-framework")?.sides).toEqual(expect.arrayContaining(["mep-pollution-control", "jica"]));
  expect([...needs.values()].filter(({ organisation }) => organisation === "shenyang")).toHaveLength(5);
  const evidence = (id: string) => read(context.database, (transaction) => readEvidence(transaction, [id]));
  expect(await evidence("guangdong-3-standards")).toMatchObject([{ kind: "policy", subject: "special-limits-2013" }]);

  const coordinator = createActor("coordination", "iges");
  const need = needs.get("wuhan-voc-seminar");
  if (!need) throw new Error("the sample lacks a need of Wuhan");
  await change(context, coordinator, async (transaction, audit) => {
    const now = context.clock.now();
    await moveNeed(transaction, audit, { need: need.id, to: "confirmed", by: coordinator.userId, note: null, now });
    await transaction.deleteFrom("need_evidence").where("need", "=", need.id).execute();
  });
  // A need that the list has dropped since, and that nobody here has touched.
  await write(context.database, (transaction) =>
    transaction
      .insertInto("need_items")
      .expression(
        sql`SELECT (jsonb_populate_record(need_items, '{"id": "no-longer-listed"}')).* FROM need_items WHERE id = 'zibo-plan'`,
      )
      .execute(),
  );
  await loadFolder(context, { directory: sampleFolder, replace: true, dryRun: false, discard: true });

  const again = new Map((await listPublicNeeds(context)).map((one) => [one.id, one]));
  expect(again.get(need.id)).toMatchObject({ state: "confirmed", revision: 2 });
  expect(await evidence(need.id)).toEqual([]);
  expect(again.has("no-longer-listed")).toBe(false);
  expect(again.size).toBe(needs.size);
  await context.database.close();
});
