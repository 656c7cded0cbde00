import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../../core/language.ts";
import { openSampleApp, type SampleApp } from "../open-sample-app.ts";
import { resources } from "../resources.ts";

let sample: SampleApp;

beforeAll(async () => {
  sample = await openSampleApp();
}, 120_000);
afterAll(() => sample.close());

describe.each(languages)("the API's page in %s", (language) => {
  it("shows every operation with all its parameters, and examples that work", async () => {
    const { document } = parseHTML(await (await sample.app.request(`/${language}/api`)).text());
    for (const { operation, path, query } of resources) {
      const section = document.querySelector(`section[aria-labelledby="${operation}"]`);
      expect(section?.querySelector(".api-address")?.textContent).toBe(`GET /api/v1${path}`);
      const names = [...(section?.querySelectorAll("tbody th code") ?? [])].map((code) => code.textContent);
      expect(names).toEqual(expect.arrayContaining(Object.keys(query.shape)));
      const example = section?.querySelector("a.api-address")?.getAttribute("href") ?? null;
      // The sample holds nothing that it could show: no evaluation is finished yet.
      if (operation === "getEvaluation") {
        expect(example).toBeNull();
        continue;
      }
      expect([example, (await sample.app.request(example ?? "")).status]).toEqual([example, 200]);
      expect(() => JSON.parse(section?.querySelector("pre")?.textContent ?? "")).not.toThrow();
    }
  });

  it("explains every field, and leads only to anchors that exist", async () => {
    const { document } = parseHTML(await (await sample.app.request(`/${language}/api`)).text());
    const schemas = [...document.querySelectorAll("details.api-schema")];
    expect(schemas.length).toBeGreaterThan(12);
    for (const link of document.querySelectorAll('main a[href^="#"]')) {
      const anchor = link.getAttribute("href")?.slice(1) ?? "";
      expect(document.getElementById(anchor), anchor).not.toBeNull();
    }
  });

  it("leads to tables in every form, and to feeds, that are there", async () => {
    const { document } = parseHTML(await (await sample.app.request(`/${language}/api`)).text());
    const links = document.querySelectorAll("#downloads-table a, section[aria-labelledby=feeds] a");
    const addresses = [...links].map((link) => link.getAttribute("href") ?? "");
    expect(addresses.length).toBeGreaterThan(60);
    for (const address of addresses)
      expect([address, (await sample.app.request(address)).status]).toEqual([address, 200]);
  });
});
