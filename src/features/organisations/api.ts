import { z } from "@hono/zod-openapi";
import { AppError } from "../../core/errors.ts";
import { describe } from "../../web/api/describe.ts";
import { choiceParameter, languageParameter, pageParameters, textParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { choiceField, languageSchema, localizedSchema, nextSchema, sourceSchema } from "../../web/api/schemas.ts";
import { getDirectory } from "./directory.ts";
import type { Organisation } from "./organisation.ts";
import { organisationTiers } from "./sheets.ts";

const nameSchema = z.object({
  language: languageSchema.openapi(describe("api.field.nameLanguage")),
  name: z.string().openapi(describe("api.field.otherName")),
  kind: z.string().openapi(describe("api.field.nameKind")),
  from: z.string().nullable().openapi(describe("api.field.validFrom")),
  to: z.string().nullable().openapi(describe("api.field.validTo")),
});

const organisationSchema = z
  .object({
    id: z.string().openapi(describe("api.field.id")),
    country: z.string().nullable().openapi(describe("api.field.country")),
    tier: choiceField(organisationTiers, "api.field.tier"),
    parent: z.string().nullable().openapi(describe("api.field.parent")),
    government: z.string().openapi(describe("api.field.government")),
    name: localizedSchema.openapi(describe("api.field.name")),
    shortName: localizedSchema.openapi(describe("api.field.shortName")),
    names: z.array(nameSchema).openapi(describe("api.field.names")),
    codes: z
      .object({
        japan: z.string().nullable().openapi(describe("api.field.codeJapan")),
        china: z.string().nullable().openapi(describe("api.field.codeChina")),
        iso: z.string().nullable().openapi(describe("api.field.codeIso")),
      })
      .openapi(describe("api.field.codes")),
    position: z
      .object({
        latitude: z.number().openapi(describe("api.field.latitude")),
        longitude: z.number().openapi(describe("api.field.longitude")),
      })
      .nullable()
      .openapi(describe("api.field.position")),
    website: z.string().nullable().openapi(describe("api.field.website")),
    source: sourceSchema,
  })
  .openapi("Organisation", describe("api.schema.Organisation"));

export const organisationResources: readonly Resource[] = [
  defineResource({
    path: "/organisations",
    operation: "listOrganisations",
    summary: "api.operation.organisations.summary",
    description: "api.operation.organisations.description",
    query: z.strictObject({
      q: textParameter("api.parameter.qOrganisation"),
      country: textParameter("api.parameter.country"),
      tier: choiceParameter(organisationTiers, "api.parameter.tier"),
      ...pageParameters,
      lang: languageParameter,
    }),
    answer: z.object({ items: z.array(organisationSchema), next: nextSchema }).openapi("OrganisationList"),
    async read({ context, query }) {
      const directory = await getDirectory(context);
      const found = query.q === undefined ? directory.all : directory.search(query.q);
      const wanted = found.filter(
        ({ country, tier }) =>
          (query.country === undefined || country === query.country) &&
          (query.tier === undefined || tier === query.tier),
      );
      const { items, next } = takePage(wanted, ({ id }) => id, query);
      return { items: items.map(toOrganisationItem), next };
    },
    async example(context) {
      const first = (await getDirectory(context)).all[0];
      return { query: { ...(first && { tier: first.tier }), limit: "1" } };
    },
  }),
  defineResource({
    path: "/organisations/{id}",
    operation: "getOrganisation",
    summary: "api.operation.organisation.summary",
    description: "api.operation.organisation.description",
    query: z.strictObject({ lang: languageParameter }),
    answer: organisationSchema,
    async read({ context, id }) {
      const organisation = (await getDirectory(context)).find(id);
      if (!organisation) throw new AppError("not-found", { kind: "organisation", id });
      return toOrganisationItem(organisation);
    },
    async example(context) {
      return { id: (await getDirectory(context)).all[0]?.id, query: {} };
    },
  }),
];

/** Field by field: what the model gains later must not reach the public by itself. */
function toOrganisationItem(organisation: Organisation): z.infer<typeof organisationSchema> {
  const { id, country, tier, parent, government, name, shortName, names, codes, position, website, source } =
    organisation;
  return { id, country, tier, parent, government, name, shortName, names, codes, position, website, source };
}
