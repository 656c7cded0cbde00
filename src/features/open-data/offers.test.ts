import { expect, it } from "vitest";
import { datasets } from "./datasets.ts";
import { listOffers } from "./offers.ts";

const activities = datasets.filter(({ id }) => id === "activities");

it.each([
  [
    { activities: 10, activity_parties: 20 },
    { csv: ["activities", "activity_parties"], json: true, xlsx: true },
  ],
  [
    { activities: 20_000, activity_parties: 1 },
    { csv: ["activities", "activity_parties"], json: true, xlsx: false },
  ],
  [
    { activities: 100_000, activity_parties: 1 },
    { csv: ["activity_parties"], json: false, xlsx: false },
  ],
  [{}, { csv: [], json: false, xlsx: false }],
])("offers of %j what is there and fits in memory", (rows: Record<string, number>, expected) => {
  for (const dataset of activities) {
    const { csv, archived, json, xlsx } = listOffers(dataset, new Map(Object.entries(rows)));
    expect({ csv: csv.map(({ name }) => name), json, xlsx }).toEqual(expected);
    expect(archived.map(({ name }) => name)).toEqual(rows.activities === 100_000 ? ["activities"] : []);
  }
  expect(activities).toHaveLength(1);
});
