import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFolder } from "../../cli/open-context.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { createActor } from "../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../testing/approve-record.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { createTestDatabase } from "../../testing/database.ts";
import { sampleFolder } from "../../testing/programme-folder.ts";
import { sweepFiles } from "../attachments/sweep-files.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import { writeBackup } from "../backup/write-backup.ts";
import { publishYear } from "../records/years.ts";
import { compareDocument } from "./compare-document.ts";
import { type DocumentRequest, orderKeys } from "./document.ts";
import { type MakeInput, makeDocument } from "./make-document.ts";
import { remakeDocument } from "./remake-document.ts";
import {
  changeVisibility,
  getDocument,
  listDocuments,
  openDocumentFile,
  previewDocument,
  removeDocument,
} from "./service.ts";

let context: Context;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "library-"));
  const loaded = await createLoadedContext();
  context = { ...loaded, config: { ...loaded.config, dataDirectory: folder } };
}, 60_000);
afterAll(async () => {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
});

const officer = createActor("coordination", "iges");
const technician = createActor("technical", "jesc");
const guest = createActor("guest", "hyogo");
const city = createActor("home-government", "kitakyushu-env");

const request = (changes: Partial<DocumentRequest> = {}): DocumentRequest => ({
  kind: "yearly-report",
  language: "ja",
  asOf: "2016-01-08",
  basis: "public",
  fiscalYear: 2015,
  subject: null,
  calendar: "wareki",
  maker: "iges",
  written: {},
  ...changes,
});
const input = (changes: Partial<MakeInput> = {}): MakeInput => ({
  visibility: "members",
  note: null,
  formKey: crypto.randomUUID(),
  ...changes,
});

test("a document is kept with both files, which anyone can tell by their SHA-256", async () => {
  const id = await makeDocument(context, officer, request(), input({ note: "会合用" }));
  const document = await getDocument(context, guest, id);
  expect(document).toMatchObject({
    kind: "yearly-report",
    asOf: "2016-01-08",
    organisation: "iges",
    note: "会合用",
    template: null,
    parameters: { fiscalYear: 2015, calendar: "wareki", maker: "iges" },
  });
  expect(document.pages).toBeGreaterThan(0);
  for (const [format, start] of [
    ["pdf", "%PDF-"],
    ["docx", "PK"],
  ] as const) {
    const { content, fileName } = await openDocumentFile(context, guest, id, format);
    expect(Buffer.from(content.subarray(0, start.length)).toString()).toBe(start);
    expect(hashContent(content)).toBe(document.files[format].sha256);
    expect(content.length).toBe(document.files[format].size);
    expect(fileName).toBe(`${document.title} 2016-01-08.${format}`);
  }
});

test("made again it is the same, byte for byte, and the sweep leaves its files alone", async () => {
  const id = await makeDocument(context, officer, request({ language: "en", calendar: "gregorian" }), input());
  await sweepFiles({ ...context, clock: { ...context.clock, now: () => new Date("2027-06-01T00:00:00Z") } });
  const remaking = await remakeDocument(context, officer, id);
  expect(remaking.state).toBe("same");
  expect(remaking.files.map(({ kept, remade }) => kept === remade)).toEqual([true, true]);
});

test("what was kept and is damaged gives other files, and that is said", async () => {
  const id = await makeDocument(context, officer, request(), input());
  const { content } = await getDocument(context, officer, id);
  const forged = orderKeys({ ...content, report: { ...content.report, title: "別の題" } });
  await context.database.pool.query("begin; alter table library_documents disable trigger user");
  await context.database.pool.query("update library_documents set content = $1 where id = $2", [
    JSON.stringify(forged),
    id,
  ]);
  await context.database.pool.query("alter table library_documents enable trigger user; commit");
  expect((await remakeDocument(context, officer, id)).state).toBe("different");
});

test("the same form sent twice, also at once, makes one document", async () => {
  const form = input();
  const before = (await listDocuments(context, officer)).length;
  const ids = await Promise.all([0, 1].map(() => makeDocument(context, officer, request(), form)));
  const again = await makeDocument(context, officer, request({ language: "zh" }), form);
  expect(new Set([...ids, again]).size).toBe(1);
  expect((await listDocuments(context, officer)).length).toBe(before + 1);
});

describe("who may read and keep it", () => {
  test("a document for members is none of the public's until it is made public", async () => {
    const id = await makeDocument(context, officer, request(), input());
    const seen = async () => (await listDocuments(context, null)).some((document) => document.id === id);
    await expect(getDocument(context, null, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(openDocumentFile(context, null, id, "pdf")).rejects.toMatchObject({ code: "not-found" });
    expect(await seen()).toBe(false);
    const { revision } = context.cache;
    await changeVisibility(context, officer, id, "public");
    expect(context.cache.revision).toBeGreaterThan(revision);
    expect([await seen(), (await getDocument(context, null, id)).id]).toEqual([true, id]);
    await removeDocument(context, officer, id);
    expect(await seen()).toBe(false);
    await expect(getDocument(context, officer, id)).rejects.toMatchObject({ code: "not-found" });
    const { rows } = await context.database.pool.query(
      "select action from audit_log where subject = $1 order by number",
      [`document/${id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual(["document.made", "document.shared", "document.removed"]);
  });

  test("others than the office that made it, or the library's platform, leave it as it is", async () => {
    const id = await makeDocument(context, officer, request(), input());
    for (const other of [technician, guest, city]) {
      await expect(changeVisibility(context, other, id, "public")).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeDocument(context, other, id)).rejects.toMatchObject({ code: "forbidden" });
    }
    for (const other of [guest, city])
      await expect(makeDocument(context, other, request(), input())).rejects.toMatchObject({ code: "forbidden" });
    const own = await makeDocument(context, technician, request({ maker: "jesc" }), input());
    await removeDocument(context, technician, own);
  });
});

describe("records that are not public yet", () => {
  test("stand in a document of approved records, which never becomes public", async () => {
    const before = await previewDocument(context, officer, request({ fiscalYear: 2017, asOf: "2018-03-31" }));
    const entry = await approveRecord(context, trainingOf(2017));
    const subject = request({ kind: "activity-report", fiscalYear: null, subject: entry.record, asOf: "2018-03-31" });
    await expect(previewDocument(context, officer, subject)).rejects.toMatchObject({ code: "not-found" });
    const approved = { ...subject, basis: "approved" } as const;
    await expect(makeDocument(context, officer, approved, input({ visibility: "public" }))).rejects.toMatchObject({
      details: { reason: "basis-approved" },
    });
    const id = await makeDocument(context, officer, approved, input());
    const { content } = await getDocument(context, officer, id);
    expect(content.records).toContainEqual({ kind: "activity", id: entry.record, version: 1 });
    await expect(changeVisibility(context, officer, id, "public")).rejects.toMatchObject({ code: "conflict" });
    const after = await previewDocument(context, officer, request({ fiscalYear: 2017, asOf: "2018-03-31" }));
    expect(after.content).toEqual(before.content);
  });

  test("change what the same document would say once they are published", async () => {
    const year = request({
      kind: "partnership-record",
      fiscalYear: null,
      subject: "fukuoka-jiangsu",
      asOf: "2017-03-31",
    });
    const id = await makeDocument(context, officer, year, input());
    expect(await compareDocument(context, guest, id)).toMatchObject({ figures: [], records: [] });
    const entry = await approveRecord(context, trainingOf(2016));
    expect(await compareDocument(context, guest, id)).toMatchObject({ figures: [], records: [] });
    await publishYear(context, officer, 2016);
    const changes = await compareDocument(context, guest, id);
    expect(changes.records).toContainEqual({
      kind: "activity",
      id: entry.record,
      before: null,
      after: { kind: "activity", id: entry.record, version: 1 },
    });
    expect(changes.figures.filter(({ before, after }) => before !== null && after !== null)).not.toEqual([]);
    // What went out stays as it was.
    expect((await remakeDocument(context, officer, id)).state).toBe("same");
  });
});

test("a backup brings documents with their files to another place, where they are made again the same", async () => {
  const id = await makeDocument(context, officer, request({ language: "zh", calendar: "gregorian" }), input());
  const file = join(folder, "backup.tar.gz");
  await writeBackup({ database: context.database, dataDirectory: folder, file });
  const target = await createTestDatabase();
  const dataDirectory = await mkdtemp(join(folder, "restored-"));
  try {
    await restoreBackup({ database: target, dataDirectory, file, replace: false });
    const restored = { ...context, database: target, config: { ...context.config, dataDirectory } };
    expect((await remakeDocument(restored, officer, id)).state).toBe("same");
  } finally {
    await target.close();
  }
});

test("loading the programme again leaves the library as it is", async () => {
  // One of its own: among the others is the damaged one, and which of them comes first is chance.
  const id = await makeDocument(context, officer, request(), input());
  const before = await listDocuments(context, officer);
  expect(before.length).toBeGreaterThan(3);
  await loadFolder(context, { directory: sampleFolder, replace: true, dryRun: false, discard: true });
  expect(await listDocuments(context, officer)).toEqual(before);
  expect((await remakeDocument(context, officer, id)).state).toBe("same");
});
