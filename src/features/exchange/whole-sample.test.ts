import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { RecordKind } from "../../records/kind.ts";
import { recordKinds } from "../../records/registry.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { ruleOf } from "../accounts/roles.ts";
import { finishImports, getImport, startImport } from "./import-service.ts";
import type { RowResult } from "./plan.ts";
import { type SheetFormat, writeSheet } from "./write-sheet.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 120_000);
afterAll(() => context.database.close());

/** Between them, the two platforms may correct every record of the sample. */
const officers = (["coordination", "technical"] as const).map((role) => ({
  role,
  actor: createActor(role, role === "technical" ? "jesc" : "iges"),
}));

async function sendThereAndBack(actor: Actor, kind: RecordKind, format: SheetFormat): Promise<RowResult[]> {
  const written = await writeSheet(context, actor, { kind, language: "ja", format, empty: false, fiscalYear: null });
  if (!("file" in written)) throw new Error(JSON.stringify(written));
  const { content } = written.file;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const owner = actor.memberships[0]?.organisation ?? "";
  const upload = { kind, owner, fileName: `${kind.id}.${format}`, bytes, language: "ja" as const };
  const id = await startImport(context, actor, upload);
  await finishImports();
  return (await getImport(context, actor, id)).result?.rows ?? [];
}

async function listIds({ sheet }: RecordKind): Promise<string[]> {
  const { rows } = await read(context.database, (transaction) =>
    sql<{ id: string }>`SELECT id FROM ${sql.table(sheet.name)}`.execute(transaction),
  );
  return rows.map(({ id }) => id).toSorted();
}

for (const kind of recordKinds)
  for (const format of ["xlsx", "utf-8-bom"] as const)
    test(`every ${kind.id} of the sample comes back from ${format} as it went out`, async () => {
      const rows: RowResult[] = [];
      for (const { role, actor } of officers)
        if (ruleOf(role).enters.includes(kind.id)) rows.push(...(await sendThereAndBack(actor, kind, format)));
      expect(rows.filter(({ status }) => status !== "same")).toEqual([]);
      expect([...new Set(rows.map(({ record }) => record))].toSorted()).toEqual(await listIds(kind));
    }, 60_000);
