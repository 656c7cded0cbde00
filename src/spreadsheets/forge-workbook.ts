import { crc32, deflateRawSync } from "node:zlib";

/** A part of a forged archive; the stated size may lie. */
export interface ForgedPart {
  name: string;
  content: string | Uint8Array;
  statedSize?: number;
  flags?: number;
}

/** Builds a ZIP archive byte by byte (APPNOTE 6.3.10, 4.3), so that tests can make ones that no program would write. */
export function forgeZip(parts: readonly ForgedPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedSize, flags = 0 } of parts) {
    const data = typeof content === "string" ? Buffer.from(content) : content;
    const packed = deflateRawSync(data, { level: 9 });
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(statedSize ?? data.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, Buffer.from(name), packed]);
    const ending = Buffer.alloc(14);
    ending.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), shared, ending, Buffer.from(name)]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, list, Buffer.from("PK\u0005\u0006"), end]));
}

export interface ForgedWorkbook {
  /** content of `sheetData`, and what follows it */
  rows: string;
  after?: string;
  strings?: string;
  styles?: string;
  workbookProperties?: string;
  /** put before the sheet's root */
  prologue?: string;
  more?: ForgedPart[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one sheet, from its XML. */
export function forgeParts(forged: ForgedWorkbook): ForgedPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (content: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return [
    { name: "_rels/.rels", content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      content: `${declaration}<workbook ${main} xmlns:r="${office}">${forged.workbookProperties ?? ""}<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(
        relation("rId1", "worksheet", "worksheets/sheet1.xml") +
          relation("rId2", "sharedStrings", "sharedStrings.xml") +
          relation("rId3", "styles", "/xl/styles.xml"),
      ),
    },
    { name: "xl/sharedStrings.xml", content: `${declaration}<sst ${main}>${forged.strings ?? ""}</sst>` },
    { name: "xl/styles.xml", content: `${declaration}<styleSheet ${main}>${forged.styles ?? ""}</styleSheet>` },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `${declaration}${forged.prologue ?? ""}<worksheet ${main}><sheetData>${forged.rows}</sheetData>${forged.after ?? ""}</worksheet>`,
    },
    ...(forged.more ?? []),
  ];
}

export function forgeWorkbook(forged: ForgedWorkbook): Uint8Array {
  return forgeZip(forgeParts(forged));
}
