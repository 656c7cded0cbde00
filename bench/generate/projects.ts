import type { Row } from "../../src/sheets/parse-cell.ts";
import { localized } from "./organisations.ts";
import type { Pair } from "./partnerships.ts";
import type { Random } from "./random.ts";
import { placeOf } from "./source.ts";

/** Joint research or a model project in every eighth partnership, with its steps; achievements of the home side. */
export function generateProjects(
  random: Random,
  pairs: readonly Pair[],
): Record<"projects" | "project_parties" | "project_milestones" | "achievements", Row[]> {
  const source = placeOf("generated", "5");
  const projects: Row[] = [];
  const parties: Row[] = [];
  const milestones: Row[] = [];
  const achievements: Row[] = [];
  for (const { id, home, partner, since } of pairs.filter((_, index) => index % 8 === 0)) {
    const project = `project-${id}`;
    projects.push({
      id: project,
      kind: random.pick(["joint-research", "model-project"]),
      status: random.pick(["running", "ended"]),
      ...localized("title", {
        ja: `${home.name.ja}と${partner.name.ja}の共同研究`,
        zh: `${home.name.zh}与${partner.name.zh}共同研究`,
        en: `Joint Research of ${home.name.en} and ${partner.name.en}`,
      }),
      period: `${since + 1}-04/..`,
      partnership: id,
      funding: "programme",
      topics: ["voc"],
      ...source,
    });
    for (const organisation of [home.id, partner.id]) parties.push({ project, organisation, role: "lead" });
    for (let position = 1; position <= 4; position += 1)
      milestones.push({
        project,
        position,
        date: `${since + position}-06`,
        date_text: `${since + position}年6月`,
        status: "done",
        ...localized("text", { ja: "測定結果の検討", zh: "研讨监测结果", en: "Discussion of measurements" }),
        ...source,
      });
  }
  for (const home of new Set(pairs.map((pair) => pair.home)))
    achievements.push({
      organisation: home.id,
      position: 1,
      type: random.pick(["A", "B"]),
      period: "2014-04/2026-03",
      ...localized("text", {
        ja: "担当者間の信頼が深まった",
        zh: "加深了双方人员的信任",
        en: "Trust between the staff has grown",
      }),
      ...source,
    });
  return { projects, project_parties: parties, project_milestones: milestones, achievements };
}
