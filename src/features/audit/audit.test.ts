import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createTestContext } from "../../testing/context.ts";
import { hashAuditRow } from "./audit.ts";
import { change, note } from "./change.ts";
import { auditColumns, writeAuditFile } from "./export.ts";
import { walkAuditRows } from "./store.ts";
import { type ExpectedState, readExpectedState, type Verification, verifyAuditLog } from "./verify.ts";

let context: Context;
const actor = createActor("coordination", "iges");

async function writeRows(count: number): Promise<void> {
  for (let index = 1; index <= count; index += 1)
    await note(context, actor, {
      action: "test.noted",
      subject: `test/${index}`,
      details: { b: index, a: ["x", "y"] },
    });
}

/** Looks at the log after what somebody might do who holds the database's own password, and undoes it. */
async function verifyAfter(
  statements: readonly string[],
  expected: ExpectedState | null = null,
): Promise<Verification> {
  const outcome: { result?: Verification } = {};
  const undone = write(context.database, async (transaction) => {
    await sql`ALTER TABLE audit_log DISABLE TRIGGER audit_log_append_only`.execute(transaction);
    for (const statement of statements) await sql.raw(statement).execute(transaction);
    outcome.result = await verifyAuditLog({ database: { ...context.database, within: transaction } }, { expected });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  if (!outcome.result) throw new Error("no result");
  return outcome.result;
}

describe("verification", () => {
  beforeAll(async () => {
    context = await createTestContext();
    await writeRows(6);
  });
  afterAll(() => context.database.close());

  test("finds a log as it was written sound, and tells its end", async () => {
    const result = await verifyAuditLog(context);
    expect(result).toMatchObject({ sound: true, rows: 6, head: { number: 6 } });
  });

  test.each([
    ["a changed subject", ["UPDATE audit_log SET subject = 'test/9' WHERE number = 3"], 3, "content"],
    ["changed details", [`UPDATE audit_log SET details = '{"a": ["x"], "b": 3}' WHERE number = 3`], 3, "content"],
    ["another person", ["UPDATE audit_log SET actor = 'someone' WHERE number = 1"], 1, "content"],
    ["a moment's change", ["UPDATE audit_log SET at = at + interval '1 microsecond' WHERE number = 2"], 2, "content"],
    ["a changed hash", ["UPDATE audit_log SET hash = repeat('a', 64) WHERE number = 4"], 4, "content"],
    ["a deleted row in the middle", ["DELETE FROM audit_log WHERE number = 4"], 4, "missing"],
    ["a deleted first row", ["DELETE FROM audit_log WHERE number = 1"], 1, "missing"],
    [
      "a deleted row with the others moved up",
      ["DELETE FROM audit_log WHERE number = 4", "UPDATE audit_log SET number = number - 1 WHERE number > 4"],
      4,
      "order",
    ],
    [
      "exchanged rows",
      [
        "UPDATE audit_log SET number = -1 WHERE number = 3",
        "UPDATE audit_log SET number = 3 WHERE number = 4",
        "UPDATE audit_log SET number = 4 WHERE number = -1",
      ],
      3,
      "order",
    ],
    ["a row put before the first", ["UPDATE audit_log SET number = 0 WHERE number = 1"], 1, "order"],
    ["a cut end", ["DELETE FROM audit_log WHERE number > 4"], 5, "end-missing"],
    ["an emptied log", ["DELETE FROM audit_log"], 1, "end-missing"],
    ["a changed end", ["UPDATE audit_head SET hash = repeat('b', 64)"], 6, "end-differs"],
    ["an end set back", ["UPDATE audit_head SET number = 5"], 6, "end-differs"],
    ["an end taken away", ["DELETE FROM audit_head"], 6, "end-lost"],
  ])("names the row of %s", async (_, statements, number, problem) => {
    expect(await verifyAfter(statements)).toMatchObject({ sound: false, number, problem });
  });

  test("a log cut short with its end shows against a state written down", async () => {
    const whole = await verifyAuditLog(context);
    if (!whole.sound) throw new Error(whole.problem);
    const cutShort = [
      "DELETE FROM audit_log WHERE number > 4",
      "UPDATE audit_head SET number = 4, hash = (SELECT hash FROM audit_log WHERE number = 4)",
    ];
    const cut = await verifyAfter(cutShort);
    expect(cut).toMatchObject({ sound: true, rows: 4 });
    expect(await verifyAfter(cutShort, whole.head)).toMatchObject({ sound: false, number: 6, problem: "unexpected" });
    if (!cut.sound) throw new Error(cut.problem);
    expect(await verifyAuditLog(context, { expected: { number: null, hash: cut.head.hash } })).toEqual(whole);
    const elsewhere = { number: 3, hash: cut.head.hash };
    expect(await verifyAuditLog(context, { expected: elsewhere })).toMatchObject({ problem: "unexpected" });
  });

  test("reads a state as it prints it", () => {
    const hash = "0123456789abcdef".repeat(4);
    expect(readExpectedState(hash.toUpperCase())).toEqual({ number: null, hash });
    expect(readExpectedState(` 12:${hash}\n`)).toEqual({ number: 12, hash });
    for (const text of ["", "12", `x:${hash}`, hash.slice(1), `${hash}0`]) expect(readExpectedState(text)).toBeNull();
  });
});

describe("writing", () => {
  beforeEach(async () => {
    context = await createTestContext();
  });
  afterEach(() => context.database.close());

  test("writers at the same time do not fork the chain", async () => {
    const subjects = Array.from({ length: 20 }, (_, index) => `test/${index}`);
    await Promise.all(
      subjects.map((subject) =>
        change(context, actor, async (_, audit) => {
          audit({ action: "test.noted", subject });
          audit({ action: "test.noted", subject: `${subject}/again` });
        }),
      ),
    );
    expect(await verifyAuditLog(context)).toMatchObject({ sound: true, rows: 40 });
  });

  test("a change that is undone leaves no row", async () => {
    await writeRows(1);
    const failed = change(context, actor, async (transaction, audit) => {
      audit({ action: "test.noted" });
      await transaction.insertInto("audit_head").values({ number: 1, hash: "twice" }).execute();
    });
    await expect(failed).rejects.toMatchObject({ code: "23505" });
    expect(await verifyAuditLog(context)).toMatchObject({ sound: true, rows: 1 });
  });

  test("the database refuses a change of members' data without an audit row, when it commits", async () => {
    const values = { fiscal_year: 2017, state: "open", changed_at: new Date(), changed_by: "someone" } as const;
    const bare = write(context.database, (transaction) =>
      transaction.insertInto("year_states").values(values).execute(),
    );
    await expect(bare).rejects.toMatchObject({ code: "23000" });
    await change(context, actor, async (transaction, audit) => {
      await transaction.insertInto("year_states").values(values).execute();
      audit({ action: "test.noted" });
    });
    const rows = await context.database.db.selectFrom("year_states").select("changed_by").execute();
    expect(rows).toEqual([{ changed_by: "someone" }]);
  });

  test("the database refuses to change and to delete what the log holds", async () => {
    await writeRows(1);
    const { db } = context.database;
    for (const attempt of [
      () => db.updateTable("audit_log").set({ action: "other.action" }).execute(),
      () => db.deleteFrom("audit_log").execute(),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "42501" });
    expect(await verifyAuditLog(context)).toMatchObject({ sound: true, rows: 1 });
  });
});

describe("the export", () => {
  beforeEach(async () => {
    context = await createTestContext();
  });
  afterEach(() => context.database.close());

  async function writeAll(format: "jsonl" | "csv"): Promise<string> {
    return read(context.database, async (transaction) => {
      const pieces = [];
      for await (const piece of writeAuditFile(walkAuditRows(transaction), format)) pieces.push(piece);
      return pieces.join("");
    });
  }

  test("holds all from which the chain can be worked out elsewhere", async () => {
    await writeRows(3);
    const rows = (await writeAll("jsonl"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0])).toEqual([...auditColumns]);
    for (const [index, row] of rows.entries()) {
      expect(hashAuditRow(row)).toBe(row.hash);
      expect(row.previousHash).toBe(rows[index - 1]?.hash ?? "0".repeat(64));
    }
  });

  test("tells nobody's name or address", async () => {
    await writeRows(1);
    const text = (await writeAll("jsonl")) + (await writeAll("csv"));
    expect(text).not.toContain(actor.email);
    expect(text).not.toContain(actor.name);
    expect(text.match(/\uFEFF/g)).toHaveLength(1);
  });
});
