import type { Language } from "../../core/language.ts";
import { findStyles } from "./find-styles.ts";
import { type Parts, readPart, relationsPath } from "./package.ts";
import { findRelated } from "./relations.ts";
import type { StyleKey } from "./style-keys.ts";
import { findAll, findChild, findChildren, isElement, readValue, type XmlElement } from "./xml.ts";

/** What the paragraphs of a template refer to. */
export interface Reading {
  /** of East Asian text in the template, as its defaults say */
  language: Language;
  idOf(key: StyleKey): string | undefined;
  /** what a style is to us, or the one that it is based on */
  keyOf(style: string | undefined): StyleKey | null;
  isHeading(style: string): boolean;
  /** number of the list that a paragraph belongs to, by itself or by its style, and how it is marked */
  listOf(paragraph: XmlElement): { list: string; marks: "bullet" | "number" } | null;
  addressOf(relation: string): string | undefined;
}

export function openReading(parts: Parts, mainPath: string): Reading {
  const path = findRelated(parts, mainPath, "styles");
  const styles = path ? readPart(parts, path) : null;
  const present = styles ? findStyles(styles) : new Map<StyleKey, string>();
  const keys = new Map([...present].map(([key, id]) => [id, key]));
  const byId = new Map(
    (styles ? findChildren(styles, "w:style") : []).map((style) => [style.attributes["w:styleId"] ?? "", style]),
  );
  const marks = readMarks(parts, mainPath);
  const addresses = readAddresses(parts, mainPath);
  const follow = <Found>(style: string | undefined, find: (id: string) => Found | null | undefined): Found | null => {
    let id = style;
    for (let step = 0; id !== undefined && step < deepestStyles; step += 1) {
      const found = find(id);
      if (found !== null && found !== undefined) return found;
      id = readValue(byId.get(id), "w:basedOn");
    }
    return null;
  };
  const keyOf = (style: string | undefined) => follow(style, (id) => keys.get(id));
  return {
    language: readLanguage(styles),
    idOf: (key) => present.get(key),
    keyOf,
    isHeading: (style) => /^heading[123]$/.test(keyOf(style) ?? ""),
    listOf(paragraph) {
      const own = findChild(paragraph, "w:pPr");
      const listOf = (properties: XmlElement | undefined) => readValue(findChild(properties, "w:numPr"), "w:numId");
      const style = readValue(own, "w:pStyle");
      const list = listOf(own) ?? follow(style, (id) => listOf(findChild(byId.get(id), "w:pPr")));
      const key = keyOf(style);
      if (!list || list === "0") return null;
      // Numbered headings are headings.
      if (key !== null && /^heading/.test(key)) return null;
      return { list, marks: key === "bullet" ? "bullet" : (marks.get(list) ?? "number") };
    },
    addressOf: (relation) => addresses.get(relation),
  };
}

/** Styles are based on each other; a damaged file may go in circles. */
const deepestStyles = 20;

function readLanguage(styles: XmlElement | null): Language {
  const defaults = styles ? findChild(styles, "w:docDefaults") : undefined;
  const language = defaults ? findAll(defaults, "w:lang")[0]?.attributes : undefined;
  if (language?.["w:eastAsia"]?.startsWith("zh")) return "zh";
  return language?.["w:val"] === "en-GB" ? "en" : "ja";
}

function readMarks(parts: Parts, mainPath: string): Map<string, "bullet" | "number"> {
  const path = findRelated(parts, mainPath, "numbering");
  if (!path) return new Map();
  const root = readPart(parts, path);
  const kinds = new Map(
    findChildren(root, "w:abstractNum").map((kind) => [
      kind.attributes["w:abstractNumId"],
      readValue(findChild(kind, "w:lvl"), "w:numFmt") === "bullet" ? ("bullet" as const) : ("number" as const),
    ]),
  );
  return new Map(
    findChildren(root, "w:num").map((list) => [
      list.attributes["w:numId"] ?? "",
      kinds.get(readValue(list, "w:abstractNumId")) ?? "number",
    ]),
  );
}

function readAddresses(parts: Parts, mainPath: string): Map<string, string> {
  const path = relationsPath(mainPath);
  if (!parts.has(path)) return new Map();
  const links = readPart(parts, path)
    .children.filter(isElement)
    .filter(({ attributes }) => attributes.Type?.endsWith("/hyperlink"));
  return new Map(links.map(({ attributes }) => [attributes.Id ?? "", attributes.Target ?? ""]));
}
