import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { CaseInput } from "./check-case.ts";
import { readAmount, typeAmount, writeAmount } from "./contract-amount.ts";
import { countObstacles, countStages } from "./count-cases.ts";
import { countByState, listMatchingEvents } from "./events.ts";
import { type CaseMove, moveCase } from "./move-case.ts";
import { correctCase, enterCase, toInput } from "./save-case.ts";
import { getCase, listCases, listNeedsForCompanies } from "./service.ts";

const input: CaseInput = {
  company: "jx-nippon-oil-energy",
  partner: "zibo",
  need: "zibo-company-technology",
  activity: "b-jcea-3",
  title: { ja: "VOC回収装置の導入" },
  technology: {},
  topics: ["voc"],
  contact: "山田 0000",
  state: "lead",
  obstacleKinds: [],
  obstacle: {},
  contractedOn: null,
  contractNote: {},
  amount: "",
  currency: "",
};
const move: Omit<CaseMove, "from" | "to"> = {
  note: null,
  contractedOn: null,
  amount: "",
  currency: "",
  obstacleKinds: [],
};

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

test("a case goes from lead to contract, and each sees of it what the rules say", async () => {
  const association = createActor("expert", "jcea");
  const otherAssociation = createActor("expert", "eccj");
  const company = createActor("expert", "jx-nippon-oil-energy");
  const otherCompany = createActor("expert", "janus");
  const coordination = createActor("coordination", "iges");
  const city = createActor("partner-government", "zibo");

  // The sources state no case: nothing stands here before somebody enters one.
  expect(await listCases(context, coordination)).toEqual([]);
  const first = await enterCase(context, association, input, "0c0ffee0-0000-4000-8000-000000000001");
  const again = await enterCase(context, association, input, "0c0ffee0-0000-4000-8000-000000000001");
  if (first.state !== "done") throw new Error(JSON.stringify(first));
  expect(again).toEqual(first);
  const { id } = first;
  expect(await enterCase(context, association, input, crypto.randomUUID())).toMatchObject({
    state: "alike",
    cases: [{ id }],
  });

  const seen = async (actor: typeof company) => (await listCases(context, actor)).map(({ contact }) => contact);
  expect(await seen(coordination)).toEqual(["山田 0000"]);
  expect(await seen(association)).toEqual(["山田 0000"]);
  expect(await seen(company)).toEqual([null]);
  expect(await seen(otherCompany)).toEqual([]);
  expect(await seen(otherAssociation)).toEqual([]);
  await expect(getCase(context, otherCompany, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(getCase(context, otherAssociation, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(getCase(context, company, "no-uuid")).rejects.toMatchObject({ code: "not-found" });
  await expect(listCases(context, city)).rejects.toMatchObject({ code: "forbidden" });
  // The company reads along, and does not change what the association keeps.
  await expect(correctCase(context, company, id, input, 1)).rejects.toMatchObject({ code: "forbidden" });
  await expect(correctCase(context, otherCompany, id, input, 1)).rejects.toMatchObject({ code: "not-found" });

  // Companies know of needs that were opened to them, and not who said them.
  const needs = await listNeedsForCompanies(context, company);
  expect(needs.map((need) => need.id).toSorted()).toEqual([
    "guangdong-4-companies",
    "jiangsu-textile-dyeing",
    "zibo-company-technology",
  ]);
  expect(needs.every(({ saidBy }) => Object.keys(saidBy).length === 0)).toBe(true);

  const refused = async (changes: Partial<CaseInput>, actor = association) => {
    const result = await enterCase(context, actor, { ...input, ...changes }, crypto.randomUUID(), [id]);
    return result.state === "problems" ? result.problems.map(({ field, reason }) => `${field} ${reason}`) : result;
  };
  expect(await refused({ amount: "1,000" })).toEqual(["currency currency-missing"]);
  expect(await refused({ amount: "10.5", currency: "JPY" })).toEqual(["amount amount"]);
  expect(await refused({ state: "contracted" })).toEqual(["contractedOn contract-date"]);
  expect(await refused({ contractedOn: "2027-01-01" })).toEqual(["contractedOn future"]);
  expect(await refused({ need: "shenyang-2-voc", company: "zibo" })).toEqual(["company not-company", "need not-open"]);
  expect(await refused({}, otherCompany)).toEqual(["company not-own"]);
  expect(await refused({ state: "stopped" })).toEqual(["obstacle reason-to-stop"]);

  expect(await moveCase(context, association, id, { ...move, from: "lead", to: "contracted" })).toMatchObject({
    problems: [{ field: "contractedOn", reason: "contract-date" }],
  });
  const contracted = { contractedOn: "2016-02-01", amount: "3,500,000.5", currency: "CNY" };
  expect(await moveCase(context, association, id, { ...move, from: "lead", to: "contracted", ...contracted })).toEqual({
    state: "done",
  });
  await expect(moveCase(context, association, id, { ...move, from: "lead", to: "trial" })).rejects.toBeInstanceOf(
    AppError,
  );
  const { found, events } = await getCase(context, coordination, id);
  expect(found).toMatchObject({ state: "contracted", amount: { minor: 350_000_050, currency: "CNY" }, revision: 2 });
  expect(events.map(({ before, after }) => [before, after])).toEqual([
    [null, "lead"],
    ["lead", "contracted"],
  ]);

  // What somebody else saved meanwhile is not lost.
  expect(await correctCase(context, coordination, id, { ...toInput(found), partner: null }, 1)).toMatchObject({
    state: "conflict",
    present: { partner: "zibo" },
  });
  const stopped = { ...move, from: "contracted", to: "stopped", obstacleKinds: ["communication"] } as const;
  await moveCase(context, association, id, { ...stopped, obstacleKinds: ["communication"] });
  const cases = await listCases(context, coordination);
  expect(countStages(cases).map(({ alive, stopped: ended }) => [alive, ended])).toEqual([
    [0, 1],
    // From lead to contract in one step: no talks and no trial are on record.
    [0, 0],
    [0, 0],
    [0, 1],
  ]);
  expect(countObstacles(cases)).toEqual([{ kind: "communication", alive: 0, stopped: 1 }]);
  expect(countByState(cases).find(({ state }) => state === "stopped")).toEqual({ state: "stopped", count: 1 });
});

test("business-matching events are the records' own", async () => {
  const events = await listMatchingEvents(context);
  const ids = events.map(({ id }) => id);
  // Zibo in July, the forum of November, ECOTECH in June 2015 (B, Ⅲ 12).
  expect(ids).toEqual(expect.arrayContaining(["b-jcea-1", "b-jcea-3", "b-jcea-6", "b-jcea-8"]));
  expect(ids).not.toContain("b-mun-yokkaichi-1");
  expect(events.find(({ id }) => id === "b-jcea-8")?.result.en).toContain("25");
});

test("amounts are whole smallest units of their currency", () => {
  expect(readAmount("１２，０００", "JPY")).toEqual({ amount: { minor: 12_000, currency: "JPY" } });
  expect(readAmount("35.5", "USD")).toEqual({ amount: { minor: 3_550, currency: "USD" } });
  expect(readAmount("", "")).toEqual({ amount: null });
  expect(readAmount("", "JPY")).toEqual({ problem: "amount-missing" });
  expect(readAmount("-5", "JPY")).toEqual({ problem: "amount" });
  expect(readAmount("一百万", "")).toEqual({ problem: "amount" });
  expect(readAmount("5", "XYZ")).toEqual({ problem: "currency-missing" });
  expect(typeAmount({ minor: 5, currency: "CNY" })).toBe("0.05");
  expect(writeAmount({ minor: 350_000_050, currency: "CNY" }, "en")).toMatch(/CNY.3,500,000\.50/);
});
