import { z } from "@hono/zod-openapi";
import { describe } from "../../web/api/describe.ts";
import { documentPageParameters, languageParameter } from "../../web/api/parameters.ts";
import { defineResource, type Resource, takePage } from "../../web/api/resource.ts";
import { nextSchema } from "../../web/api/schemas.ts";
import { links } from "../../web/links.ts";
import { getProgramme } from "../programme/service.ts";
import { nameArchive, nameRelease } from "./release.ts";
import { getReleases } from "./service.ts";

const countsSchema = z.object({ sheet: z.string().openapi(describe("openData.api.sheet")), rows: z.number() });
const changeSchema = z.object({ sheet: z.string(), added: z.number(), changed: z.number(), removed: z.number() });

const releaseSchema = z
  .object({
    month: z.string().openapi(describe("openData.api.month")),
    version: z.number().openapi(describe("openData.api.version")),
    asOf: z.string().openapi(describe("openData.api.asOf")),
    madeAt: z.string().openapi(describe("openData.api.madeAt")),
    href: z.string().openapi(describe("openData.api.href")),
    size: z.number().openapi(describe("openData.api.size")),
    sha256: z.string().openapi(describe("openData.api.sha256")),
    tables: z.number().openapi(describe("openData.api.tables")),
    records: z.array(countsSchema).openapi(describe("openData.api.records")),
    changedSince: z.string().nullable().openapi(describe("openData.api.changedSince")),
    changes: z.array(changeSchema).openapi(describe("openData.api.changes")),
  })
  .openapi("OpenDataRelease", describe("openData.api.schema"));

export const openDataResources: readonly Resource[] = [
  defineResource({
    path: "/open-data/releases",
    operation: "listOpenDataReleases",
    summary: "openData.api.summary",
    description: "openData.api.description",
    query: z.strictObject({ ...documentPageParameters, lang: languageParameter }),
    answer: z.object({ items: z.array(releaseSchema), next: nextSchema }).openapi("OpenDataReleaseList"),
    async read({ context, language, query }) {
      const { id } = await getProgramme(context);
      const items = (await getReleases(context)).map(({ contents, madeAt, fingerprint: _fingerprint, ...release }) => ({
        ...release,
        madeAt: madeAt.toISOString(),
        href: links.openDataFile(language, nameArchive(id, release)),
        tables: contents.tables,
        records: contents.datasets.flatMap(({ sheets }) => sheets),
        changedSince: contents.changes === null ? null : nameRelease(contents.changes.since),
        changes: contents.changes?.sheets ?? [],
      }));
      return takePage(items, nameRelease, query);
    },
    async example() {
      return { query: { limit: "1" } };
    },
  }),
];
