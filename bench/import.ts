import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadFolder, openContext } from "../src/cli/open-context.ts";
import { read } from "../src/db/transaction.ts";
import type { Actor } from "../src/features/accounts/actor.ts";
import { describeTemplate } from "../src/features/exchange/flat-sheet.ts";
import { finishImports, getImport, startImport } from "../src/features/exchange/import-service.ts";
import { countRows } from "../src/features/exchange/plan.ts";
import { takeOver } from "../src/features/exchange/take-over.ts";
import { readConfig } from "../src/platform/config.ts";
import { readCellKnowledge, targetsOf } from "../src/records/cell-knowledge.ts";
import { recordKind } from "../src/records/registry.ts";
import { writeXlsx } from "../src/spreadsheets/write-xlsx.ts";

/**
 * How long a sheet of new activities takes to be checked, and to be taken over as submitted, and how much memory that needs beyond
 * what the server had before: `node_modules/.bin/node --import tsx bench/import.ts --rows 5000`.
 */
const { values } = parseArgs({ options: { rows: { type: "string", default: "5000" }, file: { type: "string" } } });
const folder = await mkdtemp(join(tmpdir(), "renkei-bench-import-"));
const context = await openContext(readConfig({ ...process.env, RENKEI_DATA: folder }), { purpose: "serve" });
const actor = describeActor();
try {
  await loadFolder(context, { directory: "programmes/china-air", replace: false, dryRun: false });
  const rows = Number(values.rows);
  const wrong = values.file ? new Uint8Array(await readFile(values.file)) : await makeSheet(rows, { wrong: true });
  const checked = await measure(() => check(wrong));
  const upload = await check(await makeSheet(rows, { wrong: false }));
  const decision = { submit: true, visibility: "public", reason: "", language: "ja" } as const;
  const taken = await measure(() => takeOver(context, actor, upload.id, decision));
  const report = { checked: { ...checked, fileMegabytes: roundTo(10, wrong.length / 1024 / 1024) }, taken };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
}

async function check(bytes: Uint8Array) {
  const kind = recordKind("activity");
  const id = await startImport(context, actor, { kind, owner: "iges", fileName: "bench.xlsx", bytes, language: "ja" });
  await finishImports();
  const { result, state } = await getImport(context, actor, id);
  return { id, state, rows: countRows(result?.rows ?? []) };
}

async function measure<Result>(work: () => Promise<Result>) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const peak = watchMemory();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1_000;
  const rise = peak.stop() - before;
  const megabytes = (count: number) => Math.round(count / 1024 / 1024);
  return {
    ...result,
    seconds: roundTo(100, seconds),
    memoryBeforeMegabytes: megabytes(before),
    memoryRiseMegabytes: megabytes(rise),
    targets: { seconds: seconds < 10, memoryRise: rise < 200 * 1024 * 1024 },
  };
}

function roundTo(steps: number, value: number): number {
  return Math.round(value * steps) / steps;
}

/** Rows as officials fill them: dates in words, names in three languages, people with their organisation; every fiftieth may be wrong. */
async function makeSheet(count: number, { wrong }: { wrong: boolean }): Promise<Uint8Array> {
  const kind = recordKind("activity");
  const knowledge = await read(context.database, (transaction) => readCellKnowledge(transaction, targetsOf(kind)));
  const template = describeTemplate(kind, "ja", knowledge);
  const [sheet] = template.sheets;
  if (!sheet) throw new Error("no sheet");
  const rows = Array.from({ length: count }, (_, index) => ({
    cells: {
      register: "coordination-trainings",
      fiscal_year: "2018年度",
      number: String(index + 1),
      kind: wrong && index % 50 === 49 ? "旅行" : "訪日研修",
      status: "予定",
      date: `2018年${4 + (index % 9)}月${1 + (index % 28)}日頃`,
      place: ["福岡県", "Shanghai", "沈阳市"][index % 3] ?? "",
      title_ja: `大気環境研修 第${index + 1}回`,
      title_zh: `大气环境研修 第${index + 1}期`,
      title_en: `Training on air quality ${index + 1}`,
      theme_ja: "微小粒子状物質（PM2.5）の発生源解析と対策、モニタリングの精度管理",
      topics: "PM2.5",
      funding: "都市間連携協力事業予算",
      "activity_parties.lead": "北九州市、上海市",
      "activity_parties.counterpart": "上海市環境保護局",
      "activity_people.engineer": "5（上海市）",
      "activity_people.administrator": "約3",
    },
  }));
  return writeXlsx(template, [{ sheet, rows, errors: null }], { title: "", text: "" });
}

function describeActor(): Actor {
  const memberships = [{ organisation: "iges", role: "coordination" as const, administers: false }];
  return { userId: "bench", name: "bench", email: "", language: "ja", memberships, network: null };
}

function watchMemory(): { stop(): number } {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
