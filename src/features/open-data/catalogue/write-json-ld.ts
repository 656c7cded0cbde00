import { type CatalogueNode, type CompactName, prefixes, type Value } from "./node.ts";

/** JSON-LD 1.1, flattened: one object a node, with compact names and no nesting, so that it can be read without a library. */
export function writeJsonLd(nodes: readonly CatalogueNode[]): string {
  const graph = nodes.map(({ iri, types, properties }) => ({
    "@id": iri,
    "@type": types,
    ...Object.fromEntries(properties.map(([name, values]) => [name, values.map(writeValue)])),
  }));
  return `${JSON.stringify({ "@context": prefixes, "@graph": graph }, null, 1)}\n`;
}

function writeValue(value: Value): Record<string, string> {
  if ("iri" in value) return { "@id": value.iri };
  if ("language" in value) return { "@value": value.text, "@language": value.language };
  return { "@value": value.text, "@type": value.datatype satisfies CompactName };
}
