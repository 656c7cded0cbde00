import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { StandingMark } from "../../../web/components/results-chain.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Project } from "../project.ts";
import { chainOf, resultStages, type StageStanding } from "../results.ts";

const order: readonly StageStanding[] = ["measured", "achieved", "stated", "expected", "not-measured", "none"];

const reachedStandings: readonly StageStanding[] = ["measured", "achieved", "stated"];

/** Projects below each other, stages beside each other; who has come farthest stands first. */
export function ProgrammeMatrix({ projects, language }: { projects: readonly Project[]; language: Language }) {
  const rows = projects
    .map((project) => ({ project, chain: chainOf(project) }))
    .toSorted((a, b) => rank(b.chain) - rank(a.chain));
  return (
    <table class="standing-matrix">
      <thead>
        <tr>
          <th scope="col">{message(language, "results.column.project")}</th>
          {resultStages.map((stage) => (
            <th key={stage} scope="col">
              {choiceMessage(language, "results.stage", stage)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ project, chain }) => (
          <tr key={project.id}>
            <th scope="row">
              <a href={links.project(language, project.id)}>
                <Words value={localize(project.title, language)} />
              </a>
            </th>
            {chain.map(({ stage, standing, results }) => (
              <td key={stage} class={`matrix-${standing}`} data-label={choiceMessage(language, "results.stage", stage)}>
                <StandingMark standing={standing} label={sayStanding(standing, results.length, language)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 「達成」; of several results 「達成（3件）」. */
export function sayStanding(standing: StageStanding, count: number, language: Language): string {
  const label = choiceMessage(language, "results.standing", standing);
  return count > 1 ? message(language, "results.standingCount", { standing: label, count }) : label;
}

/** The last link that was reached, then how much of the others; the benefit to Japan stands beside the way to the effect. */
function rank(chain: ReturnType<typeof chainOf>): number {
  const towardsEffect = chain.filter(({ stage }) => stage !== "benefit-home");
  const reached = towardsEffect.findLastIndex(({ standing }) => reachedStandings.includes(standing));
  const rest = chain.reduce((sum, { standing }) => sum + order.length - 1 - order.indexOf(standing), 0);
  return (reached + 1) * 100 + rest;
}
