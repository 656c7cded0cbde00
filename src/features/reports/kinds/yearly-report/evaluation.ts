import { edtfBounds, parseEdtf } from "../../../../core/edtf.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import type { Achievement } from "../../../evaluation/evaluation.ts";
import { getAchievements, getEvaluationPoints } from "../../../evaluation/service.ts";
import { bullets, orNothing, paragraph, writtenRuns } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";

/** What an evaluation found of a period that holds the year: the points of all, and the achievements of each. */
export async function writeEvaluation(study: Study): Promise<Block[]> {
  const { context, language, notebook } = study;
  const achievements = (await getAchievements(context)).filter((achievement) => judgesYear(achievement, study));
  if (achievements.length === 0) return orNothing(study, []);
  const documents = new Set(achievements.map(({ source }) => source.document));
  const points = (await getEvaluationPoints(context)).filter(({ source }) => documents.has(source.document));
  notebook.use(
    "evaluation-point",
    points.map(({ id }) => id),
  );
  const periods = [...new Set(achievements.map(({ period }) => period))].map((period) => study.date(period));
  return [
    paragraph(
      message(language, "report.yearly.evaluated", { period: periods.join(message(language, "list.separator")) }),
    ),
    ...(["progress", "outcome", "concern"] as const).flatMap((section) => {
      const own = points.filter((point) => point.section === section);
      if (own.length === 0) return [];
      const title = message(language, `evaluation.section.${section}`);
      return [paragraph(title, "lead"), ...bullets(own.map(({ text }) => writtenRuns(text, language)))];
    }),
    paragraph(message(language, "report.yearly.achievements"), "lead"),
    {
      is: "facts",
      rows: [...Map.groupBy(achievements, ({ organisation }) => organisation)].map(([organisation, own]) => ({
        term: study.name(organisation),
        runs: own.flatMap(({ text }, index) => [
          ...(index === 0 ? [] : [{ text: message(language, "list.semicolon") }]),
          ...writtenRuns(text, language),
        ]),
      })),
    },
  ];
}

function judgesYear({ period }: Achievement, { range }: Study): boolean {
  const parsed = parseEdtf(period);
  if (!parsed.ok) return false;
  const { from, to } = edtfBounds(parsed.value);
  return (from ?? "") <= range.to && (to ?? "9999") >= range.from;
}
