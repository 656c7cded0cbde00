import { z } from "@hono/zod-openapi";
import { isLanguage, type Language } from "../../core/language.ts";
import { localizedFromRow } from "../../core/localized.ts";
import type { MessageKey } from "../../messages/message.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceParameter, languageParameter, textParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource } from "../../web/api/resource.ts";
import { daySchema, languageSchema, localizedSchema } from "../../web/api/schemas.ts";
import { facetNames } from "./catalogue.ts";
import { subjectKinds } from "./contribution.ts";
import { type Found, orders } from "./find.ts";
import type { Needle } from "./needle.ts";
import { lastPage, type SearchResult, search } from "./service.ts";
import { cutSnippet } from "./snippet.ts";

const hitSchema = z
  .object({
    kind: z.enum(subjectKinds).openapi(describe("search.api.kind")),
    id: z.string().openapi(describe("api.field.id")),
    title: localizedSchema.openapi(describe("api.field.title")),
    date: daySchema.nullable().openapi(describe("search.api.date")),
    number: z.string().nullable().openapi(describe("search.api.number")),
    href: z.string().nullable().openapi(describe("search.api.href")),
    snippets: z
      .array(
        z.object({
          language: languageSchema,
          text: z.string().openapi(describe("search.api.snippetText")),
          found: z.array(z.string()).openapi(describe("search.api.marks")),
        }),
      )
      .openapi(describe("search.api.snippets")),
  })
  .openapi("SearchHit", describe("search.api.schema"));

const answerSchema = z
  .object({
    total: z.number().int().openapi(describe("search.api.total")),
    items: z.array(hitSchema),
    facets: z
      .array(
        z.object({
          facet: z.enum(facetNames).openapi(describe("search.api.facet")),
          value: z.string().openapi(describe("search.api.value")),
          count: z.number().int().openapi(describe("search.api.count")),
        }),
      )
      .openapi(describe("search.api.facets")),
    expansions: z
      .array(
        z.object({
          text: z.string().openapi(describe("search.api.text")),
          added: z.array(z.string()).openapi(describe("search.api.added")),
        }),
      )
      .openapi(describe("search.api.expansions")),
    problems: z
      .array(
        z.object({
          reason: z.string().openapi(describe("search.api.reason")),
          word: z.string().openapi(describe("search.api.word")),
        }),
      )
      .openapi(describe("search.api.problems")),
  })
  .openapi("SearchAnswer", describe("search.api.listSchema"));

const reasonPage: MessageKey = "search.api.reasonPage";

export const searchResources: readonly Resource[] = [
  defineResource({
    path: "/search",
    operation: "search",
    summary: "search.api.summary",
    description: "search.api.description",
    fresh: true,
    query: z.strictObject({
      q: textParameter("search.api.q"),
      plain: z.array(z.string().max(200)).optional().openapi(describe("search.api.plain")),
      kind: choiceParameter(subjectKinds, "search.api.kind"),
      language: choiceParameter(["ja", "zh", "en"], "search.facet.language"),
      region: textParameter("search.facet.region"),
      topic: textParameter("search.facet.topic"),
      year: textParameter("search.facet.year"),
      body: textParameter("search.facet.body"),
      order: choiceParameter(orders, "search.api.order"),
      page: z
        .string()
        .default("1")
        .refine((value) => /^[1-9]\d?$/.test(value) && Number(value) <= lastPage, { error: reasonPage })
        .transform(Number)
        .openapi({ ...describe("search.api.page"), type: "integer", minimum: 1, maximum: lastPage, default: 1 }),
      lang: languageParameter,
    }),
    answer: answerSchema,
    async read({ context, query, language }) {
      const { q = "", plain = [], order = "relevance", page, lang: _, ...facets } = query;
      const chosen = Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined));
      return toAnswer(
        await search(context, null, { query: q, plain, order, page, language, facets: chosen }),
        language,
      );
    },
    example: async () => ({ query: { q: "PM2.5", kind: "activity" } }),
    shorten: (answer) => ({ ...answer, items: answer.items.slice(0, 1), facets: answer.facets.slice(0, 2) }),
  }),
];

function toAnswer({ found, understood }: SearchResult, language: Language): z.input<typeof answerSchema> {
  const needles = understood.terms.flatMap((term) => term.needles);
  return {
    total: found.total,
    items: found.hits.map((hit) => toHit(hit, needles, language)),
    facets: found.facets,
    expansions: understood.expansions,
    problems: understood.problems,
  };
}

function toHit(
  { subject, passages }: Found["hits"][number],
  needles: readonly Needle[],
  language: Language,
): z.input<typeof hitSchema> {
  return {
    kind: subjectKinds.find((kind) => kind === subject.kind) ?? "policy",
    id: subject.subject,
    title: localizedFromRow(subject, "title"),
    date: subject.date,
    number: subject.number,
    href: subject.href === null ? null : `/${language}/${subject.href}`,
    snippets: passages.map(({ text, language: of }) => {
      const pieces = cutSnippet(text, needles);
      return {
        language: isLanguage(of) ? of : "zh",
        text: pieces.map((piece) => piece.text).join(""),
        found: pieces.filter(({ marked }) => marked).map((piece) => piece.text),
      };
    }),
  };
}
