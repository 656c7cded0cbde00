import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { paragraph } from "./blocks.ts";
import type { Study } from "./study.ts";

/** What 「IGES」, 「JESC」 and the like stand for: those organisations whose abbreviation the blocks really use. */
export function listAbbreviations(study: Study, blocks: readonly Block[]): Block[] {
  const { directory, language } = study;
  // Every string of the blocks, so that no kind of block is forgotten.
  const used = new Set(JSON.stringify(blocks).match(/(?<![A-Za-z])[A-Z]{2,}(?![A-Za-z])/g));
  const rows = directory.all
    .filter(({ tier }) => ["institute", "agency", "centre"].includes(tier))
    .map(({ id }) => ({ term: directory.shortName(id, language), name: study.name(id) }))
    .filter(({ term, name }) => used.has(term) && term !== name)
    .toSorted((a, b) => (a.term < b.term ? -1 : 1));
  if (rows.length === 0) return [];
  return [
    paragraph(message(language, "report.interim.abbreviations"), "lead"),
    { is: "facts", rows: rows.map(({ term, name }) => ({ term, runs: [{ text: name }] })) },
  ];
}
