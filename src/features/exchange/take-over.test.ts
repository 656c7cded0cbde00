import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { recordKind } from "../../records/registry.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { startImport } from "./import-service.ts";
import { takeOver } from "./take-over.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const fukuoka = createActor("home-government", "fukuoka");

const head = "記録番号,記載する一覧,年度,番号,種類,状況,実施時期,件名（日本語）,経費,活動の参加機関：実施主体";

function writeSheet(title: string, newRows: number, lastRow = ""): Uint8Array {
  const rows = Array.from({ length: newRows }, (_, index) => {
    const number = String(index + 1);
    return `,訪日研修等の受入れ（招聘事業）,2018年度,${number},訪日研修,予定,2018年10月,${title}${number},自治体独自予算,福岡県`;
  });
  return new TextEncoder().encode([head, ...rows, lastRow, ""].join("\n"));
}

async function takeRows(bytes: Uint8Array) {
  const upload = {
    kind: recordKind("activity"),
    owner: "fukuoka",
    fileName: "rows.csv",
    bytes,
    language: "ja",
  } as const;
  const id = await startImport(context, fukuoka, upload);
  const decision = { submit: true, visibility: "public", reason: "", language: "ja" } as const;
  return { id, result: await takeOver(context, fukuoka, id, decision) };
}

async function countStates(id: string) {
  const { rows } = await read(context.database, (transaction) =>
    sql<{ state: string; revision: number; count: number; records: number }>`
      SELECT state, revision, count(*)::int AS count, count(DISTINCT record)::int AS records
      FROM entries WHERE import_batch = ${id} GROUP BY state, revision`.execute(transaction),
  );
  return rows;
}

test("every row is submitted once as an entry of its own, and again changes nothing", async () => {
  const { id, result } = await takeRows(writeSheet("研修", 1_100));
  expect(result).toEqual({ state: "taken" });
  const submitted = [{ state: "submitted", revision: 2, count: 1_100, records: 1_100 }];
  expect(await countStates(id)).toEqual(submitted);
  const decision = { submit: true, visibility: "public", reason: "", language: "ja" } as const;
  expect(await takeOver(context, fukuoka, id, decision)).toEqual({ state: "taken" });
  expect(await countStates(id)).toEqual(submitted);
  const { rows } = await read(context.database, (transaction) =>
    sql<{ action: string; count: number }>`
      SELECT action, count(DISTINCT subject)::int AS count FROM audit_log
      WHERE action IN ('entry.started', 'entry.submitted', 'import.taken') GROUP BY action ORDER BY action`.execute(
      transaction,
    ),
  );
  expect(rows).toEqual([
    { action: "entry.started", count: 1_100 },
    { action: "entry.submitted", count: 1_100 },
    { action: "import.taken", count: 1 },
  ]);
});

test("one row that cannot be submitted keeps all of them back, and the sheet can be taken over as drafts", async () => {
  const correction =
    "e-tra-2014-03,訪日研修等の受入れ（招聘事業）,2014年度,3,訪日研修,実施済,2014年11月,訂正した件名,自治体独自予算,福岡県";
  const { id, result } = await takeRows(writeSheet("別の研修", 120, correction));
  expect(result).toEqual({ state: "stopped", row: 122, why: "reason-missing", problems: [] });
  expect(await countStates(id)).toEqual([]);
  const decision = { submit: false, visibility: "members", reason: "", language: "ja" } as const;
  expect(await takeOver(context, fukuoka, id, decision)).toEqual({ state: "taken" });
  expect(await countStates(id)).toEqual([{ state: "draft", revision: 1, count: 121, records: 121 }]);
});
