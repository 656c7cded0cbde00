import { z } from "@hono/zod-openapi";
import { type Language, languages } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { describe } from "../../web/api/describe.ts";
import { languageParameter, pageParameters } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { links } from "../../web/links.ts";
import { bulletinFormats, bulletinParts } from "./bulletin.ts";
import { getBulletin, listMonths } from "./service.ts";

const bulletinSchema = z
  .object({
    month: z.string().openapi(describe("bulletin.api.month")),
    number: z.number().int().nullable().openapi(describe("bulletin.api.number")),
    approved: z
      .string()
      .nullable()
      .openapi({ ...describe("bulletin.api.approved"), format: "date-time" }),
    pages: z.number().int().nullable().openapi(describe("bulletin.api.pages")),
    page: z.string().openapi(describe("bulletin.api.page")),
    files: z
      .array(
        z.object({
          format: z.enum([...bulletinFormats, "csv"]).openapi(describe("bulletin.api.format")),
          language: z.enum(languages).openapi(describe("bulletin.api.language")),
          href: z.string().openapi(describe("bulletin.api.href")),
          sha256: z.string().nullable().openapi(describe("bulletin.api.sha256")),
        }),
      )
      .openapi(describe("bulletin.api.files")),
    entries: z
      .array(
        z.object({
          policy: z.string().openapi(describe("bulletin.api.policy")),
          part: z.enum(bulletinParts).openapi(describe("bulletin.api.part")),
          title: z.string().openapi(describe("bulletin.api.title")),
          summary: z.string().openapi(describe("bulletin.api.summary")),
          why: z.string().openapi(describe("bulletin.api.why")),
        }),
      )
      .openapi(describe("bulletin.api.entries")),
  })
  .openapi("Bulletin", describe("bulletin.api.schema"));

export const bulletinResources: readonly Resource[] = [
  defineResource({
    path: "/bulletins",
    operation: "listBulletins",
    summary: "bulletin.api.summaryLine",
    description: "bulletin.api.description",
    query: z.strictObject({ ...pageParameters, lang: languageParameter }),
    answer: z.object({ items: z.array(bulletinSchema), next: nextSchema }).openapi("BulletinList"),
    async read({ context, query, language }) {
      const { items, next } = takePage(await listMonths(context, null), ({ month }) => month, query);
      return { items: await Promise.all(items.map(({ month }) => describeBulletin(context, month, language))), next };
    },
    example: async () => ({ query: { limit: "1" } }),
  }),
];

async function describeBulletin(
  context: Context,
  month: string,
  language: Language,
): Promise<z.infer<typeof bulletinSchema>> {
  const { approved, content } = await getBulletin(context, null, month);
  const query = approved === null ? {} : { number: String(approved.number) };
  return {
    month,
    number: approved?.number ?? null,
    approved: approved?.approvedAt.toISOString() ?? null,
    pages: approved?.pages ?? null,
    page: links.bulletin(language, month),
    files: languages.flatMap((edition) => [
      ...bulletinFormats.map((format) => ({
        format,
        language: edition,
        href: links.bulletinFile(edition, month, format, query),
        sha256: approved?.files[`${edition}.${format}`] ?? null,
      })),
      {
        format: "csv" as const,
        language: edition,
        href: links.bulletinFile(edition, month, "traces.csv", query),
        sha256: null,
      },
    ]),
    entries: content.entries.map(({ item, part, title, summary, why }) => ({
      policy: item,
      part,
      title: localize(title, language).text,
      summary: localize(summary, language).text,
      why: localize(why, language).text,
    })),
  };
}
