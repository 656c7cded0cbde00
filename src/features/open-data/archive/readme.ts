import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { Programme } from "../../programme/programme.ts";
import { datasets } from "../datasets.ts";
import { nameSheet } from "../name-sheet.ts";
import { nameRelease } from "../release.ts";
import { licenceUrl } from "./write-json.ts";

interface ReleaseName {
  origin: string;
  month: string;
  version: number;
}

/** What the archive is, how it may be used, and how its files are written: for someone who finds it without the site. */
export function writeReadme(
  language: Language,
  programme: Programme,
  { origin, ...release }: ReleaseName,
  counts: ReadonlyMap<string, number>,
): string {
  const name = localize(programme.name, language).text;
  const values = {
    programme: name,
    release: nameRelease(release),
    date: writeEdtf(programme.asOf, language),
    address: `${origin}${links.openData(language)}`,
    year: programme.asOf.slice(0, 4),
  };
  const sections: [
    key: "what" | "licence" | "cite" | "contents" | "definitions" | "encoding" | "check",
    lines: string[],
  ][] = [
    ["what", [message(language, "openData.readme.whatText", values)]],
    ["licence", [message(language, "openData.readme.licenceText", values), licenceUrl]],
    ["cite", [message(language, "openData.readme.citeText", values)]],
    ["contents", [...listFolders(language), ...listSheets(language, counts)]],
    ["definitions", [message(language, "openData.readme.definitionsText", values)]],
    ["encoding", [message(language, "openData.readme.encodingText", values)]],
    ["check", [message(language, "openData.readme.checkText", values)]],
  ];
  const title = message(language, "openData.readme.title", values);
  const parts = sections.map(
    ([key, lines]) => `## ${message(language, `openData.readme.${key}`)}\n\n${lines.join("\n")}\n`,
  );
  return [`# ${title}\n`, ...parts].join("\n");
}

function listFolders(language: Language): string[] {
  const folders = ["records", "json", "tables", "iati", "catalogue", "datapackage", "checksums"] as const;
  return [...folders.map((folder) => `- ${message(language, `openData.readme.folder.${folder}`)}`), ""];
}

function listSheets(language: Language, counts: ReadonlyMap<string, number>): string[] {
  const rows = datasets.flatMap(({ sheets }) =>
    sheets.map(({ name }) => ({ name, rows: counts.get(name) ?? 0 })).filter((sheet) => sheet.rows > 0),
  );
  return rows.map(
    ({ name, rows: count }) =>
      `- \`records/${name}.csv\` ${message(language, "openData.readme.sheet", { label: nameSheet(language, name), count })}`,
  );
}
