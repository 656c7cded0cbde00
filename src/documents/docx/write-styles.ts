import type { Language } from "../../core/language.ts";
import { bodyFonts, writeFonts, writeLanguage } from "./fonts.ts";
import { colors, sizes } from "./measures.ts";
import { type StyleKey, styleKeys } from "./style-keys.ts";
import { type PageLook, styleDefinitions } from "./styles.ts";
import { declaration, escapeAttribute } from "./xml.ts";

/** The file that a style is written into. */
export interface StyleHome {
  language: Language;
  look: PageLook;
  /** false where our style joins those of somebody else's template: then it has neither fonts nor lists of ours */
  isOwn: boolean;
  /** id of another style of ours in the file */
  idOf(key: StyleKey): string;
  /** id of the file's ordinary style of a kind, on which ours are based */
  defaultOf(kind: "paragraph" | "character" | "table"): string | null;
}

const ownDefaults = { paragraph: "Normal", character: "DefaultParagraphFont", table: "TableNormal" } as const;

export function writeStyle(key: StyleKey, home: StyleHome): string {
  const { id, kind, name, basedOn, next, list, paragraph, run, table } = styleDefinitions[key];
  const isOurs = typeof name !== "string";
  const base = basedOn === "default" ? home.defaultOf(kind) : home.idOf(basedOn);
  const numbers = list && home.isOwn ? `<w:numPr><w:numId w:val="${list}"/></w:numPr>` : "";
  const paragraphProperties = `${numbers}${paragraph?.(home.language, home.look) ?? ""}`;
  const runProperties = run?.(home.language, home.isOwn, home.look) ?? "";
  return [
    `<w:style w:type="${kind}"${isOurs ? ' w:customStyle="1"' : ""} w:styleId="${id}">`,
    `<w:name w:val="${escapeAttribute(isOurs ? name[home.language] : name)}"/>`,
    base ? `<w:basedOn w:val="${escapeAttribute(base)}"/>` : "",
    next && home.isOwn ? `<w:next w:val="${home.idOf(next)}"/>` : "",
    `<w:uiPriority w:val="${isOurs ? 20 : 10}"/>`,
    "<w:qFormat/>",
    paragraphProperties ? `<w:pPr>${paragraphProperties}</w:pPr>` : "",
    runProperties ? `<w:rPr>${runProperties}</w:rPr>` : "",
    table ? `<w:tblPr>${table}</w:tblPr>` : "",
    "</w:style>",
  ].join("");
}

/** `word/styles.xml` of the template that Renkei brings. */
export function writeStyles(language: Language, look: PageLook): string {
  const home: StyleHome = {
    language,
    look,
    isOwn: true,
    idOf: (key) => styleDefinitions[key].id,
    defaultOf: (kind) => ownDefaults[kind],
  };
  const size = sizes[language].body;
  return [
    declaration,
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${writeFonts(bodyFonts[language])}<w:color w:val="${colors.text}"/><w:kern w:val="0"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${writeLanguage(language)}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:uiPriority w:val="0"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ...styleKeys.map((key) => writeStyle(key, home)),
    "</w:styles>",
  ].join("");
}
