import type { Language } from "../../core/language.ts";
import { writeHeadingFonts } from "./fonts.ts";
import { colors, headingSizes, lineHeights, sizes, tableLineHeights } from "./measures.ts";
import type { StyleKey } from "./style-keys.ts";
import { tableStyles } from "./table-styles.ts";

/** How the document is built, as far as styles differ by it. */
export interface PageLook {
  /** the title has a page to itself */
  cover: boolean;
  /** a letter's paragraphs begin as they are written; a report's are indented as the country does */
  indented: boolean;
}

export interface StyleDefinition {
  id: string;
  kind: "paragraph" | "character" | "table";
  /**
   * A text is the English name that a built-in style of Word has in every file; Word itself shows it in the reader's language
   * (「見出し 1」). The others are ours and carry a name in the language of the template.
   */
  name: string | Record<Language, string>;
  basedOn: StyleKey | "default";
  next?: StyleKey;
  /** number of the list in the template that Renkei brings */
  list?: 1 | 2;
  /** `w:pPr` or `w:tblPr` without the element itself */
  paragraph?: (language: Language, page: PageLook) => string;
  run?: (language: Language, ownFonts: boolean, page: PageLook) => string;
  table?: string;
}

const spacing = (before: number, after: number, line = "") =>
  `<w:spacing w:before="${before}" w:after="${after}"${line}/>`;
const exactly = (twips: number) => ` w:line="${twips}" w:lineRule="exact"`;
const single = ' w:line="240" w:lineRule="auto"';
const bodyLine = (language: Language) => exactly(lineHeights[language]);
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = "<w:b/><w:bCs/>";
const color = (value: string) => `<w:color w:val="${value}"/>`;
const align = (value: string) => `<w:jc w:val="${value}"/>`;

function writeIndent(language: Language): string {
  const characters = { ja: 1, zh: 2, en: 0 }[language];
  return `<w:ind w:firstLineChars="${characters * 100}" w:firstLine="${characters * sizes[language].body * 10}"/>`;
}

function defineHeading(level: 1 | 2 | 3, paragraph: string): StyleDefinition {
  return {
    id: `Heading${level}`,
    kind: "paragraph",
    name: `heading ${level}`,
    basedOn: "default",
    next: "body",
    paragraph: () => paragraph,
    run: (language, ownFonts) =>
      `${ownFonts ? writeHeadingFonts(language, level) : ""}${bold}${color(colors.ink)}${size(headingSizes[level - 1] ?? 21)}`,
  };
}

function defineContents(level: 1 | 2 | 3): StyleDefinition {
  return {
    id: `TOC${level}`,
    kind: "paragraph",
    name: `toc ${level}`,
    basedOn: "default",
    next: "body",
    paragraph: () => `${spacing(level === 1 ? 120 : 20, 20, single)}<w:ind w:left="${(level - 1) * 280}"/>`,
    run: () => (level === 1 ? bold : ""),
  };
}

export const styleDefinitions: Record<StyleKey, StyleDefinition> = {
  body: {
    id: "BodyText",
    kind: "paragraph",
    name: "Body Text",
    basedOn: "default",
    // One character in Japan (公用文作成の考え方, Ⅰ-4), two in China (GB/T 9704—2012, 7.3.3).
    paragraph: (language, { indented }) =>
      `${spacing(0, 100, bodyLine(language))}${indented ? writeIndent(language) : ""}${language === "en" ? "" : align("both")}`,
  },
  lead: {
    id: "RenkeiLead",
    kind: "paragraph",
    name: { ja: "リード文", zh: "导语", en: "Lead paragraph" },
    basedOn: "default",
    next: "body",
    paragraph: (language) => `<w:keepNext/>${spacing(180, 100, bodyLine(language))}`,
    run: (language) => `${color(colors.ink)}${size(sizes[language].body + 2)}`,
  },
  note: {
    id: "RenkeiNote",
    kind: "paragraph",
    name: { ja: "注記", zh: "注释", en: "Note" },
    basedOn: "default",
    paragraph: () => spacing(20, 60, exactly(280)),
    run: (language) => `${color(colors.quiet)}${size(sizes[language].small)}`,
  },
  right: {
    id: "RenkeiRight",
    kind: "paragraph",
    name: { ja: "右寄せ", zh: "右对齐", en: "Right-aligned" },
    basedOn: "default",
    paragraph: (language) => `${spacing(0, 40, bodyLine(language))}${align("right")}`,
  },
  center: {
    id: "RenkeiCenter",
    kind: "paragraph",
    name: { ja: "中央寄せ", zh: "居中", en: "Centred" },
    basedOn: "default",
    paragraph: (language) => `${spacing(60, 100, bodyLine(language))}${align("center")}`,
  },
  title: {
    id: "Title",
    kind: "paragraph",
    name: "Title",
    basedOn: "default",
    next: "subtitle",
    paragraph: (_, { cover }) =>
      cover
        ? `<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="36" w:space="14" w:color="${colors.home}"/></w:pBdr>${spacing(0, 240, single)}<w:ind w:left="397"/>`
        : `<w:keepNext/><w:keepLines/>${spacing(120, 160, single)}${align("center")}`,
    run: (language, ownFonts, { cover }) =>
      `${ownFonts ? writeHeadingFonts(language, 1) : ""}${bold}${color(colors.ink)}${size(cover ? sizes[language].title + 12 : sizes[language].title)}`,
  },
  subtitle: {
    id: "Subtitle",
    kind: "paragraph",
    name: "Subtitle",
    basedOn: "default",
    next: "body",
    paragraph: (_, { cover }) =>
      `<w:keepNext/>${spacing(0, 240, single)}${cover ? '<w:ind w:left="397"/>' : align("center")}`,
    run: (language, ownFonts) => `${ownFonts ? writeHeadingFonts(language, 1) : ""}${color(colors.ink)}${size(26)}`,
  },
  maker: {
    id: "RenkeiMaker",
    kind: "paragraph",
    name: { ja: "作成者", zh: "编制单位", en: "Presented by" },
    basedOn: "default",
    paragraph: (_, { cover }) => `${spacing(40, 40, single)}${cover ? '<w:ind w:left="397"/>' : align("right")}`,
    run: (language, _, { cover }) => (cover ? `${bold}${size(25)}` : size(sizes[language].body)),
  },
  date: {
    id: "Date",
    kind: "paragraph",
    name: "Date",
    basedOn: "default",
    next: "body",
    paragraph: (_, { cover }) => `${spacing(40, 40, single)}${cover ? '<w:ind w:left="397"/>' : align("right")}`,
    run: (language, _, { cover }) => (cover ? `${color(colors.quiet)}${size(23)}` : size(sizes[language].body)),
  },
  heading1: defineHeading(
    1,
    `<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="${colors.ink}"/></w:pBdr>${spacing(480, 200, single)}<w:outlineLvl w:val="0"/>`,
  ),
  heading2: defineHeading(
    2,
    `<w:keepNext/><w:keepLines/><w:pBdr><w:left w:val="single" w:sz="24" w:space="7" w:color="${colors.home}"/></w:pBdr>${spacing(320, 140, single)}<w:ind w:left="198"/><w:outlineLvl w:val="1"/>`,
  ),
  heading3: defineHeading(3, `<w:keepNext/><w:keepLines/>${spacing(220, 80, single)}<w:outlineLvl w:val="2"/>`),
  caption: {
    id: "Caption",
    kind: "paragraph",
    name: "caption",
    basedOn: "default",
    next: "body",
    paragraph: () => `<w:keepLines/>${spacing(200, 80, single)}`,
    run: (language, ownFonts) =>
      `${ownFonts ? writeHeadingFonts(language, 1) : ""}${bold}${size(sizes[language].table + 2)}`,
  },
  figure: {
    id: "RenkeiFigure",
    kind: "paragraph",
    name: { ja: "図・写真", zh: "图片", en: "Figure" },
    basedOn: "default",
    next: "caption",
    paragraph: () => `<w:keepNext/>${spacing(160, 40, single)}${align("center")}`,
  },
  credit: {
    id: "RenkeiCredit",
    kind: "paragraph",
    name: { ja: "撮影・提供", zh: "摄影及提供", en: "Credit" },
    basedOn: "default",
    paragraph: () => spacing(0, 120, single),
    run: (language) => `${color(colors.quiet)}${size(sizes[language].small - 1)}`,
  },
  bullet: {
    id: "ListBullet",
    kind: "paragraph",
    name: "List Bullet",
    list: 1,
    basedOn: "default",
    paragraph: (language) => `${spacing(0, 60, bodyLine(language))}<w:ind w:left="425" w:hanging="283"/>`,
  },
  number: {
    id: "ListNumber",
    kind: "paragraph",
    name: "List Number",
    list: 2,
    basedOn: "default",
    paragraph: (language) => `${spacing(0, 60, bodyLine(language))}<w:ind w:left="510" w:hanging="397"/>`,
  },
  tableText: {
    id: "RenkeiTableText",
    kind: "paragraph",
    name: { ja: "表の文字", zh: "表格文字", en: "Table text" },
    basedOn: "default",
    paragraph: (language) => spacing(0, 0, exactly(tableLineHeights[language])),
    run: (language) => size(sizes[language].table),
  },
  tableHeading: {
    id: "RenkeiTableHeading",
    kind: "paragraph",
    name: { ja: "表の見出し", zh: "表头", en: "Table heading" },
    basedOn: "tableText",
    paragraph: () => `<w:keepNext/>${align("center")}`,
    run: (language, ownFonts) => `${ownFonts ? writeHeadingFonts(language, 1) : ""}${bold}`,
  },
  tableNote: {
    id: "RenkeiTableNote",
    kind: "paragraph",
    name: { ja: "表の備考", zh: "表注", en: "Table note" },
    basedOn: "note",
    paragraph: () => `${spacing(0, 0, exactly(260))}<w:ind w:left="340" w:hanging="340"/>`,
    run: () => color(colors.text),
  },
  tableDate: {
    id: "RenkeiTableDate",
    kind: "paragraph",
    name: { ja: "表の時点", zh: "表格时点", en: "Table as-of date" },
    basedOn: "tableText",
    paragraph: () => `<w:keepNext/>${spacing(0, 50, exactly(270))}${align("right")}`,
    run: () => color(colors.quiet),
  },
  gap: {
    id: "RenkeiGap",
    kind: "paragraph",
    name: { ja: "表のすき間", zh: "表间空隙", en: "Gap beside a table" },
    basedOn: "default",
    paragraph: () => spacing(0, 0, exactly(140)),
  },
  keyValue: {
    id: "RenkeiKeyFigure",
    kind: "paragraph",
    name: { ja: "主な数値", zh: "主要数据", en: "Key figure" },
    basedOn: "default",
    next: "keyLabel",
    paragraph: () => `<w:keepNext/>${spacing(80, 0, single)}${align("center")}`,
    run: (language, ownFonts) =>
      `${ownFonts ? writeHeadingFonts(language, 1) : ""}${bold}${color(colors.ink)}${size(36)}`,
  },
  keyLabel: {
    id: "RenkeiKeyFigureLabel",
    kind: "paragraph",
    name: { ja: "主な数値の説明", zh: "主要数据说明", en: "Key figure label" },
    basedOn: "default",
    paragraph: () => `${spacing(0, 80, exactly(260))}${align("center")}`,
    run: (language) => `${color(colors.quiet)}${size(sizes[language].small)}`,
  },
  contentsTitle: {
    id: "TOCHeading",
    kind: "paragraph",
    name: "TOC Heading",
    basedOn: "default",
    next: "body",
    paragraph: () => `<w:keepNext/>${spacing(240, 200, single)}`,
    run: (language, ownFonts) =>
      `${ownFonts ? writeHeadingFonts(language, 1) : ""}${bold}${color(colors.ink)}${size(headingSizes[0] ?? 30)}`,
  },
  contents1: defineContents(1),
  contents2: defineContents(2),
  contents3: defineContents(3),
  header: {
    id: "Header",
    kind: "paragraph",
    name: "header",
    basedOn: "default",
    paragraph: () =>
      `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="${colors.rule}"/></w:pBdr>${spacing(0, 0, single)}`,
    run: (language) => `${color(colors.quiet)}${size(sizes[language].small - 1)}`,
  },
  footer: {
    id: "Footer",
    kind: "paragraph",
    name: "footer",
    basedOn: "default",
    paragraph: () => `${spacing(0, 0, single)}${align("center")}`,
    run: (language) => `${color(colors.quiet)}${size(sizes[language].small)}`,
  },
  hyperlink: {
    id: "Hyperlink",
    kind: "character",
    name: "Hyperlink",
    basedOn: "default",
    run: () => `${color(colors.home)}<w:u w:val="single"/>`,
  },
  ...tableStyles,
};
