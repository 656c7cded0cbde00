import type { Block, ParagraphLook, Run } from "../../../documents/report.ts";
import { heading, paragraph } from "../compose/blocks.ts";

/** Where a template's placeholder stands alone. */
export function place(name: string, look: ParagraphLook = "body"): Block {
  return paragraph(`{{${name}}}`, look);
}

/** An empty line, as letters keep between their parts. */
export function blankLine(): Block {
  return paragraph("\u3000");
}

/** Facts without a value are left out; no block where none has one. */
export function factRows(rows: readonly { term: string; runs: Run[] | string }[]): Block[] {
  const present = rows
    .map(({ term, runs }) => ({ term, runs: typeof runs === "string" ? [{ text: runs }] : runs }))
    .filter(({ runs }) => runs.some(({ text }) => text !== ""));
  return present.length === 0 ? [] : [{ is: "facts", rows: present }];
}

/** A heading with what stands under it; nothing where there is nothing, so that no heading stands alone. */
export function section(level: 1 | 2 | 3, title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks];
}
