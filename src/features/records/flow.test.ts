import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { trainingOf } from "../../testing/approve-record.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { getTable } from "../statistics/service.ts";
import { approveEntry, returnEntry, submitEntry, withdrawEntry } from "./decide-entry.ts";
import type { Entry } from "./record.ts";
import { type EntryInput, saveEntry } from "./save-entry.ts";
import { getEntryForActor, getHistory, getRecordForActor, listRecordsForActor } from "./service.ts";
import { findWarnings } from "./warnings.ts";
import { closeYear, listYears, publishYear, reopenYear } from "./years.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const fukuoka = createActor("home-government", "fukuoka");
const jiangsu = createActor("partner-government", "jiangsu");
const hyogo = createActor("home-government", "hyogo");
const coordinator = createActor("coordination", "iges");
const ministry = createActor("ministry", "moe-japan");

const training = trainingOf(2017);

function input(changes: Partial<EntryInput> = {}): EntryInput {
  return { kind: "activity", owner: "fukuoka", visibility: "public", content: training, ...changes };
}

async function saveNew(actor = fukuoka, changes: Partial<EntryInput> = {}): Promise<Entry> {
  const result = await saveEntry(context, actor, input(changes));
  expect(result.state).toBe("saved");
  return result.entry;
}

async function submit(entry: Entry, actor = fukuoka): Promise<Entry> {
  const result = await submitEntry(context, actor, entry);
  expect(result.state).toBe("done");
  return result.entry;
}

async function countTrainings(): Promise<number> {
  const table = await getTable(context, "trainings", { fiscalYear: 2017, language: "ja" });
  return table.rows.length;
}

describe("a new activity", () => {
  test("is public when the ministry closes its year, and not before", async () => {
    const before = await countTrainings();
    const submitted = await submit(await saveNew());
    expect(await countTrainings()).toBe(before);
    expect((await approveEntry(context, coordinator, submitted)).state).toBe("done");
    expect(await countTrainings()).toBe(before);
    expect((await listYears(context)).find(({ fiscalYear }) => fiscalYear === 2017)).toMatchObject({
      state: "open",
      unpublished: 1,
    });
    await closeYear(context, ministry, 2017, "");
    expect(await countTrainings()).toBe(before + 1);
    const closed = await saveNew(fukuoka, { content: { ...training, fields: { ...training.fields, number: "100" } } });
    await expect(submitEntry(context, fukuoka, closed)).rejects.toMatchObject({
      details: { reason: "year-closed", fiscalYear: 2017 },
    });
    await reopenYear(context, ministry, 2017, "a training was missing");
    expect((await submitEntry(context, fukuoka, closed)).state).toBe("done");
    await expect(closeYear(context, ministry, 2017, "")).rejects.toMatchObject({
      details: { reason: "entries-waiting" },
    });
    await returnEntry(context, coordinator, { id: closed.id, revision: closed.revision + 1 }, "twice");
    await publishYear(context, coordinator, 2017);
  });

  test("is not submitted while something is missing, and says what", async () => {
    const fields = { ...training.fields, kind: "party", register: "nowhere", date: "2017-13" };
    const entry = await saveNew(fukuoka, { content: { ...training, fields } });
    const result = await submitEntry(context, fukuoka, entry);
    expect(result).toMatchObject({ state: "problems" });
    const problems = "problems" in result ? result.problems.map(({ column, reason }) => `${column} ${reason}`) : [];
    expect(problems.sort()).toEqual(["date impossible-date", "kind bad-choice", "register unknown-reference"]);
  });

  test("may be submitted in one language, and is approved in three", async () => {
    const { title_zh: _zh, title_en: _en, ...fields } = training.fields;
    const submitted = await submit(await saveNew(fukuoka, { content: { ...training, fields } }));
    const refused = await approveEntry(context, coordinator, submitted);
    expect(refused).toMatchObject({ state: "problems" });
    const completed = await saveEntry(
      context,
      coordinator,
      input({ entry: submitted.id, revision: submitted.revision }),
    );
    expect(completed.state).toBe("saved");
    expect((await approveEntry(context, coordinator, completed.entry)).state).toBe("done");
  });

  test("a form that is sent twice saves once", async () => {
    const first = await saveNew(fukuoka, { formKey: "form-1" });
    const second = await saveNew(fukuoka, { formKey: "form-1" });
    expect(second.id).toBe(first.id);
  });

  test("warns of what is already on record", async () => {
    const { content } = await getRecordForActor(context, coordinator, "activity", "e-tra-2014-03");
    const fields = { ...content.fields, register: "municipal-activities" };
    const trial = { kind: "activity" as const, id: "new", owner: "fukuoka", content: { ...content, fields } };
    const warnings = await findWarnings(context, fukuoka, trial, "en");
    expect(warnings.map(({ rule }) => rule)).toContain("same-event-in-two-ledgers");
    expect(
      await read(context.database, (t) => t.selectFrom("activities").select("id").where("id", "=", "new").execute()),
    ).toEqual([]);
  });
});

describe("two people at one entry", () => {
  test("the second gets a comparison and writes nothing over", async () => {
    const entry = await saveNew();
    const change = (number: string) => ({ ...training, fields: { ...training.fields, number } });
    const save = (number: string) =>
      saveEntry(context, fukuoka, input({ entry: entry.id, revision: entry.revision, content: change(number) }));
    expect((await save("7")).state).toBe("saved");
    const second = await save("8");
    expect(second).toMatchObject({ state: "conflict", entry: { content: { fields: { number: "7" } } } });
    expect((await submitEntry(context, fukuoka, entry)).state).toBe("conflict");
  });
});

describe("a correction", () => {
  const id = "e-tra-2014-03";
  test("needs a reason, becomes a version and can be undone", async () => {
    const { content, record } = await getRecordForActor(context, fukuoka, "activity", id);
    const corrected = { ...content, fields: { ...content.fields, remark_ja: "福岡市も視察した。" } };
    const changes = { record: id, content: corrected };
    const entry = await saveNew(fukuoka, changes);
    expect((await submitEntry(context, fukuoka, entry)).state).toBe("reason-missing");
    const reasoned = await saveEntry(
      context,
      fukuoka,
      input({ ...changes, entry: entry.id, revision: 1, reason: "記録漏れ" }),
    );
    const submitted = await submit(reasoned.entry);
    const completed = await saveEntry(context, coordinator, {
      ...input({ entry: submitted.id, revision: submitted.revision, reason: "記録漏れ" }),
      content: {
        ...corrected,
        fields: { ...corrected.fields, remark_zh: "还考察了福冈市。", remark_en: "Fukuoka City was visited as well." },
      },
    });
    expect((await approveEntry(context, coordinator, completed.entry)).state).toBe("done");
    const { versions } = await getHistory(context, jiangsu, "activity", id);
    expect(versions.map(({ version, action }) => `${version} ${action}`)).toEqual(["2 corrected", "1 loaded"]);
    expect(versions[0]?.differences.map(({ column }) => column).sort()).toEqual([
      "remark_en",
      "remark_ja",
      "remark_zh",
    ]);
    expect(versions[1]?.content).toEqual(content);
    expect(record.version).toBe(1);
  });

  test("of an older version is answered with a comparison", async () => {
    const first = await saveNew(coordinator, {
      owner: "iges",
      record: "e-tra-2014-02",
      content: training,
      reason: "a",
    });
    const second = await saveNew(createActor("home-government", "kitakyushu"), {
      owner: "kitakyushu",
      record: "e-tra-2014-02",
      content: training,
      reason: "b",
    });
    const submitted = await submit(first, coordinator);
    expect((await approveEntry(context, coordinator, submitted)).state).toBe("done");
    expect((await submitEntry(context, createActor("home-government", "kitakyushu"), second)).state).toBe("stale");
  });
});

describe("what is not theirs", () => {
  test("a draft is its owner's alone; once submitted its platform sees it", async () => {
    const entry = await saveNew(fukuoka, { visibility: "organisation" });
    for (const actor of [jiangsu, hyogo, coordinator, ministry])
      await expect(getEntryForActor(context, actor, entry.id)).rejects.toMatchObject({ code: "not-found" });
    await submit(entry);
    expect((await getEntryForActor(context, coordinator, entry.id)).mayDecide).toBe(true);
    await expect(getEntryForActor(context, jiangsu, entry.id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("visibility holds for records, lists and public tables", async () => {
    const found = async (actor: typeof fukuoka, id: string) => {
      const { records } = await listRecordsForActor(context, actor, {
        kind: "activity",
        page: { limit: 1000, offset: 0 },
      });
      const listed = records.some((record) => record.id === id);
      const opened = await getRecordForActor(context, actor, "activity", id).then(
        () => true,
        () => false,
      );
      expect(opened).toBe(listed);
      return listed;
    };
    const guest = createActor("guest", "fukuoka");
    const expected = {
      organisation: [true, false, false, false, true],
      sides: [true, true, false, false, true],
      members: [true, true, true, true, true],
    } as const;
    for (const [visibility, seen] of Object.entries(expected)) {
      const submitted = await submit(await saveNew(fukuoka, { visibility: visibility as "sides" }));
      await approveEntry(context, coordinator, submitted);
      const actors = [fukuoka, jiangsu, hyogo, guest, ministry];
      for (const [index, actor] of actors.entries())
        expect([visibility, index, await found(actor, submitted.record)]).toEqual([visibility, index, seen[index]]);
    }
    const shown = (await listYears(context)).find(({ fiscalYear }) => fiscalYear === 2017);
    const before = (await countTrainings()) + (shown?.unpublished ?? 0);
    await publishYear(context, coordinator, 2017);
    expect(await countTrainings()).toBe(before);
  });

  test("nobody enters in another organisation's name, or corrects what does not concern them", async () => {
    await expect(saveEntry(context, hyogo, input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(saveEntry(context, hyogo, input({ owner: "hyogo", record: "e-tra-2014-03" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    const entry = await saveNew();
    await expect(withdrawEntry(context, hyogo, entry)).rejects.toMatchObject({ code: "not-found" });
    await expect(approveEntry(context, fukuoka, await submit(entry))).rejects.toMatchObject({ code: "forbidden" });
  });
});
