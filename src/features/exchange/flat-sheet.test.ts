import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { readCellKnowledge, targetsOf } from "../../records/cell-knowledge.ts";
import { normaliseContent } from "../../records/normalise.ts";
import { recordKinds } from "../../records/registry.ts";
import { readContents } from "../../records/tables.ts";
import { foldHeader } from "../../spreadsheets/template.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { flatPartsOf } from "./flat-parts.ts";
import { describeTemplate, printRecord } from "./flat-sheet.ts";
import { readRow } from "./read-row.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
});
afterAll(() => context.database.close());

describe.each(recordKinds)("a sheet of $id", (kind) => {
  test.each(languages)("tells every record of the sample in %s so that it is read back the same", async (language) => {
    await read(context.database, async (transaction) => {
      const knowledge = await readCellKnowledge(transaction, targetsOf(kind));
      const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(kind.sheet.name)}`.execute(transaction);
      const contents = await readContents(
        transaction,
        kind,
        rows.map(({ id }) => id),
      );
      for (const [id, loaded] of contents) {
        const content = normaliseContent(kind, loaded);
        const cells = printRecord(kind, id, content, { knowledge, language });
        const again = readRow(kind, cells, content, { knowledge, language });
        expect(again.problems, id).toEqual([]);
        expect(normaliseContent(kind, again.content), id).toEqual(content);
        const fresh = readRow(kind, cells, null, { knowledge, language });
        expect(fresh.content.fields, id).toEqual(content.fields);
        for (const { sheet, told } of flatPartsOf(kind)) {
          const tell = (parts: typeof content.parts) =>
            (parts[sheet] ?? []).map((row) => JSON.stringify(told.map((name) => row[name] ?? ""))).sort();
          expect(tell(fresh.content.parts), id).toEqual(tell(content.parts));
        }
      }
    });
  });

  test("has headings that lead to one column each, whatever the language of the sheet", () => {
    const columnOf = new Map<string, string>();
    for (const language of languages) {
      for (const { id, header } of describeTemplate(kind, language, null).sheets[0]?.columns ?? []) {
        expect(header, id).not.toBe("");
        const folded = foldHeader(header);
        expect(columnOf.get(folded) ?? id, header).toBe(id);
        columnOf.set(folded, id);
      }
    }
  });
});
