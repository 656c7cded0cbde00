import { z } from "@hono/zod-openapi";
import { describe } from "../../web/api/describe.ts";
import { daySchema, languageSchema } from "../../web/api/schemas.ts";

/** `TableDocument` of src/documents/table.ts, described for readers of the API. */
const figureSchema = z
  .object({
    unit: z.string().openapi(describe("api.field.unit")),
    unitLabel: z.string().openapi(describe("api.field.unitLabel")),
    text: z.string().openapi(describe("api.field.figureText")),
    value: z.number().openapi(describe("api.field.value")),
    basis: z.enum(["records", "claim"]).openapi(describe("api.field.basisOfFigure")),
    records: z.number().nullable().openapi(describe("api.field.recordsFigure")),
    claim: z.number().nullable().openapi(describe("api.field.claimFigure")),
    difference: z.number().nullable().openapi(describe("api.field.difference")),
    approximate: z.boolean().openapi(describe("api.field.approximate")),
    document: z.string().optional().openapi(describe("api.field.claimDocument")),
    explanation: z.string().optional().openapi(describe("api.field.explanation")),
  })
  .openapi("Figure", describe("api.schema.Figure"));

const cellSchema = z
  .union([
    z
      .object({
        figures: z.array(figureSchema),
        places: z.array(z.string()).optional().openapi(describe("api.field.cellPlaces")),
      })
      .openapi("FigureCell", describe("api.schema.FigureCell")),
    z
      .object({
        edtf: z.string().openapi(describe("api.field.edtf")),
        text: z.string().openapi(describe("api.field.dateText")),
        label: z.string().openapi(describe("api.field.dateLabel")),
      })
      .openapi("DateCell", describe("api.schema.DateCell")),
    z.object({ text: z.string() }).openapi("TextCell", describe("api.schema.TextCell")),
  ])
  .openapi("Cell", describe("api.schema.Cell"));

const rowSchema = z
  .object({
    key: z.string().openapi(describe("api.field.rowKey")),
    label: z.string().optional().openapi(describe("api.field.rowLabel")),
    no: z.string().optional().openapi(describe("api.field.rowNumber")),
    status: z.string().optional().openapi(describe("api.field.rowStatus")),
    cells: z.record(z.string(), cellSchema).openapi(describe("api.field.cells")),
    records: z.array(z.string()).openapi(describe("api.field.rowRecords")),
    notes: z.array(z.string()).optional().openapi(describe("api.field.rowNotes")),
  })
  .openapi("TableRow", describe("api.schema.TableRow"));

const columnSchema = z
  .object({
    key: z.string().openapi(describe("api.field.columnKey")),
    label: z.string().openapi(describe("api.field.columnLabel")),
    unit: z.string().optional().openapi(describe("api.field.columnUnit")),
    group: z.string().optional().openapi(describe("api.field.columnGroup")),
  })
  .openapi("TableColumn", describe("api.schema.TableColumn"));

export const tableSchema = z
  .object({
    id: z.string().openapi(describe("api.field.tableId")),
    title: z.string().openapi(describe("api.field.tableTitle")),
    fiscalYear: z.int().nullable().openapi(describe("api.field.tableYear")),
    asOf: daySchema.openapi(describe("api.field.tableAsOf")),
    lang: languageSchema.openapi(describe("api.field.tableLang")),
    columns: z.array(columnSchema),
    rows: z.array(rowSchema),
    totals: rowSchema.optional().openapi(describe("api.field.totals")),
    notes: z.array(z.string()).openapi(describe("api.field.tableNotes")),
  })
  .openapi("Table", describe("api.schema.Table"));

export const tableItemSchema = z
  .object({
    id: z.string().openapi(describe("api.field.tableId")),
    title: z.string().openapi(describe("api.field.tableTitle")),
    fiscalYears: z.array(z.int()).openapi(describe("api.field.tableYears")),
  })
  .openapi("TableItem", describe("api.schema.TableItem"));
