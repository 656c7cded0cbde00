import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { changeRows, copySample } from "../../testing/programme-folder.ts";
import { type FindingRule, findingRules } from "./finding.ts";
import { getFindingPage } from "./service.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

async function find(rule: FindingRule, from = context, asOf = "2026-11-22") {
  return (await getFindingPage(from, { asOf, rule }, { limit: 1_000, afterId: 0 }, "ja")).findings;
}

async function recordsOf(rule: FindingRule) {
  return (await find(rule)).map(({ record }) => record.replace("activities/", ""));
}

describe("in the sample programme, without any mark in its records", () => {
  test("stated days that the dates do not give, weekdays told apart", async () => {
    const findings = await find("stated-days-differ");
    expect(findings.find(({ record }) => record === "activities/b-tra-2015-04")).toMatchObject({
      severity: "warning",
      details: { days: 10, stated: 9 },
    });
    expect(findings.find(({ record }) => record === "activities/b-dtra-2015-01")).toMatchObject({
      severity: "notice",
      details: { days: 12, workingDays: 10, stated: 10 },
    });
  });

  test("January 2015 among the plans for early 2016", async () => {
    expect(await recordsOf("year-unlikely")).toEqual(
      expect.arrayContaining(["b-con-2015-16", "b-tcon-2015-05", "b-tcon-2015-06"]),
    );
    const [first] = await find("year-unlikely");
    expect(first?.message).toContain("2016年1月");
  });

  test("the September meeting in both platforms' ledgers", async () => {
    const findings = await find("same-event-in-two-ledgers");
    expect(findings).toContainEqual(
      expect.objectContaining({ record: "activities/b-sem-2015-01", related: ["activities/b-dsem-2015-01"] }),
    );
  });

  test("the two days at the technical institute within Kawasaki's three weeks", async () => {
    expect(await find("contained-in-another")).toContainEqual(
      expect.objectContaining({ record: "activities/b-ttra-2015-01", related: ["activities/b-tra-2015-03"] }),
    );
  });

  test("Saitama and Shanxi with two dates in two documents", async () => {
    expect(await recordsOf("sources-disagree")).toContain("e-con-2014-13");
  });

  test("14 consultations in the text and 15 in the list; a total that its parts do not give", async () => {
    const findings = await find("total-differs");
    expect(findings).toContainEqual(
      expect.objectContaining({
        record: "claims/b-consultations-held-2015",
        details: expect.objectContaining({ claimed: 14, computed: 15 }),
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        record: "claims/b-forum-participants",
        details: expect.objectContaining({ claimed: 750, sum: 740 }),
      }),
    );
  });

  test("a name that the cited organisation does not have", async () => {
    expect(await recordsOf("unknown-name")).toEqual(["b-con-2015-19"]);
  });

  test("plans become overdue on the day after their last possible day", async () => {
    expect((await find("plan-overdue", context, "2016-03-31")).map(({ record }) => record)).not.toContain(
      "activities/b-con-2015-21",
    );
    expect((await find("plan-overdue", context, "2016-04-01")).map(({ record }) => record)).toContain(
      "activities/b-con-2015-21",
    );
  });

  test("an accepted finding keeps its reason", async () => {
    const finding = (await find("year-unlikely")).find(({ record }) => record === "activities/b-dir-2015-00");
    expect(finding?.acceptedReason?.ja).toBeTruthy();
  });

  test("every finding is explained in every language, with nothing left to fill in", async () => {
    for (const language of languages) {
      const page = await getFindingPage(context, { asOf: "2026-11-22" }, { limit: 1_000, afterId: 0 }, language);
      for (const { message } of page.findings) expect(message).not.toMatch(/[{}]|undefined|null|「」|“”/);
    }
  });
});

test("a period that ends before it starts, wrong codes and two numbers of people are found as well", async () => {
  const folder = await copySample();
  await changeRows(folder, "activities", (row) =>
    row.id === "b-tra-2015-01" ? { ...row, date: "2015-09-17/2015-09-08", stated_days: "" } : row,
  );
  await changeRows(folder, "organisations", (row) =>
    row.id === "saitama" ? { ...row, code_jp: "110002" } : row.id === "wuhan" ? { ...row, code_cn: "990100" } : row,
  );
  await changeRows(folder, "activity_people", (row) =>
    row.activity === "b-tra-2015-06" ? { ...row, count: "7" } : row,
  );
  const spoilt = await createLoadedContext(folder);
  try {
    expect(await find("end-before-start", spoilt)).toMatchObject([
      { record: "activities/b-tra-2015-01", severity: "error" },
    ]);
    expect((await find("bad-code", spoilt)).map(({ record }) => record)).toEqual([
      "organisations/saitama",
      "organisations/wuhan",
    ]);
    expect(await find("sources-disagree", spoilt)).toContainEqual(
      expect.objectContaining({
        record: "activities/b-tra-2015-06",
        details: expect.objectContaining({ count: 7, otherCount: 6 }),
      }),
    );
  } finally {
    await spoilt.database.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test("the sample needs every rule but two, which the test above spoils it for", async () => {
  const found = await Promise.all(findingRules.map(async (rule) => ((await find(rule)).length > 0 ? rule : null)));
  expect(found.filter((rule) => rule === null)).toHaveLength(2);
});
