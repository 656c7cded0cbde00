import sharp from "sharp";
import type { ReportPhotograph } from "../report.ts";
import type { BlockContext } from "./block-context.ts";
import { emusPerTwip, twipsPerMillimetre } from "./measures.ts";
import { writeRuns } from "./run.ts";
import { writeCell, writeGap, writeGridStart, writeParagraphIn } from "./write-grid.ts";
import { escapeAttribute } from "./xml.ts";

export interface Picture {
  bytes: Uint8Array;
  extension: "png" | "jpeg";
  alt: string;
  /** twips */
  width: number;
  height: number;
}

/** A picture in the line of text, with its alternative text. */
export function writePicture({ bytes, extension, alt, width, height }: Picture, context: BlockContext): string {
  const relation = context.addImage(bytes, extension);
  const id = context.nextDrawing();
  const extent = `cx="${Math.round(width * emusPerTwip)}" cy="${Math.round(height * emusPerTwip)}"`;
  const properties = `id="${id}" name="renkei-${id}" descr="${escapeAttribute(alt)}"`;
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
  return [
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
    `<wp:extent ${extent}/><wp:docPr ${properties}/>`,
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">`,
    `<pic:nvPicPr><pic:cNvPr ${properties}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
  ].join("");
}

const gap = 2 * 85;
const tallest = Math.round(62 * twipsPerMillimetre);
const tallestAlone = Math.round(95 * twipsPerMillimetre);

/** Photographs two side by side, one alone larger, each with its caption and credit. */
export async function writePhotographs(
  photographs: readonly ReportPhotograph[],
  width: number,
  context: BlockContext,
): Promise<string> {
  if (photographs.length === 0) return "";
  const columns = photographs.length === 1 ? 1 : 2;
  const own = Math.floor(width / columns);
  const box = columns === 1 ? Math.round(width * 0.72) : own - gap;
  const cells: string[] = [];
  for (const photograph of photographs)
    cells.push(await writePhotograph(photograph, box, columns === 1 ? tallestAlone : tallest, context));
  const rows: string[] = [];
  for (let start = 0; start < cells.length; start += columns) {
    const row = Array.from({ length: columns }, (_, column) => {
      const content = cells[start + column] ?? writeParagraphIn(context.style("credit"), "");
      return writeCell(own, content);
    });
    rows.push(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.join("")}</w:tr>`);
  }
  const grid = Array.from({ length: columns }, () => own);
  return `${writeGridStart("plainTable", grid, context, "0600")}${rows.join("")}</w:tbl>${writeGap(context)}`;
}

async function writePhotograph(
  photograph: ReportPhotograph,
  widest: number,
  highest: number,
  context: BlockContext,
): Promise<string> {
  const bytes = context.images.get(photograph.sha256);
  if (!bytes) throw new Error(`the photograph ${photograph.sha256} does not travel with the report`);
  const scale = Math.min(widest / photograph.width, highest / photograph.height);
  const picture = writePicture(
    {
      ...(await readForWord(bytes, photograph.mediaType)),
      alt: photograph.alt,
      width: photograph.width * scale,
      height: photograph.height * scale,
    },
    context,
  );
  const look = { documentLanguage: context.language };
  const line = (style: string, text: string) =>
    text === ""
      ? ""
      : writeParagraphIn(style, writeRuns(text, look), '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>');
  return [
    writeParagraphIn(context.style("figure"), picture),
    line(context.style("caption"), photograph.caption),
    line(context.style("credit"), photograph.credit),
  ].join("");
}

/** Word shows no WebP. */
async function readForWord(
  bytes: Uint8Array,
  mediaType: ReportPhotograph["mediaType"],
): Promise<{ bytes: Uint8Array; extension: "png" | "jpeg" }> {
  if (mediaType === "image/png") return { bytes, extension: "png" };
  if (mediaType === "image/jpeg") return { bytes, extension: "jpeg" };
  return {
    bytes: await sharp(bytes).flatten({ background: "white" }).jpeg({ quality: 88 }).toBuffer(),
    extension: "jpeg",
  };
}
