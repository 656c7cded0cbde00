import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import type { Concern } from "../../concerns/concern.ts";
import { ConcernSummary } from "../../concerns/concern-summary.tsx";
import { listConcerns } from "../../concerns/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { listTables, type TableSummary } from "../../statistics/service.ts";
import type { Achievement, EvaluationPoint } from "../evaluation.ts";
import { listPublicEvaluations } from "../public-evaluations.ts";
import { getAchievements, getEvaluationPoints } from "../service.ts";
import { FinishedEvaluations } from "./finished-evaluations.tsx";
import { JumpList } from "./jump-list.tsx";

const sections = ["progress", "outcome", "concern"] as const;

/** Shown where the programme publishes them. */
const relatedTables = ["achievements", "next-year-plan"];

/** What the mid-term evaluation found, and what became of the concerns that members raised. */
export const showEvaluation: PageHandler = async ({ context, language }) => {
  const points = await getEvaluationPoints(context);
  const concerns = await listConcerns(context, "public");
  const achievements = await getAchievements(context);
  const books = await getBooks(context);
  const tables = (await listTables(context, language)).filter((table) => relatedTables.includes(table.id));
  const programme = await getProgramme(context);
  const { asOf } = programme;
  const finished = await listPublicEvaluations(context);
  const directory = await getDirectory(context);
  const title = message(language, "evaluation.title");
  const period = achievements[0]?.period;
  return {
    title,
    description: message(language, "evaluation.description"),
    area: null,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "evaluation.lead")}
          meta={[
            ...(period ? [{ term: message(language, "evaluation.period"), value: writeEdtf(period, language) }] : []),
            { term: message(language, "home.asOf"), value: writeEdtf(asOf, language) },
          ]}
          links={[{ text: message(language, "evaluation.deepening.title"), href: links.deepening(language) }]}
        />
        <JumpList
          jumps={[
            ...(finished.length > 0 ? [{ id: "finished", text: message(language, "evaluation.jump.finished") }] : []),
            ...sections
              .filter((section) => points.some((point) => point.section === section))
              .map((section) => ({ id: section, text: message(language, `evaluation.section.${section}`) })),
            ...(achievements.length > 0 ? [{ id: "results", text: message(language, "evaluation.types.title") }] : []),
            ...(concerns.length > 0 ? [{ id: "concerns", text: message(language, "evaluation.jump.concerns") }] : []),
          ]}
          language={language}
        />
        <FinishedEvaluations {...{ finished, programme, directory, language }} />
        {sections.map((section) => (
          <Points key={section} section={section} points={points} concerns={concerns} language={language} />
        ))}
        <SourceList
          documents={citeSources(
            points.map((point) => point.source),
            books,
            language,
          )}
        />
        <Results achievements={achievements} tables={tables} language={language} />
        <ConcernSummary concerns={concerns} language={language} />
      </>
    ),
  };
};

interface PointsProps {
  section: (typeof sections)[number];
  points: readonly EvaluationPoint[];
  concerns: readonly Concern[];
  language: Language;
}

function Points({ section, points, concerns, language }: PointsProps) {
  const own = points.filter((point) => point.section === section);
  if (own.length === 0) return null;
  return (
    <Section id={section} title={message(language, `evaluation.section.${section}`)}>
      <ol class="points">
        {own.map((point) => (
          <li key={point.id}>
            <Words value={localize(point.text, language)} />
            {followUp(point, concerns, language)}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** A task ahead is followed further as a concern. */
function followUp({ id }: EvaluationPoint, concerns: readonly Concern[], language: Language) {
  const concern = concerns.find(({ point }) => point === id);
  return (
    concern && (
      <>
        {" "}
        <a href={`${links.concerns(language)}#${concern.id}`}>{message(language, "concern.summary.follow")}</a>
      </>
    )
  );
}

interface ResultsProps {
  achievements: readonly Achievement[];
  tables: readonly TableSummary[];
  language: Language;
}

/** How many local governments were judged, by type, and the tables that hold the results of each. */
function Results({ achievements, tables, language }: ResultsProps) {
  const judged = new Map(achievements.map(({ organisation, type }) => [organisation, type]));
  const types = [...new Set(judged.values())].sort();
  if (judged.size === 0) return null;
  return (
    <Section
      id="results"
      title={message(language, "evaluation.types.title")}
      lead={message(language, "evaluation.types.lead", { count: judged.size })}
    >
      <KeyFigures
        figures={types.map((type) => ({
          label: choiceMessage(language, "partnership.type", type),
          value: String([...judged.values()].filter((own) => own === type).length),
          unit: message(language, "evaluation.types.unit"),
        }))}
      />
      <LinkList items={tables.map(({ id, title }) => ({ text: title, href: links.table(language, id) }))} />
    </Section>
  );
}
