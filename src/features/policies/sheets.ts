import { column, defineSheet, localizedColumns } from "../../sheets/sheet.ts";
import {
  importances,
  policyKinds,
  policyLinkKinds,
  regionLevels,
  targetBounds,
  targetIndicators,
  targetMeasures,
  targetUnits,
} from "./policy.ts";

export const policyRegionSheet = defineSheet({
  name: "policy_regions",
  help: "The gazetteer: provinces, cities and key regions of the partner country.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("level", { type: "choice", choices: regionLevels }, "what it is"),
    column("code", { type: "code", pattern: /^\d{6}$/ }, "GB/T 2260 code; a key region has none", { optional: true }),
    column("parent", { type: "reference", sheet: "policy_regions" }, "the province of a city", { optional: true }),
    column("members", { type: "references", sheet: "policy_regions" }, "what a key region consists of", {
      optional: true,
    }),
    ...localizedColumns("name", "full name"),
    column("aliases", { type: "texts" }, "short, former and other names in Chinese that stand for it in a text", {
      optional: true,
    }),
    column("organisation", { type: "reference", sheet: "organisations" }, "the government that takes part", {
      optional: true,
    }),
  ],
});

export const policyBodySheet = defineSheet({
  name: "policy_bodies",
  help: "Who issues policies, with the agency codes of their document numbers.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column(
      "level",
      {
        type: "choice",
        choices: ["party", "congress", "state-council", "ministry", "province", "city", "court", "other"],
      },
      "rank",
    ),
    ...localizedColumns("name", "full name"),
    column("aliases", { type: "texts" }, "short and former Chinese names", { optional: true }),
    column("codes", { type: "texts" }, "agency codes that begin its document numbers, as 国发", { optional: true }),
    column("region", { type: "reference", sheet: "policy_regions" }, "its province or city", { optional: true }),
    column("since", { type: "edtf" }, "founded", { optional: true }),
    column("until", { type: "edtf" }, "dissolved or renamed", { optional: true }),
    column("successor", { type: "reference", sheet: "policy_bodies" }, "what took its place", { optional: true }),
    column("organisation", { type: "reference", sheet: "organisations" }, "the same body in the directory", {
      optional: true,
    }),
  ],
});

export const policyTopicSheet = defineSheet({
  name: "policy_topics",
  help: "What policies are about, and the words by which that is seen.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    ...localizedColumns("name", "name"),
    column("topic", { type: "reference", sheet: "topics" }, "topic of the programme that it belongs to", {
      optional: true,
    }),
    column("terms", { type: "texts" }, "Chinese words of which one is enough in a title, or two mentions in a text"),
    column("terms_excluded", { type: "texts" }, "words that hold a term and mean something else", { optional: true }),
  ],
});

export const policySourceSheet = defineSheet({
  name: "policy_sources",
  help: "Where policies are published, and how their lists are read.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("body", { type: "reference", sheet: "policy_bodies" }, "who publishes there"),
    column("tier", { type: "choice", choices: ["central", "key-region", "partner"] }, "part of the bulletin"),
    column("region", { type: "reference", sheet: "policy_regions" }, "province, city or key region; none for central", {
      optional: true,
    }),
    ...localizedColumns("name", "name of the list: body and column"),
    column("language", { type: "choice", choices: ["zh", "ja", "en"] }, "language of its pages"),
    column(
      "kind",
      { type: "choice", choices: ["feed", "list", "sitemap", "rsshub", "mail", "manual"] },
      "feed: RSS, Atom or JSON Feed; list: a page of links; mail: newsletters sent to Renkei; manual: entered by people",
    ),
    column(
      "address",
      { type: "code", pattern: /^https?:\/\/\S+$|^\/\S+$/ },
      "first page, feed or sitemap; of rsshub the route",
      {
        optional: true,
      },
    ),
    column("item_selector", { type: "text" }, "CSS selector of one entry of a list", { optional: true }),
    column("link_selector", { type: "text" }, "its link, within the entry", { optional: true }),
    column("date_selector", { type: "text" }, "its date, within the entry", { optional: true }),
    column("next_selector", { type: "text" }, "link to the next page of the list", { optional: true }),
    column("include", { type: "text" }, "regular expression that addresses of articles match", { optional: true }),
    column("every_hours", { type: "integer", minimum: 1, maximum: 720 }, "how often it is asked"),
    column(
      "quiet_days",
      { type: "integer", minimum: 1, maximum: 730 },
      "after how many days without news it is called quiet",
    ),
    column(
      "tried",
      { type: "edtf" },
      "when the declaration was last tried on the real site; empty where it never was",
      {
        optional: true,
      },
    ),
    ...localizedColumns("note", "what is known of it", { optional: true }),
  ],
});

const referenceColumns = [
  column("reference_title", { type: "text" }, "what the facts were checked against"),
  column("reference_url", { type: "code", pattern: /^https?:\/\/\S+$/ }, "its address", { optional: true }),
  column(
    "checked",
    { type: "choice", choices: ["text", "page", "memory"] },
    "text: the published text was read; page: a page about it was read; memory: neither could be reached",
  ),
];

export const policySheet = defineSheet({
  name: "policies",
  help: "Policies of the partner country that matter to the programme: facts about them, none of their text.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("kind", { type: "choice", choices: policyKinds }, "what it is"),
    ...localizedColumns("title", "title; the Chinese one as published"),
    column("document_number", { type: "text" }, "document or standard number", { optional: true }),
    column("bodies", { type: "references", sheet: "policy_bodies" }, "who issued it, in the order of the document"),
    column("written", { type: "edtf" }, "date of the document (成文日期)", { optional: true }),
    column("published", { type: "edtf" }, "date of publication (发布日期)"),
    column("in_force", { type: "edtf" }, "day on which it takes effect", { optional: true }),
    column("ended", { type: "edtf" }, "day on which it was repealed or replaced", { optional: true }),
    column("regions", { type: "references", sheet: "policy_regions" }, "where it applies; none: the whole country", {
      optional: true,
    }),
    column("topics", { type: "references", sheet: "policy_topics" }, "what it is about"),
    column("importance", { type: "choice", choices: importances }, "how important it is to the programme"),
    column("url", { type: "code", pattern: /^https?:\/\/\S+$/ }, "official page", { optional: true }),
    ...referenceColumns,
  ],
});

export const policyLinkSheet = defineSheet({
  name: "policy_links",
  help: "How policies of the list belong together.",
  key: ["policy", "kind", "target"],
  columns: [
    column("policy", { type: "reference", sheet: "policies" }, "the later one"),
    column("kind", { type: "choice", choices: policyLinkKinds }, "what it does to the other"),
    column("target", { type: "reference", sheet: "policies" }, "the earlier one"),
  ],
});

export const policyTargetSheet = defineSheet({
  name: "policy_targets",
  help: "What policies set out to reach, in numbers.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("policy", { type: "reference", sheet: "policies" }, "policy that sets it"),
    column("place", { type: "text" }, "article or section of the policy", { optional: true }),
    column("region", { type: "reference", sheet: "policy_regions" }, "where; empty: the whole country", {
      optional: true,
    }),
    column("indicator", { type: "choice", choices: targetIndicators }, "what is measured"),
    column("measure", { type: "choice", choices: targetMeasures }, "how the number is meant"),
    column("value", { type: "decimal", minimum: -1e9, maximum: 1e9 }, "the number; a reduction is negative"),
    column("unit", { type: "choice", choices: targetUnits }, "its unit"),
    column("bound", { type: "choice", choices: targetBounds }, "what counts as reached"),
    column("base_year", { type: "integer", minimum: 1990, maximum: 2100 }, "year compared with", { optional: true }),
    column("target_year", { type: "integer", minimum: 1990, maximum: 2100 }, "year by the end of which"),
    ...localizedColumns(
      "scope",
      "what the number is of where not of the whole: an industry, some of the cities, a season",
      {
        optional: true,
      },
    ),
  ],
});

export const policyClippingSheet = defineSheet({
  name: "policy_clippings",
  help: "What the desk wrote about a policy: what it says and why it matters to the programme, in our own words.",
  key: ["policy"],
  columns: [
    column("policy", { type: "reference", sheet: "policies" }, "policy"),
    ...localizedColumns("summary", "what it says"),
    ...localizedColumns("why", "why it matters to the cities that take part"),
  ],
});
