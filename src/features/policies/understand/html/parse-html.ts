import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { limits, ReadingRefusal } from "../limits.ts";

/** A page as plain data: what is read of it needs no DOM. */
export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

/** The few parts of the DOM's interface that are used; linkedom's own types need those of a browser. */
interface DomNode {
  nodeType: number;
  localName?: string;
  data?: string;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  parentNode: DomNode | null;
  attributes?: Iterable<{ name: string; value: string }>;
}

/** Kept of each element: what tells what it is for. */
const keptAttributes = new Set(
  "id class name content href src style hidden rowspan colspan align value type http-equiv property title start lang".split(
    " ",
  ),
);
const skippedElements = new Set(["script", "style", "noscript", "template", "iframe", "object", "svg", "select"]);

export interface ParsedHtml {
  root: HtmlElement;
  /** the article by Mozilla's Readability; null where it finds none. It may be asked once. */
  guessArticle(): HtmlElement | null;
}

/** Parses a page without running anything of it. Refuses one of more elements than any page holds. */
export function parseHtml(text: string): ParsedHtml {
  const limit = limits.nodes;
  if (text.split("<", limit * 2 + 1).length > limit * 2) throw new ReadingRefusal("too-many-elements", { limit });
  const { document } = parseHTML(wrapFragment(text));
  // From the first element on: linkedom's document type knows no sibling.
  const { root, nodes, depth } = copyTree(document.documentElement);
  // Readability goes over a page many times and down into it.
  const isOrdinary = nodes < limits.nodesForReadability && depth < limits.depth;
  return { root, guessArticle: () => (isOrdinary ? guessArticle(document) : null) };
}

function guessArticle(document: ConstructorParameters<typeof Readability>[0]): HtmlElement | null {
  try {
    const read = new Readability<DomNode>(document, { serializer: toDomNode, disableJSONLD: true, keepClasses: true });
    const content = read.parse()?.content;
    return content ? copyTree(content).root : null;
  } catch {
    // It goes down into the page and may run out of stack; the page is then read without it.
    return null;
  }
}

function toDomNode(node: DomNode): DomNode {
  return node;
}

interface CopiedTree {
  root: HtmlElement;
  nodes: number;
  depth: number;
}

/** Content systems also serve bare pieces of pages. */
function wrapFragment(text: string): string {
  return /<html[\s>]/i.test(text) ? text : `<!DOCTYPE html><html><head></head><body>${text}</body></html>`;
}

/** Walks along the tree instead of down into it: a page may be nested deeper than any stack. */
function copyTree(top: DomNode): CopiedTree {
  const root: HtmlElement = { name: "#document", attributes: {}, children: [] };
  let nodes = 0;
  let deepest = 0;
  const open: HtmlElement[] = [root];
  let depth = 0;
  let node: DomNode | null = top.firstChild;
  while (node) {
    nodes += 1;
    if (nodes > limits.nodes) throw new ReadingRefusal("too-many-elements", { limit: limits.nodes });
    const parent = open[Math.min(depth, limits.depth)] ?? root;
    if (node.nodeType === 3) parent.children.push(node.data ?? "");
    const element = node.nodeType === 1 ? copyElement(node) : null;
    if (element) {
      parent.children.push(element);
      if (node.firstChild) {
        depth += 1;
        deepest = Math.max(deepest, depth);
        if (depth <= limits.depth) open[depth] = element;
        node = node.firstChild;
        continue;
      }
    }
    while (node && node !== top && !node.nextSibling) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node && node !== top ? node.nextSibling : null;
  }
  return { root, nodes, depth: deepest };
}

function copyElement(node: DomNode): HtmlElement | null {
  const name = (node.localName ?? "").toLowerCase();
  if (skippedElements.has(name)) return null;
  const attributes: Record<string, string> = {};
  for (const { name: key, value } of node.attributes ?? []) {
    const lower = key.toLowerCase();
    if (keptAttributes.has(lower)) attributes[lower] = value.slice(0, 4_000);
  }
  return { name, attributes, children: [] };
}
