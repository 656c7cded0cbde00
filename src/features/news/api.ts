import { z } from "@hono/zod-openapi";
import type { Language } from "../../core/language.ts";
import { describe } from "../../web/api/describe.ts";
import { languageParameter, pageParameters, textParameter, yearParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { localizedSchema, nextSchema, nullableDate, sourceSchema, toDate } from "../../web/api/schemas.ts";
import { chooseNews, type News } from "./news.ts";
import { getNews, getNewsItem } from "./service.ts";

const newsSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    published: nullableDate("api.field.newsDate"),
    title: localizedSchema.openapi(describe("api.field.title")),
    body: localizedSchema.openapi(describe("api.field.newsBody")),
    topics: z.array(z.string()).openapi(describe("api.field.topics")),
    partnership: z.string().nullable().openapi(describe("api.field.partnership")),
    link: z.string().nullable().openapi(describe("api.field.newsLink")),
    source: sourceSchema,
  })
  .openapi("News", describe("api.schema.News"));

export const newsResources: readonly Resource[] = [
  defineResource({
    path: "/news",
    operation: "listNews",
    summary: "api.operation.newsList.summary",
    description: "api.operation.newsList.description",
    query: z.strictObject({
      year: yearParameter("api.parameter.newsYear"),
      topic: textParameter("api.parameter.topic"),
      partnership: textParameter("api.parameter.partnership"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(newsSchema), next: nextSchema }).openapi("NewsList"),
    async read({ context, query, language }) {
      const { items, next } = takePage(chooseNews(await getNews(context), query), ({ id }) => id, query);
      return { items: items.map((item) => toNewsItem(item, language)), next };
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
  defineResource({
    path: "/news/{id}",
    operation: "getNews",
    summary: "api.operation.news.summary",
    description: "api.operation.news.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: newsSchema,
    read: async ({ context, id, language }) => toNewsItem(await getNewsItem(context, id), language),
    async example(context) {
      return { id: (await getNews(context))[0]?.id, query: {} };
    },
  }),
];

function toNewsItem(
  { id, published, title, body, topics, partnership, link, source }: News,
  language: Language,
): z.infer<typeof newsSchema> {
  return { id, published: toDate(published, null, language), title, body, topics, partnership, link, source };
}
