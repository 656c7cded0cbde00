import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";

/** Every node has an address of its own, so that two readings of the catalogue can be compared without guessing. */
export interface CatalogueNode {
  iri: string;
  types: readonly CompactName[];
  properties: readonly (readonly [CompactName, readonly Value[]])[];
}

/** `dcat:Dataset`: a prefix of ours and a local name */
export type CompactName = `${keyof typeof prefixes}:${string}`;

export type Value = { iri: string } | { text: string; language: Language } | { text: string; datatype: CompactName };

export const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** One value a language that has the text; line ends and lone surrogates have no place in a label. */
export function literals(text: Localized): Value[] {
  return languages.flatMap((language) => {
    const words = (text[language] ?? "")
      .toWellFormed()
      .replaceAll(/[\p{Cc}\s]+/gu, " ")
      .trim();
    return words === "" ? [] : [{ text: words, language }];
  });
}

export function iris(...addresses: readonly string[]): Value[] {
  return addresses.map((iri) => ({ iri }));
}

export function typed(text: string, datatype: CompactName): Value[] {
  return [{ text, datatype }];
}

/** Addresses hold none of the characters that neither Turtle nor JSON-LD lets stand in them (RFC 3987, Turtle IRIREF). */
export function toIri(address: string): string {
  return address.replaceAll(/[\p{Cc} <>"{}|^`\\]/gu, (character) => encodeURIComponent(character));
}
