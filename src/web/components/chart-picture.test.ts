import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { type ChartPictureProps, drawChartPicture } from "./chart-picture.tsx";
import { cutText, measureText, wrapText } from "./text-width.ts";

const picture = (changes: Partial<ChartPictureProps>): string =>
  drawChartPicture({
    ...{ id: "c", language: "ja", title: "題", description: "説明", subtitle: "回", notes: [], source: "出典" },
    ...{ categories: ["2014", "2015"], mode: "stacked", formatNumber: String },
    series: [{ key: "a", label: "A", values: [1, 2] }],
    ...changes,
  });

test.each(["stacked", "grouped"] as const)(
  "%s with many series is well-formed, each with a look of its own",
  (mode) => {
    const series = Array.from({ length: 9 }, (_, index) => ({
      key: `s${index}`,
      label: `系列${index}`,
      values: [index, null],
    }));
    using parsed = XmlDocument.fromString(picture({ mode, series }));
    const swatches = parsed.root
      .find("//*[local-name()='g'][@font-size='19']/*/*[local-name()='rect']/@fill")
      .map((attribute) => attribute.content);
    expect(swatches).toHaveLength(9);
    expect(new Set(swatches).size).toBe(9);
  },
);

test("one without any value, or without any year, is a drawing all the same", () => {
  for (const svg of [
    picture({ series: [{ key: "a", label: "", values: [null, null] }] }),
    picture({ series: [], categories: [], title: "", source: "" }),
  ]) {
    using parsed = XmlDocument.fromString(svg);
    expect(parsed.root.attr("width")?.content).toBe("1280");
    expect(svg).not.toMatch(/NaN|Infinity/);
  }
});

test("values that are wider than their bars stand upright", () => {
  const series = ["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => ({ key, label: key, values: [123_456, 7] }));
  const formatNumber = (value: number) => value.toLocaleString("ja");
  const svg = picture({ mode: "grouped", series, formatNumber });
  expect(svg.match(/rotate\(-90\)/g)).toHaveLength(16);
  expect(picture({ mode: "grouped" })).not.toContain("rotate");
  const gaps = series.map((one) => ({ ...one, values: [123_456, null] }));
  expect(picture({ mode: "grouped", series: gaps, formatNumber }).match(/rotate\(-90\)/g)).toHaveLength(8);
});

test("texts are cut and broken where they may be", () => {
  expect(cutText("短い", 10, 100)).toBe("短い");
  expect(cutText("とても長い名前の都市", 10, 60)).toBe("とても長い…");
  expect(wrapText("日本語の文、続き。", 10, 50, 3)).toEqual(["日本語の", "文、続き。"]);
  expect(wrapText("English words stay whole here", 10, 100, 5)).toEqual(["English words stay", "whole here"]);
  expect(wrapText("x".repeat(300), 10, 100, 2).at(-1)?.endsWith("…")).toBe(true);
  for (const line of wrapText("𠮷".repeat(40), 10, 95, 9)) {
    expect(line.isWellFormed()).toBe(true);
    expect(measureText(line, 10)).toBeLessThanOrEqual(95);
  }
});
