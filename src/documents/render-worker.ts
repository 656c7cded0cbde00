import { parentPort } from "node:worker_threads";
import { drawPng } from "./charts/draw-png.ts";
import { fillTemplate } from "./docx/fill-template.ts";
import { writeTableDocx } from "./docx/write-table.ts";
import { writeTemplate } from "./docx/write-template.ts";
import { MissingGlyphs } from "./missing-glyphs.ts";
import { writeReportPdf } from "./pdf/write-report.ts";
import { writeTablePdf } from "./pdf/write-table.ts";
import type { RenderAnswer, RenderedFile, RenderJob } from "./render-job.ts";
import { fillOutline } from "./report.ts";
import { writeDataXlsx } from "./xlsx/write-data.ts";
import { writePrintXlsx } from "./xlsx/write-print.ts";

// One at a time: who asks waits for the answer (render.ts).
parentPort?.on("message", async (job: RenderJob) => parentPort?.postMessage(await answer(job)));

async function answer(job: RenderJob): Promise<RenderAnswer> {
  try {
    return { file: await write(job) };
  } catch (error) {
    if (error instanceof MissingGlyphs)
      return { reason: "missing-glyph", places: error.places, message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { reason: "failed", places: [], message };
  }
}

async function write(job: RenderJob): Promise<RenderedFile> {
  switch (job.is) {
    case "table": {
      if (job.format === "pdf") return writeTablePdf(job.table, job);
      return unpaged(await (job.format === "docx" ? writeTableDocx(job.table, job) : writePrintXlsx(job.table, job)));
    }
    case "data":
      return unpaged(await writeDataXlsx(job.tables, job));
    case "report": {
      const blocks = fillOutline(job.outline, job.report.values);
      if (job.format === "pdf") return writeReportPdf(job.report, blocks, job.images);
      const template = job.template ?? (await writeTemplate(job.outline, job.report));
      return unpaged(await fillTemplate(template, job));
    }
    case "template":
      return unpaged(await writeTemplate(job.outline, job));
    case "png":
      return unpaged(drawPng(job.svg, job.width));
  }
}

function unpaged(bytes: Uint8Array<ArrayBuffer>): RenderedFile {
  return { bytes, pages: 0 };
}
