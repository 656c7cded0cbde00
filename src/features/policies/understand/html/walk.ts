import { cleanLine } from "../clean-text.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";

/** The element and all below it, in the order of the page. */
export function* walkElements(element: HtmlElement): Generator<HtmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* walkElements(child);
}

export function findElement(root: HtmlElement, test: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of walkElements(root)) if (test(element)) return element;
  return null;
}

export function rawTextOf(node: HtmlNode): string {
  if (typeof node === "string") return node;
  if (node.name === "br") return "\n";
  return node.children.map(rawTextOf).join("");
}

export function textOf(node: HtmlNode): string {
  return cleanLine(rawTextOf(node));
}

/** Characters that are no spaces, within links and in all. */
export function countText(node: HtmlNode, isInLink = false): { all: number; linked: number } {
  if (typeof node === "string") {
    const all = node.replace(/[\s\u00a0\u3000]+/g, "").length;
    return { all, linked: isInLink ? all : 0 };
  }
  let all = 0;
  let linked = 0;
  for (const child of node.children) {
    const count = countText(child, isInLink || node.name === "a");
    all += count.all;
    linked += count.linked;
  }
  return { all, linked };
}

const blockNames = new Set(
  "address article aside blockquote body center dd details dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent".split(
    " ",
  ),
);

export function isBlockElement(element: HtmlElement): boolean {
  return blockNames.has(element.name);
}

export function holdsBlock(element: HtmlElement): boolean {
  return element.children.some((child) => typeof child !== "string" && (isBlockElement(child) || holdsBlock(child)));
}

/** Not shown to readers. */
export function isHidden({ name, attributes }: HtmlElement): boolean {
  if (attributes.hidden !== undefined || name === "head" || name === "title" || name === "meta") return true;
  if (name === "input" || name === "button" || name === "textarea") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|pt)?\s*(;|$)/i.test(attributes.style ?? "");
}
