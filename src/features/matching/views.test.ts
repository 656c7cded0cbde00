import { expect, test } from "vitest";
import type { Need, NeedEvent } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";
import { countNeedMap, findConverging, findUnmet, findUnused } from "./need-map.ts";
import { chooseFirstSpan, findShifts, groupByTopic } from "./shifts.ts";

const plain: Need = {
  id: "",
  origin: "member",
  organisation: "shenyang",
  addressedTo: null,
  language: "zh",
  title: {},
  detail: {},
  topics: ["voc"],
  kinds: ["training"],
  difficulty: null,
  urgency: null,
  languages: [],
  learnt: null,
  learntFrom: null,
  learntTo: null,
  learntBy: null,
  saidBy: {},
  fiscalYear: 2015,
  state: "confirmed",
  replacedBy: null,
  openToCompanies: false,
  source: null,
  visibility: "members",
  owner: null,
  sides: [],
  platform: "coordination",
  createdBy: null,
  createdAt: new Date("2016-01-01"),
  changedAt: new Date("2016-01-01"),
  revision: 1,
};
const need = (id: string, changes: Partial<Need> = {}): Need => ({ ...plain, id, ...changes });
const offer = (id: string, changes: Partial<Offer> = {}): Offer => ({
  ...{ id, origin: "member", organisation: "kawasaki", language: "ja", title: {}, detail: {}, topics: ["voc"] },
  ...{ kinds: ["training"], forms: [], difficulty: null, languages: [], experience: {}, facilities: {} },
  ...{ conditions: {}, costBorneBy: null, capacityUnit: "people", capacities: [], state: "open", source: null },
  ...{ visibility: "members", owner: null, sides: [], platform: "coordination", createdBy: null, revision: 1 },
  createdAt: plain.createdAt,
  changedAt: plain.changedAt,
  ...changes,
});

const needs = [
  need("a"),
  need("b", { organisation: "handan" }),
  need("c", { organisation: "wuhan", state: "met" }),
  need("gone", { state: "withdrawn" }),
  need("ozone", { topics: ["ozone"], kinds: ["joint-research"], learntFrom: "2015-04-01", fiscalYear: null }),
];
const offers = [
  offer("free"),
  offer("full", { capacities: [{ fiscalYear: 2015, capacity: 2 }] }),
  offer("part", { capacities: [{ fiscalYear: 2015, capacity: 5 }] }),
  offer("closed", { state: "closed" }),
  offer("nox", { topics: ["nox"], capacities: [{ fiscalYear: 2015, capacity: 1 }] }),
];
const taken = new Map([
  ["full", new Map([[2015, 2]])],
  ["part", new Map([[2015, 1]])],
]);
const shared = { needs, offers, governmentOf: (id: string) => id, topics: ["voc", "ozone", "nox"] };

test("a cell counts what is asked, open and met against what was offered for that very year", () => {
  const map = countNeedMap({ ...shared, taken, yearOf: ({ fiscalYear }) => fiscalYear });
  expect(map.years).toEqual([2015, null]);
  const cell = (topic: string, year: number | null) =>
    map.rows.find((row) => row.topic === topic)?.cells.find((one) => one.year === year);
  expect(cell("voc", 2015)).toEqual({
    ...{ year: 2015, asked: 3, open: 2, met: 1, cities: 3 },
    ...{ offers: 2, used: 2, left: [{ unit: "people", amount: 4 }], marks: ["converging"] },
  });
  // What names no year stands for none: it is shown apart, and only keeps a need from being short of any offer.
  expect(cell("voc", null)).toMatchObject({ asked: 0, offers: 1, used: 0, left: [], marks: [] });
  expect(cell("ozone", null)?.marks).toEqual(["short"]);
  expect(cell("nox", 2015)?.marks).toEqual(["unused"]);
  expect(cell("nox", null)).toMatchObject({ offers: 0 });

  const unmet = findUnmet(
    needs,
    offers,
    [
      { need: "a", state: "declined" },
      { need: "b", state: "agreed" },
    ],
    (one) => one.learntFrom,
  );
  expect(unmet.map((one) => [one.need.id, one.fitting, one.talks, one.since])).toEqual([
    ["ozone", 0, "none", "2015-04-01"],
    ["a", 3, "failed", null],
  ]);
  const { stated, unused, undated } = findUnused(offers, unmet, taken, 2015);
  expect([stated, unused.map((one) => one.offer.id)]).toEqual([3, ["nox"]]);
  expect(undated.map((one) => [one.offer.id, one.waiting])).toEqual([["free", 1]]);
  expect(findUnused(offers, unmet, taken, 2026)).toMatchObject({ stated: 0, unused: [], undated: [{ waiting: 1 }] });
  // Two cities ask at present: the third was helped.
  expect(findConverging(shared)).toEqual([]);
  expect(findConverging({ ...shared, needs: [...needs, need("d", { organisation: "beijing" })] })).toMatchObject([
    { topic: "voc", cities: ["shenyang", "handan", "beijing"], needs: 4, open: 3, offers: 3, providers: 1 },
  ]);
});

test("shifts between two days are read from the events after them", () => {
  const event = (id: number, of: string, day: string, changes: Partial<NeedEvent>): NeedEvent => ({
    ...{ id, need: of, action: "moved", stateBefore: null, stateAfter: "heard", changes: {}, note: null, by: null },
    at: new Date(`${day}T00:00:00Z`),
    ...changes,
  });
  const shifts = findShifts({
    needs: [
      need("forward", { state: "met", learntFrom: "2014-05-01" }),
      need("dropped", { state: "withdrawn", learntFrom: "2014-05-01" }),
      need("harder", { difficulty: "advanced", learntFrom: "2014-05-01" }),
      need("new", { state: "heard", learntFrom: "2015-11-01" }),
      need("came-and-went", { state: "withdrawn", learntFrom: "2015-12-01" }),
      need("later", { learntFrom: "2016-05-01" }),
      need("still", { learntFrom: "2014-05-01" }),
    ],
    events: [
      event(1, "forward", "2015-06-01", { stateBefore: "confirmed", stateAfter: "matched" }),
      // After the last day: not a shift of this time.
      event(2, "forward", "2016-06-01", { stateBefore: "matched", stateAfter: "met" }),
      event(3, "dropped", "2015-07-01", { stateBefore: "heard", stateAfter: "withdrawn" }),
      event(4, "harder", "2015-08-01", {
        action: "corrected",
        stateBefore: "confirmed",
        stateAfter: "confirmed",
        changes: { difficulty: { before: "practical", after: "advanced" } },
      }),
    ],
    from: "2015-03-31",
    to: "2016-03-31",
    knownOf: ({ learntFrom }) => learntFrom,
    dayOf: (moment) => moment.toISOString().slice(0, 10),
  });
  expect(shifts.map(({ need: { id }, kind, before, after }) => [id, kind, before, after])).toEqual([
    ["forward", "forward", "confirmed", "matched"],
    ["dropped", "dropped", "heard", "withdrawn"],
    ["harder", "harder", "confirmed", "confirmed"],
    ["new", "new", null, "heard"],
    ["came-and-went", "new", null, "withdrawn"],
    ["came-and-went", "dropped", null, "withdrawn"],
  ]);
  const [voc] = groupByTopic(shifts, ["ozone", "voc"]);
  expect([voc?.topic, voc?.up.length, voc?.down.length]).toEqual(["voc", 4, 2]);
});

test("before anybody chose, the newest change on record is compared with a year before it, whatever the clock says", () => {
  const ground = {
    needs: [need("old", { learntFrom: "2015-11-13" }), need("planned", { learntFrom: "2030-01-01" })],
    events: [],
    knownOf: ({ learntFrom }: Need) => learntFrom,
    dayOf: (moment: Date) => moment.toISOString().slice(0, 10),
    today: "2026-11-22",
  };
  expect(chooseFirstSpan(ground)).toEqual({ from: "2014-11-13", to: "2015-11-13" });
  const moved = {
    ...{ id: 1, need: "old", action: "moved" as const, stateBefore: "heard" as const, note: null, by: null },
  };
  const events = [{ ...moved, stateAfter: "confirmed" as const, changes: {}, at: new Date("2016-02-29T12:00:00Z") }];
  expect(chooseFirstSpan({ ...ground, events })).toEqual({ from: "2015-02-28", to: "2016-02-29" });
  expect(chooseFirstSpan({ ...ground, needs: [] })).toEqual({ from: "2025-11-22", to: "2026-11-22" });
});
