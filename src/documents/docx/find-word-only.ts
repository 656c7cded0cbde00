import type { TemplatePlace, WalkedParagraph } from "./walk-paragraphs.ts";
import { isElement, type XmlElement } from "./xml.ts";

export type WordOnlyKind = "image" | "text-box" | "chart" | "object" | "footnote";

export interface WordOnly {
  kind: WordOnlyKind;
  place: TemplatePlace;
}

/** What the PDF, which is set from the outline, cannot show. */
export function findWordOnly(paragraphs: readonly WalkedParagraph[]): WordOnly[] {
  return paragraphs.flatMap(({ paragraph, place }) => findKinds(paragraph).map((kind) => ({ kind, place })));
}

const kinds: Record<string, WordOnlyKind> = {
  "pic:pic": "image",
  "v:imagedata": "image",
  "wps:txbx": "text-box",
  "v:textbox": "text-box",
  "c:chart": "chart",
  "dgm:relIds": "chart",
  "o:OLEObject": "object",
  "w:footnoteReference": "footnote",
  "w:endnoteReference": "footnote",
};

function findKinds(element: XmlElement): WordOnlyKind[] {
  return element.children.filter(isElement).flatMap((child) => {
    // Paragraphs inside a text box are walked by themselves; the fallback shows the same once more.
    if (child.name === "mc:Fallback" || child.name === "w:p") return [];
    const own = kinds[child.name];
    return [...(own ? [own] : []), ...findKinds(child)];
  });
}
