import type { ReportValue } from "../report.ts";
import { isElement, type XmlElement, type XmlNode } from "./xml.ts";

/** Braces as a Japanese or Chinese keyboard writes them count as braces. */
const placeholder = /[{｛]{2}\s*([a-z][a-z0-9_]*)\s*[}｝]{2}/g;
const alone = /^\s*[{｛]{2}\s*([a-z][a-z0-9_]*)\s*[}｝]{2}\s*$/;

interface TextPlace {
  node: XmlElement;
  parent: XmlElement;
  start: number;
  end: number;
}

/** Texts in all paragraphs below, also in text boxes. */
export function fillTexts(element: XmlElement, values: Record<string, ReportValue>): void {
  for (const child of element.children.filter(isElement)) fillTexts(child, values);
  if (element.name === "w:p") fillParagraph(element, values);
}

/** Name of the placeholder that is all a paragraph holds. */
export function readAlonePlaceholder(paragraph: XmlElement): string | null {
  if (holdsPicture(paragraph)) return null;
  return alone.exec(readParagraph(paragraph).text)?.[1] ?? null;
}

function holdsPicture(element: XmlElement): boolean {
  return element.children
    .filter(isElement)
    .some((child) => ["w:drawing", "w:pict", "w:object"].includes(child.name) || holdsPicture(child));
}

/** Word cuts a text into runs as it likes; a placeholder is found in the text of the whole paragraph. */
export function readParagraph(paragraph: XmlElement): { text: string; places: TextPlace[] } {
  const places: TextPlace[] = [];
  let text = "";
  const visit = (parent: XmlElement) => {
    for (const child of parent.children.filter(isElement)) {
      if (child.name === "w:t") {
        const own = child.children.map((node) => ("text" in node ? node.text : "")).join("");
        places.push({ node: child, parent, start: text.length, end: text.length + own.length });
        text += own;
      } else if (child.name === "w:tab") text += "\t";
      else if (child.name === "w:br" || child.name === "w:cr") text += "\n";
      else if (insideText.has(child.name)) visit(child);
    }
  };
  visit(paragraph);
  return { text, places };
}

/** Elements of a paragraph that its own text runs through; text boxes and deleted text are not among them. */
const insideText = new Set([
  "w:r",
  "w:hyperlink",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:sdt",
  "w:sdtContent",
  "w:fldSimple",
  "w:dir",
  "w:bdo",
]);

function fillParagraph(paragraph: XmlElement, values: Record<string, ReportValue>): void {
  const { text } = readParagraph(paragraph);
  for (const match of [...text.matchAll(placeholder)].toReversed()) {
    const value = values[match[1] ?? ""];
    if (value && "text" in value) replaceText(paragraph, match.index, match.index + match[0].length, value.text);
  }
}

/** The text takes the look of the run in which the placeholder begins. */
function replaceText(paragraph: XmlElement, start: number, end: number, value: string): void {
  const touched = readParagraph(paragraph).places.filter((place) => place.end > start && place.start < end);
  touched.toReversed().forEach((place, index) => {
    const own = place.node.children.map((node) => ("text" in node ? node.text : "")).join("");
    const before = own.slice(0, Math.max(0, start - place.start));
    const after = own.slice(Math.max(0, end - place.start));
    setText(place, index === touched.length - 1 ? `${before}${value}${after}` : after);
  });
}

function setText({ node, parent }: TextPlace, text: string): void {
  const nodes = text
    .replace(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .filter((part) => part !== "")
    .map((part): XmlNode => {
      if (part === "\n") return { name: "w:br", attributes: {}, children: [] };
      if (part === "\t") return { name: "w:tab", attributes: {}, children: [] };
      return { name: "w:t", attributes: { "xml:space": "preserve" }, children: [{ text: part }] };
    });
  parent.children.splice(parent.children.indexOf(node), 1, ...nodes);
}
