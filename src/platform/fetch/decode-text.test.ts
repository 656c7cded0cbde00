import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const chinese = "北京市大气污染防治条例：细颗粒物浓度下降，加强机动车排放监管。";
const page = (text: string, meta = "") => `<html><head>${meta}</head><body>${text}</body></html>`;
const gbk = (text: string) => iconv.encode(text, "gb18030");

describe("the encoding is found", () => {
  test.each<[string, Uint8Array, string | null, string, string]>([
    ["by the header", gbk(page(chinese)), "gb2312", "gb18030", "header"],
    ["by the page", gbk(page(chinese, '<meta charset="gbk">')), null, "gb18030", "meta"],
    [
      "by an old meta",
      gbk(page(chinese, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')),
      null,
      "gb18030",
      "meta",
    ],
    ["by its mark", Buffer.from(`\uFEFF${page(chinese)}`), "gb2312", "utf-8", "bom"],
    [
      "by an XML declaration",
      gbk(`<?xml version="1.0" encoding="GBK"?><rss>${chinese}</rss>`),
      null,
      "gb18030",
      "meta",
    ],
    ["by its bytes: UTF-8", Buffer.from(page(chinese)), null, "utf-8", "detection"],
    ["by its bytes: GB 18030", gbk(page(chinese)), null, "gb18030", "detection"],
    ["where it is plain", Buffer.from(page("Air")), null, "utf-8", "detection"],
  ])("%s", (_, bytes, header, charset, by) => {
    const decoded = decodeText(bytes, header);
    expect(decoded).toMatchObject({ charset, by });
    if (charset !== "utf-8" || by !== "detection" || header !== null) expect(decoded.lie).toBeNull();
    expect(decoded.text).toContain(bytes.length > 60 ? chinese : "Air");
  });

  test.each<[string, Uint8Array, string | null, string, string]>([
    ["header says UTF-8, bytes are GB", gbk(page(chinese)), "utf-8", "gb18030", "utf-8"],
    ["header says GB, bytes are UTF-8", Buffer.from(page(chinese)), "gb2312", "utf-8", "gb18030"],
    ["page says UTF-8, bytes are GB", gbk(page(chinese, '<meta charset="utf-8">')), null, "gb18030", "utf-8"],
    ["header lies, page is honest", gbk(page(chinese, '<meta charset="gbk">')), "utf-8", "gb18030", "utf-8"],
  ])("against a lie: %s", (_, bytes, header, charset, lie) => {
    const decoded = decodeText(bytes, header);
    expect(decoded).toMatchObject({ charset, lie });
    expect(decoded.text).toContain(chinese);
  });
});

test("one broken character does not make a claim a lie", () => {
  const bytes = Buffer.concat([Buffer.from(page(chinese.repeat(20))), Buffer.from([0xe5, 0x8c])]);
  expect(decodeText(bytes, "utf-8")).toMatchObject({ charset: "utf-8", by: "header", lie: null });
});

test("a claim that no such encoding exists is passed over", () => {
  expect(decodeText(Buffer.from(page(chinese)), "x-unheard-of")).toMatchObject({ charset: "utf-8" });
});

test.each(["iso-8859-1", "windows-1252"])("%s, which servers say unasked, is no claim", (header) => {
  const decoded = decodeText(iconv.encode(page(chinese.repeat(5)), "gb18030"), header);
  expect(decoded).toMatchObject({ charset: "gb18030", by: "detection", lie: null });
  expect(decoded.text).toContain(chinese);
});

test("no bytes make it fail", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.option(fc.constantFrom("utf-8", "gbk", "utf-16", "?")),
      (bytes, header) => {
        expect(decodeText(bytes, header ?? null).text.length).toBeLessThanOrEqual(bytes.length);
      },
    ),
  );
});
