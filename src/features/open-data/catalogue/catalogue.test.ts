import { Parser } from "n3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openSampleApp, type SampleApp } from "../../../web/api/open-sample-app.ts";
import { describeCatalogue } from "./describe-catalogue.ts";
import { type CatalogueNode, literals, toIri } from "./node.ts";
import { writeJsonLd } from "./write-json-ld.ts";
import { writeTurtle } from "./write-turtle.ts";

let sample: SampleApp;
let turtle: string;
let jsonLd: string;
let triples: string[];
let bySubject: Map<string, string[]>;
const dcat = "http://www.w3.org/ns/dcat#";
const dct = "http://purl.org/dc/terms/";
const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

beforeAll(async () => {
  sample = await openSampleApp();
  turtle = await get("/ja/open-data/catalogue.ttl");
  jsonLd = await get("/ja/open-data/catalogue.jsonld");
  triples = readTurtle(turtle);
  bySubject = Map.groupBy(triples, (triple) => triple.split(" ")[0] ?? "");
}, 120_000);
afterAll(() => sample.close());

async function get(path: string): Promise<string> {
  const response = await sample.app.request(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

function readTurtle(text: string): string[] {
  return new Parser()
    .parse(text)
    .map(({ subject, predicate, object }) => {
      const value =
        object.termType === "Literal"
          ? JSON.stringify([object.value, object.language || object.datatype.value])
          : object.value;
      return `${subject.value} ${predicate.value} ${value}`;
    })
    .toSorted();
}

const valueSchema = z.union([
  z.object({ "@id": z.string() }),
  z.object({ "@value": z.string(), "@language": z.string() }),
  z.object({ "@value": z.string(), "@type": z.string() }),
]);
const documentSchema = z.object({
  "@context": z.record(z.string(), z.string()),
  "@graph": z.array(
    z.object({ "@id": z.string(), "@type": z.array(z.string()) }).catchall(z.union([z.string(), z.array(z.unknown())])),
  ),
});

/** The expansion of JSON-LD 1.1 in the part that the file uses: prefixes, typed and language-tagged values, references. */
function readJsonLd(text: string): string[] {
  const { "@context": context, "@graph": graph } = documentSchema.parse(JSON.parse(text));
  const expand = (name: string) => name.replace(/^([a-z]+):/, (whole, prefix: string) => context[prefix] ?? whole);
  return graph
    .flatMap(({ "@id": id, "@type": types, ...properties }) => [
      ...types.map((type) => `${id} ${rdfType} ${expand(type)}`),
      ...Object.entries(properties).flatMap(([name, values]) =>
        z
          .array(valueSchema)
          .parse(values)
          .map((value) => {
            const written =
              "@id" in value
                ? value["@id"]
                : JSON.stringify([value["@value"], "@language" in value ? value["@language"] : expand(value["@type"])]);
            return `${id} ${expand(name)} ${written}`;
          }),
      ),
    ])
    .toSorted();
}

function subjectsOf(type: string): string[] {
  return triples.filter((triple) => triple.endsWith(` ${rdfType} ${type}`)).map((triple) => triple.split(" ")[0] ?? "");
}

function objectsOf(subject: string, predicate: string): string[] {
  const start = `${subject} ${predicate} `;
  return (bySubject.get(subject) ?? [])
    .filter((triple) => triple.startsWith(start))
    .map((triple) => triple.slice(start.length));
}

describe("the catalogue", () => {
  it("says the same in Turtle and in JSON-LD", () => {
    expect(triples.length).toBeGreaterThan(1_000);
    expect(readJsonLd(jsonLd)).toEqual(triples);
  });

  it("has what DCAT-AP 3 makes mandatory", () => {
    const [catalogue = ""] = subjectsOf(`${dcat}Catalog`);
    const expectSome = (subject: string, predicate: string) =>
      expect([subject, predicate, objectsOf(subject, predicate).length > 0]).toEqual([subject, predicate, true]);
    for (const predicate of [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`])
      expectSome(catalogue, predicate);
    const agents = subjectsOf("http://xmlns.com/foaf/0.1/Agent");
    expect(agents).toEqual(objectsOf(catalogue, `${dct}publisher`));
    for (const agent of agents) expectSome(agent, "http://xmlns.com/foaf/0.1/name");
    const datasets = subjectsOf(`${dcat}Dataset`);
    expect(datasets.toSorted()).toEqual(objectsOf(catalogue, `${dcat}dataset`).toSorted());
    for (const dataset of datasets)
      for (const predicate of [`${dct}title`, `${dct}description`]) {
        const texts = objectsOf(dataset, predicate).map(
          (text) => z.tuple([z.string(), z.string()]).parse(JSON.parse(text))[1],
        );
        expect([dataset, texts.toSorted()]).toEqual([dataset, ["en", "ja", "zh"]]);
      }
    for (const distribution of subjectsOf(`${dcat}Distribution`)) {
      expectSome(distribution, `${dcat}accessURL`);
      expect(objectsOf(distribution, `${dct}license`)).toEqual(["https://creativecommons.org/licenses/by/4.0/"]);
      expect(objectsOf(distribution, `${dcat}mediaType`)[0]).toMatch(
        /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[\w.+-]+$/,
      );
    }
    for (const service of subjectsOf(`${dcat}DataService`)) {
      expectSome(service, `${dct}title`);
      expectSome(service, `${dcat}endpointURL`);
    }
  });

  it("points at nothing that it does not hold, and holds nothing that nobody points at", () => {
    const subjects = new Set(triples.map((triple) => triple.split(" ")[0] ?? ""));
    const base = [...subjects][0]?.split("#")[0] ?? "";
    const named = new Set(
      triples.map((triple) => triple.split(" ")[2] ?? "").filter((object) => object.startsWith(`${base}#`)),
    );
    expect([...named].filter((object) => !subjects.has(object))).toEqual([]);
    expect([...subjects].filter((subject) => !named.has(subject))).toEqual([`${base}#catalogue`]);
  });

  it("leads to files and pages that are there, with the media type that it states", async () => {
    const addresses = triples
      .filter((triple) => triple.split(" ")[1] === `${dcat}downloadURL`)
      .map((triple) => [triple.split(" ")[0] ?? "", triple.split(" ")[2] ?? ""] as const);
    expect(addresses.length).toBeGreaterThan(300);
    // Print forms are set one after the other in a thread; of each form and language the first few stand for the others.
    const asked = new Map<string, number>();
    for (const [subject, address] of addresses) {
      const media = objectsOf(subject, `${dcat}mediaType`)[0]?.split("/media-types/")[1] ?? "";
      const key = `${media} ${address.includes("/tables/")}`;
      asked.set(key, (asked.get(key) ?? 0) + 1);
      if ((asked.get(key) ?? 0) > 2) continue;
      const response = await sample.app.request(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect([address, response.headers.get("content-type")?.split(";")[0]]).toEqual([address, media]);
      await response.arrayBuffer();
    }
    const pages = new Set(
      triples
        .filter((triple) => triple.split(" ")[1] === `${dcat}landingPage`)
        .map((triple) => triple.split(" ")[2] ?? ""),
    );
    const html = await get("/zh/open-data");
    for (const page of [...pages].filter((address) => address.includes("/zh/open-data#")))
      expect(html).toContain(`id="${page.split("#")[1]}"`);
  }, 120_000);

  it("describes each release with its size and checksum", async () => {
    const nodes = await describeCatalogue(sample.context, "https://renkei.example", [
      {
        month: "2026-11",
        version: 2,
        sha256: "a".repeat(64),
        size: 12_345,
        fingerprint: "",
        asOf: "2018-06-30",
        contents: { datasets: [], tables: 0, files: 0, changes: null },
        madeAt: new Date("2026-11-01T00:00:00Z"),
      },
    ]);
    const found = readTurtle(writeTurtle(nodes)).filter((triple) => triple.includes("archive-2026-11.2"));
    expect(found.filter((triple) => triple.includes("12345"))).toHaveLength(1);
    expect(found.filter((triple) => triple.includes("a".repeat(64)))).toHaveLength(1);
    expect(found.filter((triple) => triple.includes("china-air-open-data-2026-11.2.zip"))).toHaveLength(2);
  });
});

describe("hostile texts", () => {
  it("come back from both forms as they were", () => {
    const hostile = [
      'say "hi"',
      "back\\slash",
      "𠮷﨑郸辽🌏",
      "‮שלום",
      "</script>",
      "a\\u0041",
      "市".repeat(500),
      "@prefix .",
    ];
    const nodes: CatalogueNode[] = hostile.map((text, index) => ({
      iri: toIri(`https://renkei.example/a b<${index}>"{}|^\`\\`),
      types: ["dcat:Dataset"],
      properties: [["dct:title", literals({ ja: text, zh: text, en: text })]],
    }));
    const read = readTurtle(writeTurtle(nodes));
    expect(read).toEqual(readJsonLd(writeJsonLd(nodes)));
    for (const text of hostile)
      expect(read.filter((triple) => triple.endsWith(` ${JSON.stringify([text, "zh"])}`))).toHaveLength(1);
  });
});
