import { parseArgs } from "node:util";
import type { Row } from "../src/sheets/parse-cell.ts";
import { sheets } from "../src/sheets/registry.ts";
import { type GeneratedActivity, generateRegisterYear } from "./generate/activities.ts";
import { createMeasureCounter } from "./generate/claims.ts";
import { generateOrganisations, localized } from "./generate/organisations.ts";
import { generatePartnerships, type Pair } from "./generate/partnerships.ts";
import { openProgrammeFolder, type ProgrammeFolder, readSample } from "./generate/programme-folder.ts";
import { generateProjects } from "./generate/projects.ts";
import { createRandom } from "./generate/random.ts";
import { registerShapes } from "./generate/registers.ts";
import { reportOf } from "./generate/source.ts";

export interface ProgrammeSize {
  activities: number;
  organisations: number;
  partnerships: number;
}

const firstYear = 2014;
const lastYear = 2025;
const fiscalYears = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

/** 2,000 organisations and 1,700 partnerships stand beside 100,000 activities. */
export function sizeFor(activities: number): ProgrammeSize {
  const part = activities / 100_000;
  return { activities, organisations: Math.max(260, 2_000 * part), partnerships: Math.max(60, 1_700 * part) };
}

/** Writes the sample programme, grown to the size and to twelve fiscal years, as a folder that `renkei load` takes. */
export async function generateProgramme(directory: string, size: ProgrammeSize): Promise<void> {
  const random = createRandom(20_150_119);
  const folder = await openProgrammeFolder(directory);
  const sample = new Map<string, Row[]>();
  for (const { name } of sheets) {
    const rows = (await readSample(name)).map((row) => stretchYears(name, row));
    sample.set(name, rows);
    await folder.write(name, rows);
  }
  const present = (name: string) => sample.get(name)?.length ?? 0;
  await folder.write("documents", [...describeDocuments()]);
  const organisations = generateOrganisations(random, size.organisations - present("organisations"));
  await folder.write("organisations", organisations.rows);
  await folder.write("organisation_names", organisations.names);
  const { homes, partners } = organisations;
  const { pairs, rows } = generatePartnerships(
    random,
    size.partnerships - present("partnerships"),
    homes,
    partners,
    fiscalYears,
  );
  for (const [name, generated] of Object.entries(rows)) await folder.write(name, generated);
  for (const [name, generated] of Object.entries(generateProjects(random, pairs))) await folder.write(name, generated);
  const counter = createMeasureCounter(sample.get("measures") ?? []);
  await writeActivities(folder, random, size.activities - present("activities"), pairs, ({ row, people }) =>
    counter.add(row, people),
  );
  const known = new Set((sample.get("coverage") ?? []).map((row) => `${row.measure} ${row.fiscal_year}`));
  const { claims, coverage } = counter.claims(random, fiscalYears);
  await folder.write("claims", claims);
  await folder.write(
    "coverage",
    coverage.filter((row) => !known.has(`${row.measure} ${row.fiscal_year}`)),
  );
  await folder.close();
}

async function writeActivities(
  folder: ProgrammeFolder,
  random: ReturnType<typeof createRandom>,
  count: number,
  pairs: readonly Pair[],
  onActivity: (activity: GeneratedActivity) => void,
): Promise<void> {
  let written = 0;
  for (const [index, fiscalYear] of fiscalYears.entries()) {
    const events: Parameters<typeof generateRegisterYear>[3] = [];
    for (const shape of registerShapes) {
      const isLast = index === fiscalYears.length - 1 && shape === registerShapes.at(-1);
      const ofRegister = isLast ? count - written : Math.round((count * shape.share) / fiscalYears.length);
      const request = { fiscalYear, openYear: lastYear, count: ofRegister, pairs };
      const activities = generateRegisterYear(random, shape, request, events);
      for (const activity of activities) onActivity(activity);
      await folder.write(
        "activities",
        activities.map(({ row }) => row),
      );
      await folder.write(
        "activity_parties",
        activities.flatMap(({ parties }) => parties),
      );
      await folder.write(
        "activity_people",
        activities.flatMap(({ people }) => people),
      );
      written += ofRegister;
    }
  }
}

/** Every published table exists for every year of the grown programme. */
function stretchYears(sheet: string, row: Row): Row {
  if (sheet === "tables") return { ...row, fiscal_years: fiscalYears };
  if (sheet === "programme")
    return { ...row, first_fiscal_year: firstYear, last_fiscal_year: lastYear, as_of: `${lastYear + 1}-03-31` };
  return row;
}

function* describeDocuments(): Generator<Row> {
  const describe = (id: string, title: string, asOf: string): Row => ({
    id,
    ...localized("title", { ja: `${title}の報告`, zh: `${title}报告`, en: `Report of ${title}` }),
    language: "ja",
    published: asOf,
    as_of: asOf,
  });
  yield describe("generated", "generated", "2026-03-31");
  for (const year of fiscalYears)
    for (const ledger of new Set(registerShapes.map((shape) => shape.ledger)))
      yield describe(reportOf(ledger, year), `${ledger} ${year}`, `${year + 1}-04-30`);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { activities: { type: "string" } } });
  const [directory] = positionals;
  if (!directory) throw new Error("usage: generate-programme.ts FOLDER --activities NUMBER");
  await generateProgramme(directory, sizeFor(Number(values.activities ?? 1_000)));
}
