import type { DataTable } from "./data-table.ts";
import type { PrintTable } from "./print-table.ts";
import type { Block, Report } from "./report.ts";

/** What the thread is asked to write. Everything in it can be copied between threads. */
export type RenderJob =
  | { is: "table"; format: "pdf" | "docx" | "xlsx"; table: PrintTable; maker: string; date: string }
  | { is: "data"; format: "xlsx"; tables: DataTable[]; date: string }
  /** `template`: a DOCX; null for the one that is made of the outline */
  | {
      is: "report";
      format: "pdf" | "docx";
      report: Report;
      outline: Block[];
      template: Uint8Array | null;
      images: ReadonlyMap<string, Uint8Array>;
    }
  | { is: "template"; language: Report["language"]; title: string; outline: Block[] }
  | { is: "png"; svg: string; width: number };

export interface RenderedFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** of a PDF, as set; 0 elsewhere */
  pages: number;
}

export type RenderAnswer =
  | { file: RenderedFile }
  | { reason: "missing-glyph" | "failed"; places: string[]; message: string };
