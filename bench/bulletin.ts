import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { loadFolder, openContext } from "../src/cli/open-context.ts";
import type { BulletinContent } from "../src/features/bulletins/bulletin.ts";
import { composeBulletin } from "../src/features/bulletins/compose-bulletin.ts";
import { findBulletinTerms } from "../src/features/bulletins/find-terms.ts";
import { writeTracesCsv } from "../src/features/bulletins/list-traces.ts";
import { renderBulletin } from "../src/features/bulletins/render-bulletin.ts";
import { getTerms } from "../src/features/translation/terms-service.ts";
import { readConfig } from "../src/platform/config.ts";
import { openBrowser } from "../src/testing/browser.ts";

/** A bulletin of sixty pages: composed from the database, written as PDF and Word; beside a browser that prints the same words. */
const month = "2015-12";
const folder = await mkdtemp(join(tmpdir(), "renkei-bulletin-"));
const config = readConfig({ RENKEI_DATA: join(folder, "data"), RENKEI_LOG: "silent" });
const context = await openContext(config, { purpose: "command" });
try {
  const directory = new URL("../programmes/china-air", import.meta.url).pathname;
  await loadFolder(context, { directory, replace: true, dryRun: false });
  // The month's eight policies many times over, as a busy month brings them: each is an item and a clipping of its own.
  const copies = 8;
  await grow(copies);
  const composeMs = await time(() => composeBulletin(context, month, { members: false, approved: true }));
  const content = await composeBulletin(context, month, { members: false, approved: true });
  const grown = await repeatUntil(content, 60);
  const { pages } = await renderBulletin(grown, "ja", "pdf");
  // Fonts and libraries are there from the second one on, as in a server that runs.
  await renderBulletin(grown, "ja", "docx");
  const pdfBefore = process.cpuUsage();
  const pdfMs = await time(() => renderBulletin(grown, "ja", "pdf"));
  const pdfCpu = process.cpuUsage(pdfBefore);
  const docxBefore = process.cpuUsage();
  const docxMs = await time(() => renderBulletin(grown, "ja", "docx"));
  const docxCpu = process.cpuUsage(docxBefore);
  const terms = await getTerms(context);
  const termsMs = await time(async () => findBulletinTerms(grown.entries, terms));
  const tracesMs = await time(async () => writeTracesCsv(grown, "ja"));
  const browser = await printInBrowser(grown);
  const result = {
    measuredOn: Temporal.Now.plainDateISO().toString(),
    machine: { processor: cpus()[0]?.model, cores: availableParallelism() },
    entries: grown.entries.length,
    pages,
    composeMs,
    pdfMs,
    pdfCpuMs: Math.round((pdfCpu.user + pdfCpu.system) / 1_000),
    docxMs,
    // What other work on the machine does not change.
    docxCpuMs: Math.round((docxCpu.user + docxCpu.system) / 1_000),
    termsMs,
    tracesMs,
    wholeMs: composeMs + pdfMs,
    chromium: browser,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
}

async function grow(times: number): Promise<void> {
  const { db } = context.database;
  const items = await db
    .selectFrom("policy_items")
    .selectAll()
    .where("day", ">=", `${month}-01`)
    .where("day", "<=", `${month}-31`)
    .execute();
  const clippings = await db.selectFrom("clippings").selectAll().where("month", "=", month).execute();
  const json = (value: unknown) => JSON.stringify(value);
  for (let copy = 1; copy < times; copy += 1) {
    const rename = (id: string) => `${id}-copy-${copy}`;
    await db
      .insertInto("policy_items")
      .values(
        items.map((item) => ({
          ...item,
          id: rename(item.id),
          title: json(item.title),
          place: item.place === null ? null : json(item.place),
          fields: json(item.fields),
          topics: json(item.topics),
          regions: json(item.regions),
          importance_reasons: json(item.importance_reasons),
          blocks: json(item.blocks),
          attachments: json(item.attachments),
          reference: json(item.reference),
        })),
      )
      .execute();
    await db
      .insertInto("clippings")
      .values(
        clippings.map((clipping) => ({
          ...clipping,
          item: rename(clipping.item),
          title: json(clipping.title),
          summary: json(clipping.summary),
          why: json(clipping.why),
        })),
      )
      .execute();
  }
}

/** As many of the entries as fill that many pages. */
async function repeatUntil(content: BulletinContent, pages: number): Promise<BulletinContent> {
  let kept = content;
  for (let count = 24; count <= content.entries.length; count += 4) {
    kept = { ...content, entries: content.entries.slice(0, count) };
    if ((await renderBulletin(kept, "ja", "pdf")).pages >= pages) return kept;
  }
  return kept;
}

/** The same words as a page of plain HTML, printed by a browser that has started before. */
async function printInBrowser({ entries }: BulletinContent) {
  const escapeText = (text: string | undefined) => (text ?? "").replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const body = entries
    .map(
      (entry, index) =>
        `<h2>${index + 1}. ${escapeText(entry.title.ja)}</h2><p>${escapeText(entry.original.title)}</p><table>${[
          entry.documentNumber ?? "",
          entry.published ?? "",
          entry.url ?? "",
          entry.item,
        ]
          .map((text) => `<tr><th>項目</th><td>${escapeText(text)}</td></tr>`)
          .join("")}</table><p>${escapeText(entry.summary.ja)}</p><p>${escapeText(entry.why.ja)}</p>`,
    )
    .join("");
  const started = performance.now();
  const browser = await openBrowser();
  const startMs = Math.round(performance.now() - started);
  const page = await browser.newPage();
  const html = `<!doctype html><html lang="ja"><meta charset="utf-8"><body>${body}</body></html>`;
  const printMs = await time(async () => {
    await page.setContent(html);
    await page.pdf({ format: "A4", tagged: true });
  });
  await browser.close();
  return { startMs, printMs };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}
