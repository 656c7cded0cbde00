import { describe, expect, test } from "vitest";
import { checkNeed, type NeedInput } from "./check-need.ts";
import { readCapacities } from "./check-offer.ts";

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

describe("what is wrong with a need", () => {
  const known = {
    isOrganisation: (id: string) => id !== "nowhere",
    isTopic: (id: string) => id !== "love",
    today: "2018-07-20",
  };
  const wrong = (input: Partial<NeedInput>) =>
    checkNeed({ ...wish, ...input }, known).map(({ field, reason, language }) =>
      [field, reason, ...(language ? [language] : [])].join(" "),
    );

  test("is said at its field", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ organisation: "nowhere", addressedTo: "nowhere" })).toEqual([
      "organisation unknown",
      "addressedTo unknown",
    ]);
    expect(wrong({ addressedTo: "shenyang" })).toEqual(["addressedTo same"]);
    expect(wrong({ title: { ja: "研修" } })).toEqual(["title required zh"]);
    expect(wrong({ title: { zh: "好".repeat(301) }, saidBy: { ja: "局\u0000長" } })).toEqual([
      "title too-long zh",
      "saidBy control-character ja",
    ]);
    expect(wrong({ topics: [], kinds: [] })).toEqual(["topics required", "kinds required"]);
    expect(wrong({ topics: ["voc", "love"], learnt: "来春" })).toEqual(["topics unknown", "learnt date"]);
    expect(wrong({ learnt: "2018-07-21", fiscalYear: 20190 })).toEqual(["learnt future", "fiscalYear year"]);
    // A month that has begun has become known in part.
    expect(wrong({ learnt: "2018-07" })).toEqual([]);
    expect(wrong({ openToCompanies: true })).toEqual(["openToCompanies companies"]);
    expect(wrong({ openToCompanies: true, visibility: "members" })).toEqual([]);
  });
});

describe("an offer", () => {
  test("with a capacity that contradicts itself is refused at the row", () => {
    const rows = [
      { year: "2019", capacity: "-1" },
      { year: "2019", capacity: "3" },
      { year: "2019", capacity: "4" },
      { year: "", capacity: "5" },
      { year: "", capacity: "" },
      { year: "2020", capacity: "1" },
      { year: "2021", capacity: "1.5" },
    ];
    const use = [{ fiscalYear: 2020, quantity: 2 }];
    const read = readCapacities({ capacities: rows, capacityUnit: null }, use, "people");
    expect(read.problems).toEqual([
      { row: 0, reason: "negative" },
      { row: 2, reason: "same-year" },
      { row: 3, reason: "year" },
      { row: 5, reason: "below-use", used: 2 },
      { row: 6, reason: "negative" },
      { row: null, reason: "unit" },
    ]);
    expect(readCapacities({ capacities: [], capacityUnit: "times" }, use, "people").problems).toEqual([
      { row: null, reason: "shrunk-unit" },
    ]);
  });
});
