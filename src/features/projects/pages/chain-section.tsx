import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { ResultsChain } from "../../../web/components/results-chain.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { layOutChain } from "./chain-stages.tsx";
import { EffectFigures } from "./effect-figures.tsx";
import type { ProjectRecord } from "./project-record.ts";

/** What came of the project, as arrows and words; below, every indicator that has a baseline. */
export function ChainSection({ record, language }: { record: ProjectRecord; language: Language }) {
  const { project, activities, total, policies, today, directory } = record;
  return (
    <Section
      id="results"
      title={message(language, "results.chain")}
      lead={message(language, "results.chainLead")}
      more={{ text: message(language, "results.all"), href: links.projectResults(language) }}
    >
      <ResultsChain
        id="results-chain"
        title={message(language, "results.chain")}
        stages={layOutChain(project, { language, activities, total, policies, today })}
      />
      <EffectFigures results={project.results} language={language} directory={directory} />
    </Section>
  );
}
