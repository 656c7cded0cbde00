import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { listTables } from "./service.ts";
import { tableFileEndings, writeTableFile } from "./table-files.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const asOf = "2016-01-19";
const marks: Record<(typeof tableFileEndings)[number], string> = {
  xlsx: "PK",
  docx: "PK",
  "data.xlsx": "PK",
  pdf: "%PDF",
  csv: "\uFEFF",
};

describe.each(languages)("every published table in %s", (language) => {
  test.each(tableFileEndings)(
    "as %s",
    async (ending) => {
      for (const { id, yearly, fiscalYears } of await listTables(context, language)) {
        for (const fiscalYear of yearly ? fiscalYears : [undefined]) {
          const request = { fiscalYear, language, calendar: "gregorian", asOf } as const;
          const { bytes, fileName } = await writeTableFile(context, id, ending, request);
          const start = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, 4));
          expect(start.startsWith(marks[ending]), `${id} ${fiscalYear}`).toBe(true);
          expect(bytes.length).toBeGreaterThan(60);
          expect(fileName).toMatch(new RegExp(`^${id}(-data)?(-\\d{4})?-2016-01-19-${language}\\.`));
        }
      }
    },
    60_000,
  );
});

test("the same table is the same file", async () => {
  for (const ending of tableFileEndings) {
    const request = { fiscalYear: 2015, language: "zh", calendar: "gregorian", asOf } as const;
    const [first, second] = [
      await writeTableFile(context, "trainings", ending, request),
      await writeTableFile(context, "trainings", ending, request),
    ];
    expect(Buffer.compare(first.bytes, second.bytes), ending).toBe(0);
  }
});

test("an unknown table or part is not found", async () => {
  const request = { language: "en", calendar: "gregorian" } as const;
  await expect(writeTableFile(context, "nothing", "pdf", request)).rejects.toMatchObject({ code: "not-found" });
  await expect(writeTableFile(context, "trainings", "csv", { ...request, part: "overview" })).rejects.toMatchObject({
    code: "not-found",
  });
});
