import type { ItemFieldName } from "../../item.ts";
import { cleanLine } from "../clean-text.ts";
import type { HtmlElement } from "../html/parse-html.ts";
import { walkElements } from "../html/walk.ts";
import type { RememberedField } from "../model.ts";
import type { Candidate } from "./candidates.ts";

/** Named values of a page's head, by name in lower case; the first of a name counts. */
export type Metadata = ReadonlyMap<string, { name: string; content: string }>;

export function readMetadata(root: HtmlElement): Metadata {
  const found = new Map<string, { name: string; content: string }>();
  for (const { name: element, attributes } of walkElements(root)) {
    if (element !== "meta") continue;
    const name = attributes.name ?? attributes.property ?? "";
    const content = cleanLine((attributes.content ?? "").replace(/<[^>]*>|&lt;.*?&gt;/g, " ").replace(/&nbsp;/g, " "));
    const key = name.toLowerCase();
    if (key !== "" && content !== "" && !found.has(key)) found.set(key, { name, content });
  }
  return found;
}

/**
 * Tags of articles in 政府网站发展指引 (国办发〔2017〕47号, annex on page labels): ArticleTitle, PubDate, ContentSource. Before
 * and beside it, gov.cn's own (firstpublishedtime), Dublin Core and Open Graph.
 */
const tags: readonly (readonly [name: string, field: ItemFieldName, confidence: number])[] = [
  ["articletitle", "title", 0.95],
  ["pubdate", "published", 0.95],
  ["firstpublishedtime", "published", 0.9],
  ["publishdate", "published", 0.85],
  ["article:published_time", "published", 0.85],
  ["dc.date", "published", 0.7],
  ["dc.title", "title", 0.7],
  ["og:title", "title", 0.6],
];

export function readTags(metadata: Metadata, remembered: readonly RememberedField[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { field, label } of remembered) {
    const tag = metadata.get(label.toLowerCase());
    if (tag) found.push({ field, text: tag.content, origin: "remembered", confidence: 0.97, evidence: evidence(tag) });
  }
  for (const [key, field, confidence] of tags) {
    const tag = metadata.get(key);
    if (!tag || (field === "title" && isNoTitle(tag.content, metadata))) continue;
    found.push({ field, text: tag.content, origin: "metadata", confidence, evidence: evidence(tag) });
  }
  return found;
}

/** Sites that were set up carelessly give every page the site's or the column's name, or cut the title. */
function isNoTitle(content: string, metadata: Metadata): boolean {
  const others = ["sitename", "columnname", "og:site_name", "lanmu", "catalog"].map(
    (key) => metadata.get(key)?.content,
  );
  return content.length < 5 || others.includes(content) || /…|\.{3}/.test(content);
}

function evidence({ name, content }: { name: string; content: string }): string {
  return `meta ${name}: ${content}`;
}
