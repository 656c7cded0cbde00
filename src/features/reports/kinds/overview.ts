import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { getGlossary } from "../../programme/service.ts";
import { paragraph } from "../compose/blocks.ts";
import { openStudy, type Study } from "../compose/study.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { factRows } from "./blocks.ts";
import { composeFront } from "./front.ts";
import { isTold } from "./known-on.ts";
import { type Numbering, openNumbering } from "./number-captions.ts";
import { composeKeyFigures } from "./overview/numbers.ts";
import { outlineOverview, overviewPlaceholders } from "./overview/outline.ts";
import { findPartnershipsOn, layOutPartners } from "./overview/partners.ts";
import { arrangeTables, describeBodies, findPlatforms, nameBodies, readSection } from "./overview/platform-work.ts";
import { composeResults } from "./overview/results.ts";
import { layOutLevels, layOutLinks } from "./overview/structure.ts";
import { composeWebsites } from "./overview/websites.ts";
import { writePlainly } from "./plain-style.ts";
import { timelessTable } from "./plain-table.ts";
import { sayNone } from "./say-none.ts";
import { listDocuments } from "./source-list.ts";

/** What the programme is and how far it has come, for somebody who hears of it for the first time. */
export const overview: ReportKind = {
  id: "overview",
  subject: "programme",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: overviewPlaceholders,
  outline: outlineOverview,
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const study = await openStudy(request);
  const { language, programme, notebook } = study;
  const name = localize(programme.shortName, language).text;
  const front = await composeFront(request, message(language, "report.overview.title", { programme: name }));
  const partnerships = await findPartnershipsOn(study);
  notebook.use(
    "partnership",
    partnerships.map(({ id }) => id),
  );
  const [coordination, technical] = [await readSection(study, "coordination"), await readSection(study, "technical")];
  const bodies = { coordination: findPlatforms("coordination", study), technical: findPlatforms("technical", study) };
  const numbering = openNumbering(study);
  const structure = [numbering.table(layOutLevels(study)), numbering.table(layOutLinks(study))];
  const partners = composePartners(partnerships, study, numbering);
  const documents = (tables: typeof coordination) => tables.map(({ document }) => document);
  const values = {
    programme: { text: localize(programme.name, language).text },
    summary: { text: writePlainly(localize(programme.summary, language).text) },
    principles: { blocks: composePrinciples(study) },
    structure: { blocks: structure },
    partners: { blocks: partners },
    key_figures: { blocks: composeKeyFigures(partnerships, documents(coordination), documents(technical), study) },
    coordination_bodies: { text: nameBodies(bodies.coordination, study) },
    coordination: {
      blocks: [...describeBodies(bodies.coordination, study), ...(await arrangeTables(coordination, numbering, study))],
    },
    technical_bodies: { text: nameBodies(bodies.technical, study) },
    technical: {
      blocks: [...describeBodies(bodies.technical, study), ...(await arrangeTables(technical, numbering, study))],
    },
    results: { blocks: await composeResults(study, partnerships) },
    website: { blocks: composeWebsites([...bodies.coordination, ...bodies.technical], study) },
    documents: { blocks: listDocuments(citedDocuments(study), study) },
  };
  const areas = { blocks: await composeAreas(study) };
  const cover_title = { text: message(language, "report.overview.titleLines", { programme: name }) };
  return { ...front, values: { ...front.values, cover_title, ...sayNone(values, study), areas }, ...notebook.read() };
}

/** Numbered as the document numbers them, so that people can cite 5-2-1. */
function composePrinciples(study: Study): Block[] {
  const { framework, language } = study;
  const own = framework.principles.filter(({ source }) => isTold(source, study));
  const numbers = [...new Set(own.map(({ number }) => number))];
  if (numbers.length === 0) return [];
  const table = timelessTable(study, {
    id: "principles",
    title: message(language, "report.overview.heading.principles"),
    columns: [
      { key: "number", label: message(language, "table.column.number"), share: 0.1, align: "center" },
      { key: "text", label: message(language, "report.overview.column.principle"), share: 0.9 },
    ],
    rows: numbers.map((number) => ({
      key: number,
      cells: [
        number,
        own
          .filter((principle) => principle.number === number)
          .map(({ text }) => localize(text, language).text)
          .join(language === "en" ? " " : ""),
      ],
    })),
  });
  return [{ is: "table", caption: null, table }];
}

/** 「大気汚染対策重点地域：…」, where the programme's glossary defines them. */
async function composeAreas({ context, language }: Study): Promise<Block[]> {
  const entry = (await getGlossary(context)).find(({ id }) => id === "priority-areas");
  if (!entry) return [];
  const term = localize(entry.term, language).text;
  const definition = localize(entry.definition, language).text;
  return factRows([{ term, runs: definition }]);
}

function composePartners(
  partnerships: Awaited<ReturnType<typeof findPartnershipsOn>>,
  study: Study,
  numbering: Numbering,
): Block[] {
  if (partnerships.length === 0) return [];
  const count = (side: "home" | "partner") => new Set(partnerships.map((partnership) => partnership[side])).size;
  const sentence = message(study.language, "report.overview.partners", {
    home: count("home"),
    partner: count("partner"),
    pairs: partnerships.length,
  });
  return [paragraph(sentence), numbering.table(layOutPartners(partnerships, study))];
}

function citedDocuments(study: Study): string[] {
  const { catalogue, framework } = study;
  const ids = [
    ...framework.principles.map(({ source }) => source.document),
    ...framework.nodes.map(({ source }) => source.document),
    ...catalogue.tables.flatMap(({ documents }) => documents),
  ];
  return [...new Set(ids)].filter((document) => isTold({ document, place: "", row: null }, study));
}
