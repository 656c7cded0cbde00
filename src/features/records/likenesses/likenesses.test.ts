import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { read } from "../../../db/transaction.ts";
import type { Context } from "../../../platform/context.ts";
import type { RecordContent, RecordKindId } from "../../../records/kind.ts";
import { recordKind, recordKinds } from "../../../records/registry.ts";
import { createActor } from "../../../testing/actors.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { findStanding } from "../access.ts";
import { submitEntry } from "../decide-entry.ts";
import { saveEntry } from "../save-entry.ts";
import { getRecordForActor } from "../service.ts";
import { findWarnings } from "../warnings.ts";
import { createLikenessIndex } from "./likeness-index.ts";
import { readCandidates } from "./read-candidates.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const fukuoka = createActor("home-government", "fukuoka");
const hyogo = createActor("home-government", "hyogo");
const coordinator = createActor("coordination", "iges");

async function readContent(kind: RecordKindId, id: string): Promise<RecordContent> {
  return (await getRecordForActor(context, coordinator, kind, id)).content;
}

async function copyTraining(fields: Record<string, string> = {}): Promise<RecordContent> {
  const content = await readContent("activity", "b-tra-2015-09");
  return { ...content, fields: { ...content.fields, ...fields } };
}

const otherTitle = { title_ja: "大気環境の研修", title_zh: "大气环境研修", title_en: "Training on air" };

async function warn(content: RecordContent, { actor = fukuoka, kind = "activity" as RecordKindId, id = "new" } = {}) {
  return findWarnings(context, actor, { kind, id, owner: "fukuoka", content }, "ja");
}

async function find(content: RecordContent, of: Parameters<typeof warn>[1] = {}) {
  const warnings = await warn(content, of);
  return warnings.map(({ rule, others }) => [rule, ...others.map(({ id }) => id)].join(" "));
}

const isOfTraining = (found: string) => /^(same|overlapping)-[a-z-]+ b-tra-2015-09$/.test(found);

describe("a record of the same list", () => {
  test.each(languages)("that is the same comes before everything else, in %s", async (language) => {
    const trial = { kind: "activity" as const, id: "new", owner: "fukuoka", content: await copyTraining() };
    const [first] = await findWarnings(context, fukuoka, trial, language);
    const title = trial.content.fields[`title_${language}`] ?? "";
    expect(first).toMatchObject({
      rule: "same-event",
      severity: "warning",
      others: [{ kind: "activity", id: "b-tra-2015-09", title, entry: null }],
    });
    expect(first?.text.split(title).length).toBe(3);
    expect(first?.text).toContain("2016");
  });

  test("is known by its days and parties under another title, and by its title on other days", async () => {
    expect(await find(await copyTraining(otherTitle))).toContain("same-days-and-parties b-tra-2015-09");
    expect(await find(await copyTraining({ ...otherTitle, date: "2016-01-20/2016-01-30" }))).toContain(
      "overlapping-days b-tra-2015-09",
    );
    expect(await find(await copyTraining({ date: "2016-01" }))).toContain("same-title b-tra-2015-09");
    expect((await find(await copyTraining({ date: "2016-03-01" }))).filter(isOfTraining)).toEqual([]);
  });

  test("is another where its partner is another, and is never itself", async () => {
    const content = await copyTraining(otherTitle);
    const parties = (content.parts.activity_parties ?? []).map((party) => ({
      ...party,
      organisation: party.organisation?.replace(/^jiangsu.*/, "shanxi") ?? "",
    }));
    const other = { ...content, parts: { ...content.parts, activity_parties: parties } };
    expect(other).not.toEqual(content);
    expect((await find(other)).filter(isOfTraining)).toEqual([]);
    const itself = await find(await copyTraining(), { id: "b-tra-2015-09" });
    expect(itself.filter(isOfTraining)).toEqual([]);
    expect(itself).toContain("same-event-in-two-ledgers b-mun-fukuoka-3");
  });
});

test("warnings of two ledgers say which record is entered and which is there", async () => {
  const warnings = await warn(await copyTraining());
  const found = warnings.find(({ rule }) => rule === "same-event-in-two-ledgers");
  expect(found?.others).toMatchObject([{ id: "b-mun-fukuoka-3" }]);
  expect(found?.text).toMatch(
    /^入力中の「江蘇省技術者の訪日研修（福岡県）」.*すでにある「江蘇省技術職員の訪日研修（福岡県）」/,
  );
});

test("an entry under way is found by those who may see it", async () => {
  const content = await copyTraining({ ...otherTitle, date: "2016-02-01/2016-02-05" });
  const input = { kind: "activity", owner: "fukuoka", visibility: "organisation", content } as const;
  const { entry } = await saveEntry(context, fukuoka, input);
  const asked = `same-event ${entry.record}`;
  expect(await find(content)).toContain(asked);
  expect(await find(content, { actor: coordinator })).not.toContain(asked);
  await submitEntry(context, fukuoka, entry);
  const seen = await warn(content, { actor: coordinator });
  expect(seen.find(({ others }) => others[0]?.id === entry.record)).toMatchObject({
    others: [{ entry: entry.id }],
    text: expect.stringContaining("承認待ち"),
  });
  expect(await find(content, { actor: hyogo })).not.toContain(asked);
  expect(await find(content, { id: entry.record })).not.toContain(asked);
});

describe("records of other kinds", () => {
  test.each([
    ["organisation", "fukuoka", "same-code"],
    ["agreement", "platforms-2015", "same-title"],
    ["project", "research-kitakyushu-shanghai", "same-title"],
    ["partnership", "saitama-shanxi", "same-pair"],
    ["claim", "c-consultations-total", "same-figure"],
  ] as const)("%s", async (kind, id, rule) => {
    expect(await find(await readContent(kind, id), { actor: coordinator, kind })).toContain(`${rule} ${id}`);
  });

  test("an organisation is known by any of its names, a partnership from either side", async () => {
    const jica: RecordContent = {
      fields: { tier: "institute", country: "jp", name_ja: "ＪＩＣＡ" },
      parts: { organisation_names: [] },
    };
    expect(await find(jica, { actor: coordinator, kind: "organisation" })).toContain("same-name jica");
    const bureau = {
      ...jica,
      fields: { tier: "office", parent: "dalian", name_ja: "大連市環境保護局", short_name_ja: "環境保護局" },
    };
    expect(await find(bureau, { actor: coordinator, kind: "organisation" })).toEqual([]);
    const turned: RecordContent = { fields: { home: "shanxi", partner: "saitama" }, parts: {} };
    expect(await find(turned, { actor: coordinator, kind: "partnership" })).toEqual(["same-pair saitama-shanxi"]);
  });
});

test("few records of the programme are taken for each other", async () => {
  const standing = await findStanding(context, coordinator);
  const directory = await getDirectory(context);
  const alike: string[] = [];
  for (const kind of recordKinds) {
    const candidates = await read(context.database, (t) => readCandidates(t, standing, recordKind(kind.id), []));
    const index = createLikenessIndex(kind.id, directory);
    for (const candidate of candidates) index.add(candidate);
    for (const { id, content } of candidates)
      for (const { sort, other } of index.find(id, content)) if (id < other.id) alike.push(`${sort} ${id} ${other.id}`);
  }
  expect(alike).toEqual([
    "same-event b-dsem-2015-01 b-sem-2015-01",
    "same-days-and-parties b-jcea-2 b-jcea-3",
    "same-event b-mun-fukuoka-3 b-tra-2015-09",
    "same-title b-mun-kitakyushu-05 b-mun-kitakyushu-09",
    "overlapping-days b-mun-kitakyushu-15 b-mun-kitakyushu-16",
    "overlapping-days b-mun-kobe-1 b-mun-yokkaichi-2",
    "same-title b-tra-2015-03 b-ttra-2015-01",
    "same-title b-tra-2015-05 b-ttra-2015-02",
    "same-figure b-fukuoka-trainings-planned-2015 b-trainings-planned-2015-jiangsu",
  ]);
});
