import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import type { Concern } from "../evaluation.ts";
import { getConcerns, getEvaluationPoints } from "../service.ts";
import { followConcerns } from "./concern-chains.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

test("the concerns of 2014 are followed to the survey of 2016", async () => {
  const { surveys, again, ended, fresh } = followConcerns(await getConcerns(context));
  expect(surveys).toEqual(["2014-12", "2016-01?~"]);
  expect(again.map((chain) => chain.map(({ id }) => id))).toEqual([
    ["concern-2014-early-contract", "concern-2016-early-contract"],
    ["concern-2014-use-of-funds", "concern-2016-use-of-funds"],
  ]);
  expect(ended).toHaveLength(5);
  expect(fresh).toHaveLength(8);
});

test("points and concerns name their document", async () => {
  const points = await getEvaluationPoints(context);
  expect(points.map(({ section }) => section)).toEqual([
    ...Array(4).fill("progress"),
    ...Array(4).fill("outcome"),
    ...Array(4).fill("concern"),
  ]);
  expect(new Set(points.map(({ source }) => source.document))).toEqual(new Set(["d-midterm"]));
});

test("a chain goes through three surveys, and none is lost", () => {
  const concern = (id: string, raised: string, continues: string | null): Concern => ({
    id,
    raised,
    continues,
    state: "open",
    text: {},
    response: {},
    source: { document: "d", place: "", row: null },
  });
  const concerns = [
    concern("a1", "2014", null),
    concern("a2", "2015", "a1"),
    concern("b", "2015", null),
    concern("a3", "2016", "a2"),
    concern("c", "2016", "gone"),
  ];
  const { again, ended, fresh } = followConcerns(concerns);
  expect(again.map((chain) => chain.map(({ id }) => id))).toEqual([["a1", "a2", "a3"]]);
  expect([ended, fresh].map((list) => list.map(({ id }) => id))).toEqual([["b"], ["c"]]);
});
