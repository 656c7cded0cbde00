import { describe, expect, test } from "vitest";
import { makeZip } from "../../testing/zip.ts";
import { checkUpload } from "./check-upload.ts";

const limit = 1_000_000;
const text = (content: string) => Buffer.from(content);
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const pdf = text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), text("ftypheic"), Buffer.alloc(4), text("mif1heic")]);
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const webp = Buffer.concat([text("RIFF"), Buffer.from([26, 0, 0, 0]), text("WEBPVP8L"), Buffer.alloc(14)]);

function office(part: string, type: string, more: string[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;
  return makeZip([
    { name: "[Content_Types].xml", content: text(types) },
    { name: part, content: text("<x/>") },
    ...more.map((name) => ({ name, content: text("x") })),
  ]);
}
const openXml = "application/vnd.openxmlformats-officedocument";
const docx = office("word/document.xml", `${openXml}.wordprocessingml.document.main+xml`);
const xlsx = office("xl/workbook.xml", `${openXml}.spreadsheetml.sheet.main+xml`);
const pptx = office("ppt/presentation.xml", `${openXml}.presentationml.presentation.main+xml`);
const docm = office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml");
const zip = makeZip([{ name: "資料.txt", content: text("本文") }]);

describe("is taken for what its content is", () => {
  test.each<[string, Buffer, string]>([
    ["覚書（案）.PDF", pdf, "application/pdf"],
    ["报告.docx", docx, `${openXml}.wordprocessingml.document`],
    ["list.xlsx", xlsx, `${openXml}.spreadsheetml.sheet`],
    ["slides.pptx", pptx, `${openXml}.presentationml.presentation`],
    ["a.png", png, "image/png"],
    ["a.JPG", jpeg, "image/jpeg"],
    ["a.webp", webp, "image/webp"],
    ["a.csv", text("氏名,所属\r\n王,上海"), "text/csv"],
    ["utf-8 with mark.txt", text("\uFEFFmark"), "text/plain"],
    ["sjis.csv", Buffer.from([0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a]), "text/csv"],
    ["gb.txt", Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), "text/plain"],
    ["utf-16.txt", Buffer.from("\uFEFF本文", "utf16le"), "text/plain"],
    ["資料一式.zip", zip, "application/zip"],
  ])("%s", async (name, content, mediaType) => {
    expect(await checkUpload(name, content, limit)).toEqual({ name, mediaType });
  });
});

describe("is refused", () => {
  test.each<[string, Buffer, string]>([
    ["a.pdf", Buffer.alloc(0), "empty"],
    [".pdf", pdf, "mismatch"],
    ["", pdf, "name"],
    [`${"あ".repeat(200)}.pdf`, pdf, "name"],
    ["page.html", text("<html>"), "active"],
    ["drawing.svg", text("<svg/>"), "active"],
    ["a.txt", text(" <!DOCTYPE html><script>alert(1)</script>"), "active"],
    ["a.csv", text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "active"],
    ["a.docx", docm, "active"],
    ["a.docm", docm, "active"],
    [
      "a.docx",
      office("word/document.xml", `${openXml}.wordprocessingml.document.main+xml`, ["word/vbaProject.bin"]),
      "active",
    ],
    ["a.zip", makeZip([{ name: "資料/見積書.exe", content: text("MZ") }]), "active-inside"],
    ["a.pdf", png, "mismatch"],
    ["a.pdf.zip", pdf, "mismatch"],
    ["a.txt", zip, "mismatch"],
    ["a.zip", xlsx, "mismatch"],
    ["a.pdf", text("only words"), "mismatch"],
    ["IMG_0001.HEIC", heic, "heic"],
    ["IMG_0001.jpg", heic, "heic"],
    ["a.gif", text("GIF89a\u0001\u0000\u0001\u0000"), "type"],
    ["a.txt", Buffer.from([1, 2, 3, 0, 255]), "type"],
    ["a.doc", Buffer.from("d0cf11e0a1b11ae1".padEnd(1200, "0"), "hex"), "old-office"],
    ["a.docx", zip.subarray(0, 60), "archive-damaged"],
    ["a.xlsx", makeZip([{ name: "xl/big.xml", content: Buffer.alloc(30_000_000) }]), "archive-bomb"],
    ["a.zip", makeZip([{ name: "a.txt", content: text("x"), encrypted: true }]), "archive-encrypted"],
  ])("%s (%#): %s", async (name, content, reason) => {
    await expect(checkUpload(name, content, limit)).rejects.toMatchObject({
      code: "invalid-input",
      details: { reason },
    });
  });

  test("what is too large, before anybody looks into it", async () => {
    const large = Buffer.alloc(limit + 1);
    await expect(checkUpload("a.pdf", large, limit)).rejects.toMatchObject({ code: "too-large" });
  });
});

test.each([
  ["C:\\fakepath\\覚書.pdf", "覚書.pdf"],
  ["../../etc/報告.pdf", "報告.pdf"],
  ["report\u202Efdp.pdf", "reportfdp.pdf"],
  ['a"<b>:|?*.pdf', "ab.pdf"],
  ["カ\u3099.pdf", "ガ.pdf"],
  [" 資料  1 .pdf. ", "資料 1 .pdf"],
])("the name %s becomes %s", async (given, name) => {
  expect(await checkUpload(given, pdf, limit)).toMatchObject({ name });
});
