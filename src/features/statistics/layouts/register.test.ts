import { afterAll, beforeAll, expect, test } from "vitest";
import type { Language } from "../../../core/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { RecordContent } from "../../../records/kind.ts";
import { createActor } from "../../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../../testing/approve-record.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { publishYear } from "../../records/years.ts";
import { getTable } from "../service.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const seminar = { register: "coordination-seminars", kind: "seminar", number: "" };

function withParties(content: RecordContent, parties: [string, string][]): RecordContent {
  const activity_parties = parties.map(([organisation, role]) => ({ organisation, role }));
  return { ...content, parts: { ...content.parts, activity_parties } };
}

async function publish(...contents: RecordContent[]) {
  for (const content of contents) await approveRecord(context, content);
  await publishYear(context, createActor("coordination", "iges"), 2026);
}

async function rowsOf(table: string, language: Language = "ja") {
  const { rows } = await getTable(context, table, { fiscalYear: 2026, language });
  return rows.map(({ no, cells }) => {
    const texts = Object.entries(cells).map(([key, cell]) => [key, "text" in cell ? cell.text : ""]);
    return { no, ...Object.fromEntries(texts) };
  });
}

test("a member's seminar says what it was, and with whom, whichever roles the parties have", async () => {
  const spring = { title_ja: "大気汚染対策セミナー", title_zh: "大气污染防治研讨会", title_en: "Clean air seminar" };
  await publish(
    withParties(trainingOf(2026, { ...seminar, ...spring, date: "2026-06-03" }), [
      ["fukuoka", "host"],
      ["jiangsu", "receiver"],
      ["nanjing", "venue"],
    ]),
    withParties(trainingOf(2026, { ...seminar, date: "2026-05-01", theme_ja: "VOC対策", theme_zh: "VOC治理" }), [
      ["fukuoka", "sender"],
      ["jiangsu", "attendee"],
    ]),
    withParties(trainingOf(2026, { ...seminar, date: "2026-07-01", number: "1" }), [
      ["fukuoka", "host"],
      ["jiangsu", "host"],
      ["kitakyushu", "lecturer"],
    ]),
  );
  const rows = await rowsOf("seminars");
  expect(rows).toMatchObject([
    { no: "1", hosts: "福岡県／江蘇省" },
    { hosts: "福岡県／江蘇省", theme: "VOC対策" },
    { hosts: "福岡県／江蘇省", theme: "大気汚染対策セミナー" },
  ]);
  expect((await rowsOf("seminars", "zh"))[2]).toMatchObject({ theme: "大气污染防治研讨会" });
});

test("a training and a consultation name both sides", async () => {
  const consultation = { register: "coordination-consultations", kind: "consultation", number: "" };
  await publish(
    withParties(trainingOf(2026, { number: "" }), [
      ["jiangsu", "attendee"],
      ["fukuoka", "host"],
      ["kitakyushu", "support"],
    ]),
    // A visit the other way round: who receives is no sender.
    withParties(trainingOf(2026, { number: "", date: "2026-12-01" }), [
      ["fukuoka", "sender"],
      ["jiangsu", "receiver"],
    ]),
    withParties(trainingOf(2026, consultation), [
      ["fukuoka", "lead"],
      ["jiangsu", "counterpart"],
    ]),
  );
  expect(await rowsOf("trainings")).toMatchObject([
    { sender: "江蘇省", receiver: "福岡県（北九州市）" },
    { sender: "福岡県", receiver: "江蘇省" },
  ]);
  const [row] = await rowsOf("consultations");
  expect(row).toMatchObject({ home: "福岡県", partner: "江蘇省" });
  expect(row).toMatchObject({ counterpart: expect.stringContaining("江蘇省からの訪日研修") });
});

test("a printed row keeps the gaps that its document has", async () => {
  const table = await getTable(context, "seminars", { fiscalYear: 2015, language: "ja" });
  expect(table.rows.find(({ records }) => records?.includes("b-sem-2015-05"))?.cells.theme).toEqual({ text: "" });
});
