import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { licenceUrl } from "../archive/write-json.ts";
import { countRecords, datasets } from "../datasets.ts";
import { gatherOpenData, type OpenData } from "../gather-page.ts";
import { nameArchive } from "../release.ts";
import { DatasetList } from "./dataset-list.tsx";
import { FormatCards } from "./format-cards.tsx";
import { ReleaseSection } from "./release-section.tsx";
import { FeedSection, StandardsSection } from "./standards-section.tsx";
import { TableList } from "./table-list.tsx";
import { writeNumber, writeReleaseName, writeSize } from "./words.ts";

/** What is open, under which licence, in which forms: for people who look for a file, and for those who come with a program. */
export const showOpenData: PageHandler = async ({ context, language, url }) => {
  const data = await gatherOpenData(context, language);
  const title = message(language, "openData.title");
  return {
    title,
    description: message(language, "openData.description"),
    area: null,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "openData.lead")}
          meta={listFacts(data, language)}
          links={[{ text: message(language, "openData.apiLink"), href: links.apiPage(language) }]}
        />
        <Figures data={data} language={language} />
        <Section id="formats" title={message(language, "openData.formats.title")}>
          <FormatCards language={language} />
        </Section>
        <ReleaseSection data={data} today={context.clock.today()} language={language} />
        <Section
          id="datasets"
          title={message(language, "openData.datasets.title")}
          lead={message(language, "openData.datasets.lead")}
        >
          <DatasetList counts={data.counts} language={language} />
        </Section>
        <Section
          id="tables"
          title={message(language, "openData.tables.title")}
          lead={message(language, "openData.tables.lead")}
        >
          <TableList data={data} language={language} />
        </Section>
        <StandardsSection registered={context.config.iatiOrganisation !== undefined} language={language} />
        <FeedSection data={data} language={language} />
        <Licence data={data} language={language} origin={url.origin} />
        <MachineReadability language={language} />
      </>
    ),
  };
};

function listFacts({ programme, releases: [latest] }: OpenData, language: Language) {
  return [
    { term: message(language, "openData.asOf"), value: writeEdtf(programme.asOf, language) },
    { term: message(language, "openData.licenceTerm"), value: <a href="#licence">CC BY 4.0</a> },
    ...(latest
      ? [
          {
            term: message(language, "openData.latestTerm"),
            value: (
              <a href={links.openDataFile(language, nameArchive(programme.id, latest))}>
                {writeReleaseName(language, latest)} ({writeSize(language, latest.size)})
              </a>
            ),
          },
        ]
      : []),
  ];
}

const shown = ["activities", "partnerships", "projects", "organisations", "figures"];

function Figures({ data: { counts }, language }: { data: OpenData; language: Language }) {
  const figures = datasets
    .filter(({ id }) => shown.includes(id))
    .map((dataset) => {
      const count = countRecords(dataset, counts);
      return {
        label: message(language, `openData.dataset.${dataset.id}.title`),
        value: writeNumber(language, count),
        unit: message(language, "openData.unit.records", { count }),
        href: `#dataset-${dataset.id}`,
      };
    });
  return (
    <Section
      id="open"
      title={message(language, "openData.figures.title")}
      lead={message(language, "openData.figures.lead")}
    >
      <KeyFigures figures={figures} />
    </Section>
  );
}

const licenceLanguage = { ja: "ja", zh: "zh-hans", en: "en" } as const;

function Licence({ data, language, origin }: { data: OpenData; language: Language; origin: string }) {
  const { programme, publisher } = data;
  const citation = message(language, "openData.licence.citation", {
    publisher: localize(publisher?.name ?? programme.name, language).text,
    programme: localize(programme.name, language).text,
    date: writeEdtf(programme.asOf, language),
    address: `${origin}${links.openData(language)}`,
  });
  return (
    <Section id="licence" title={message(language, "openData.licence.title")}>
      <p>{message(language, "openData.licence.text")}</p>
      <p>
        <a href={`${licenceUrl}legalcode.${licenceLanguage[language]}`}>{message(language, "openData.licence.link")}</a>
      </p>
      <h3>{message(language, "openData.licence.cite")}</h3>
      <blockquote class="open-data-citation">
        <p>{citation}</p>
      </blockquote>
    </Section>
  );
}

function MachineReadability({ language }: { language: Language }) {
  return (
    <Section id="machine" title={message(language, "openData.machine.title")}>
      <p>{message(language, "openData.machine.text")}</p>
      <p>
        {message(language, "openData.machine.check")} <code>renkei check-file FILE</code>
      </p>
      <p>{message(language, "openData.machine.records")}</p>
    </Section>
  );
}
