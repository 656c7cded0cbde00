import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document, Packer, Paragraph, TextRun } from "docx";
import mammoth from "mammoth";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { hashContent, openFileStore } from "../../platform/files/file-store.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { sweepFiles } from "../attachments/sweep-files.ts";
import { reportKind } from "../reports/kinds/registry.ts";
import { checkTemplateUpload, isSealed, openTrial } from "./check-template-upload.ts";
import type { DocumentRequest } from "./document.ts";
import { makeDocument } from "./make-document.ts";
import { remakeDocument } from "./remake-document.ts";
import { getDocument, openDocumentFile } from "./service.ts";
import { dropTemplate, getTemplate, openTemplateFile, useTemplate } from "./templates.ts";

let context: Context;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "templates-"));
  const loaded = await createLoadedContext();
  context = { ...loaded, config: { ...loaded.config, dataDirectory: folder } };
}, 60_000);
afterAll(async () => {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
});

const officer = createActor("coordination", "iges");
const ministry = createActor("ministry", "moe-japan");
const kind = reportKind("activity-report");

/** A template as an office would write it: one line of its own, then every placeholder in a paragraph. */
async function writeDocx(lines: readonly string[]): Promise<Uint8Array> {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun(line)] }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const required = kind.placeholders.map(({ name }) => `{{${name}}}`);
const upload = (content: Uint8Array, name = "様式第3号.docx") =>
  checkTemplateUpload(context, officer, { kind: kind.id, language: "ja", reader: "ja", name, content });
const countFiles = async () => (await Array.fromAsync(openFileStore(context.config).list())).length;

const request: DocumentRequest = {
  kind: "activity-report",
  language: "ja",
  asOf: "2018-06-30",
  basis: "public",
  fiscalYear: null,
  subject: "e-con-2014-01",
  calendar: "gregorian",
  maker: "iges",
  written: {},
};

test("what is wrong is named with its place in the reader's words, and nothing is kept", async () => {
  const before = await countFiles();
  const check = await upload(
    await writeDocx([
      "{{titel}}の報告",
      `前後に文字のある${required.at(-1)}です`,
      "｛｛ｔｉｔｌｅ｝｝",
      "{{閉じない",
      ...required.slice(1, -1),
    ]),
  );
  const texts = check.errors.map(({ text }) => text).join("\n");
  expect(texts).toContain("{{titel}}はありません。{{title}}ではありませんか");
  expect(texts).toContain("本文の第1段落");
  expect(texts).toContain("それだけの段落に置いてください");
  expect(texts).toContain("半角の英小文字");
  expect(texts).toContain("閉じていません");
  expect(check.checked).toBeNull();
  expect(await countFiles()).toBe(before);
});

test.each([
  ["a.docm", Buffer.from("PK\u0003\u0004"), "active"],
  ["a.docx", Buffer.from("%PDF-1.7\n"), "mismatch"],
  ["a.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"), "type"],
  ["a.docx", Buffer.alloc(0), "empty"],
])("%s that is no Word file is refused (%#)", async (name, content, reason) => {
  const before = await countFiles();
  await expect(upload(content, name)).rejects.toMatchObject({ code: "invalid-input", details: { reason } });
  expect(await countFiles()).toBe(before);
});

test("full-width braces count as braces", async () => {
  const lines = required.map((line) => line.replaceAll("{", "｛").replaceAll("}", "｝"));
  const check = await upload(await writeDocx(lines), "全角.docx");
  expect(check.errors).toEqual([]);
  expect(check.trial).toMatchObject({ state: "made" });
});

test("a good one makes a sample, is used, and is given up again; documents keep the one they were made with", async () => {
  const content = await writeDocx(["環境局 様式第3号", ...required]);
  const check = await upload(content);
  expect(check).toMatchObject({ errors: [], trial: { state: "made" } });
  const checked = check.checked;
  if (!checked) throw new Error("not checked");
  const sample = await openTrial(context, { kind: kind.id, language: "ja", sha256: checked.sha256 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(sample?.files.docx.bytes ?? []) });
  expect(value).toContain("環境局 様式第3号");
  expect(value).not.toContain("{{");
  await useTemplate(context, officer, { kind: kind.id, language: "ja", ...checked });
  await useTemplate(context, officer, { kind: kind.id, language: "ja", ...checked });
  await sweepFiles({ ...context, clock: { ...context.clock, now: () => new Date("2027-06-01T00:00:00Z") } });
  const file = await openTemplateFile(context, officer, kind.id, "ja");
  expect([hashContent(file.content), file.fileName]).toEqual([hashContent(content), "様式第3号.docx"]);
  const id = await makeDocument(context, ministry, request, {
    visibility: "members",
    note: null,
    formKey: crypto.randomUUID(),
  });
  const docx = await openDocumentFile(context, ministry, id, "docx");
  const made = await mammoth.extractRawText({ buffer: Buffer.from(docx.content) });
  expect(made.value).toContain("環境局 様式第3号");
  expect((await getDocument(context, officer, id)).template).toBe(checked.sha256);
  await dropTemplate(context, officer, kind.id, "ja");
  expect((await getTemplate(context, officer, kind.id, "ja")).own).toBeNull();
  expect((await remakeDocument(context, officer, id)).state).toBe("same");
  const { rows } = await context.database.pool.query("select action from audit_log where action like 'template.%'");
  expect(rows).toEqual([{ action: "template.used" }, { action: "template.dropped" }]);
});

test("a seal holds for the person, the kind, the language and the file that were checked", async () => {
  const { checked } = await upload(await writeDocx(["印", ...required]));
  if (!checked) throw new Error("not checked");
  const { seal, ...file } = checked;
  const sealed = { kind: kind.id, language: "ja", ...file } as const;
  expect(isSealed(context, officer, sealed, seal)).toBe(true);
  expect(isSealed(context, ministry, sealed, seal)).toBe(false);
  expect(isSealed(context, officer, { ...sealed, language: "zh" }, seal)).toBe(false);
  expect(isSealed(context, officer, { ...sealed, sha256: "0".repeat(64) }, seal)).toBe(false);
});

test("who may not manage templates neither sees nor changes them", async () => {
  for (const actor of [ministry, createActor("home-government", "kitakyushu-env")]) {
    await expect(getTemplate(context, actor, kind.id, "ja")).rejects.toMatchObject({ code: "forbidden" });
    await expect(dropTemplate(context, actor, kind.id, "ja")).rejects.toMatchObject({ code: "forbidden" });
  }
});
