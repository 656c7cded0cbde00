import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { XmlDocument, type XmlElement, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { projectRoot } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { getProgramme } from "../../programme/service.ts";
import { describePartnership, describeProgramme, describeProject, writeActivity } from "./activities.ts";
import { writeActivityFile } from "./activity-file.ts";
import { element, writeXml } from "./element.ts";
import { gatherMaterial, type Material } from "./material.ts";

const folder = join(projectRoot, "test/schemas/iati");
const origin = "https://renkei.example";
let context: Context;
let validator: XsdValidator;
let schema: XmlDocument;
let file: string;
let document: XmlDocument;

beforeAll(async () => {
  xmlRegisterFsInputProviders();
  const path = join(folder, "iati-activities-schema.xsd");
  schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  validator = XsdValidator.fromDoc(schema);
  context = await createLoadedContext();
  file = await writeActivityFile(context, origin);
  document = XmlDocument.fromString(file);
}, 120_000);
afterAll(async () => {
  document.dispose();
  validator.dispose();
  schema.dispose();
  await context.database.close();
});

function find(path: string, within: XmlDocument = document): XmlElement[] {
  return within.root.find(path).map((node) => node as XmlElement);
}

function listValues(path: string): string[] {
  return [...new Set(document.root.find(path).map((node) => node.content))].sort();
}

describe("the activity file of the sample", () => {
  it("is valid by the official schema of 2.03", () => {
    expect(() => validator.validate(document)).not.toThrow();
    expect(document.root.attr("version")?.value).toBe("2.03");
  });

  it("would be refused by the schema with its elements in another order", () => {
    const broken = file.replace(
      /(<iati-identifier>.*<\/iati-identifier>)\s*(<reporting-org[\s\S]*?<\/reporting-org>)/,
      "$2$1",
    );
    using other = XmlDocument.fromString(broken);
    expect(() => validator.validate(other)).toThrow();
  });

  it("names the programme, its partnerships and its projects, each once and each with its parent", async () => {
    const material = await gatherMaterial(context, origin);
    const identifiers = find("iati-activity/iati-identifier").map((node) => node.content);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    // One partnership of the sample has no year and no date in any source.
    expect(identifiers.length).toBe(1 + find("iati-activity[1]/related-activity[@type='2']").length);
    expect(identifiers.length).toBeGreaterThan(30);
    expect(identifiers).toContain(`${material.reference}-china-air-partnership-hyogo-guangdong`);
    const parents = listValues("iati-activity[@hierarchy='2']/related-activity[@type='1']/@ref");
    expect(parents).toEqual([identifiers[0]]);
    for (const ref of listValues("iati-activity/related-activity/@ref")) expect(identifiers).toContain(ref);
    for (const identifier of identifiers) expect(identifier.startsWith(`${material.reference}-`)).toBe(true);
  });

  it("claims no registered identifier that nobody has given it", async () => {
    expect(listValues("iati-activity/reporting-org/@ref")).toEqual(["UNREGISTERED-iges"]);
    expect(find("//participating-org[@ref]")).toEqual([]);
    const configured = { ...context, config: { ...context.config, iatiOrganisation: "JP-JCN-1234567890123" } };
    using other = XmlDocument.fromString(await writeActivityFile(configured, origin));
    expect(find("iati-activity/iati-identifier", other)[0]?.content).toBe("JP-JCN-1234567890123-china-air");
  });

  it("has every narrative in Japanese, Chinese and English where the records have it", () => {
    for (const language of ["ja", "zh", "en"])
      for (const path of ["title", "description", "reporting-org", "participating-org"])
        expect(
          find(`iati-activity/${path}[not(narrative[@xml:lang='${language}'])]`).map((node) => node.toString()),
        ).toEqual([]);
    expect(find("//narrative[normalize-space()='']")).toEqual([]);
  });

  it("uses only codes of the standard's lists", () => {
    const used: [list: string, path: string][] = [
      ["OrganisationRole", "//participating-org/@role"],
      ["OrganisationType", "//participating-org/@type"],
      ["OrganisationType", "//reporting-org/@type"],
      ["ActivityStatus", "//activity-status/@code"],
      ["ActivityDateType", "//activity-date/@type"],
      ["DocumentCategory", "//document-link/category/@code"],
      ["FileFormat", "//document-link/@format"],
      ["Language", "//document-link/language/@code"],
      ["Language", "//narrative/@xml:lang"],
      ["Country", "//recipient-country/@code"],
      ["ActivityScope", "//activity-scope/@code"],
      ["ContactType", "//contact-info/@type"],
      ["DescriptionType", "//description/@type"],
      ["SectorVocabulary", "//sector/@vocabulary"],
      ["Sector", "//sector/@code"],
      ["TagVocabulary", "//tag/@vocabulary"],
      ["CollaborationType", "//collaboration-type/@code"],
      ["AidType", "//default-aid-type/@code"],
      ["RelatedActivityType", "//related-activity/@type"],
      ["GeographicLocationReach", "//location-reach/@code"],
      ["GeographicLocationClass", "//location-class/@code"],
      ["GeographicExactness", "//exactness/@code"],
      ["ResultType", "//result/@type"],
      ["IndicatorMeasure", "//indicator/@measure"],
    ];
    const lists = readCodeLists();
    for (const [list, path] of used) {
      const values = listValues(path);
      expect([path, values.length > 0]).toEqual([path, true]);
      expect([path, values.filter((value) => !lists.get(list)?.has(value))]).toEqual([path, []]);
    }
  });

  it("holds no money, because the records hold none", () => {
    expect(find("//budget|//transaction|//planned-disbursement")).toEqual([]);
  });

  it("calls nothing actual that lies after the day of which the records speak", async () => {
    const { asOf } = await getProgramme(context);
    for (const type of ["2", "4"])
      for (const day of listValues(`//activity-date[@type='${type}']/@iso-date`)) expect(day <= asOf).toBe(true);
    expect(listValues("//activity-date[@type='3']/@iso-date").length).toBeGreaterThan(0);
  });

  it("gives the figures of the published overview, year by year", async () => {
    const { calendar } = await getProgramme(context);
    const results = find("iati-activity[1]/result");
    const consultations = results.find(
      (result) => result.get("title/narrative[@xml:lang='ja']")?.content === "関係者との協議調整",
    );
    const { from } = fiscalYearRange(calendar, 2016);
    const period = consultations?.get(`indicator/period[period-start/@iso-date='${from}']/actual`) as XmlElement;
    // C, table of the coordination platform's work: 36 in fiscal 2016, of which no records exist.
    expect(period.attr("value")?.value).toBe("36");
    expect(period.get("comment/narrative[@xml:lang='en']")?.content).toContain("As stated in");
    expect(find("//period[period-start/@iso-date >= period-end/@iso-date]")).toEqual([]);
  });

  it("is the same file for the same records, whatever the time", async () => {
    expect(await writeActivityFile(context, origin)).toBe(file);
  });
});

describe("hostile names", () => {
  it("leave the file valid, and come back as they were, as far as XML can hold them", async () => {
    const material = await gatherMaterial(context, origin);
    const [partnership] = material.partnerships;
    const [project] = material.projects;
    if (!partnership || !project) throw new Error("the sample has both");
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constantFrom(
        "]]>",
        "<!--",
        "&amp;",
        "\u0000",
        "\ud800",
        "𠮷﨑郸辽",
        "שלום ‮مرحبا",
        "👨‍👩‍👧‍👦",
        "市".repeat(500),
        "\r\n\t",
        "",
      ),
    );
    fc.assert(
      fc.property(fc.record({ ja: hostile, zh: hostile, en: hostile }), (text) => {
        const changed: Material = {
          ...material,
          programme: { ...material.programme, name: text, summary: text },
          reporter: material.reporter && { ...material.reporter, name: text },
        };
        const root = element(
          "iati-activities",
          { version: "2.03" },
          writeActivity({ ...describeProgramme(changed), title: text }, changed),
          writeActivity({ ...describePartnership(partnership, changed), title: text }, changed),
          writeActivity(describeProject({ ...project, title: text, content: text }, changed), changed),
        );
        using read = XmlDocument.fromString(writeXml(root));
        validator.validate(read);
        const written = read.root.get("iati-activity/title/narrative[@xml:lang='zh']")?.content;
        expect(written ?? "").toBe(
          text.zh
            .toWellFormed()
            .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
            .trim(),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function readCodeLists(): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xml"))) {
    using list = XmlDocument.fromBuffer(readFileSync(join(folder, name)));
    lists.set(name.replace(".xml", ""), new Set(list.root.find("//codelist-item/code").map((node) => node.content)));
  }
  const extracts = z
    .record(z.string(), z.record(z.string(), z.string()))
    .parse(JSON.parse(readFileSync(join(folder, "code-lists.json"), "utf8")));
  for (const [name, codes] of Object.entries(extracts)) lists.set(name, new Set(Object.keys(codes)));
  return lists;
}
