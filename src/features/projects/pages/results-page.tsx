import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { StandingMark } from "../../../web/components/results-chain.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { type StandingBar, StandingBars } from "../../../web/components/standing-bars.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import type { Project } from "../project.ts";
import {
  type ResultStage,
  type ResultsSummary,
  resultStages,
  type StageStanding,
  summariseResults,
} from "../results.ts";
import { getProjects } from "../service.ts";
import { namePolicies, type PolicyName } from "./policy-names.ts";
import { ProgrammeMatrix, sayStanding } from "./programme-matrix.tsx";
import { ProjectTabs } from "./project-tabs.tsx";
import { ResultEvidence, standingOfResult } from "./result-evidence.tsx";

/** From the strongest to the weakest; what is not measured is told apart from what nobody says anything about. */
const standings: readonly StageStanding[] = ["measured", "achieved", "stated", "expected", "not-measured", "none"];

/** What came of all projects: how many have outputs, reached policy, have a measured effect; each with its evidence. */
export const showProjectResults: PageHandler = async ({ context, language }) => {
  const projects = await getProjects(context);
  const books = await getBooks(context);
  const summary = summariseResults(projects);
  const policies = await namePolicies(context, projects, language);
  const title = message(language, "results.title");
  return {
    title,
    description: message(language, "results.description", { count: projects.length }),
    area: "partnerships",
    trail: [
      { text: message(language, "site.area.partnerships"), href: links.partnerships(language) },
      { text: message(language, "site.projects"), href: links.projects(language) },
    ],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "results.lead")} />
        <ProjectTabs current="results" language={language} />
        <Section
          id="chain"
          title={message(language, "results.programmeChain", { count: projects.length })}
          lead={message(language, "results.programmeChainLead")}
        >
          <StandingBars
            id="programme-chain"
            title={message(language, "results.programmeChain", { count: projects.length })}
            bars={resultStages.map((stage) => describeStage(stage, summary, language))}
          />
        </Section>
        <Section id="matrix" title={message(language, "results.matrix")} lead={message(language, "results.matrixLead")}>
          <ProgrammeMatrix projects={projects} language={language} />
          <p class="standing-legend">
            {standings.map((standing) => (
              <StandingMark
                key={standing}
                standing={standing}
                label={choiceMessage(language, "results.standingLong", standing)}
              />
            ))}
          </p>
        </Section>
        {resultStages.map((stage) => (
          <StageEvidence
            key={stage}
            stage={stage}
            projects={projects}
            policies={policies}
            books={books}
            language={language}
          />
        ))}
        <Section id="sources" title={message(language, "projects.sources")}>
          <SourceList
            documents={citeSources(
              projects.flatMap(({ results }) => results.map(({ source }) => source)),
              books,
              language,
            )}
          />
        </Section>
      </>
    ),
  };
};

function describeStage(stage: ResultStage, { projects, stages }: ResultsSummary, language: Language): StandingBar {
  const counts = stages[stage];
  const reached = counts.measured.length + counts.achieved.length;
  return {
    key: stage,
    name: choiceMessage(language, "results.stage", stage),
    href: `#${stage}`,
    finding: message(language, stage === "effect" ? "results.findingEffect" : "results.finding", {
      reached: stage === "effect" ? counts.measured.length : reached,
      total: projects,
    }),
    parts: standings.map((standing) => ({
      standing,
      label: choiceMessage(language, "results.standing", standing),
      count: counts[standing].length,
      names: "",
    })),
  };
}

interface StageEvidenceProps {
  stage: ResultStage;
  projects: readonly Project[];
  policies: ReadonlyMap<string, PolicyName>;
  books: Parameters<typeof citeSources>[1];
  language: Language;
}

/** The results of a stage, project by project: what each says stands in its fold, with the document and the place that states it. */
function StageEvidence({ stage, projects, policies, books, language }: StageEvidenceProps) {
  const concerned = projects
    .map((project) => ({ project, results: project.results.filter((result) => result.stage === stage) }))
    .filter(({ results }) => results.length > 0);
  return (
    <Section
      id={stage}
      title={choiceMessage(language, "results.stage", stage)}
      lead={choiceMessage(language, "results.stageLead", stage)}
    >
      {concerned.length === 0 ? (
        <p class="quiet">{message(language, "results.stageNone")}</p>
      ) : (
        <ul class="evidence-list">
          {concerned.map(({ project, results }) => (
            <li key={project.id}>
              <details class="evidence-fold">
                <summary>
                  <Words value={localize(project.title, language)} />
                  <span class="evidence-marks">
                    {[...Map.groupBy(results, standingOfResult)].map(([standing, same]) => (
                      <StandingMark
                        key={standing}
                        standing={standing}
                        label={sayStanding(standing, same.length, language)}
                      />
                    ))}
                  </span>
                </summary>
                <ResultEvidence results={results} policies={policies} books={books} language={language} />
                <p>
                  <a href={links.project(language, project.id)}>{message(language, "results.toProject")}</a>
                </p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
