import { expect, test } from "vitest";
import {
  defaultWeights,
  type GivenHelp,
  type Place,
  readWeights,
  type Surroundings,
  type WantedHelp,
} from "./model.ts";
import { OfferIndex } from "./offer-index.ts";
import { proposeOffers, weighReasons } from "./propose.ts";

const city = (id: string, region: string | null = null): Place => ({ id, government: id, region, kind: "government" });
const surroundings: Surroundings = {
  places: [
    city("tianjin"),
    city("wuhan", "hubei"),
    city("yokkaichi"),
    city("kobe"),
    city("kitakyushu"),
    city("toyama"),
    { id: "kobe-lab", government: "kobe", region: null, kind: "government" },
    { id: "jesc", government: "jesc", region: null, kind: "institute" },
    { id: "janus", government: "janus", region: null, kind: "expert-or-company" },
  ],
  partnerships: [
    { home: "yokkaichi", partner: "tianjin" },
    { home: "kobe", partner: "tianjin" },
    { home: "kitakyushu", partner: "wuhan" },
    { home: "kobe", partner: "wuhan" },
  ],
  pastWork: [{ provider: "kobe", topic: "voc", activities: 3, projects: 0, since: 2014 }],
  topics: [
    { id: "pm25", role: "subject", related: ["monitoring"] },
    { id: "ozone", role: "subject", related: ["voc", "nox"] },
    { id: "voc", role: "subject", related: [] },
    { id: "nox", role: "subject", related: [] },
    { id: "heavy-metals", role: "subject", related: ["monitoring"] },
    { id: "monitoring", role: "method", related: [] },
    { id: "health", role: null, related: [] },
  ],
};

const need = (some: Partial<WantedHelp> = {}): WantedHelp => ({
  id: "need",
  organisation: "tianjin",
  addressedTo: "yokkaichi",
  topics: ["voc"],
  kinds: ["training"],
  difficulty: null,
  languages: [],
  fiscalYear: 2016,
  text: "塗装工場のVOC測定の研修",
  evidence: new Map(),
  evidenceCount: 0,
  ...some,
});

const offer = (id: string, organisation: string, some: Partial<GivenHelp> = {}): GivenHelp => ({
  id,
  organisation,
  topics: ["voc"],
  kinds: ["training"],
  difficulty: null,
  languages: [],
  text: "VOCの研修",
  left: new Map(),
  ...some,
});

const propose = (wanted: WantedHelp, offers: GivenHelp[], weights = defaultWeights) =>
  proposeOffers(new OfferIndex(offers, surroundings), wanted, { weights });
const idsOf = (found: ReturnType<typeof propose>) => found.singles.map(({ offer: id, tier }) => `${id}:${tier}`);

test("the programme's order comes before any weight: who was asked, its network, institutes, experts, everybody else", () => {
  const offers = ["toyama", "janus", "jesc", "kitakyushu", "kobe-lab", "yokkaichi"].map((id) => offer(id, id));
  const expected = [
    "yokkaichi:partner",
    "kobe-lab:network",
    "kitakyushu:network",
    "jesc:institute",
    "janus:expert-or-company",
    "toyama:other",
  ];
  expect(idsOf(propose(need(), offers))).toEqual(expected);
  const turned = readWeights({ distance: 0, "past-work": "10", topic: "0", kind: "99" });
  expect(turned.kind).toBe(defaultWeights.kind);
  expect(idsOf(propose(need(), offers, turned))).toEqual(expected);
});

test("what answers the need stands before what comes near; what is used up only comes near, and says so", () => {
  const { singles } = propose(need(), [
    offer("full", "yokkaichi", { left: new Map([[2016, 0]]) }),
    offer("related", "yokkaichi", { topics: ["ozone"] }),
    offer("other-kind", "yokkaichi", { kinds: ["equipment"] }),
    offer("far", "toyama", { left: new Map([[2016, 2]]) }),
    offer("unrelated", "yokkaichi", { topics: ["education"] }),
  ]);
  expect(singles.map(({ offer: id }) => id)).toEqual(["far", "full", "related", "other-kind"]);
  expect(singles.map(({ answers }) => answers)).toEqual([true, false, false, false]);
  const capacity = singles.find(({ offer: id }) => id === "full")?.reasons.find(({ part }) => part === "capacity");
  expect(capacity).toEqual({ part: "capacity", score: 0, values: { year: 2016, left: 0 } });
});

test("of two offers with the same topics the one that speaks of the same comes first", () => {
  const { singles } = propose(need(), [
    offer("a", "kobe", { text: "環境条例の解説" }),
    offer("b", "kobe", { text: "塗装工場におけるVOCの測定" }),
    ...Array.from({ length: 30 }, (_, at) => offer(`z${at}`, "toyama", { text: `講座${at}` })),
  ]);
  expect(singles.slice(0, 2).map(({ offer: id }) => id)).toEqual(["b", "a"]);
});

test("a score is the weighted mean of its reasons, whatever the weights", () => {
  const index = new OfferIndex([offer("a", "kobe"), offer("b", "jesc", { topics: ["ozone"] })], surroundings);
  for (const weights of [defaultWeights, readWeights({ topic: 1, "past-work": 9, evidence: 0 })])
    for (const proposal of proposeOffers(index, need({ evidenceCount: 1, evidence: new Map([["voc", 1]]) }), {
      weights,
    }).singles)
      expect(proposal.score).toBeCloseTo(weighReasons(proposal.reasons, weights), 6);
  const [first] = proposeOffers(index, need()).singles;
  expect(first?.reasons.find(({ part }) => part === "past-work")?.values).toEqual({
    provider: "kobe",
    topic: "voc",
    activities: 3,
    projects: 0,
    since: 2014,
  });
});

test("what nobody has said has no number and weighs nothing; with the same words stand the same numbers", () => {
  const index = new OfferIndex(
    [
      offer("said", "kobe", { difficulty: "introductory", languages: ["zh"], left: new Map([[2016, 3]]) }),
      offer("silent", "kobe"),
      offer("institute", "jesc"),
      offer("outside", "toyama"),
    ],
    surroundings,
  );
  const wanted = need({ difficulty: "introductory", languages: ["zh"], topics: ["voc", "ozone"] });
  const { singles } = proposeOffers(index, wanted);
  const parts = (id: string) => new Map(singles.find((one) => one.offer === id)?.reasons.map((one) => [one.part, one]));
  const unknown = [...parts("silent").values()].filter(({ score }) => score === null).map(({ part }) => part);
  expect(unknown).toEqual(["difficulty", "capacity", "language", "evidence"]);
  expect([...parts("said").values()].filter(({ score }) => score === null).map(({ part }) => part)).toEqual([
    "evidence",
  ]);
  expect(parts("silent").get("topic")).toMatchObject({ values: { identical: ["voc"], wanted: 2 } });
  expect(parts("outside").get("distance")).toMatchObject({ score: 0, values: { how: "none" } });
  expect(parts("institute").get("distance")).toMatchObject({ score: 0, values: { how: "none" } });
  const told = singles.flatMap(({ reasons }) =>
    reasons.map(({ part, score, values }) => ({ key: JSON.stringify([part, values]), score })),
  );
  for (const { key, score } of told) for (const other of told) if (other.key === key) expect(other.score).toBe(score);
});

test("several together where none covers all: fewest and nearest, and nobody who adds nothing", () => {
  const wanted = need({ topics: ["voc", "ozone", "health"], kinds: ["training", "joint-research"] });
  const { combinations, uncovered } = propose(wanted, [
    offer("voc", "yokkaichi"),
    offer("ozone", "kobe", { topics: ["ozone"], kinds: ["joint-research"] }),
    offer("health", "jesc", { topics: ["health"] }),
    offer("ozone-far", "toyama", { topics: ["ozone"], kinds: ["joint-research"] }),
    offer("voc-again", "janus"),
  ]);
  expect(combinations[0]?.members.map(({ offer: id }) => id)).toEqual(["voc", "ozone", "health"]);
  expect(combinations[0]?.uncovered).toEqual({ topics: [], kinds: [] });
  expect(uncovered).toEqual({ topics: [], kinds: [] });
  for (const { members } of combinations) expect(members.length).toBe(3);
});

test("a method of another subject covers nothing: measuring NOx is no answer to who has to measure VOC", () => {
  const wanted = need({ topics: ["voc", "ozone", "monitoring"], kinds: ["training", "expert"] });
  const { singles, combinations } = propose(wanted, [
    offer("nox-method", "yokkaichi", { topics: ["nox", "monitoring"] }),
    offer("any-method", "kobe", { topics: ["monitoring"] }),
    offer("voc-method", "kitakyushu", { topics: ["voc", "monitoring"] }),
    offer("both", "jesc", { topics: ["voc", "ozone"], kinds: ["expert"] }),
  ]);
  const nox = singles.find(({ offer: id }) => id === "nox-method");
  expect(nox).toMatchObject({ answers: false, covered: { topics: [], kinds: [] } });
  expect(nox?.reasons[0]?.values).toMatchObject({ identical: [], elsewhere: ["monitoring"], subjects: ["nox"] });
  expect(singles.find(({ offer: id }) => id === "any-method")?.covered.topics).toEqual(["monitoring"]);
  for (const { members } of combinations) expect(members.map(({ offer: id }) => id)).not.toContain("nox-method");
  // Two prefectures and an institute: more of it than the fewest that would do.
  const together = combinations.map(({ members, unpaired }) => ({ ids: members.map(({ offer: id }) => id), unpaired }));
  expect(together[0]?.ids).toHaveLength(2);
  expect(together).toContainEqual({
    ids: ["voc-method", "both"],
    unpaired: [
      { topic: "ozone", kinds: ["training"] },
      { topic: "monitoring", kinds: ["expert"] },
    ],
  });
});

test("the fewest come first, then those that give most topics in most kinds, with the best single offers among them", () => {
  const wanted = need({ topics: ["voc", "ozone"], kinds: ["training", "expert"] });
  const { combinations } = propose(wanted, [
    offer("voc-training", "yokkaichi"),
    offer("voc-expert", "kobe", { kinds: ["expert"] }),
    offer("ozone-expert", "jesc", { topics: ["ozone"], kinds: ["expert"] }),
    offer("ozone-training", "janus", { topics: ["ozone"] }),
  ]);
  const ids = combinations.map(({ members }) => members.map(({ offer: id }) => id));
  expect(ids[0]).toEqual(["voc-training", "ozone-expert"]);
  expect(ids[1]).toEqual(["voc-training", "voc-expert", "ozone-expert"]);
  expect(ids.flat()).toContain("ozone-training");
});

test("a single offer that covers all needs no company, and what nobody covers is named", () => {
  const wanted = need({ topics: ["voc", "heavy-metals"], kinds: ["training", "equipment"] });
  const lone = propose(need({ topics: ["voc", "ozone"] }), [
    offer("both", "jesc", { topics: ["voc", "ozone"] }),
    offer("one", "yokkaichi"),
    offer("other", "kobe", { topics: ["ozone"] }),
  ]);
  expect(lone.combinations).toEqual([]);
  const lacking = propose(wanted, [offer("one", "yokkaichi")]);
  expect(lacking.combinations).toEqual([]);
  expect(lacking.uncovered).toEqual({ topics: ["heavy-metals"], kinds: ["equipment"] });
  expect(lacking.singles[0]?.uncovered).toEqual({ topics: ["heavy-metals"], kinds: ["equipment"] });
});

test("without topics words alone decide, and no offers give no proposals", () => {
  const wordless = need({ topics: [], kinds: [] });
  const found = propose(wordless, [
    offer("near", "kobe", { text: "塗装工場のVOC測定" }),
    offer("far", "kobe", { text: "冬季五輪" }),
  ]);
  expect(found.singles.map(({ offer: id }) => id)).toEqual(["near"]);
  expect(propose(wordless, [])).toEqual({ singles: [], combinations: [], uncovered: { topics: [], kinds: [] } });
});
