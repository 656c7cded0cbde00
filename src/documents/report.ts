import type { Language } from "../core/language.ts";
import type { PrintTable } from "./print-table.ts";

/**
 * A document made of blocks: what Word and PDF are written from. Blocks come from two hands: the outline (headings and fixed
 * texts, with placeholders `{{name}}`), which is the template, and the values, which are composed from records.
 */
export interface Report {
  title: string;
  language: Language;
  /** who presents it, as printed */
  maker: string;
  /** YYYY-MM-DD: date of the files' metadata, so that the same content gives the same bytes */
  date: string;
  /** SHA-256s of the images that the values show */
  images: string[];
  values: Record<string, ReportValue>;
}

/** `text` stands anywhere in a line; `blocks` stand where a paragraph holds the placeholder and nothing else. */
export type ReportValue = { text: string } | { blocks: Block[] };

export type Block =
  | { is: "heading"; level: 1 | 2 | 3; text: string }
  | { is: "paragraph"; look: ParagraphLook; runs: Run[] }
  | { is: "list"; marks: "bullet" | "number"; items: Run[][] }
  | { is: "facts"; rows: { term: string; runs: Run[] }[] }
  /** large numbers side by side, each with what it counts */
  | { is: "key-figures"; items: { value: string; label: string }[] }
  | { is: "table"; caption: string | null; table: PrintTable }
  | { is: "photographs"; photographs: ReportPhotograph[] }
  | { is: "chart"; caption: string; chart: ReportChart }
  | { is: "contents"; title: string }
  | { is: "page-break" };

/**
 * How a paragraph is set; Word has a style for each. `title`, `subtitle`, `maker` and `date` are those of a cover or the head of a
 * letter; `note` is small.
 */
export const paragraphLooks = [
  "body",
  "lead",
  "note",
  "right",
  "center",
  "title",
  "subtitle",
  "maker",
  "date",
] as const;
export type ParagraphLook = (typeof paragraphLooks)[number];

export interface Run {
  text: string;
  strong?: boolean;
  /** the mark of a note, small and above the line */
  raised?: boolean;
  /** where it is not the document's: for fonts, hyphenation and screen readers */
  language?: Language;
  href?: string;
}

export interface ReportPhotograph {
  /** of the image, which travels beside the report */
  sha256: string;
  mediaType: "image/jpeg" | "image/png" | "image/webp";
  /** pixels */
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
}

export interface ReportChart {
  /** standalone drawing that needs no style sheet */
  svg: string;
  /** units of the drawing */
  width: number;
  height: number;
  alt: string;
}

/** Headings up to which a table of contents shows all levels: two pages of it help nobody. */
const mostEntries = 45;

/** How deep a table of contents goes for headings of these levels. */
export function contentsDepth(levels: readonly number[]): 2 | 3 {
  return levels.length > mostEntries ? 2 : 3;
}

/** Contents of images by SHA-256. */
export type ReportImages = ReadonlyMap<string, Uint8Array>;

const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** The outline with its placeholders replaced. One without a value stays as it is, so that it is seen. */
export function fillOutline(outline: readonly Block[], values: Record<string, ReportValue>): Block[] {
  return outline.flatMap((block) => {
    const whole =
      block.is === "paragraph" ? /^\s*\{\{\s*([a-z][a-z0-9_]*)\s*\}\}\s*$/.exec(joinRuns(block.runs)) : null;
    const value = whole ? values[whole[1] ?? ""] : undefined;
    return value && "blocks" in value ? value.blocks : [fillBlock(block, values)];
  });
}

export function joinRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function fillBlock(block: Block, values: Record<string, ReportValue>): Block {
  const fill = (text: string) => fillText(text, values);
  const fillRuns = (runs: readonly Run[]) => runs.map((run) => ({ ...run, text: fill(run.text) }));
  switch (block.is) {
    case "heading":
      return { ...block, text: fill(block.text) };
    case "paragraph":
      return { ...block, runs: fillRuns(block.runs) };
    case "list":
      return { ...block, items: block.items.map(fillRuns) };
    case "facts":
      return { ...block, rows: block.rows.map(({ term, runs }) => ({ term: fill(term), runs: fillRuns(runs) })) };
    default:
      return block;
  }
}

function fillText(text: string, values: Record<string, ReportValue>): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = values[name];
    return value && "text" in value ? value.text : whole;
  });
}
