import type { FileContext } from "./file-context.ts";
import { readParagraph } from "./fill-texts.ts";
import type { Piece } from "./write-blocks.ts";
import { bookmarkName } from "./write-grid.ts";
import { findAll, findChild, isElement, type RawXml, readValue, type XmlElement } from "./xml.ts";

export interface Heading {
  level: 1 | 2 | 3;
  text: string;
  bookmark: string;
}

/** Headings in their order: those of the template, which get a bookmark, and those that were put in. */
export function findHeadings(body: XmlElement, pieces: ReadonlyMap<RawXml, Piece>, context: FileContext): Heading[] {
  return body.children.flatMap((node): Heading[] => {
    if ("raw" in node) {
      const heading = pieces.get(node)?.heading;
      return heading ? [heading] : [];
    }
    if (!isElement(node)) return [];
    if (node.name !== "w:p") return findHeadings(node, pieces, context);
    const level = readLevel(node, context);
    const text = readParagraph(node).text.trim();
    return level && text !== "" ? [{ level, text, bookmark: markHeading(node, context) }] : [];
  });
}

function readLevel(paragraph: XmlElement, context: FileContext): 1 | 2 | 3 | null {
  const style = readValue(findChild(paragraph, "w:pPr"), "w:pStyle");
  if (style === undefined) return null;
  return ([1, 2, 3] as const).find((level) => context.presentStyle(`heading${level}`) === style) ?? null;
}

function markHeading(paragraph: XmlElement, context: FileContext): string {
  const own = findAll(paragraph, "w:bookmarkStart").find(({ attributes }) => attributes["w:name"]?.startsWith("_Toc"));
  if (own?.attributes["w:name"]) return own.attributes["w:name"];
  const number = context.nextBookmark();
  const name = bookmarkName(number);
  const id = { "w:id": String(number) };
  const first = paragraph.children.findIndex((child) => isElement(child) && child.name === "w:pPr") + 1;
  paragraph.children.splice(first, 0, { name: "w:bookmarkStart", attributes: { ...id, "w:name": name }, children: [] });
  paragraph.children.push({ name: "w:bookmarkEnd", attributes: id, children: [] });
  return name;
}
