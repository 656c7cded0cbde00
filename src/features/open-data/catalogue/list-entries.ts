import { type Language, languages } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { links } from "../../../web/links.ts";
import type { Organisation } from "../../organisations/organisation.ts";
import type { Programme } from "../../programme/programme.ts";
import { getCatalogue } from "../../statistics/catalogue.ts";
import { listTables } from "../../statistics/service.ts";
import { type DatasetId, datasets } from "../datasets.ts";
import { getRowCounts, listOffers, type Offers } from "../offers.ts";
import { nameArchive, nameRelease, type Release } from "../release.ts";
import { authorities, type FileForm, fileForms } from "./authorities.ts";

/** What a dataset offers for download. */
export interface Offer {
  id: string;
  title: Localized;
  address: string;
  form: FileForm;
  languages: readonly Language[];
  size?: number;
  sha256?: string;
  issued?: string;
}

export interface Entry {
  id: string;
  title: Localized;
  description: Localized;
  page: (language: Language) => string;
  frequency: string;
  conformsTo?: string;
  offers: Offer[];
}

export interface Frame {
  origin: string;
  programme: Programme;
  publisher: Organisation | null;
  /** address of a node within the catalogue */
  at(name: string): string;
}

/** Every dataset of the catalogue: records by kind, published tables, the activity file, and the archives of the months. */
export async function listEntries(context: Context, frame: Frame, releases: readonly Release[]): Promise<Entry[]> {
  const counts = await getRowCounts(context);
  return [
    ...datasets.map((dataset) => describeRecords(dataset.id, listOffers(dataset, counts), frame)),
    ...(await describeTables(context, frame)),
    describeActivityFile(frame),
    describeArchive(releases, frame),
  ];
}

function describeRecords(id: DatasetId, offers: Offers, frame: Frame): Entry {
  const title = inAll((language) => message(language, `openData.dataset.${id}.title`));
  const file = (name: string) => `${frame.origin}${links.openDataFile(languages[0], name)}`;
  return {
    id: `records-${id}`,
    title,
    description: inAll((language) => message(language, `openData.dataset.${id}.text`)),
    page: (language) => `${frame.origin}${links.openData(language)}#dataset-${id}`,
    frequency: authorities.irregular,
    offers: [
      ...offers.csv.map(({ name }) => ({
        id: `${name}-csv`,
        title: inAll(() => `${name}.csv`),
        address: file(`${name}.csv`),
        form: fileForms.csv,
        languages,
      })),
      ...(offers.json
        ? [{ id: `${id}-json`, title, address: file(`${id}.json`), form: fileForms.json, languages }]
        : []),
      ...(offers.xlsx ? languages : []).map((language) => ({
        id: `${id}-xlsx-${language}`,
        title,
        address: `${frame.origin}${links.openDataFile(language, `${id}.xlsx`)}`,
        form: fileForms.xlsx,
        languages: [language],
      })),
    ],
  };
}

async function describeTables(context: Context, { origin }: Frame): Promise<Entry[]> {
  const { tables } = await getCatalogue(context);
  const titles = new Map(tables.map(({ id, title }) => [id, title]));
  const endings = [
    ["csv", fileForms.csv],
    ["data.xlsx", fileForms.xlsx],
    ["xlsx", fileForms.xlsx],
    ["docx", fileForms.docx],
    ["pdf", fileForms.pdf],
  ] as const;
  return (await listTables(context, "en")).map(({ id, yearly, fiscalYears }) => {
    const title = titles.get(id) ?? {};
    const years = yearly ? fiscalYears : [undefined];
    return {
      id: `table-${id}`,
      title,
      description: inAll((language) =>
        message(language, "openData.dataset.table", { title: localize(title, language).text }),
      ),
      page: (language) => `${origin}${links.table(language, id)}`,
      frequency: authorities.irregular,
      offers: years.flatMap((fiscalYear) =>
        languages.flatMap((language) => [
          ...endings.map(([ending, form]) => ({
            id: [id, fiscalYear, language, ending].filter((part) => part !== undefined).join("-"),
            title,
            address: `${origin}${links.tableFile(language, id, ending, { fiscalYear })}`,
            form,
            languages: [language],
          })),
          {
            id: [id, fiscalYear, language, "json"].filter((part) => part !== undefined).join("-"),
            title,
            address: `${origin}${links.api(`tables/${id}`, { fiscalYear, lang: language })}`,
            form: fileForms.json,
            languages: [language],
          },
        ]),
      ),
    };
  });
}

function describeActivityFile({ origin }: Frame): Entry {
  const address = `${origin}${links.openDataFile(languages[0], "iati-activities.xml")}`;
  const title = inAll((language) => message(language, "openData.iati.title"));
  return {
    id: "iati",
    title,
    description: inAll((language) => message(language, "openData.iati.text")),
    page: (language) => `${origin}${links.openData(language)}#iati`,
    frequency: authorities.irregular,
    conformsTo: "https://iatistandard.org/en/iati-standard/203/",
    offers: [{ id: "iati-xml", title, address, form: fileForms.xml, languages }],
  };
}

function describeArchive(releases: readonly Release[], { origin, programme }: Frame): Entry {
  return {
    id: "archive",
    title: inAll((language) => message(language, "openData.archive.title")),
    description: inAll((language) => message(language, "openData.archive.text")),
    page: (language) => `${origin}${links.openData(language)}#releases`,
    frequency: authorities.monthly,
    offers: releases.map((release) => ({
      id: `archive-${nameRelease(release)}`,
      title: inAll((language) => message(language, "openData.archive.version", { name: nameRelease(release) })),
      address: `${origin}${links.openDataFile(languages[0], nameArchive(programme.id, release))}`,
      form: fileForms.zip,
      languages,
      size: release.size,
      sha256: release.sha256,
      issued: release.madeAt.toISOString(),
    })),
  };
}

export function inAll(write: (language: Language) => string): Localized {
  return Object.fromEntries(languages.map((language) => [language, write(language)]));
}
