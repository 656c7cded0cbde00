import type { PageProblem, PageProblemCode } from "./model.ts";

const megabyte = 1024 * 1024;

/** What a page or file of strangers may hold. The largest regulations with their annexes stay far below. */
export const limits = {
  pageBytes: 5 * megabyte,
  fileBytes: 30 * megabyte,
  /** elements and texts of one page */
  nodes: 200_000,
  nodesForReadability: 20_000,
  /** elements within elements; what lies deeper is read as if it lay here */
  depth: 200,
  blocks: 20_000,
  characters: 3_000_000,
  tableRows: 5_000,
  tableColumns: 200,
  tableCells: 100_000,
  attachments: 200,
  labels: 2_000,
  pdfPages: 400,
  /** one part of a Word file, and all that are read of it, unpacked */
  docxPartBytes: 48 * megabyte,
  /** of a reading thread's JavaScript heap */
  heapMegabytes: 192,
  pageSeconds: 10,
  fileSeconds: 60,
} as const;

/** Ends the reading of a page or file; becomes its only problem. */
export class ReadingRefusal extends Error {
  readonly problem: PageProblem;

  constructor(code: PageProblemCode, values?: Record<string, string | number>) {
    super(code);
    this.name = "ReadingRefusal";
    this.problem = values ? { code, values } : { code };
  }
}
