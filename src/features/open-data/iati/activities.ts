import { writeEdtf } from "../../../core/edtf-format.ts";
import { languages } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { Partnership } from "../../partnerships/partnership.ts";
import type { Project } from "../../projects/project.ts";
import { aidTypeOf, codes, sectorOf } from "./codes.ts";
import { type Span, spanOfPartnership, spanOfProgramme, spanOfProject, writeDates } from "./dates.ts";
import { writePages } from "./documents.ts";
import { element, narratives, someNarratives, type XmlElement } from "./element.ts";
import { inAll, type Material, sayInAll } from "./material.ts";
import { listFunders, listProgrammeParties, type Party, writeParties, writeReporter } from "./parties.ts";
import { listPlaces, writeCountry, writeLocation, writeScope } from "./places.ts";
import { writeResults } from "./results.ts";

/** What differs between the three kinds of IATI activities; their order of elements is the standard's. */
interface Described {
  identifier: string;
  hierarchy: 1 | 2;
  title: Localized;
  descriptions: { type: string; text: Localized }[];
  parties: readonly Party[];
  status: string;
  state: "planned" | "running" | "ended";
  span: Span;
  places: ReturnType<typeof listPlaces>;
  projectKind: string | null;
  topics: readonly string[];
  documents: XmlElement[];
  related: { ref: string; type: string }[];
  results: XmlElement[];
}

export function describeProgramme(material: Material): Described {
  const { programme, identifiers } = material;
  const children = [
    ...listPartnerships(material).map(({ id }) => identifiers.partnership(id)),
    ...listProjects(material).map(({ id }) => identifiers.project(id)),
  ];
  const span = spanOfProgramme(material);
  const state = (span.end?.day ?? "") <= programme.asOf ? "ended" : "running";
  return {
    identifier: identifiers.programme,
    hierarchy: 1,
    title: programme.name,
    descriptions: [
      { type: codes.descriptionType.general, text: programme.summary },
      {
        type: codes.descriptionType.other,
        text: inAll((language) =>
          message(language, "openData.iati.scope", { date: writeEdtf(programme.asOf, language) }),
        ),
      },
    ],
    parties: listProgrammeParties(material),
    status: state === "ended" ? codes.status.closed : codes.status.implementation,
    state,
    span,
    places: [],
    projectKind: null,
    topics: [],
    documents: [
      ...writePages(codes.document.activityPage, programme.name, links.about, material),
      ...writePages(codes.document.results, sayInAll("site.area.tables"), links.tables, material),
      ...writePages(codes.document.evaluation, sayInAll("site.evaluation"), links.evaluation, material),
    ],
    related: children.map((ref) => ({ ref, type: codes.related.child })),
    results: writeResults(material),
  };
}

/** Those with a date: the standard asks for one, and none is made up. */
export function listPartnerships(material: Material): Partnership[] {
  return material.partnerships.filter((partnership) => spanOfPartnership(partnership, material).start !== null);
}

export function listProjects(material: Material): Project[] {
  return material.projects.filter((project) => {
    const { start, end } = spanOfProject(project, material);
    return start !== null || end !== null;
  });
}

export function describePartnership(partnership: Partnership, material: Material): Described {
  const { identifiers, directory, agreements, projects } = material;
  const { id, home, partner, note, funding, years } = partnership;
  const state = years.length > 0 && years.every(({ type }) => type === "planned") ? "planned" : "running";
  const title = inAll((language) =>
    message(language, "partnerships.pair", {
      home: directory.name(home, language),
      partner: directory.name(partner, language),
    }),
  );
  const signed = agreements.filter((agreement) => agreement.partnership === id && agreement.status === "signed");
  const ownProjects = listProjects(material).filter((project) => project.partnership === id);
  return {
    identifier: identifiers.partnership(id),
    hierarchy: 2,
    title,
    descriptions: [
      {
        type: codes.descriptionType.general,
        text: inAll((language) =>
          [
            message(language, "openData.iati.partnership", {
              basis: choiceMessage(language, "partnership.basis", partnership.basis),
            }),
            localize(note, language).text,
          ]
            .filter((text) => text !== "")
            .join(language === "en" ? " " : ""),
        ),
      },
    ],
    parties: [
      ...listFunders(funding, material, home),
      { organisation: home, role: codes.role.implementing },
      { organisation: partner, role: codes.role.implementing },
    ],
    status: state === "planned" ? codes.status.pipeline : codes.status.implementation,
    state,
    span: spanOfPartnership(partnership, material),
    places: listPlaces([home, partner], material),
    projectKind: null,
    topics: [...new Set(projects.filter((project) => project.partnership === id).flatMap(({ topics }) => topics))],
    documents: [
      ...writePages(codes.document.activityPage, title, (language) => links.partnership(language, id), material),
      ...signed.flatMap((agreement) =>
        writePages(
          codes.document.understanding,
          agreement.title,
          (language) => links.agreement(language, agreement.id),
          material,
        ),
      ),
    ],
    related: [
      { ref: identifiers.programme, type: codes.related.parent },
      ...ownProjects.map((project) => ({ ref: identifiers.project(project.id), type: codes.related.sibling })),
    ],
    results: [],
  };
}

export function describeProject(project: Project, material: Material): Described {
  const { identifiers, partnerships } = material;
  const partnership = listPartnerships(material).find(({ id }) => id === project.partnership);
  const pair = partnerships.find(({ id }) => id === project.partnership);
  const named = project.parties.map(({ organisation }) => organisation);
  const involved = named.length > 0 || !pair ? named : [pair.home, pair.partner];
  const state = project.status === "planned" || project.status === "ended" ? project.status : "running";
  const parties = [
    ...listFunders(project.funding, material, pair?.home),
    ...involved.map((organisation) => ({ organisation, role: codes.role.implementing })),
  ];
  const statuses = { planned: codes.status.pipeline, running: codes.status.implementation, ended: codes.status.closed };
  return {
    identifier: identifiers.project(project.id),
    hierarchy: 2,
    title: project.title,
    descriptions: [
      {
        type: codes.descriptionType.general,
        text: inAll((language) =>
          [choiceMessage(language, "project.kind", project.kind), localize(project.content, language).text]
            .filter((text) => text !== "")
            .join(message(language, "openData.iati.colon")),
        ),
      },
    ],
    // The standard asks for one at least; who answers for the programme answers for this, too.
    parties: parties.length > 0 ? parties : listProgrammeParties(material),
    status: statuses[state],
    state,
    span: spanOfProject(project, material),
    places: listPlaces(pair ? [...involved, pair.partner] : involved, material),
    projectKind: project.kind,
    topics: project.topics,
    documents: writePages(
      codes.document.activityPage,
      project.title,
      (language) => links.project(language, project.id),
      material,
    ),
    related: [
      { ref: identifiers.programme, type: codes.related.parent },
      ...(partnership ? [{ ref: identifiers.partnership(partnership.id), type: codes.related.sibling }] : []),
    ],
    results: [],
  };
}

/** In the order that iati-activities-schema.xsd 2.03 demands. */
export function writeActivity(activity: Described, material: Material): XmlElement {
  const { asOf } = material.programme;
  return element(
    "iati-activity",
    { hierarchy: activity.hierarchy, "last-updated-datetime": `${asOf}T00:00:00Z` },
    element("iati-identifier", {}, activity.identifier),
    writeReporter(material),
    element("title", {}, ...someNarratives(activity.title, activity.identifier)),
    ...activity.descriptions.map(({ type, text }) =>
      element("description", { type }, ...someNarratives(text, activity.identifier)),
    ),
    ...writeParties(activity.parties, material),
    element("activity-status", { code: activity.status }),
    ...writeDates(activity.span, material, activity.state),
    ...writeContact(material),
    ...writeScope(activity.places),
    ...writeCountry(material),
    ...activity.places.map(writeLocation),
    element("sector", { vocabulary: codes.sectorVocabulary.purposeCode, code: sectorOf(activity.projectKind) }),
    ...writeTags(activity.topics, material),
    element("collaboration-type", { code: codes.collaboration.bilateral }),
    element("default-aid-type", { code: aidTypeOf(activity.projectKind) }),
    ...activity.documents,
    ...activity.related.map(({ ref, type }) => element("related-activity", { ref, type })),
    ...activity.results,
  );
}

function writeContact({ reporter }: Material): XmlElement[] {
  if (!reporter?.website) return [];
  return [
    element(
      "contact-info",
      { type: codes.contactType.generalEnquiries },
      element("organisation", {}, ...someNarratives(reporter.name, reporter.id)),
      element("website", {}, reporter.website),
    ),
  ];
}

/** The programme's own list of topics: the DAC's codes say no more than “environment”. */
function writeTags(topics: readonly string[], { books, origin }: Material): XmlElement[] {
  const list = `${origin}${links.openDataFile(languages[0], "topics.csv")}`;
  return topics.map((id) =>
    element(
      "tag",
      { vocabulary: codes.ownVocabulary, "vocabulary-uri": list, code: id },
      ...narratives(books.topic(id).name),
    ),
  );
}
