import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { StandingMark } from "../../../web/components/results-chain.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Project } from "../project.ts";
import { chainOf, resultStages, type StageStanding } from "../results.ts";

const order: readonly StageStanding[] = ["measured", "achieved", "stated", "expected", "not-measured", "none"];

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
                <StandingMark
                  standing={standing}
                  label={
                    results.length > 1
                      ? message(language, "results.standingCount", {
                          standing: choiceMessage(language, "results.standing", standing),
                          count: results.length,
                        })
                      : choiceMessage(language, "results.standing", standing)
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The later the stage that was reached, the farther; within a stage the stronger. */
function rank(chain: ReturnType<typeof chainOf>): number {
  return chain.reduce(
    (sum, { standing }, index) => sum + (order.length - 1 - order.indexOf(standing)) * 10 ** index,
    0,
  );
}
