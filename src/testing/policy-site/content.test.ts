import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PolicySite, startPolicySite } from "./policy-site.ts";

let site: PolicySite;

beforeAll(async () => {
  site = await startPolicySite();
});
afterAll(() => site.close());

const find = (id: string) => {
  const item = site.truth.find((one) => one.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};

test("a month of a dozen bodies, most of it about air", () => {
  expect(site.truth.length).toBeGreaterThanOrEqual(90);
  expect(site.truth.filter(({ topics }) => topics.length > 0).length).toBeGreaterThanOrEqual(60);
  expect(new Set(site.truth.map(({ id }) => id)).size).toBe(site.truth.length);
  expect(new Set(site.truth.map(({ url }) => url)).size).toBe(site.truth.length);
  const ids = new Set(site.truth.map(({ id }) => id));
  for (const item of site.truth) {
    const named = [
      item.duplicateOf,
      item.versionOf,
      item.interprets,
      item.amends,
      item.repeals,
      item.implements,
    ].flat();
    expect(
      named.filter((id) => id !== undefined && !ids.has(id)),
      item.id,
    ).toEqual([]);
    for (const { sentence } of item.targets) expect(item.paragraphs.join("\n"), item.id).toContain(sentence);
    // No number that a real document bears.
    if (item.documentNumber) expect(item.documentNumber, item.id).toMatch(/9\d{3}号$/);
  }
});

test("the plan to translate has chapters, numbered clauses and targets in numbers", () => {
  const plan = find("mee-02");
  expect(plan.paragraphs.length).toBeGreaterThanOrEqual(40);
  expect(plan.bodies).toEqual(["环境保护部", "国家发展和改革委员会", "工业和信息化部"]);
  expect(plan.targets.length).toBeGreaterThanOrEqual(12);
});

test("bodies, regions and topics are those that the programme knows", async () => {
  const folder = new URL("../../../programmes/china-air/", import.meta.url);
  const idsOf = async (sheet: string) => {
    const text = await readFile(new URL(`${sheet}.csv`, folder), "utf8");
    return new Set(text.split(/\r?\n/).map((row) => row.split(",")[0]));
  };
  const [bodies, regions, topics] = await Promise.all(["policy_bodies", "policy_regions", "policy_topics"].map(idsOf));
  for (const { id, body, region } of site.sources)
    expect([bodies?.has(body), region === null || regions?.has(region)], id).toEqual([true, true]);
  for (const item of site.truth) {
    expect(
      item.topics.filter((topic) => !topics?.has(topic)),
      item.id,
    ).toEqual([]);
    expect(
      item.regions.filter((region) => !regions?.has(region)),
      item.id,
    ).toEqual([]);
    expect(
      item.targets.filter(({ region }) => region && !regions?.has(region)),
      item.id,
    ).toEqual([]);
  }
});

test("reposts are the notice with small changes, never the notice itself", () => {
  const shingles = (text: string) =>
    new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
  const original = find("mee-04").paragraphs.join("");
  const reposts = site.truth.filter(({ duplicateOf }) => duplicateOf === "mee-04");
  expect(reposts.map(({ id }) => id).toSorted()).toEqual(["gd-03", "he-02", "sh-03", "ts-03"]);
  for (const { id, paragraphs } of reposts) {
    const [one, other] = [shingles(original), shingles(paragraphs.join(""))];
    const shared = one.intersection(other).size / one.union(other).size;
    expect(shared, id).toBeGreaterThan(0.7);
    expect(shared, id).toBeLessThan(1);
    expect(paragraphs.join(""), id).not.toContain("报送我部");
  }
});
