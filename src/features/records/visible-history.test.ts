import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import type { RecordContent } from "../../records/kind.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { approveEntry, submitEntry } from "./decide-entry.ts";
import { type EntryInput, saveEntry } from "./save-entry.ts";
import { getVisibleHistory, requireVersion } from "./visible-history.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const fukuoka = createActor("home-government", "fukuoka");
const jiangsu = createActor("partner-government", "jiangsu");
const hyogo = createActor("home-government", "hyogo");
const coordinator = createActor("coordination", "iges");
const technician = createActor("technical", "jesc");

const training = (title: string, organisation: string, register = "coordination-trainings"): RecordContent => ({
  fields: {
    register,
    fiscal_year: "2017",
    number: "99",
    kind: "training",
    status: "done",
    title_ja: title,
    title_zh: "赴日研修",
    title_en: "Training in Japan",
    funding: "programme",
    ...(register === "coordination-trainings" && { partnerships: "fukuoka-jiangsu" }),
  },
  parts: { activity_parties: [{ organisation, role: "receiver" }] },
});

async function approve(input: Partial<EntryInput> & Pick<EntryInput, "content" | "visibility">): Promise<string> {
  const saved = await saveEntry(context, fukuoka, { kind: "activity", owner: "fukuoka", reason: "訂正", ...input });
  const submitted = await submitEntry(context, fukuoka, saved.entry);
  expect(submitted).toMatchObject({ state: "done" });
  expect(await approveEntry(context, coordinator, submitted.entry)).toMatchObject({ state: "done" });
  return saved.entry.record;
}

async function readSeen(actor: Actor, record: string) {
  const { versions, hidden } = await getVisibleHistory(context, actor, "activity", record);
  return { versions: versions.map(({ version }) => version), hidden };
}

describe("an old version", () => {
  test("stays with the organisations that it named, whoever the newest one names", async () => {
    const record = await approve({ content: training("双方だけの件名", "jiangsu"), visibility: "sides" });
    await approve({ record, content: training("共有する件名", "hyogo"), visibility: "sides" });
    expect(await readSeen(hyogo, record)).toEqual({ versions: [2], hidden: 1 });
    expect(await readSeen(jiangsu, record)).toEqual({ versions: [2, 1], hidden: 0 });
    const history = await getVisibleHistory(context, hyogo, "activity", record);
    expect(() => requireVersion(history, 1)).toThrowError(expect.objectContaining({ code: "not-found" }));
    expect(JSON.stringify(history)).not.toContain("双方だけの件名");
  });

  test("is seen by its platform and the owner where it was the owner's alone", async () => {
    const record = await approve({ content: training("自機関の件名", "jiangsu"), visibility: "organisation" });
    await approve({ record, content: training("会員の件名", "jiangsu"), visibility: "members" });
    for (const actor of [fukuoka, coordinator])
      expect(await readSeen(actor, record)).toEqual({ versions: [2, 1], hidden: 0 });
    for (const actor of [jiangsu, hyogo, technician])
      expect(await readSeen(actor, record)).toEqual({ versions: [2], hidden: 1 });
  });
});
