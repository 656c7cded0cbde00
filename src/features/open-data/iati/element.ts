import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";

/** One element of an XML document in the making. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: readonly (XmlElement | string)[];
}

export function element(
  name: string,
  attributes: Record<string, string | number | null | undefined> = {},
  ...children: readonly (XmlElement | string)[]
): XmlElement {
  const present: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) present[key] = String(value);
  return { name, attributes: present, children };
}

/** The text in every language that has one. */
export function narratives(text: Localized): XmlElement[] {
  return languages.flatMap((language) => {
    const words = clean(text[language] ?? "").trim();
    return words === "" ? [] : [element("narrative", { "xml:lang": language }, words)];
  });
}

/** As `narratives`, with an id in place of a text that is missing in all languages: the schema asks for one at least. */
export function someNarratives(text: Localized, otherwise: string): XmlElement[] {
  const found = narratives(text);
  return found.length > 0 ? found : [element("narrative", { "xml:lang": "en" satisfies Language }, otherwise)];
}

/** A whole document, one element a line, so that two files of different months can be compared by line. */
export function writeXml(root: XmlElement): string {
  const lines: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  writeElement(root, "", lines);
  return `${lines.join("\n")}\n`;
}

function writeElement({ name, attributes, children }: XmlElement, indent: string, lines: string[]): void {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
    .join("")}`;
  if (children.length === 0) {
    lines.push(`${start}/>`);
    return;
  }
  const texts = children.filter((child) => typeof child === "string");
  if (texts.length === children.length) {
    lines.push(`${start}>${escapeText(texts.join(""))}</${name}>`);
    return;
  }
  lines.push(`${start}>`);
  for (const child of children) if (typeof child !== "string") writeElement(child, `${indent}  `, lines);
  lines.push(`${indent}</${name}>`);
}

function escapeText(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}

/** Characters that XML 1.0 §2.2 does not allow, and halves of surrogate pairs, cannot be written at all. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
