import type { Page } from "./catalogue.ts";
import { printDate } from "./dates.ts";

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * A text of the month as markup. Its marks: `## ` chapter, `### ` section, `^ ` centred, `| a | b |` row of a table whose first
 * row is its head. `breaks`: lines ended by <br>, as hand-made pages do, in the place of paragraphs.
 */
export function renderText(lines: readonly string[], look: "paragraphs" | "breaks"): string {
  const parts: string[] = [];
  let rows: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.startsWith("|")) {
      rows.push(line);
      continue;
    }
    if (rows.length > 0) parts.push(renderTable(rows));
    rows = [];
    if (line !== "") parts.push(look === "breaks" ? `　　${escapeHtml(stripMark(line))}<br><br>` : renderLine(line));
  }
  return parts.join("\n");
}

function renderLine(line: string): string {
  const words = escapeHtml(stripMark(line));
  if (line.startsWith("^ ")) return `<p align="center" style="text-align:center"><strong>${words}</strong></p>`;
  if (line.startsWith("#")) return `<p>　　<strong>${words}</strong></p>`;
  if (line.startsWith("> ")) return `<p align="right" style="text-align:right">${words}</p>`;
  // Officials indent by two ideographic spaces.
  return `<p>　　${words}</p>`;
}

function renderTable(rows: readonly string[]): string {
  const cells = rows.map((row) => row.slice(1, -1).split("|"));
  const body = cells.map((row, index) => {
    const tag = index === 0 ? "th" : "td";
    return `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell.trim())}</${tag}>`).join("")}</tr>`;
  });
  return `<table border="1" cellspacing="0" align="center"><tbody>\n${body.join("\n")}\n</tbody></table>`;
}

export const stripMark = (line: string) => line.replace(/^(#{2,3}|\^|>) /, "");

/** All lines of a document: its number above, the names and the date below. */
export function writeLines({ site, publication }: Page): string[] {
  const { number, text, written, unsigned, title } = publication;
  const lines = text.split("\n");
  const hasOwnHead = lines[0]?.startsWith("^ ") === true;
  const head = number && !hasOwnHead ? [`^ ${title}`, `^ ${number}`] : [];
  const notes = publication.kind === "notice" && written ? ["（此件公开发布）"] : [];
  if (unsigned || !written || hasOwnHead) return [...head, ...lines];
  const bodies = publication.bodies ?? [site.body];
  const style = site.dates === "numerals" ? "numerals" : "chinese";
  return [...head, ...lines, ...bodies.map((body) => `> ${body}`), `> ${printDate(written, style)}`, ...notes];
}
