import type { Language } from "../../core/language.ts";
import type { Block, ParagraphLook, Report, ReportChart, ReportImages, ReportPhotograph, Run } from "../report.ts";
import { contentsDepth, joinRuns } from "../report.ts";
import { breakLongWords, cleanText, measureEm } from "./clean-text.ts";
import { type DocumentData, describeDocument } from "./describe-document.ts";
import { goesWithNext, staysWhole } from "./keep-together.ts";
import { frames, layOutTable, type TableData } from "./lay-out-table.ts";
import { isLetter, type Paragraph, splitCover, splitSections } from "./split-report.ts";
import { setSvgFonts } from "./svg-fonts.ts";

/** A report as the template takes it. */
export interface ReportData extends DocumentData {
  /** without headings: set with more air, and a single page has no number */
  letter: boolean;
  cover: ParagraphData[];
  /** pages of one direction */
  sections: { landscape: boolean; blocks: PlacedBlock[] }[];
}

interface ParagraphData {
  look: ParagraphLook;
  runs: RunData[];
  /** em */
  indent: number;
  /** points, of a title */
  size: number;
}

interface RunData {
  text: string;
  strong: boolean;
  raised: boolean;
  language: Language | null;
  href: string | null;
}

/** `sticky`: never alone at the foot of a page */
type PlacedBlock = BlockData & { sticky: boolean };

type BlockData =
  | { is: "heading"; level: number; text: string }
  | ({ is: "paragraph" } & ParagraphData)
  | { is: "list"; marks: "bullet" | "number"; items: RunData[][] }
  | { is: "facts"; together: boolean; rows: { term: string; runs: RunData[] }[] }
  | { is: "key-figures"; items: { value: string; label: string; size: number }[] }
  | { is: "table"; caption: string | null; asOfBeside: boolean; table: TableData }
  | { is: "photographs"; photographs: PhotographData[] }
  | ({ is: "chart" } & PictureData)
  | { is: "contents"; title: string; depth: number }
  | { is: "page-break" };

interface PictureData {
  file: string;
  alt: string;
  caption: string;
  /** share of its column's width */
  width: number;
}

interface PhotographData extends PictureData {
  credit: string;
}

export interface ReportLayout {
  data: ReportData;
  /** by the names under which `data` calls them */
  images: Map<string, Uint8Array>;
}

export function layOutReport(report: Report, blocks: readonly Block[], images: ReportImages): ReportLayout {
  const files = new Map<string, Uint8Array>();
  const { cover, rest } = splitCover(blocks);
  const layout = new BlockLayout(report, rest, images, files);
  const sections: ReportData["sections"] = [];
  for (const { landscape, blocks: own } of splitSections(rest))
    sections.push({
      landscape,
      blocks: own.flatMap((block, index) =>
        layout.layOut(block).map((data) => ({ ...data, sticky: goesWithNext(own, index) })),
      ),
    });
  return {
    data: {
      ...describeDocument(report),
      letter: isLetter(rest),
      cover: cover.map((paragraph) => layOutParagraph(paragraph, 0, coverWidth)),
      sections,
    },
    images: files,
  };
}

/** Em of body text in a line; words that are wider get places to break. */
const widestWord = 40;
/** Millimetres: columns of photographs and the greatest height of one (report.typ). */
const photographFrames = { alone: { width: 120, height: 95 }, paired: { width: 82, height: 64 } } as const;

class BlockLayout {
  readonly #report: Report;
  readonly #images: ReportImages;
  readonly #files: Map<string, Uint8Array>;
  readonly #letter: boolean;
  readonly #depth: number;
  #level = 0;

  constructor(report: Report, blocks: readonly Block[], images: ReportImages, files: Map<string, Uint8Array>) {
    this.#report = report;
    this.#images = images;
    this.#files = files;
    this.#letter = isLetter(blocks);
    this.#depth = contentsDepth(blocks.flatMap((block) => (block.is === "heading" ? [block.level] : [])));
  }

  layOut(block: Block): BlockData[] {
    switch (block.is) {
      case "heading":
        return this.#layOutHeading(block.level, block.text);
      case "paragraph":
        return [{ is: "paragraph", ...layOutParagraph(block, this.#findIndent(block), frames.portrait.width) }];
      case "list":
        return block.items.length === 0 ? [] : [{ ...block, items: block.items.map((runs) => layOutRuns(runs)) }];
      case "facts":
        return block.rows.length === 0
          ? []
          : [{ is: "facts", together: staysWhole(block.rows), rows: block.rows.map(layOutFact) }];
      case "key-figures":
        return block.items.length === 0 ? [] : [{ is: "key-figures", items: layOutFigures(block.items) }];
      case "table":
        return [layOutCaptionedTable(block)];
      case "photographs":
        return block.photographs.length === 0 ? [] : [this.#layOutPhotographs(block.photographs)];
      case "chart":
        return [{ is: "chart", ...this.#layOutChart(block.chart, block.caption) }];
      case "contents":
        this.#level = 1;
        return [{ is: "contents", title: fit(block.title, 28), depth: this.#depth }];
      case "page-break":
        return [block];
    }
  }

  /** Em. Japanese paragraphs begin one character in, Chinese ones two. */
  #findIndent({ runs }: Paragraph): number {
    const text = joinRuns(runs);
    // Lines that begin with a mark of their own (・, ※, （1）, a space) stand at the margin.
    if (!/^[\p{L}\p{N}「『“"]/u.test(text) || /^[①-⓿]/.test(text)) return 0;
    // So do, in a letter, addresses and forms of address, which are no sentences, and 拝啓.
    if (this.#letter && (!/[。！？]$/.test(text) || /^(拝啓|謹啓|前略)/.test(text))) return 0;
    return { ja: 1, zh: 2, en: 0 }[this.#report.language];
  }

  /** PDF/UA-1 (ISO 14289-1, 7.4.2) wants the first heading on level 1 and no level left out. */
  #layOutHeading(wanted: number, text: string): BlockData[] {
    const line = cleanText(text).replaceAll("\n", " ");
    if (line.trim() === "") return [];
    this.#level = Math.min(wanted, this.#level + 1);
    return [{ is: "heading", level: this.#level, text: breakLongWords(line, 28) }];
  }

  #layOutPhotographs(photographs: readonly ReportPhotograph[]): BlockData {
    const frame = photographs.length === 1 ? photographFrames.alone : photographFrames.paired;
    return {
      is: "photographs",
      photographs: photographs.map((photograph) => ({
        file: this.#keepPhotograph(photograph),
        alt: cleanText(photograph.alt || photograph.caption || this.#report.title),
        caption: fit(photograph.caption, 22),
        credit: fit(photograph.credit, 22),
        width: Math.min(1, (frame.height * photograph.width) / photograph.height / frame.width),
      })),
    };
  }

  #keepPhotograph({ sha256, mediaType, caption }: ReportPhotograph): string {
    const content = this.#images.get(sha256);
    if (!content) throw new Error(`the image ${sha256} (${caption}) did not come with the report`);
    const name = `${sha256}.${mediaType.slice("image/".length)}`;
    this.#files.set(name, content);
    return `images/${name}`;
  }

  #layOutChart(chart: ReportChart, caption: string): PictureData {
    const name = `chart-${this.#files.size + 1}.svg`;
    this.#files.set(name, new TextEncoder().encode(setSvgFonts(chart.svg, this.#report.language)));
    return {
      file: `images/${name}`,
      alt: cleanText(chart.alt || caption || this.#report.title),
      caption: fit(caption, widestWord),
      width: Math.min(1, (0.9 * frames.portrait.height * chart.width) / chart.height / frames.portrait.width),
    };
  }
}

/** Points: what a cover leaves beside its margins, and sizes of the looks that are larger than the text (report.typ). */
const coverWidth = 439;
const sizes: Partial<Record<ParagraphLook, number>> = { subtitle: 14, maker: 12.5, lead: 11.5 };

function layOutParagraph({ look, runs }: Paragraph, indent: number, width: number): ParagraphData {
  const text = joinRuns(runs);
  const size = look === "title" ? chooseTitleSize(text) : (sizes[look] ?? 10.5);
  // Bold letters are wider.
  return { look, runs: layOutRuns(runs, width / size / 1.1), indent, size };
}

/** 「2016年1月19日現在」 stands at the end of the caption's line where both have room in it. */
function layOutCaptionedTable({ caption, table }: Extract<Block, { is: "table" }>): BlockData {
  const data = layOutTable(table);
  if (caption === null) return { is: "table", caption, asOfBeside: false, table: data };
  const width = frames[table.orientation].width / 10;
  const text = fit(caption, width * 0.9);
  const asOfBeside = !text.includes("\n") && (measureEm(text) + measureEm(data.asOf)) * 1.08 < width;
  return { is: "table", caption: text, asOfBeside, table: data };
}

/** A title has two or three lines; a very long one still leaves room for what stands below it. */
function chooseTitleSize(text: string): number {
  const length = measureEm(text);
  if (length <= 30) return 30;
  if (length <= 60) return 24;
  return length <= 150 ? 18 : 12;
}

function layOutFact({ term, runs }: { term: string; runs: readonly Run[] }): { term: string; runs: RunData[] } {
  return { term: fit(term, 11), runs: layOutRuns(runs, 30) };
}

/** Large, but each in one line of its part of the width, and all of one size. */
function layOutFigures(items: readonly { value: string; label: string }[]) {
  const width = frames.portrait.width / Math.min(4, items.length) - 12;
  const widest = Math.max(1, ...items.map(({ value }) => measureEm(cleanText(value))));
  const size = Math.max(12, Math.min(22, Math.floor(width / (widest * 1.2))));
  return items.map(({ value, label }) => ({ value: fit(value, width / size), label: fit(label, width / 9), size }));
}

function layOutRuns(runs: readonly Run[], widest = widestWord): RunData[] {
  return runs.map(({ text, strong = false, raised = false, language = null, href = null }) => ({
    text: fit(text, widest),
    strong,
    raised,
    language,
    href: href !== null && /^(https?:|mailto:)/i.test(href) ? href : null,
  }));
}

function fit(text: string, widest: number): string {
  return breakLongWords(cleanText(text), widest);
}
