import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldLabel, sheetLabel } from "../../../sheets/field-label.ts";
import { sheets } from "../../../sheets/registry.ts";
import type { Column, Sheet } from "../../../sheets/sheet.ts";
import type { Programme } from "../../programme/programme.ts";
import { nameRelease } from "../release.ts";
import { licenceUrl } from "./write-json.ts";
import type { WrittenFile } from "./zip-writer.ts";

/** Data Package v1 (https://specs.frictionlessdata.io): what each CSV file of the records holds, for programs. */
export function describePackage(
  programme: Programme,
  release: { month: string; version: number },
  origin: string,
  files: readonly (WrittenFile & { sheet?: Sheet })[],
): string {
  const present = new Set(files.flatMap(({ sheet }) => (sheet ? [sheet.name] : [])));
  const resources = files.flatMap((file) => (file.sheet ? [describeResource(file, file.sheet, present)] : []));
  const name = localize(programme.name, "en").text;
  return `${JSON.stringify(
    {
      profile: "tabular-data-package",
      name: `${programme.id}-open-data`,
      id: `${origin}/en/open-data#${nameRelease(release)}`,
      title: message("en", "openData.package.title", { programme: name }),
      description: localize(programme.summary, "en").text,
      version: nameRelease(release),
      homepage: `${origin}/en/open-data`,
      licenses: [{ name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0", path: licenceUrl }],
      resources,
    },
    null,
    2,
  )}\n`;
}

function describeResource({ path, bytes, sha256 }: WrittenFile, sheet: Sheet, present: ReadonlySet<string>) {
  const references = sheet.columns.flatMap(({ name, value }) => {
    if (value.type !== "reference" || !present.has(value.sheet)) return [];
    const target = sheets.find((candidate) => candidate.name === value.sheet);
    const [key, ...more] = target?.key ?? [];
    if (key === undefined || more.length > 0) return [];
    return [{ fields: name, reference: { resource: value.sheet === sheet.name ? "" : value.sheet, fields: key } }];
  });
  return {
    profile: "tabular-data-resource",
    name: sheet.name,
    path,
    title: sheetLabel("en", sheet.name),
    description: sheet.help,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: sheet.columns.map((column) => describeField(sheet, column)),
      primaryKey: sheet.key.length === 1 ? sheet.key[0] : sheet.key,
      ...(references.length > 0 && { foreignKeys: references }),
    },
  };
}

function describeField(sheet: Sheet, { name, value, required, help }: Column) {
  const field = { name, title: fieldLabel("en", sheet.name, name), description: help };
  const constraints = required ? { constraints: { required: true } } : {};
  switch (value.type) {
    case "integer":
      return { ...field, type: "integer", ...constraints };
    case "decimal":
      return { ...field, type: "number", ...constraints };
    case "flag":
      return { ...field, type: "boolean", trueValues: ["yes"], falseValues: ["no"], ...constraints };
    case "choice":
      return { ...field, type: "string", constraints: { ...(required && { required: true }), enum: value.choices } };
    case "edtf":
      return { ...field, type: "string", rdfType: "http://id.loc.gov/datatypes/edtf/EDTF", ...constraints };
    default:
      return { ...field, type: "string", ...constraints };
  }
}
