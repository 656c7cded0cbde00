import { type CatalogueNode, prefixes, type Value } from "./node.ts";

/** RDF 1.1 Turtle. */
export function writeTurtle(nodes: readonly CatalogueNode[]): string {
  const heading = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  return `${[heading.join("\n"), ...nodes.map(writeNode)].join("\n\n")}\n`;
}

function writeNode({ iri, types, properties }: CatalogueNode): string {
  const lines = [
    `a ${types.join(", ")}`,
    ...properties.map(([name, values]) => `${name} ${values.map(writeValue).join(", ")}`),
  ];
  return `<${iri}>\n  ${lines.join(" ;\n  ")} .`;
}

function writeValue(value: Value): string {
  if ("iri" in value) return `<${value.iri}>`;
  return `"${escapeText(value.text)}"${"language" in value ? `@${value.language}` : `^^${value.datatype}`}`;
}

/** Turtle §6.4: what STRING_LITERAL_QUOTE cannot hold as it is. */
function escapeText(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}
