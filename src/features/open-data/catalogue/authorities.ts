import type { Language } from "../../../core/language.ts";

const authority = "http://publications.europa.eu/resource/authority";

/** Controlled vocabularies that DCAT-AP 3 asks for (its section on controlled vocabularies): those of the EU and IANA. */
export const authorities = {
  environment: `${authority}/data-theme/ENVI`,
  themes: `${authority}/data-theme`,
  irregular: `${authority}/frequency/IRREG`,
  monthly: `${authority}/frequency/MONTHLY`,
  public: `${authority}/access-right/PUBLIC`,
  publicBody: "http://purl.org/adms/publishertype/NationalAuthority",
  ccBy: "https://creativecommons.org/licenses/by/4.0/",
  sha256: "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
} as const;

export const languageAuthority: Record<Language, string> = {
  ja: `${authority}/language/JPN`,
  zh: `${authority}/language/ZHO`,
  en: `${authority}/language/ENG`,
};

/** ISO 3166-1 alpha-3 of countries that such programmes are between; others have a node of their own. */
const alpha3: Record<string, string> = {
  cn: "CHN",
  id: "IDN",
  in: "IND",
  jp: "JPN",
  kh: "KHM",
  kr: "KOR",
  la: "LAO",
  mm: "MMR",
  mn: "MNG",
  my: "MYS",
  ph: "PHL",
  th: "THA",
  us: "USA",
  vn: "VNM",
};

export function countryAuthority(country: string): string | null {
  const code = alpha3[country.toLowerCase()];
  return code === undefined ? null : `${authority}/country/${code}`;
}

export interface FileForm {
  mediaType: string;
  /** of the EU's list of file types */
  fileType: string;
}

const media = "https://www.iana.org/assignments/media-types";
const openXml = `${media}/application/vnd.openxmlformats-officedocument`;

function form(mediaType: string, fileType: string): FileForm {
  return { mediaType, fileType: `${authority}/file-type/${fileType}` };
}

export const fileForms = {
  csv: form(`${media}/text/csv`, "CSV"),
  json: form(`${media}/application/json`, "JSON"),
  xlsx: form(`${openXml}.spreadsheetml.sheet`, "XLSX"),
  docx: form(`${openXml}.wordprocessingml.document`, "DOCX"),
  pdf: form(`${media}/application/pdf`, "PDF"),
  xml: form(`${media}/application/xml`, "XML"),
  zip: form(`${media}/application/zip`, "ZIP"),
  ttl: form(`${media}/text/turtle`, "RDF_TURTLE"),
  jsonld: form(`${media}/application/ld+json`, "JSON_LD"),
} as const;
