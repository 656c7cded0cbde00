import type { FileContext } from "./file-context.ts";
import { endSection } from "./fill-blocks.ts";
import { readParagraph } from "./fill-texts.ts";
import { landscapeTextWidth, textWidth } from "./measures.ts";
import type { Piece, TextSpace } from "./write-blocks.ts";
import { pageBreak } from "./write-grid.ts";
import { findAll, findChild, isElement, type RawXml, readValue, type XmlElement, type XmlNode } from "./xml.ts";

/** Room for text on the pages where a child of the body stands. */
export function measureSpace(body: XmlElement, index: number): TextSpace {
  const section = findSection(body.children, index);
  const size = findChild(section, "w:pgSz")?.attributes;
  const margins = findChild(section, "w:pgMar")?.attributes;
  if (!size || !margins) return { width: textWidth, across: landscapeTextWidth };
  const sides = Number(margins["w:left"]) + Number(margins["w:right"]) + (Number(margins["w:gutter"]) || 0);
  const width = Number(size["w:w"]) - sides;
  const across = Number(size["w:h"]) - sides;
  if (!(width > 1000)) return { width: textWidth, across: landscapeTextWidth };
  return { width, across: across > width ? across : null };
}

/** The description of a section stands at its end: in its last paragraph, or as the last child of the body. */
function findSection(nodes: readonly XmlNode[], index: number): XmlElement | undefined {
  return nodes
    .slice(index)
    .filter(isElement)
    .map(readSection)
    .find((section) => section !== undefined);
}

function readSection(node: XmlElement): XmlElement | undefined {
  if (node.name === "w:sectPr") return node;
  return node.name === "w:p" ? findChild(findChild(node, "w:pPr"), "w:sectPr") : undefined;
}

/** Puts wide tables, with the headings right above them, on pages that lie across, in sections of their own. */
export function layAcross(body: XmlElement, pieces: ReadonlyMap<RawXml, Piece>, context: FileContext): void {
  const isWide = (node: XmlNode | undefined) => node !== undefined && "raw" in node && pieces.get(node)?.wide === true;
  if (!body.children.some(isWide)) return;
  const nodes = body.children;
  const laid: XmlNode[] = [];
  let index = 0;
  // The first part of a section that we cut keeps what only its first page has.
  let isCut = false;
  while (index < nodes.length) {
    const node = nodes[index];
    if (!node) break;
    if (!isWide(node)) {
      laid.push(node);
      if (isElement(node) && readSection(node)) isCut = false;
      index += 1;
      continue;
    }
    const section = findSection(nodes, index);
    if (!section) return;
    const above = takeAbove(laid, (one) => isHeading(one, pieces, context));
    while (isPageBreak(laid.at(-1))) laid.pop();
    const before = laid.at(-1);
    if (before && !(isElement(before) && readSection(before))) {
      laid.push(endSection(copySection(section, { across: false, isFirst: !isCut })));
      isCut = true;
    }
    laid.push(...above);
    while (isWide(nodes[index])) {
      const wide = nodes[index];
      if (wide) laid.push(wide);
      index = skipBreaksBetween(nodes, index + 1, isWide);
    }
    while (isPageBreak(nodes[index])) index += 1;
    const next = nodes[index];
    if (isElement(next) && readSection(next) === section && isEmpty(next)) {
      turn(section);
      if (isCut) makeLater(section);
      isCut = false;
      laid.push(next);
      index += 1;
    } else {
      laid.push(endSection(copySection(section, { across: true, isFirst: !isCut })));
      isCut = true;
    }
    if (isCut) makeLater(section);
  }
  body.children = laid;
}

/** Between two wide tables a page break says nothing: both stand on such pages anyway, in one section. */
function skipBreaksBetween(
  nodes: readonly XmlNode[],
  index: number,
  isWide: (node: XmlNode | undefined) => boolean,
): number {
  let next = index;
  while (isPageBreak(nodes[next])) next += 1;
  return isWide(nodes[next]) ? next : index;
}

function takeAbove(laid: XmlNode[], isAbove: (node: XmlNode | undefined) => boolean): XmlNode[] {
  const taken: XmlNode[] = [];
  while (isAbove(laid.at(-1))) taken.unshift(...laid.splice(-1));
  return taken;
}

function isHeading(node: XmlNode | undefined, pieces: ReadonlyMap<RawXml, Piece>, context: FileContext): boolean {
  if (!node) return false;
  if ("raw" in node) return pieces.get(node)?.heading !== undefined;
  if (!isElement(node) || node.name !== "w:p" || readSection(node)) return false;
  const style = readValue(findChild(node, "w:pPr"), "w:pStyle");
  return style !== undefined && ([1, 2, 3] as const).some((level) => context.presentStyle(`heading${level}`) === style);
}

function isPageBreak(node: XmlNode | undefined): boolean {
  if (!node) return false;
  if ("raw" in node) return node.raw === pageBreak;
  const breaks = isElement(node) && node.name === "w:p" ? findAll(node, "w:br") : [];
  return (
    isElement(node) &&
    breaks.some(({ attributes }) => attributes["w:type"] === "page") &&
    readParagraph(node).text.trim() === "" &&
    !readSection(node)
  );
}

function isEmpty(node: XmlElement): boolean {
  return node.name === "w:sectPr" || readParagraph(node).text.trim() === "";
}

function copySection(section: XmlElement, { across, isFirst }: { across: boolean; isFirst: boolean }): XmlElement {
  const copy = structuredClone(section);
  if (across) turn(copy);
  if (!isFirst) makeLater(copy);
  return copy;
}

function turn(section: XmlElement): void {
  const size = findChild(section, "w:pgSz");
  if (!size) return;
  const { "w:w": width = "", "w:h": height = "" } = size.attributes;
  size.attributes = { ...size.attributes, "w:w": height, "w:h": width, "w:orient": "landscape" };
}

/** A later part of a section that was cut: a new page, no first page of its own, numbers that go on. */
function makeLater(section: XmlElement): void {
  section.children = section.children.filter(
    (child) => !(isElement(child) && ["w:titlePg", "w:type", "w:pgNumType"].includes(child.name)),
  );
}
