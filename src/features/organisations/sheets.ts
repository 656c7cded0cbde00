import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const organisationTiers = [
  "ministry",
  "department",
  "agency",
  "prefecture",
  "province",
  "city",
  "bureau",
  "institute",
  "centre",
  "university",
  "association",
  "company",
  "facility",
] as const;

export const organisationSheet = defineSheet({
  name: "organisations",
  help: "Ministries, local governments, institutes, centres, associations, companies.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("country", { type: "reference", sheet: "countries" }, "country", { optional: true }),
    column("tier", { type: "choice", choices: organisationTiers }, "kind of organisation"),
    column("parent", { type: "reference", sheet: "organisations" }, "organisation above it", { optional: true }),
    ...localizedColumns("name", "full name"),
    ...localizedColumns("short_name", "name within its parent, or the usual abbreviation", { optional: true }),
    column(
      "code_jp",
      { type: "code", pattern: /^\d{6}$/ },
      "Japan's six-digit local government code with its check digit",
      { optional: true },
    ),
    column("code_cn", { type: "code", pattern: /^\d{6}$/ }, "China's GB/T 2260 code", { optional: true }),
    column("code_iso", { type: "code", pattern: /^[A-Z]{2}-[A-Z0-9]{1,3}$/ }, "ISO 3166-2 code", { optional: true }),
    column("latitude", { type: "decimal", minimum: -90, maximum: 90 }, "degrees north of the seat of government", {
      optional: true,
    }),
    column("longitude", { type: "decimal", minimum: -180, maximum: 180 }, "degrees east of the seat of government", {
      optional: true,
    }),
    column("website", { type: "text" }, "address of its pages", { optional: true }),
    ...sourceColumns,
  ],
});

export const organisationNameSheet = defineSheet({
  name: "organisation_names",
  help: "Other names of organisations: aliases, abbreviations, readings, and names of earlier or later times.",
  key: ["organisation", "language", "name"],
  columns: [
    column("organisation", { type: "reference", sheet: "organisations" }, "organisation"),
    column("language", { type: "choice", choices: ["ja", "zh", "en"] }, "language of the name"),
    column("name", { type: "text" }, "the name"),
    column(
      "kind",
      { type: "choice", choices: ["alias", "abbreviation", "reading", "former", "successor", "printed"] },
      "what sort of name; printed: a form that a source uses",
    ),
    column("valid", { type: "edtf" }, "interval in which it was the official name", { optional: true }),
    ...sourceColumns,
  ],
});
