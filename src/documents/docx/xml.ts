import { SaxesParser } from "saxes";

/** A part of a Word file as a tree. `raw` is XML that we wrote ourselves and that nobody looks into again. */
export type XmlNode = XmlElement | { text: string } | RawXml;

export interface RawXml {
  raw: string;
}

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** Text as XML 1.0 allows it (§2.2): control characters are left out, halves of a surrogate pair become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/[&<>"]/g, (character) => entities[character] ?? "")
  );
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Entities of a document type are not expanded, so that a small part cannot become a large one. Throws where it is no XML. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser();
  const holder: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [holder];
  const add = (node: XmlNode) => open.at(-1)?.children.push(node);
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a part with a document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > deepest) throw new Error("a part is nested too deeply");
    const element: XmlElement = { name, attributes: { ...attributes }, children: [] };
    add(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => add({ text }));
  parser.on("cdata", (text) => add({ text }));
  parser.write(xml.replace(/^\uFEFF/, "")).close();
  const root = holder.children.find(isElement);
  if (!root) throw new Error("a part without an element");
  return root;
}

/** The writers go down by calling themselves; no page that somebody made is nested like this. */
const deepest = 400;

export function writeXml(root: XmlElement): string {
  return `${declaration}${writeNode(root)}`;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function writeNode(node: XmlNode): string {
  if ("raw" in node) return node.raw;
  if ("text" in node) return escapeXml(node.text).replaceAll("\r", "&#13;");
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(writeNode).join("")}</${node.name}>`;
}

/** A line break in an attribute would be read as a space. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;");
}

export function isElement(node: XmlNode | undefined): node is XmlElement {
  return node !== undefined && "name" in node;
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.filter(isElement).find((child) => child.name === name);
}

export function findChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter(isElement).filter((child) => child.name === name) ?? [];
}

/** All elements of a name below, in the order of the document, also inside each other. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** Value of `w:val` of a child. */
export function readValue(element: XmlElement | undefined, name: string): string | undefined {
  return findChild(element, name)?.attributes["w:val"];
}
