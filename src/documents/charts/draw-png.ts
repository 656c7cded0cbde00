import { Resvg } from "@resvg/resvg-js";
import { fontFamilies, listFontFiles } from "../fonts.ts";

/** A drawing as PNG, `width` pixels wide, on white; in the documents' own fonts, so that every machine draws the same. */
export function drawPng(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const family = fontFamilies[0]?.name ?? "";
  const drawing = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    background: "#ffffff",
    font: {
      loadSystemFonts: false,
      fontFiles: listFontFiles(),
      defaultFontFamily: family,
      sansSerifFamily: family,
      serifFamily: family,
      monospaceFamily: family,
    },
  });
  return Uint8Array.from(drawing.render().asPng());
}
