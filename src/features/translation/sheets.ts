import { column, defineSheet, localizedColumns } from "../../sheets/sheet.ts";

export const termDomains = [
  "government",
  "document",
  "pollutant",
  "air-quality",
  "source",
  "technology",
  "measure",
  "energy",
  "vehicle",
  "monitoring",
  "law",
  "cooperation",
] as const;
export type TermDomain = (typeof termDomains)[number];

export const termSheet = defineSheet({
  name: "terms",
  help: "How terms are translated: the terminology of the policy desk, for translators, checks and search.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("domain", { type: "choice", choices: termDomains }, "subject field"),
    ...localizedColumns("term", "the term to use"),
    column("variants_ja", { type: "texts" }, "other words that mean the same and are allowed (Japanese)", {
      optional: true,
    }),
    column("variants_zh", { type: "texts" }, "other words that mean the same and are allowed (Chinese)", {
      optional: true,
    }),
    column("variants_en", { type: "texts" }, "other words that mean the same and are allowed (English)", {
      optional: true,
    }),
    column("forbidden_ja", { type: "texts" }, "words that must not be used for it (Japanese)", { optional: true }),
    column("forbidden_zh", { type: "texts" }, "words that must not be used for it (Chinese)", { optional: true }),
    column("forbidden_en", { type: "texts" }, "words that must not be used for it (English)", { optional: true }),
    ...localizedColumns("note", "what a translator should know", { optional: true }),
  ],
});
