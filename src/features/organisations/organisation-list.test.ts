import { describe, expect, test } from "vitest";
import { createDirectory } from "./directory.ts";
import type { Organisation } from "./organisation.ts";
import { countUnit, cutIntoPages, listUnits } from "./organisation-list.ts";

function makeOrganisation(id: string, tier: string, country: string, above: Partial<Organisation> = {}): Organisation {
  return {
    id,
    country,
    tier,
    parent: null,
    government: id,
    name: { en: id },
    shortName: {},
    names: [],
    codes: { japan: null, china: null, iso: null },
    position: null,
    website: null,
    source: { document: "a", place: "1", row: null },
    ...above,
  };
}

const directory = createDirectory([
  makeOrganisation("hebei", "province", "cn"),
  makeOrganisation("tangshan", "city", "cn", { parent: "hebei" }),
  makeOrganisation("tangshan-epb", "bureau", "cn", { parent: "tangshan", government: "tangshan" }),
  makeOrganisation("tangshan-lab", "centre", "cn", { parent: "tangshan-epb", government: "tangshan" }),
  makeOrganisation("moe", "ministry", "jp", { codes: { japan: "999999", china: null, iso: null } }),
]);
const ids = (units: ReturnType<typeof listUnits>) => units.map((unit) => unit.organisation.id);

describe("listUnits", () => {
  test("puts the home country first, tiers in the order of the format, and a city by itself", () => {
    expect(ids(listUnits(directory, {}, ["jp", "cn"]))).toEqual(["moe", "hebei", "tangshan"]);
  });

  test("hangs offices below offices", () => {
    const city = listUnits(directory, {}, ["jp", "cn"])[2];
    expect(city?.offices[0]?.organisation.id).toBe("tangshan-epb");
    expect(city?.offices[0]?.offices[0]?.organisation.id).toBe("tangshan-lab");
    expect(city && countUnit(city)).toBe(3);
  });

  test("loses nobody", () => {
    const units = listUnits(directory, {}, []);
    expect(units.reduce((sum, unit) => sum + countUnit(unit), 0)).toBe(directory.all.length);
  });

  test("gives offices singly where a search or a tier is asked for", () => {
    expect(ids(listUnits(directory, { tier: "bureau" }, ["jp", "cn"]))).toEqual(["tangshan-epb"]);
    expect(ids(listUnits(directory, { text: "999999" }, ["jp", "cn"]))).toEqual(["moe"]);
    expect(ids(listUnits(directory, { country: "jp", text: "tangshan" }, ["jp", "cn"]))).toEqual([]);
  });
});

test("cutIntoPages never tears a unit apart", () => {
  const units = listUnits(directory, {}, ["jp", "cn"]);
  expect(cutIntoPages(units, 2).map(ids)).toEqual([["moe", "hebei"], ["tangshan"]]);
  expect(cutIntoPages(units, 4).map(ids)).toEqual([["moe", "hebei"], ["tangshan"]]);
  expect(cutIntoPages(units, 5).map(ids)).toEqual([["moe", "hebei", "tangshan"]]);
});
