import { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../core/language.ts";
import { openSampleApp, type SampleApp } from "./open-sample-app.ts";

/** The parts of an OpenAPI document that these tests read. */
const documentSchema = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        summary: z.string().min(1),
        description: z.string().min(1),
        parameters: z.array(z.object({ name: z.string(), in: z.string(), description: z.string().min(1) })),
        responses: z.record(
          z.string(),
          z.object({
            description: z.string().min(1),
            content: z
              .record(z.string(), z.object({ schema: z.looseObject({}), example: z.unknown().optional() }))
              .optional(),
          }),
        ),
        "x-example-request": z.string().optional(),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});
type Document = z.infer<typeof documentSchema>;

let sample: SampleApp;
let document: Document;

beforeAll(async () => {
  sample = await openSampleApp();
  document = await readDocument("en");
}, 120_000);
afterAll(() => sample.close());

async function readDocument(language: string): Promise<Document> {
  const response = await sample.app.request(`/api/v1/openapi.json?lang=${language}`);
  const whole = JSON.parse(await response.text()) as { paths: Record<string, unknown> };
  // What members may ask is described apart (member-document.test.ts): it has no example for everyone.
  const paths = Object.entries(whole.paths).filter(([path]) => !path.startsWith("/members/"));
  return documentSchema.parse({ ...whole, paths: Object.fromEntries(paths) });
}

/** A reader's own validator, made from the document alone. */
function validate(schema: object, value: unknown) {
  const definitions = { ...schema, $defs: document.components.schemas };
  const text = JSON.stringify(definitions)
    .replaceAll("#/components/schemas/", "#/$defs/")
    // zod reads uri-reference as an absolute address; RFC 3986 §4.1 lets it be relative.
    .replaceAll(',"format":"uri-reference"', "");
  return z.fromJSONSchema(JSON.parse(text)).safeParse(value);
}

describe("the OpenAPI document", () => {
  it("describes each answer: example requests give what the document's schemas say", async () => {
    const operations = Object.entries(document.paths);
    expect(operations.length).toBe(33);
    for (const [path, { get }] of operations) {
      const ok = get.responses["200"]?.content?.["application/json"];
      // A file has no schema; it comes as one of the types that are said (the test below).
      if (path.endsWith("/file")) continue;
      const example = get["x-example-request"];
      if (example === undefined) {
        // The sample has no finished evaluation to show.
        expect([path, ok?.example]).toEqual(["/evaluations/{id}", undefined]);
        continue;
      }
      const response = await sample.app.request(example);
      expect([path, response.status]).toEqual([path, 200]);
      const whole: unknown = JSON.parse(await response.text());
      expect(validate(ok?.schema ?? {}, whole).error?.issues ?? [], path).toEqual([]);
      expect(validate(ok?.schema ?? {}, ok?.example).error?.issues ?? [], path).toEqual([]);
      expect(validate(ok?.schema ?? {}, { items: 1 }).success, path).toBe(false);
    }
  });

  it("says of which types a file may be", async () => {
    const get = document.paths["/tables/{id}/file"]?.get;
    const types = Object.keys(get?.responses["200"]?.content ?? {});
    for (const format of ["csv", "data.xlsx", "xlsx", "docx", "pdf"]) {
      const response = await sample.app.request(`/api/v1/tables/overview/file?format=${format}&lang=zh`);
      expect([format, response.status]).toEqual([format, 200]);
      expect(types).toContain(response.headers.get("content-type"));
      expect(response.headers.get("content-disposition")).toContain(`.${format}`);
    }
    expect((await sample.app.request(get?.["x-example-request"] ?? "")).status).toBe(200);
  });

  it("describes whole lists, in which fields may be null", async () => {
    for (const path of ["/activities", "/agreements", "/partnerships", "/organisations", "/claims"]) {
      const response = await sample.app.request(`/api/v1${path}?limit=500`);
      const whole: unknown = JSON.parse(await response.text());
      const schema = document.paths[path]?.get.responses["200"]?.content?.["application/json"]?.schema ?? {};
      expect(validate(schema, whole).error?.issues ?? [], path).toEqual([]);
    }
  });

  it("describes problems with examples", async () => {
    for (const { get } of Object.values(document.paths))
      for (const [status, { content }] of Object.entries(get.responses)) {
        if (Number(status) < 400) continue;
        const problem = content?.["application/problem+json"];
        expect(validate(problem?.schema ?? {}, problem?.example).success).toBe(true);
        expect(problem?.example).toMatchObject({ status: Number(status) });
      }
  });

  it("is written in the language asked for, with no key of a message left", async () => {
    const texts = new Set<string>();
    for (const language of languages) {
      const described = await readDocument(language);
      const descriptions: string[] = [];
      collectDescriptions(described, descriptions);
      expect(descriptions.filter((text) => text.startsWith("api."))).toEqual([]);
      expect(descriptions.length).toBeGreaterThan(200);
      texts.add(descriptions.join("\n"));
    }
    expect(texts.size).toBe(3);
  });

  it("says where the API is and what its version of OpenAPI is", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "/api/v1" }]);
  });
});

function collectDescriptions(node: unknown, into: string[]): void {
  if (typeof node !== "object" || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === "example") continue;
    if ((name === "description" || name === "summary") && typeof value === "string") into.push(value);
    else collectDescriptions(value, into);
  }
}
