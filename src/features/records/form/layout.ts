import type { RecordKindId } from "../../../records/kind.ts";

/** One question of a form: a column, a text in three languages, or the rows of a part. */
export type FormItem =
  | { field: string }
  | { localized: string; long?: true }
  | {
      part: string;
      columns: readonly string[];
      /** more questions than a table has room for: each row is a card */
      cards?: true;
      /** of a card, columns that few rows fill: they stay folded in it until they hold something */
      folded?: readonly string[];
    };

export interface FormGroup {
  /** heading `entryForm.group.{id}` */
  id: string;
  items: readonly FormItem[];
  /** what few people fill in stays folded until it holds something */
  folded?: true;
}

const source: FormGroup = {
  id: "source",
  items: [{ field: "source" }, { field: "source_place" }, { field: "source_row" }],
  folded: true,
};

/**
 * The forms, in the order in which an official thinks of a record: what, when, who, what came of it. Columns that stand in no
 * group keep what they hold.
 */
export const formLayouts: Record<RecordKindId, readonly FormGroup[]> = {
  activity: [
    {
      id: "what",
      items: [
        { field: "kind" },
        { localized: "title" },
        { field: "register" },
        { field: "fiscal_year" },
        { field: "status" },
      ],
    },
    { id: "whenWhere", items: [{ field: "date" }, { field: "place" }, { localized: "venue" }] },
    {
      id: "who",
      items: [
        { part: "activity_parties", columns: ["organisation", "role"] },
        { part: "activity_people", columns: ["organisation", "categories", "count", "approximate"] },
      ],
    },
    {
      id: "content",
      items: [
        { localized: "theme", long: true },
        { localized: "result", long: true },
        { localized: "remark", long: true },
        { field: "topics" },
      ],
    },
    {
      id: "relations",
      items: [{ field: "funding" }, { field: "partnerships" }, { field: "project" }, { field: "agreement" }],
    },
    {
      id: "listDetails",
      items: [{ field: "number" }, { field: "level" }, { field: "stated_days" }, { field: "others" }],
      folded: true,
    },
    source,
  ],
  project: [
    {
      id: "what",
      items: [{ field: "kind" }, { localized: "title" }, { localized: "content", long: true }, { field: "status" }],
    },
    { id: "whenWhere", items: [{ field: "period" }] },
    {
      id: "who",
      items: [
        {
          part: "project_parties",
          columns: ["organisation", "role", "description_ja", "description_zh", "description_en"],
        },
        { field: "partnership" },
        { field: "agreement" },
      ],
    },
    {
      id: "milestones",
      items: [
        { part: "project_phases", columns: ["number", "name_ja", "name_zh", "name_en", "period", "status"] },
        {
          part: "project_milestones",
          columns: ["date", "status", "phase", "responsible", "text_ja", "text_zh", "text_en"],
          cards: true,
        },
      ],
    },
    {
      id: "methodData",
      items: [
        { localized: "method", long: true },
        { localized: "data", long: true },
        {
          part: "project_sites",
          columns: ["name_ja", "name_zh", "name_en", "place", "purpose_ja", "purpose_zh", "purpose_en"],
          cards: true,
        },
      ],
    },
    {
      id: "results",
      items: [
        {
          part: "project_results",
          columns: [
            ...["number", "stage", "state", "date", "text_ja", "text_zh", "text_en"],
            ...["policy", "policy_text_ja", "policy_text_zh", "policy_text_en"],
          ],
          cards: true,
          folded: [
            ...["indicator_ja", "indicator_zh", "indicator_en", "unit"],
            ...["baseline_value", "baseline_period", "target_value", "target_period"],
            ...["method_ja", "method_zh", "method_en", "uncertainty_ja", "uncertainty_zh", "uncertainty_en"],
            ...["verified_by", "verified_text_ja", "verified_text_zh", "verified_text_en"],
          ],
        },
        { part: "project_actuals", columns: ["result", "period", "value", "uncertainty"] },
      ],
    },
    { id: "relations", items: [{ field: "topics" }, { field: "funding" }, { field: "budget_reference" }] },
    source,
  ],
  agreement: [
    {
      id: "what",
      items: [{ field: "kind" }, { localized: "title" }, { localized: "content", long: true }, { field: "status" }],
    },
    { id: "whenWhere", items: [{ field: "signed" }, { field: "valid" }] },
    {
      id: "who",
      items: [
        {
          part: "agreement_parties",
          columns: ["organisation", "signatory_ja", "signatory_zh", "signatory_en"],
        },
        { field: "partnership" },
      ],
    },
    source,
  ],
  partnership: [
    { id: "who", items: [{ field: "home" }, { field: "partner" }] },
    { id: "what", items: [{ field: "basis" }, { field: "funding" }, { field: "since" }] },
    { id: "years", items: [{ part: "partnership_years", columns: ["fiscal_year", "type"] }] },
    { id: "content", items: [{ localized: "note", long: true }] },
    source,
  ],
  organisation: [
    {
      id: "what",
      items: [
        { localized: "name" },
        { localized: "short_name" },
        { field: "tier" },
        { field: "country" },
        { field: "parent" },
        { field: "website" },
      ],
    },
    {
      id: "names",
      items: [{ part: "organisation_names", columns: ["language", "name", "kind", "valid"] }],
    },
    {
      id: "codes",
      items: [
        { field: "code_jp" },
        { field: "code_cn" },
        { field: "code_iso" },
        { field: "latitude" },
        { field: "longitude" },
      ],
      folded: true,
    },
    source,
  ],
  claim: [
    {
      id: "what",
      items: [
        { field: "measure" },
        { field: "fiscal_year" },
        { field: "group_organisation" },
        { field: "unit" },
        { field: "value" },
        { field: "approximate" },
        { field: "places" },
        { field: "as_of" },
        { field: "printed_text" },
      ],
    },
    { id: "statedIn", items: [{ field: "source" }, { field: "source_place" }, { field: "source_row" }] },
    {
      id: "content",
      items: [{ localized: "definition", long: true }, { localized: "explanation", long: true }, { field: "part_of" }],
    },
  ],
  news: [
    { id: "what", items: [{ localized: "title" }, { localized: "body", long: true }] },
    { id: "whenWhere", items: [{ field: "published" }] },
    { id: "relations", items: [{ field: "topics" }, { field: "partnership" }, { field: "link" }] },
    source,
  ],
};

/** Columns with the wording of a date as it was typed or printed. */
export const dateTextColumns: Record<string, string> = {
  date: "date_text",
  signed: "signed_text",
  period: "period_text",
};
