import { z } from "@hono/zod-openapi";
import { languages } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceParameter, languageParameter, pageParameters, yearParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { links } from "../../web/links.ts";
import { reportKindIds } from "../reports/report-kind.ts";
import { type DocumentSummary, documentFormats, documentMediaTypes } from "./document.ts";
import { listDocuments } from "./service.ts";

const documentSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    kind: z.enum(reportKindIds).openapi(describe("library.api.kind")),
    title: z.string().openapi(describe("library.api.title")),
    language: z.enum(languages).openapi(describe("library.api.language")),
    fiscalYear: z.number().int().nullable().openapi(describe("library.api.fiscalYear")),
    subject: z.string().nullable().openapi(describe("library.api.subject")),
    asOf: z.string().openapi({ ...describe("library.api.asOf"), format: "date" }),
    maker: z.string().openapi(describe("library.api.maker")),
    made: z.string().openapi({ ...describe("library.api.made"), format: "date-time" }),
    pages: z.number().int().openapi(describe("library.api.pages")),
    page: z.string().openapi(describe("library.api.page")),
    files: z
      .array(
        z.object({
          format: z.enum(documentFormats).openapi(describe("library.api.format")),
          mediaType: z.string().openapi(describe("library.api.mediaType")),
          href: z.string().openapi(describe("library.api.href")),
          size: z.number().int().openapi(describe("library.api.size")),
          sha256: z.string().openapi(describe("library.api.sha256")),
        }),
      )
      .openapi(describe("library.api.files")),
  })
  .openapi("LibraryDocument", describe("library.api.schema"));

export const documentResources: readonly Resource[] = [
  defineResource({
    path: "/documents",
    operation: "listDocuments",
    summary: "library.api.summary",
    description: "library.api.description",
    query: z.strictObject({
      kind: choiceParameter(reportKindIds, "library.api.kind"),
      fiscalYear: yearParameter("library.api.fiscalYear"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(documentSchema), next: nextSchema }).openapi("LibraryDocumentList"),
    async read({ context, query }) {
      const chosen = (await listDocuments(context, null)).filter(
        ({ kind, parameters }) =>
          (query.kind === undefined || kind === query.kind) &&
          (query.fiscalYear === undefined || parameters.fiscalYear === query.fiscalYear),
      );
      const { items, next } = takePage(chosen, ({ id }) => id, query);
      return { items: items.map(toItem), next };
    },
    example: async () => ({ query: { limit: "1" } }),
  }),
];

function toItem(document: DocumentSummary): z.infer<typeof documentSchema> {
  const { id, kind, title, language, parameters, asOf, madeAt, pages, files } = document;
  return {
    ...{ id, kind, title, language, asOf, pages },
    fiscalYear: parameters.fiscalYear,
    subject: parameters.subject,
    maker: parameters.maker,
    made: madeAt.toISOString(),
    page: links.libraryDocument(language, id),
    files: documentFormats.map((format) => ({
      format,
      mediaType: documentMediaTypes[format],
      href: links.libraryFile(language, id, format),
      ...files[format],
    })),
  };
}
