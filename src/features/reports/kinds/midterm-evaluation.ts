import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Achievement, EvaluationPoint } from "../../evaluation/evaluation.ts";
import { getAchievements, getEvaluationPoints } from "../../evaluation/service.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { bullets, writtenRuns } from "../compose/blocks.ts";
import { openStudy, type Study } from "../compose/study.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { composeFront } from "./front.ts";
import { firstDay, isTold, lastDay } from "./known-on.ts";
import { layOutAchievements } from "./midterm-evaluation/achievements.ts";
import { layOutParticipation } from "./midterm-evaluation/indicators.ts";
import { midtermPlaceholders, outlineMidterm } from "./midterm-evaluation/outline.ts";
import { type Numbering, openNumbering } from "./number-captions.ts";
import { findPartnershipsOn } from "./overview/partners.ts";
import { readSection } from "./overview/platform-work.ts";
import { showPublishedTable } from "./published-table.ts";
import { sayNone } from "./say-none.ts";
import { listSources } from "./source-list.ts";

/** What the years so far achieved, and what they leave to do. */
export const midtermEvaluation: ReportKind = {
  id: "midterm-evaluation",
  subject: "programme",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: midtermPlaceholders,
  outline: outlineMidterm,
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { context, language, notebook } = study;
  const achievements = (await getAchievements(context)).filter(({ source }) => isTold(source, study));
  const points = (await getEvaluationPoints(context)).filter(({ source }) => isTold(source, study));
  const judged = judgedYears(achievements, study);
  const period = writeFiscalYears(study.programme, judged, language);
  const front = await composeFront(request, message(language, "report.midterm.title", { years: period }));
  noteUse(achievements, points, study);
  const numbering = openNumbering(study);
  const pick = (section: EvaluationPoint["section"]) => listPoints(points, section, study);
  const values = {
    achievements: {
      blocks: achievements.length === 0 ? [] : [numbering.table(layOutAchievements(achievements, study))],
    },
    progress: { blocks: pick("progress") },
    outcomes: { blocks: pick("outcome") },
    tasks: { blocks: pick("concern") },
    indicators: { blocks: await composeIndicators(judged, study, numbering) },
    documents: {
      blocks: listSources(
        [...achievements, ...points].map(({ source }) => source),
        study,
      ),
    },
  };
  return {
    ...front,
    values: {
      ...front.values,
      period: { text: period },
      lead: { text: writeLead(achievements, period, study) },
      ...sayNone(values, study),
    },
    ...notebook.read(),
  };
}

/** The fiscal years that the achievements cover; those of the programme so far where none says. */
function judgedYears(achievements: readonly Achievement[], { programme, asOf }: Study): number[] {
  const judged = achievements.flatMap(({ period }) =>
    fiscalYearsOf(programme.calendar, { from: firstDay(period), to: lastDay(period) }),
  );
  if (judged.length > 0) return judged;
  const { calendar, firstFiscalYear, lastFiscalYear } = programme;
  const [present = lastFiscalYear] = fiscalYearsOf(calendar, { from: asOf, to: asOf });
  const last = Math.max(firstFiscalYear, Math.min(present, lastFiscalYear));
  return Array.from({ length: last - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
}

function writeLead(achievements: readonly Achievement[], period: string, { language, notebook }: Study): string {
  const types = new Map(achievements.map(({ organisation, type }) => [organisation, type]));
  if (types.size === 0) return "";
  const count = (type: string) => [...types.values()].filter((own) => own === type).length;
  const numbers = { count: types.size, a: count("A"), b: count("B") };
  for (const [part, value] of Object.entries(numbers))
    notebook.figure(
      `achievements/${part}`,
      message(language, `report.midterm.figure.${part as "count" | "a" | "b"}`),
      String(value),
    );
  return message(language, "report.midterm.lead", { period, ...numbers });
}

function listPoints(points: readonly EvaluationPoint[], section: EvaluationPoint["section"], study: Study): Block[] {
  const own = points.filter((point) => point.section === section);
  if (own.length === 0) study.notebook.lack(message(study.language, `report.midterm.gap.${section}`));
  return bullets(own.map(({ text }) => writtenRuns(text, study.language)));
}

/** Who took part year by year, then the tables that span the years. */
async function composeIndicators(judged: readonly number[], study: Study, numbering: Numbering): Promise<Block[]> {
  const participation = layOutParticipation(await findPartnershipsOn(study), judged, study);
  const tables = [...(await readSection(study, "coordination")), ...(await readSection(study, "technical"))];
  const blocks = participation.rows.length === 0 ? [] : [numbering.table(participation)];
  for (const table of tables) blocks.push(...(await showPublishedTable(table, numbering, study)));
  return blocks;
}

function noteUse(
  achievements: readonly Achievement[],
  points: readonly EvaluationPoint[],
  { language, notebook }: Study,
) {
  notebook.use(
    "achievement",
    achievements.map(({ organisation }) => organisation),
  );
  notebook.use(
    "evaluation-point",
    points.map(({ id }) => id),
  );
  if (achievements.length === 0) notebook.lack(message(language, "report.midterm.gap.achievements"));
}
