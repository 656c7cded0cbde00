import { strToU8 } from "fflate";
import type { Language } from "../../core/language.ts";
import { writeLanguage } from "./fonts.ts";
import { colors, page } from "./measures.ts";
import { writeNumbering } from "./numbering.ts";
import type { Parts } from "./package.ts";
import type { PageLook } from "./styles.ts";
import { writeField } from "./write-caption.ts";
import { writeStyles } from "./write-styles.ts";
import { declaration, escapeXml } from "./xml.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}/relationships"`;
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const mainPath = "word/document.xml";

export interface NewFile {
  language: Language;
  /** content of the header from the second page on, as runs */
  header: string;
  /** whether the first page carries a number; a letter's does not */
  numberFirstPage: boolean;
  look: PageLook;
}

/** The band at the left edge of a cover, as the PDF has it: 9 mm wide, behind the text (VML: Word, LibreOffice and Pages draw it). */
const coverBand = [
  '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" alt="" ',
  'style="position:absolute;margin-left:0;margin-top:0;width:25.5pt;height:842pt;z-index:-1;',
  `mso-position-horizontal-relative:page;mso-position-vertical-relative:page" fillcolor="#${colors.ink}" stroked="f"/></w:pict></w:r>`,
].join("");

export type Orientation = "portrait" | "landscape";

/** The parts of an empty document of ours, all but the main part and the properties. */
export function newParts(file: NewFile): Parts {
  const { language } = file;
  const texts: Record<string, string> = {
    "[Content_Types].xml": writeTypes(),
    "_rels/.rels": writeRelations([
      ["rId1", `${office}/relationships/officeDocument`, mainPath],
      [
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
      ],
      ["rId3", `${office}/relationships/extended-properties`, "docProps/app.xml"],
    ]),
    "word/_rels/document.xml.rels": writeRelations(
      ["styles", "numbering", "settings", "header", "footer", "footer", "header"].map((kind, index) => [
        `rId${index + 1}`,
        `${office}/relationships/${kind}`,
        ["styles.xml", "numbering.xml", "settings.xml", "header1.xml", "footer1.xml", "footer2.xml", "header2.xml"][
          index
        ] ?? "",
      ]),
    ),
    "word/styles.xml": writeStyles(language, file.look),
    "word/numbering.xml": writeNumbering(language),
    "word/settings.xml": writeSettings(language),
    "word/header1.xml": `${declaration}<w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${file.header}</w:p></w:hdr>`,
    "word/footer1.xml": writeFooter(true),
    "word/footer2.xml": writeFooter(file.numberFirstPage),
    "word/header2.xml": `${declaration}<w:hdr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>${file.look.cover ? coverBand : ""}</w:p></w:hdr>`,
    "docProps/app.xml": `${declaration}<Properties xmlns="${office}/extended-properties"><Application>Renkei</Application></Properties>`,
  };
  return new Map(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]));
}

export function writeDocument(body: string, orientation: Orientation): Uint8Array {
  return strToU8(
    `${declaration}<w:document ${namespaces}><w:body>${shrinkEnd(body)}${writeSection(orientation)}</w:body></w:document>`,
  );
}

/** A table that ends a document needs a paragraph behind it: one of a point, or a full page would bring an empty one after it. */
function shrinkEnd(body: string): string {
  return body.replace(
    /(<w:p><w:pPr><w:pStyle w:val="[^"]*"\/>)(<\/w:pPr><\/w:p>)$/,
    '$1<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>$2',
  );
}

function writeSection(orientation: Orientation): string {
  const { margins, short, long } = page;
  const size =
    orientation === "portrait" ? `w:w="${short}" w:h="${long}"` : `w:w="${long}" w:h="${short}" w:orient="landscape"`;
  return [
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId7"/>',
    '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>',
    `<w:pgSz ${size}/><w:pgMar w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom}" w:left="${margins.left}" w:header="${margins.header}" w:footer="${margins.footer}" w:gutter="0"/>`,
    '<w:cols w:space="425"/><w:titlePg/></w:sectPr>',
  ].join("");
}

/** Dates are those of the document, never of the clock: the same content gives the same bytes. */
export function writeCoreProperties(properties: {
  title: string;
  maker: string;
  date: string | null;
  language: Language;
}): Uint8Array {
  const dates =
    properties.date === null
      ? ""
      : ["created", "modified"]
          .map(
            (name) =>
              `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(properties.date ?? "")}T00:00:00Z</dcterms:${name}>`,
          )
          .join("");
  return strToU8(
    [
      declaration,
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escapeXml(properties.title)}</dc:title><dc:creator>${escapeXml(properties.maker)}</dc:creator><dc:language>${properties.language}</dc:language>${dates}`,
      "</cp:coreProperties>",
    ].join(""),
  );
}

function writeTypes(): string {
  const overrides = [
    [mainPath, `${word}.document.main+xml`],
    ["word/styles.xml", `${word}.styles+xml`],
    ["word/numbering.xml", `${word}.numbering+xml`],
    ["word/settings.xml", `${word}.settings+xml`],
    ["word/header1.xml", `${word}.header+xml`],
    ["word/header2.xml", `${word}.header+xml`],
    ["word/footer1.xml", `${word}.footer+xml`],
    ["word/footer2.xml", `${word}.footer+xml`],
    ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
    ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  ].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function writeRelations(relations: readonly (readonly [string, string, string] | string[])[]): string {
  const rows = relations.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

function writeFooter(numbered: boolean): string {
  const numbers = numbered
    ? `${writeField("PAGE", "1")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${writeField("NUMPAGES", "1")}`
    : "";
  return `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${numbers}</w:p></w:ftr>`;
}

/** Mode 15 is Word 2013 and later; without it Word opens the file in a limited mode and says so in the title bar. */
function writeSettings(language: Language): string {
  const themeLanguage = writeLanguage(language).replace("w:lang", "w:themeFontLang");
  return [
    `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/>`,
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    `${themeLanguage}<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`,
  ].join("");
}
