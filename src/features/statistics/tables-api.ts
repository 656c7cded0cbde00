import { z } from "@hono/zod-openapi";
import {
  choiceParameter,
  dayParameter,
  languageParameter,
  textParameter,
  yearParameter,
} from "../../web/api/parameters.ts";
import { defineFileResource, defineResource, type FileResource, type Resource } from "../../web/api/resource.ts";
import { getTable, listTables } from "./service.ts";
import { tableFileContentTypes, tableFileEndings, writeTableFile } from "./table-files.ts";
import { toTableItem } from "./table-items.ts";
import { tableItemSchema, tableSchema } from "./table-schema.ts";

export const tableResources: readonly Resource[] = [
  defineResource({
    path: "/tables",
    operation: "listTables",
    summary: "api.operation.tables.summary",
    description: "api.operation.tables.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: z.object({ items: z.array(tableItemSchema) }).openapi("TableList"),
    read: async ({ context, language }) => ({ items: (await listTables(context, language)).map(toTableItem) }),
    example: async () => ({ query: {} }),
    shorten: ({ items }) => ({ items: items.slice(0, 2) }),
  }),
  defineResource({
    path: "/tables/{id}",
    operation: "getTable",
    summary: "api.operation.table.summary",
    description: "api.operation.table.description",
    query: z.strictObject({
      fiscalYear: yearParameter("api.parameter.tableYear"),
      asOf: dayParameter("api.parameter.tableAsOf"),
      lang: languageParameter,
    }),
    answer: tableSchema,
    read: ({ context, id, language, query: { fiscalYear, asOf } }) =>
      getTable(context, id, { fiscalYear, asOf, language }),
    async example(context) {
      const tables = await listTables(context, "en");
      const table = tables.find((candidate) => candidate.yearly) ?? tables[0];
      const fiscalYear = table?.fiscalYears.at(-1);
      return { id: table?.id, query: fiscalYear === undefined ? {} : { fiscalYear: String(fiscalYear) } };
    },
    shorten: ({ rows, notes, ...table }) => ({ ...table, rows: rows.slice(0, 1), notes: notes.slice(0, 1) }),
  }),
];

export const tableFileResources: readonly FileResource[] = [
  defineFileResource({
    path: "/tables/{id}/file",
    operation: "getTableFile",
    summary: "api.operation.tableFile.summary",
    description: "api.operation.tableFile.description",
    query: z.strictObject({
      format: choiceParameter(tableFileEndings, "api.parameter.tableFormat"),
      fiscalYear: yearParameter("api.parameter.tableYear"),
      asOf: dayParameter("api.parameter.tableAsOf"),
      calendar: choiceParameter(["gregorian", "wareki"], "api.parameter.calendar"),
      part: textParameter("api.parameter.tablePart"),
      lang: languageParameter,
    }),
    mediaTypes: [...new Set(Object.values(tableFileContentTypes))],
    readFile: ({ context, id, language, query: { format = "csv", calendar = "gregorian", ...wanted } }) =>
      writeTableFile(context, id, format, { ...wanted, calendar, language }),
    async example(context) {
      const [table] = await listTables(context, "en");
      return { id: table?.id, query: { format: "pdf" } };
    },
  }),
];
