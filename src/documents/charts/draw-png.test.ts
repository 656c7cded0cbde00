import sharp from "sharp";
import { expect, it } from "vitest";
import { MissingGlyphs } from "../missing-glyphs.ts";
import { drawPng } from "./draw-png.ts";

const draw = (text: string, language = "ja") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${language}" width="200" height="50" viewBox="0 0 200 50"><title>図1</title><text x="5" y="40" font-size="36" font-family="Helvetica">${text}</text></svg>`;

it("draws as wide as asked, on white, the text in the documents' fonts", async () => {
  const png = sharp(drawPng(draw("直骨 2015"), 640));
  expect(await png.metadata()).toMatchObject({ format: "png", width: 640, height: 160 });
  const { channels } = await png.stats();
  expect(channels[0]).toMatchObject({ max: 255 });
  expect(channels[0]?.min).toBeLessThan(50);
});

it("gives Han characters the shapes of the drawing's language", () => {
  const [japanese, chinese, again] = ["ja", "zh-Hans", "ja"].map((language) =>
    Buffer.from(drawPng(draw("直骨", language), 400)),
  );
  expect(japanese?.equals(again ?? Buffer.alloc(0))).toBe(true);
  expect(japanese?.equals(chinese ?? Buffer.alloc(0))).toBe(false);
});

it("refuses a character that no font draws", () => {
  expect(() => drawPng(draw("\u{13000}"), 100)).toThrow(MissingGlyphs);
  expect(() => drawPng(draw("\u{13000}"), 100)).toThrow("図1: \u{13000} (U+13000)");
});
