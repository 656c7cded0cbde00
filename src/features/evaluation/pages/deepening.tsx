import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import type { Basis } from "../basis.ts";
import { isReachedIn } from "../deepening.ts";
import { sayTotal } from "../draft/published.ts";
import { type DeepeningStep, deepeningSteps } from "../draft.ts";
import { publishedMeasures, sumPublished } from "../published.ts";
import { sayYears } from "../say.ts";
import { getDeepening } from "../trace-programme.ts";
import { DeepeningPicture } from "./deepening-picture.tsx";
import { DeepeningTable } from "./deepening-table.tsx";
import { getPictureKnowledge, stepName } from "./deepening-words.ts";

/** From exchange to effect: how far each partnership has come, in one picture for all. */
export const showDeepening: PageHandler = async ({ context, language }) => {
  const { basis, years, asOf, rows } = await getDeepening(context);
  const knowledge = await getPictureKnowledge(context, language);
  const title = message(language, "evaluation.deepening.title");
  const lead = message(language, "evaluation.deepening.lead");
  return {
    title,
    description: lead,
    area: "partnerships",
    trail: [{ text: message(language, "evaluation.title"), href: links.evaluation(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          meta={[{ term: message(language, "home.asOf"), value: writeEdtf(asOf, language) }]}
          links={[
            { text: "CSV", href: links.api("deepening/file", { lang: language }) },
            { text: "JSON", href: links.api("deepening", { lang: language }) },
          ]}
        />
        <div class="deepening-figures">
          <KeyFigures
            figures={deepeningSteps.map((step) => ({
              label: stepName(step, language),
              value: String(
                rows.filter(({ years: own }) => own.some(({ steps }) => (steps[step] ?? []).length > 0)).length,
              ),
              unit: message(language, "unit.pairs", { count: 2 }),
              note: sayOutside(step, { basis, years, language }),
            }))}
          />
        </div>
        <DeepeningPicture id="deepening" {...{ rows, years, knowledge }} action={(row) => `#${row.partnership}`} />
        <PublishedBeside {...{ basis, years, language }} />
        <details class="deepening-how">
          <summary>{message(language, "evaluation.how.title")}</summary>
          <p>{message(language, "evaluation.deepening.how")}</p>
        </details>
        <Section id="records" title={message(language, "evaluation.deepening.recordsTitle")}>
          <DeepeningTable {...{ rows, years, knowledge }} />
        </Section>
      </>
    ),
  };
};

/** What projects outside partnerships reached stands in no row of the picture, and is not to be read as nothing. */
function sayOutside(
  step: DeepeningStep,
  { basis, years, language }: { basis: Basis; years: readonly number[]; language: Language },
): string | undefined {
  const outside = new Set(basis.projects.filter(({ partnership }) => partnership === null).map(({ id }) => id));
  const reached = basis.results.filter(
    (result) =>
      result.stage === step && outside.has(result.project) && years.some((year) => isReachedIn(result, year, basis)),
  );
  const count = new Set(reached.map(({ project }) => project)).size;
  return count === 0 ? undefined : message(language, "evaluation.deepening.outside", { count });
}

/** An empty bar of a year of which the sources hold few records says nothing; what a document counts in total stands beside. */
function PublishedBeside({ basis, years, language }: { basis: Basis; years: readonly number[]; language: Language }) {
  const incomplete = years.filter((year) => basis.incompleteYears.has(year));
  if (incomplete.length === 0) return null;
  const totals = publishedMeasures.flatMap((measure) => sumPublished(basis.published, measure, years) ?? []);
  return (
    <Notice tone="information">
      <p>{message(language, "evaluation.deepening.incomplete", { years: sayYears(basis, incomplete, language) })}</p>
      {totals.length > 0 && (
        <>
          <p>{message(language, "evaluation.deepening.publishedTotals")}</p>
          <ul>
            {totals.map((total) => (
              <li key={total.name.en}>
                <Words value={localize(sayTotal(total, basis), language)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
