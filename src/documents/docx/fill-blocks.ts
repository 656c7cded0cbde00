import type { ReportValue } from "../report.ts";
import type { FileContext } from "./file-context.ts";
import { fillTexts, readAlonePlaceholder } from "./fill-texts.ts";
import { type Piece, type TextSpace, writeBlocks } from "./write-blocks.ts";
import { findChild, isElement, type RawXml, type XmlElement, type XmlNode } from "./xml.ts";

export interface Filling {
  values: Record<string, ReportValue>;
  context: FileContext;
  /** what each piece of XML that we put in is */
  pieces: Map<RawXml, Piece>;
}

/** Fills everything below: blocks for paragraphs that hold their placeholder alone, texts elsewhere. */
export async function fillElement(
  element: XmlElement,
  filling: Filling,
  space: (index: number) => TextSpace,
): Promise<void> {
  const filled: XmlNode[] = [];
  for (const [index, child] of element.children.entries()) {
    if (!isElement(child)) filled.push(child);
    else if (child.name === "w:p") filled.push(...(await fillParagraph(child, filling, space(index))));
    else {
      const own = narrow(child, space(index));
      await fillElement(child, filling, () => own);
      filled.push(child);
    }
  }
  // Word wants a paragraph at the end of every cell (ISO/IEC 29500-1, 17.4.65).
  const last = filled.at(-1);
  if (element.name === "w:tc" && !(isElement(last) && last.name === "w:p"))
    filled.push({ name: "w:p", attributes: {}, children: [] });
  element.children = filled;
}

async function fillParagraph(paragraph: XmlElement, filling: Filling, space: TextSpace): Promise<XmlNode[]> {
  const value = filling.values[readAlonePlaceholder(paragraph) ?? ""];
  if (!value || "text" in value) {
    fillTexts(paragraph, filling.values);
    return [paragraph];
  }
  const pieces = await writeBlocks(value.blocks, filling.context, space);
  const nodes = pieces.map((piece): RawXml => {
    const node = { raw: piece.xml };
    filling.pieces.set(node, piece);
    return node;
  });
  const section = findChild(findChild(paragraph, "w:pPr"), "w:sectPr");
  return section ? [...nodes, endSection(section)] : nodes;
}

/** A paragraph that ends a section and takes no room. */
export function endSection(section: XmlElement): XmlElement {
  const element = (name: string, attributes: Record<string, string>, children: XmlNode[] = []): XmlElement => ({
    name,
    attributes,
    children,
  });
  const spacing = element("w:spacing", { "w:before": "0", "w:after": "0", "w:line": "20", "w:lineRule": "exact" });
  return element("w:p", {}, [element("w:pPr", {}, [spacing, section])]);
}

const cellPadding = 216;

/** Inside a cell there is its width, and no page lies across. */
function narrow(element: XmlElement, space: TextSpace): TextSpace {
  if (element.name !== "w:tc") return element.name === "w:tbl" ? { ...space, across: null } : space;
  const width = findChild(findChild(element, "w:tcPr"), "w:tcW")?.attributes;
  const twips = width?.["w:type"] === "dxa" ? Number(width["w:w"]) - cellPadding : space.width;
  return { width: twips > 1000 ? twips : space.width, across: null };
}
