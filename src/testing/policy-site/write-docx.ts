import { makeZip } from "../zip.ts";
import { escapeHtml } from "./render-text.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that Word opens (ECMA-376-1, 11.2); lines that begin with | are rows of a table. */
export function writeDocx(lines: readonly string[]): Buffer {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${word}"><w:body>${writeBody(lines)}</w:body></w:document>`,
  };
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return makeZip(Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(head + xml) })));
}

function writeBody(lines: readonly string[]): string {
  const parts: string[] = [];
  let rows: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.startsWith("|")) {
      const cells = line.slice(1, -1).split("|");
      rows.push(`<w:tr>${cells.map((cell) => `<w:tc>${writeParagraph(cell.trim())}</w:tc>`).join("")}</w:tr>`);
      continue;
    }
    if (rows.length > 0) parts.push(`<w:tbl>${rows.join("")}</w:tbl>`);
    rows = [];
    if (line !== "") parts.push(writeParagraph(line));
  }
  return parts.join("");
}

const writeParagraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r></w:p>`;

/** The head of an OLE2 file and noise: a workbook of before 2007 for whoever cannot read those. */
export function writeOldWorkbook(): Buffer {
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 4) * 31) % 256));
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), noise]);
}
