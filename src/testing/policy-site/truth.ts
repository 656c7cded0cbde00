import type { PolicyKind } from "../../features/policies/policy.ts";
import type { Page, Place } from "./catalogue.ts";
import type { Relations, Target } from "./publication.ts";
import { stripMark } from "./render-text.ts";

/** What a perfect reader makes of a page. Other items are named by `id`. */
export interface TruthItem extends Relations {
  id: string;
  /** ids of the declarations whose lists lead to it */
  sources: string[];
  url: string;
  title: string;
  /** in its proper form: 〔2016〕, no spaces */
  documentNumber: string | null;
  /** as the page has it */
  printedNumber: string | null;
  /** Chinese names, in the order of the document; empty for news that nobody issued */
  bodies: string[];
  written: string | null;
  published: string;
  kind: PolicyKind;
  topics: string[];
  /** ids of the gazetteer; empty: the whole country */
  regions: string[];
  /** every paragraph that its main text must contain, without marks */
  paragraphs: string[];
  targets: Target[];
  /** `text`: null where none can be read */
  attachments: { name: string; url: string; text: string | null }[];
  /** the list has changed its structure before it was published: the declared selectors do not find it */
  afterRedesign: boolean;
}

/** All but what robots.txt forbids, in the order of the sites. */
export function tellTruth(pages: readonly Page[], placeOf: (name: string) => Place): TruthItem[] {
  return pages
    .filter(({ publication }) => !publication.forbidden)
    .map((page) => tellItem(page, placeOf(page.site.name)));
}

function tellItem(page: Page, place: Place): TruthItem {
  const { site, publication } = page;
  const address = (path: string) => `${place.origin}${place.prefix}${path}`;
  const signed = publication.written !== undefined || publication.number !== undefined;
  return {
    ...publication.relations,
    id: publication.id,
    sources: [page.column, publication.alsoIn].flatMap((column) => (column ? [`test-${site.name}-${column}`] : [])),
    url: address(page.path),
    title: publication.title,
    documentNumber: publication.properNumber ?? publication.number ?? null,
    printedNumber: publication.number ?? null,
    bodies: [...(publication.bodies ?? (signed ? [site.body] : []))],
    written: publication.written ?? null,
    published: publication.published,
    kind: publication.kind,
    topics: [...publication.topics],
    regions: [...(publication.regions ?? (site.region ? [site.region] : []))],
    paragraphs: publication.text
      .split("\n")
      .filter((line) => !line.startsWith("|"))
      .map(stripMark),
    targets: [...(publication.targets ?? [])],
    attachments: page.attachments.map(({ path, index }) => {
      const attachment = publication.attachments?.[index];
      const readable = attachment?.format === "pdf" || attachment?.format === "docx";
      return { name: attachment?.name ?? "", url: address(path), text: readable ? attachment.lines.join("\n") : null };
    }),
    afterRedesign: (site.redesigned ?? "9999") <= publication.published,
  };
}
