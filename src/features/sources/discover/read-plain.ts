import { parseHTML } from "linkedom";

const longestText = 40_000;
const blocks = /^(p|div|li|tr|h[1-6]|br|dd|dt|table|ul|ol|section|article|header|footer|title|option|form)$/i;
const silent = /^(script|style|noscript|template|svg|head|iframe|object)$/i;

/** What a reader would see of a page, as lines of plain text. Nothing of it is ever run or shown as a page. */
export function readPlainText(html: string): string {
  const { document } = parseHTML(html);
  const parts: string[] = [];
  let size = 0;
  const pending: (Node | string)[] = [document.documentElement ?? document];
  // With a list of its own instead of the call stack: pages may be nested as deep as their senders like.
  for (let node = pending.pop(); node !== undefined && size < longestText; node = pending.pop()) {
    if (typeof node === "string") parts.push(node);
    else if (node.nodeType === 3) {
      const text = (node.textContent ?? "").replace(/[\s\u3000]+/g, " ");
      size += text.length;
      parts.push(text);
    } else if (!silent.test(node.nodeName)) {
      const isBlock = blocks.test(node.nodeName);
      if (isBlock) pending.push("\n");
      for (const child of [...node.childNodes].reverse()) pending.push(child);
      if (isBlock) pending.push("\n");
    }
  }
  const lines = parts
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.join("\n").slice(0, longestText);
}
