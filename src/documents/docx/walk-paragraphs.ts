import { readParagraph } from "./fill-texts.ts";
import { findChild, isElement, readValue, type XmlElement } from "./xml.ts";

export type TemplatePart = "body" | "header" | "footer" | "note" | "text-box";

/** Where something stands, so that a person finds it in Word. */
export interface TemplatePlace {
  part: TemplatePart;
  /** counted from 1 in the part, paragraphs without text left out; cells of tables count too */
  paragraph: number;
  /** the nearest heading above, null where there is none */
  heading: string | null;
  /** the paragraph's first words */
  start: string;
}

export interface WalkedParagraph {
  paragraph: XmlElement;
  text: string;
  place: TemplatePlace;
}

const longestStart = 40;

/** All paragraphs of a part with their places, those of text boxes after the paragraph that holds the box. */
export function walkParagraphs(
  root: XmlElement,
  part: TemplatePart,
  isHeading: (style: string) => boolean,
): WalkedParagraph[] {
  const walked: WalkedParagraph[] = [];
  let heading: string | null = null;
  let count = 0;
  const visit = (element: XmlElement, own: TemplatePart) => {
    for (const child of element.children.filter(isElement)) {
      // The same text box once more, for programs from before 2010.
      if (child.name === "mc:Fallback") continue;
      if (child.name === "w:p") add(child, own);
      visit(child, child.name === "w:txbxContent" ? "text-box" : own);
    }
  };
  const add = (paragraph: XmlElement, own: TemplatePart) => {
    const { text } = readParagraph(paragraph);
    const trimmed = text.trim();
    if (trimmed !== "") count += 1;
    const start = [...trimmed].slice(0, longestStart).join("");
    walked.push({
      paragraph,
      text,
      place: {
        part: own,
        paragraph: Math.max(1, count),
        heading,
        start: start.length < trimmed.length ? `${start}…` : start,
      },
    });
    const style = readValue(findChild(paragraph, "w:pPr"), "w:pStyle");
    if (trimmed !== "" && style !== undefined && isHeading(style)) heading = trimmed;
  };
  visit(root, part);
  return walked;
}
