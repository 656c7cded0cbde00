import { deflateSync } from "node:zlib";

const charactersInLine = 36;
const linesOnPage = 42;

/**
 * A PDF as offices of those years left it: Chinese text in STSong-Light, which is not embedded, addressed by the predefined CMap
 * UniGB-UCS2-H (ISO 32000-1, 9.7.5.2). Who reads it needs Adobe's CMaps. Written here, since the compiler of our own reports takes
 * longer to start than the whole site.
 */
export function writePdf(lines: readonly string[]): Buffer {
  const wrapped = lines.flatMap(wrapLine);
  const count = Math.max(1, Math.ceil(wrapped.length / linesOnPage));
  const contents = Array.from({ length: count }, (_, page) =>
    drawLines(wrapped.slice(page * linesOnPage, (page + 1) * linesOnPage)),
  );
  return assemble(contents);
}

/** A page that holds a picture of text and no text: what a scanner makes. */
export function writeScan(): Buffer {
  const bars = Array.from({ length: 30 }, (_, row) => `80 ${740 - row * 20} ${300 + ((row * 37) % 130)} 9 re f`);
  return assemble([Buffer.from(`0.4 g\n${bars.join("\n")}\n`)]);
}

function wrapLine(line: string): string[] {
  const text = line.startsWith("|")
    ? line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim())
        .join("　")
    : line;
  const characters = [...text];
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / charactersInLine)) }, (_, row) =>
    characters.slice(row * charactersInLine, (row + 1) * charactersInLine).join(""),
  );
}

function drawLines(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `<${Buffer.from(line, "utf16le").swap16().toString("hex")}> Tj T*`);
  return Buffer.from(`BT /F1 12 Tf 17 TL 80 770 Td\n${shown.join("\n")}\nET\n`);
}

function assemble(contents: readonly Buffer[]): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, page) => `${8 + page * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    toStream(Buffer.from(identityMap())),
    "<< /Font << /F1 3 0 R >> >>",
    ...contents.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 7 0 R /Contents ${9 + page * 2} 0 R >>`,
      toStream(content),
    ]),
  ];
  const chunks = [Buffer.from("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const offsets = objects.map((object, index) => {
    const offset = chunks.reduce((sum, { length }) => sum + length, 0);
    const body = typeof object === "string" ? Buffer.from(object) : object;
    chunks.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]));
    return offset;
  });
  const start = chunks.reduce((sum, { length }) => sum + length, 0);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end)]);
}

function toStream(content: Buffer): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

/** Codes are UCS-2 already. A range stays within one high byte and a block within a hundred ranges (ISO 32000-1, 9.10.3). */
function identityMap(): string {
  const hex = (number: number) => number.toString(16).padStart(2, "0");
  const ranges = Array.from({ length: 256 }, (_, high) => `<${hex(high)}00> <${hex(high)}ff> <${hex(high)}00>`);
  const blocks = [0, 100, 200].map((from) => {
    const part = ranges.slice(from, from + 100);
    return `${part.length} beginbfrange\n${part.join("\n")}\nendbfrange`;
  });
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}
