/** The main text of a policy, as read from its page or file: what is translated, compared and searched. */
export type PolicyBlock =
  | { is: "heading"; level: 1 | 2 | 3; text: string }
  /** a clause keeps its number in the text: 第十二条　…, （一）…, 1. … */
  | { is: "paragraph"; text: string }
  | { is: "list-item"; text: string }
  | { is: "table"; rows: string[][]; headerRows: number }
  /** issuing body or date at the end */
  | { is: "signature"; text: string };

/** The text of all blocks, a line each; cells of a table are parted by tabs. */
export function textOfBlocks(blocks: readonly PolicyBlock[]): string {
  return blocks.map((block) => (block.is === "table" ? textOfTable(block.rows) : block.text)).join("\n");
}

function textOfTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join("\t")).join("\n");
}
