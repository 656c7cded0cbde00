import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { type Language, languages } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { links } from "../../../web/links.ts";
import { getProgramme } from "../../programme/service.ts";
import { findPublisher } from "../publisher.ts";
import type { Release } from "../release.ts";
import { authorities, countryAuthority, languageAuthority } from "./authorities.ts";
import { type Entry, type Frame, inAll, listEntries, type Offer } from "./list-entries.ts";
import { type CatalogueNode, type CompactName, iris, literals, toIri, typed, type Value } from "./node.ts";

/**
 * The open data as DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/): the one model that both its forms are written
 * from. It holds no time of making, so that the same records and releases give the same bytes.
 */
export async function describeCatalogue(
  context: Context,
  origin: string,
  releases: readonly Release[],
): Promise<CatalogueNode[]> {
  const programme = await getProgramme(context);
  const base = `${origin}${links.openDataFile(languages[0], "catalogue.ttl")}`;
  const at = (name: string) => toIri(`${base}#${name}`);
  const frame: Frame = { origin, programme, publisher: await findPublisher(context), at };
  const entries = await listEntries(context, frame, releases);
  return [
    writeCatalogue(entries, frame),
    writePublisher(frame),
    ...writeContact(frame),
    writePeriod(frame),
    ...writeCountries(frame),
    writeService(frame),
    ...entries.flatMap((entry) => writeDataset(entry, frame)),
  ];
}

function writeCatalogue(entries: readonly Entry[], frame: Frame): CatalogueNode {
  const { programme, at, origin } = frame;
  return {
    iri: at("catalogue"),
    types: ["dcat:Catalog"],
    properties: [
      [
        "dct:title",
        textOr(
          inAll((language) =>
            message(language, "openData.catalogue.title", { programme: localize(programme.shortName, language).text }),
          ),
          programme.id,
        ),
      ],
      ["dct:description", textOr(programme.summary, programme.id)],
      ["dct:publisher", iris(at("publisher"))],
      ["dct:language", iris(...languages.map((language) => languageAuthority[language]))],
      ["dct:license", iris(authorities.ccBy)],
      ["dct:modified", typed(programme.asOf, "xsd:date")],
      ["dct:spatial", iris(...spatialOf(frame))],
      ["dct:temporal", iris(at("period"))],
      ["foaf:homepage", iris(`${origin}${links.openData(languages[0])}`)],
      ["dcat:themeTaxonomy", iris(authorities.themes)],
      ["dcat:service", iris(at("api"))],
      ["dcat:dataset", iris(...entries.map(({ id }) => at(id)))],
    ],
  };
}

function writeDataset(entry: Entry, frame: Frame): CatalogueNode[] {
  const { programme, publisher, at } = frame;
  const properties: [CompactName, Value[]][] = [
    ["dct:title", textOr(entry.title, entry.id)],
    ["dct:description", textOr(entry.description, entry.id)],
    ["dct:identifier", typed(`${programme.id}/${entry.id}`, "xsd:string")],
    ["dct:publisher", iris(at("publisher"))],
    ...(publisher?.website ? [["dcat:contactPoint", iris(at("contact"))] satisfies [CompactName, Value[]]] : []),
    ["dcat:keyword", languages.flatMap((language) => keywords(language))],
    ["dcat:theme", iris(authorities.environment)],
    ["dct:accessRights", iris(authorities.public)],
    ["dct:accrualPeriodicity", iris(entry.frequency)],
    ["dct:language", iris(...languages.map((language) => languageAuthority[language]))],
    ["dct:modified", typed(programme.asOf, "xsd:date")],
    ["dct:spatial", iris(...spatialOf(frame))],
    ["dct:temporal", iris(at("period"))],
    ["dcat:landingPage", iris(...languages.map((language) => toIri(entry.page(language))))],
    ...(entry.conformsTo ? [["dct:conformsTo", iris(entry.conformsTo)] satisfies [CompactName, Value[]]] : []),
    ["dcat:distribution", iris(...entry.offers.map(({ id }) => at(`file-${id}`)))],
  ];
  return [
    { iri: at(entry.id), types: ["dcat:Dataset"], properties: properties.filter(([, values]) => values.length > 0) },
    ...entry.offers.flatMap((offer) => writeDistribution(offer, entry, frame)),
  ];
}

function writeDistribution(offer: Offer, entry: Entry, { at, programme }: Frame): CatalogueNode[] {
  const checksum = at(`checksum-${offer.id}`);
  const iri = at(`file-${offer.id}`);
  const properties: [CompactName, Value[]][] = [
    ["dct:title", textOr(offer.title, offer.id)],
    ["dcat:accessURL", iris(toIri(offer.address))],
    ["dcat:downloadURL", iris(toIri(offer.address))],
    ["dcat:mediaType", iris(offer.form.mediaType)],
    ["dct:format", iris(offer.form.fileType)],
    ["dct:language", iris(...offer.languages.map((language) => languageAuthority[language]))],
    ["dct:license", iris(authorities.ccBy)],
    ["dct:modified", typed(programme.asOf, "xsd:date")],
    ["dct:issued", offer.issued === undefined ? [] : typed(offer.issued, "xsd:dateTime")],
    ["dct:conformsTo", entry.conformsTo === undefined ? [] : iris(entry.conformsTo)],
    ["dcat:byteSize", offer.size === undefined ? [] : typed(String(offer.size), "xsd:nonNegativeInteger")],
    ["spdx:checksum", offer.sha256 === undefined ? [] : iris(checksum)],
  ];
  const node: CatalogueNode = {
    iri,
    types: ["dcat:Distribution"],
    properties: properties.filter(([, values]) => values.length > 0),
  };
  if (offer.sha256 === undefined) return [node];
  return [
    node,
    {
      iri: checksum,
      types: ["spdx:Checksum"],
      properties: [
        ["spdx:algorithm", iris(authorities.sha256)],
        ["spdx:checksumValue", typed(offer.sha256, "xsd:hexBinary")],
      ],
    },
  ];
}

function writePublisher({ at, publisher, programme }: Frame): CatalogueNode {
  const website = publisher?.website;
  return {
    iri: at("publisher"),
    types: ["foaf:Agent"],
    properties: [
      ["foaf:name", textOr(publisher?.name ?? programme.name, publisher?.id ?? programme.id)],
      ...(website ? [["foaf:homepage", iris(toIri(website))] satisfies [CompactName, Value[]]] : []),
    ],
  };
}

/** Only what the records know: the publisher's own site. */
function writeContact({ at, publisher }: Frame): CatalogueNode[] {
  if (!publisher?.website) return [];
  return [
    {
      iri: at("contact"),
      types: ["vcard:Organization"],
      properties: [
        ["vcard:fn", textOr(publisher.name, publisher.id)],
        ["vcard:hasURL", iris(toIri(publisher.website))],
      ],
    },
  ];
}

function writePeriod({ at, programme }: Frame): CatalogueNode {
  const { from } = fiscalYearRange(programme.calendar, programme.firstFiscalYear);
  return {
    iri: at("period"),
    types: ["dct:PeriodOfTime"],
    properties: [
      ["dcat:startDate", typed(from, "xsd:date")],
      ["dcat:endDate", typed(programme.asOf, "xsd:date")],
    ],
  };
}

function spatialOf({ programme, at }: Frame): string[] {
  return [programme.homeCountry, programme.partnerCountry].map((id) => countryAuthority(id) ?? at(`country-${id}`));
}

function writeCountries({ programme, at }: Frame): CatalogueNode[] {
  return [programme.homeCountry, programme.partnerCountry].flatMap((id): CatalogueNode[] => {
    if (countryAuthority(id) !== null) return [];
    const name = programme.countries.find((country) => country.id === id)?.name ?? {};
    return [{ iri: at(`country-${id}`), types: ["dct:Location"], properties: [["skos:prefLabel", textOr(name, id)]] }];
  });
}

function writeService({ at, origin }: Frame): CatalogueNode {
  return {
    iri: at("api"),
    types: ["dcat:DataService"],
    properties: [
      ["dct:title", literals(inAll((language) => message(language, "openData.service")))],
      ["dcat:endpointURL", iris(`${origin}/api/v1`)],
      ["dcat:endpointDescription", iris(`${origin}${links.openApi()}`)],
      ["dct:license", iris(authorities.ccBy)],
    ],
  };
}

function keywords(language: Language): Value[] {
  return message(language, "openData.keywords")
    .split(";")
    .map((text) => ({ text: text.trim(), language }));
}

/** A mandatory text that is missing in every language is the key of what it names. */
function textOr(text: Localized, otherwise: string): Value[] {
  const found = literals(text);
  return found.length > 0 ? found : [{ text: otherwise, language: "en" }];
}
