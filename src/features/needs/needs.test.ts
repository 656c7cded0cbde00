import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { change } from "../audit/change.ts";
import { getWork } from "../work/service.ts";
import { findAlike } from "./alike.ts";
import { moveNeed } from "./change-need.ts";
import type { NeedInput } from "./check-need.ts";
import type { OfferInput } from "./check-offer.ts";
import { addEvidence, removeEvidence } from "./evidence.ts";
import { correctNeed, enterNeed } from "./save-need.ts";
import { correctOffer, enterOffer } from "./save-offer.ts";
import { getNeed, listNeeds, listPublicNeeds, listPublicOffers } from "./service.ts";
import { stepNeed } from "./step-need.ts";

const shenyang = createActor("partner-government", "shenyang-epb");
const wuhan = createActor("partner-government", "wuhan");
const kawasaki = createActor("home-government", "kawasaki");
const coordinator = createActor("coordination", "iges");
const company = createActor("expert", "janus");
const guest = createActor("guest", "kobe");

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const wish: NeedInput = {
  organisation: "shenyang",
  addressedTo: "kawasaki",
  language: "zh",
  title: { zh: "燃煤锅炉VOC与臭氧协同控制研修" },
  detail: {},
  topics: ["voc", "ozone"],
  kinds: ["training"],
  difficulty: "practical",
  urgency: "high",
  languages: ["zh"],
  learnt: "2018-07-19",
  learntBy: "entered",
  saidBy: {},
  fiscalYear: 2019,
  visibility: "sides",
  openToCompanies: false,
};

async function enter(input: Partial<NeedInput> = {}, actor = shenyang): Promise<string> {
  const options = { formKey: crypto.randomUUID(), replaces: null };
  const first = await enterNeed(context, actor, { ...wish, ...input }, options);
  const knownAlike = first.state === "alike" ? first.needs.map(({ id }) => id) : [];
  const result = await enterNeed(context, actor, { ...wish, ...input }, { ...options, knownAlike });
  if (result.state !== "done") throw new Error(JSON.stringify(result));
  return result.id;
}

const step = (
  actor: typeof shenyang,
  id: string,
  from: "heard" | "confirmed" | "withdrawn",
  to: Parameters<typeof stepNeed>[3]["to"],
  rest = {},
) => stepNeed(context, actor, id, { from, to, note: null, replacedBy: null, ...rest });

describe("a need", () => {
  test("is entered by its city in its language, once however often the form is sent", async () => {
    const formKey = crypto.randomUUID();
    const [first, second] = await Promise.all([
      enterNeed(context, shenyang, wish, { formKey, replaces: null }),
      enterNeed(context, shenyang, wish, { formKey, replaces: null }),
    ]);
    expect(first).toEqual(second);
    if (first.state !== "done") throw new Error(JSON.stringify(first));
    const need = await getNeed(context, kawasaki, first.id);
    expect(need).toMatchObject({
      state: "heard",
      language: "zh",
      title: wish.title,
      owner: "shenyang-epb",
      revision: 1,
    });
    expect(need.sides).toEqual(["shenyang", "kawasaki"]);
    await expect(getNeed(context, wuhan, first.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(getNeed(context, guest, first.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await listPublicNeeds(context)).some(({ id }) => id === first.id)).toBe(false);
  });

  test("of another city is not theirs to enter, to change or to move", async () => {
    const options = { formKey: crypto.randomUUID(), replaces: null };
    expect(await enterNeed(context, wuhan, wish, options)).toMatchObject({
      state: "problems",
      problems: [{ field: "organisation", reason: "not-own" }],
    });
    const id = await enter({ visibility: "members" });
    for (const other of [wuhan, kawasaki]) {
      await expect(correctNeed(context, other, id, { ...wish, organisation: "wuhan" }, 1)).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(step(other, id, "heard", "withdrawn", { note: "x" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        addEvidence(context, other, id, { kind: "document", subject: "b-2015", note: "", language: "ja" }),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(enter({}, guest)).rejects.toMatchObject({ code: "forbidden" });
    // What the coordinating institute hears, it enters for anybody.
    expect(await getNeed(context, coordinator, await enter({ learntBy: "meeting" }, coordinator))).toMatchObject({
      owner: "iges",
    });
  });

  test("goes step by step: the broker confirms, the city withdraws with a reason, and what is withdrawn cannot be matched", async () => {
    const id = await enter();
    await expect(step(shenyang, id, "heard", "confirmed")).rejects.toMatchObject({ code: "forbidden" });
    await expect(step(coordinator, id, "heard", "matched")).rejects.toMatchObject({ code: "conflict" });
    await step(coordinator, id, "heard", "confirmed");
    // Somebody looks at a page from before.
    await expect(step(shenyang, id, "heard", "withdrawn", { note: "另有安排" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(step(shenyang, id, "confirmed", "withdrawn")).rejects.toMatchObject({
      code: "invalid-input",
      details: { reason: "note" },
    });
    await step(shenyang, id, "confirmed", "withdrawn", { note: "另有安排" });
    const match = change(context, coordinator, (transaction, audit) =>
      moveNeed(transaction, audit, {
        need: id,
        to: "matched",
        by: coordinator.userId,
        note: null,
        now: context.clock.now(),
      }),
    );
    await expect(match).rejects.toMatchObject({ code: "conflict" });
    await step(shenyang, id, "withdrawn", "heard");
    expect(await getNeed(context, shenyang, id)).toMatchObject({ state: "heard", revision: 4 });
  });

  test("that its city has entered already is entered again only by who was told so", async () => {
    const id = await enter({ title: { zh: "移动源排放监管 研修" } });
    const title = { zh: "移动源排放监管（研修）", ja: "移動源の研修" };
    const again = { ...wish, title, topics: ["vehicle-exhaust"] };
    const options = { formKey: crypto.randomUUID(), replaces: null };
    expect(await enterNeed(context, shenyang, again, options)).toMatchObject({ state: "alike", needs: [{ id }] });
    expect(await enterNeed(context, shenyang, again, { ...options, knownAlike: [id] })).toMatchObject({
      state: "done",
    });
    // Another city's is its own affair, and of one that was given up nobody is warned.
    const known = await getNeed(context, shenyang, id);
    const find = (organisation: string) => findAlike({ ...again, organisation }, [known], (one) => one).length;
    expect([find("shenyang"), find("wuhan")]).toEqual([1, 0]);
    const alone = { ...again, title: { zh: "移动源遥感监测试点" } };
    const first = await enterNeed(context, shenyang, alone, { ...options, formKey: crypto.randomUUID() });
    if (first.state !== "done") throw new Error(JSON.stringify(first));
    await step(shenyang, first.id, "heard", "withdrawn", { note: "另有安排" });
    expect(await enterNeed(context, shenyang, alone, { ...options, formKey: crypto.randomUUID() })).toMatchObject({
      state: "done",
    });
  });

  test("that changed leads to what it became: an existing one, or one entered for it in the same moment", async () => {
    const old = await enter();
    await expect(step(shenyang, old, "heard", "changed", { note: "转向臭氧" })).rejects.toMatchObject({
      details: { reason: "successor" },
    });
    await expect(step(shenyang, old, "heard", "changed", { note: "转向臭氧", replacedBy: old })).rejects.toMatchObject({
      details: { reason: "successor" },
    });
    const replaces = { need: old, note: "转向臭氧" };
    const entered = await enterNeed(
      context,
      shenyang,
      { ...wish, title: { zh: "臭氧前体物监测研修" }, topics: ["ozone"] },
      { formKey: crypto.randomUUID(), replaces },
    );
    expect(await getNeed(context, shenyang, old)).toMatchObject({
      state: "changed",
      replacedBy: "id" in entered && entered.id,
    });
    const anew = { ...wish, title: { zh: "臭氧污染成因分析" } };
    const again = enterNeed(context, shenyang, anew, { formKey: crypto.randomUUID(), replaces });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  test("keeps what two people save at once: the second hears of it", async () => {
    const id = await enter();
    expect(await correctNeed(context, shenyang, id, { ...wish, urgency: "low" }, 1)).toEqual({ state: "done", id });
    const late = await correctNeed(context, coordinator, id, { ...wish, title: { ...wish.title, ja: "研修" } }, 1);
    expect(late).toMatchObject({ state: "conflict", present: { urgency: "low", revision: 2 } });
    const events = await context.database.db
      .selectFrom("need_events")
      .selectAll()
      .where("need", "=", id)
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual(["entered", "corrected"]);
    expect(events[1]?.changes).toEqual({ urgency: { before: "high", after: "low" } });
  });

  test("has evidence that exists, once", async () => {
    const id = await enter();
    const evidence = {
      kind: "target",
      subject: "air-action-plan-2013-pm10-change-2017",
      note: "全国目标",
      language: "zh",
    } as const;
    await addEvidence(context, shenyang, id, evidence);
    await addEvidence(context, coordinator, id, { ...evidence, note: "" });
    for (const subject of ["nowhere", "'; DROP TABLE needs"])
      for (const kind of ["policy", "target", "document", "activity"] as const)
        await expect(addEvidence(context, shenyang, id, { ...evidence, kind, subject })).rejects.toMatchObject({
          code: "not-found",
        });
    const rows = await context.database.db.selectFrom("need_evidence").select("note").where("need", "=", id).execute();
    expect(rows).toEqual([{ note: {} }]);
    await removeEvidence(context, shenyang, id, evidence);
    expect(
      await context.database.db.selectFrom("need_evidence").select("note").where("need", "=", id).execute(),
    ).toEqual([]);
  });

  test("stands in the work of those who confirm, and of the side that it concerns", async () => {
    const id = await enter({}, shenyang);
    const since = new Date(context.clock.now().getTime() - 60_000);
    const titles = (list: { items: { id: string }[] }) => list.items.map((item) => item.id);
    expect(titles((await getWork(context, coordinator, { since, limit: 100 })).needs)).toContain(id);
    expect(titles((await getWork(context, kawasaki, { since, limit: 100 })).needChanges)).toContain(id);
    expect(titles((await getWork(context, wuhan, { since, limit: 100 })).needChanges)).not.toContain(id);
    expect((await getWork(context, kawasaki, { since })).needs.total).toBe(0);
  });
});

test("companies see what was opened to them, and not who said it", async () => {
  const open = await enter({ visibility: "members", openToCompanies: true, saidBy: { zh: "环保局" } });
  const closed = await enter({ visibility: "members" });
  const seen = new Map((await listNeeds(context, company)).map((need) => [need.id, need]));
  expect(seen.get(open)).toMatchObject({ saidBy: {}, source: null });
  expect(seen.get("guangdong-4-companies")).toMatchObject({ saidBy: {} });
  expect(seen.has(closed)).toBe(false);
  expect(
    [...seen.values()].every(({ openToCompanies, visibility }) => openToCompanies || visibility === "public"),
  ).toBe(true);
  // A company sees at least what everybody sees.
  const everybody = await listPublicNeeds(context);
  expect(everybody.filter(({ id }) => !seen.has(id))).toEqual([]);
  expect(await getNeed(context, company, "shenyang-2-voc")).toMatchObject({ saidBy: {} });
  await expect(getNeed(context, company, closed)).rejects.toMatchObject({ code: "not-found" });
  // Somebody who also works for a city sees what the city sees.
  const both = { ...company, memberships: [...company.memberships, ...kawasaki.memberships] };
  expect(await getNeed(context, both, closed)).toMatchObject({ id: closed });
});

test("what others heard is public only once it was confirmed; what a city says of itself at once", async () => {
  const isPublic = async (id: string) => (await listPublicNeeds(context)).some((need) => need.id === id);
  const own = await enter({ title: { zh: "公开的本市需求" }, visibility: "public" });
  const heard = await enter({ title: { ja: "伝聞のニーズ" }, language: "ja", visibility: "public" }, coordinator);
  expect([await isPublic(own), await isPublic(heard)]).toEqual([true, false]);
  await expect(getNeed(context, company, heard)).rejects.toMatchObject({ code: "not-found" });
  await step(coordinator, heard, "heard", "confirmed");
  expect(await isPublic(heard)).toBe(true);
});

describe("an offer", () => {
  const offer: OfferInput = {
    organisation: "janus",
    language: "ja",
    title: { ja: "建設機械の排出ガス対策の講義" },
    detail: {},
    topics: ["vehicle-exhaust"],
    kinds: ["training"],
    forms: ["remote"],
    difficulty: null,
    languages: ["ja"],
    experience: {},
    facilities: {},
    conditions: {},
    costBorneBy: null,
    capacityUnit: "times",
    capacities: [{ year: "2019", capacity: "２" }],
    state: "open",
    visibility: "public",
  };

  test("is entered by its own company, is public at once, and does not shrink below what was agreed", async () => {
    const other = await enterOffer(context, company, { ...offer, organisation: "kobe" }, crypto.randomUUID());
    expect(other).toMatchObject({ state: "problems", problems: [{ field: "organisation", reason: "not-own" }] });
    await expect(enterOffer(context, guest, offer, crypto.randomUUID())).rejects.toMatchObject({ code: "forbidden" });
    const result = await enterOffer(context, company, offer, crypto.randomUUID());
    if (result.state !== "done") throw new Error(JSON.stringify(result));
    const { id } = result;
    const formKey = crypto.randomUUID();
    const again = { ...offer, title: { ja: "建設機械の排出ガス対策の 講義" } };
    expect(await enterOffer(context, company, again, formKey)).toMatchObject({ state: "alike", offers: [{ id }] });
    for (let times = 0; times < 2; times++)
      expect(await enterOffer(context, company, again, formKey, [id])).toMatchObject({ state: "done" });
    const shown = (await listPublicOffers(context)).find((one) => one.id === id);
    expect(shown).toMatchObject({ capacities: [{ fiscalYear: 2019, capacity: 2 }], owner: "janus", revision: 1 });
    await expect(correctOffer(context, kawasaki, id, offer, 1)).rejects.toMatchObject({ code: "forbidden" });

    await agree(id);
    const smaller = { ...offer, capacities: [{ year: "2019", capacity: "1" }] };
    expect(await correctOffer(context, company, id, smaller, 1)).toMatchObject({
      state: "problems",
      capacityProblems: [{ row: 0, reason: "below-use", used: 2 }],
    });
    expect(await correctOffer(context, company, id, { ...offer, state: "closed" }, 1)).toEqual({ state: "done", id });
    expect(await correctOffer(context, company, id, offer, 1)).toMatchObject({
      state: "conflict",
      present: { state: "closed" },
    });
  });

  /** A match that was agreed for two times in 2019. */
  async function agree(offerId: string): Promise<void> {
    const now = context.clock.now();
    await change(context, coordinator, async (transaction, audit) => {
      const { id } = await transaction
        .insertInto("matches")
        .values({
          need: "shenyang-2-voc",
          fiscal_year: 2019,
          state: "agreed",
          reasons: "[]",
          uncovered: "{}",
          created_by: coordinator.userId,
          created_at: now,
          changed_at: now,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto("match_offers")
        .values({ match: id, offer: offerId, position: 1, quantity: 2 })
        .execute();
      audit({ action: "need.moved", subject: "need/shenyang-2-voc" });
    });
  }
});
