import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../core/language.ts";
import { permissions } from "../../features/accounts/roles.ts";
import { memberOperations } from "./member-operations.ts";
import { openSampleApp, type SampleApp } from "./open-sample-app.ts";

let sample: SampleApp;
beforeAll(async () => {
  sample = await openSampleApp();
}, 120_000);
afterAll(() => sample.close());

interface Described {
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown> };
}
interface Operation {
  summary: string;
  description: string;
  tags: string[];
  security: unknown;
  responses: Record<string, { description: string }>;
  "x-permission": string;
}

async function read(language: string): Promise<Described> {
  const response = await sample.app.request(`/api/v1/openapi.json?lang=${language}`);
  return JSON.parse(await response.text()) as Described;
}

describe.each(languages)("the members' part of the document in %s", (language) => {
  it("describes every operation with its permission, the cookie and its refusals, in words", async () => {
    const { paths, components } = await read(language);
    expect(Object.keys(components.securitySchemes)).toEqual(["session"]);
    for (const { path, method, access } of memberOperations) {
      const operation = paths[`/members${path}`]?.[method];
      expect(operation, path).toMatchObject({
        tags: ["members"],
        security: [{ session: [] }],
        "x-permission": access,
      });
      expect(permissions).toContain(access);
      expect(operation?.description).toContain(access);
      expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(["400", "401", "403", "503"]));
    }
    expect(JSON.stringify(paths)).not.toMatch(/"description":"api\./);
  });
});
