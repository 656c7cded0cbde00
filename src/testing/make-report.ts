import type { Language } from "../core/language.ts";
import { type Block, fillOutline, joinRuns } from "../documents/report.ts";
import type { Composition, ReportKind, ReportRequest } from "../features/reports/report-kind.ts";
import type { Context } from "../platform/context.ts";

const subjects: Record<string, string> = { partnership: "hyogo-guangdong", activity: "b-mun-kawasaki-3" };

/** What somebody may write for one document. */
export const writtenForTests = {
  addressee_organisation: "環境省水・大気環境局",
  sender_person: "北京事務所長　小柳　秀明",
  expenses: "往復航空賃は貴方が負担",
  enclosures: "中間報告　10部\n表1～表4　1式",
  contact: "北京事務所\n電話：010-0000-0000",
};

/** Composes a document of the loaded sample; what the request leaves out is filled in by the kind. */
export function composeReport(
  context: Context,
  kind: ReportKind,
  request: Partial<ReportRequest> = {},
): Promise<Composition> {
  return kind.compose({
    context,
    language: "ja",
    asOf: "2018-06-30",
    fiscalYear: kind.subject === "year" ? 2015 : null,
    subject: subjects[kind.subject] ?? null,
    calendar: "gregorian",
    maker: "iges",
    written: writtenForTests,
    photographsOf: async () => [],
    ...request,
  });
}

export interface MadeReport {
  composition: Composition;
  blocks: Block[];
  /** every text that stands in it */
  texts: string[];
}

/** The document as blocks in the template that Renkei brings. */
export async function makeReport(
  context: Context,
  kind: ReportKind,
  request: Partial<ReportRequest> = {},
): Promise<MadeReport> {
  const language: Language = request.language ?? "ja";
  const composition = await composeReport(context, kind, request);
  const blocks = fillOutline(kind.outline(language), composition.values);
  return { composition, blocks, texts: blocks.flatMap(textsOf) };
}

function textsOf(block: Block): string[] {
  switch (block.is) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [joinRuns(block.runs)];
    case "list":
      return block.items.map(joinRuns);
    case "facts":
      return block.rows.flatMap(({ term, runs }) => [term, joinRuns(runs)]);
    case "key-figures":
      return block.items.flatMap(({ value, label }) => [value, label]);
    case "table":
      return [...(block.caption === null ? [] : [block.caption]), ...block.table.rows.flatMap(rowTexts)];
    case "chart":
      return [block.caption, block.chart.alt];
    case "photographs":
      return block.photographs.map(({ caption }) => caption);
    default:
      return [];
  }
}

function rowTexts({ cells }: { cells: { text: string }[] }): string[] {
  return cells.map(({ text }) => text);
}

export function tableRows(blocks: readonly Block[], id: string): string[][] {
  const found = blocks.find((block) => block.is === "table" && block.table.id === id);
  return found?.is === "table" ? found.table.rows.map(rowTexts) : [];
}

export function factOf(blocks: readonly Block[], term: string): string | undefined {
  for (const block of blocks) {
    const row = block.is === "facts" ? block.rows.find((candidate) => candidate.term === term) : undefined;
    if (row) return joinRuns(row.runs);
  }
  return undefined;
}

/** Headings with nothing under them but another heading of their level or above, or the end. */
export function emptyHeadings(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, index) => {
    if (block.is !== "heading") return [];
    const next = blocks[index + 1];
    const isEmpty = next === undefined || (next.is === "heading" && next.level <= block.level);
    return isEmpty ? [block.text] : [];
  });
}
