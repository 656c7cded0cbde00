import { localize } from "../../../../core/localized.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { StructureNode } from "../../../programme/framework.ts";
import { nameCountry } from "../../../programme/name-side.ts";
import type { Study } from "../../compose/study.ts";
import { isTold, lastDay } from "../known-on.ts";
import { timelessTable } from "../plain-table.ts";

/** The figure of the structure in words: who stands at each level on both sides. */
export function layOutLevels(study: Study): PrintTable {
  const { framework, programme, language } = study;
  const nodes = framework.nodes.filter(({ source }) => isTold(source, study));
  const levels = [...new Set(nodes.map(({ level }) => level))];
  const onSide = (level: string, country: string) =>
    nodes
      .filter((node) => node.level === level && node.country === country)
      .map((node) => describeNode(node, study))
      .join("\n");
  return timelessTable(study, {
    id: "structure-levels",
    title: message(language, "structure.figure", { name: localize(programme.shortName, language).text }),
    columns: [
      { key: "level", label: message(language, "report.overview.column.level"), share: 0.16 },
      { key: "home", label: message(language, "table.column.home"), share: 0.42 },
      { key: "partner", label: message(language, "table.column.partner"), share: 0.42 },
    ],
    rows: levels.map((level) => ({
      key: level,
      cells: [
        choiceMessage(language, "structure.level", level),
        onSide(level, programme.homeCountry),
        onSide(level, programme.partnerCountry),
      ],
    })),
  });
}

/** What passes between them. */
export function layOutLinks(study: Study): PrintTable {
  const { framework, programme, language } = study;
  const byId = new Map(framework.nodes.map((node) => [node.id, node]));
  const labels = framework.nodes.map(({ label }) => localize(label, language).text);
  const name = (id: string) => {
    const node = byId.get(id);
    if (!node) return id;
    const label = localize(node.label, language).text;
    // The country is said where both sides have a part of the same name.
    if (labels.filter((other) => other === label).length === 1) return label;
    return message(language, "structure.node", { label, country: nameCountry(programme, node.country, language) });
  };
  const links = framework.links.filter(({ source }) => isTold(source, study));
  return timelessTable(study, {
    id: "structure-links",
    title: message(language, "report.overview.linksTitle"),
    columns: [
      { key: "parts", label: message(language, "report.overview.column.parts"), share: 0.6 },
      { key: "label", label: message(language, "structure.links.label"), share: 0.4 },
    ],
    rows: links.map(({ from, to, mutual, label }) => ({
      key: `${from}-${to}`,
      cells: [`${name(from)} ${mutual ? "⇄" : "→"} ${name(to)}`, localize(label, language).text],
    })),
    notes: [message(language, "report.overview.linksNote")],
  });
}

/** 「技術プラットフォーム：一般財団法人日本環境衛生センター、…」 under the names of the source's own time. */
function describeNode({ label, organisations, source }: StructureNode, study: Study): string {
  const { books, directory, language } = study;
  const day = lastDay(books.document(source.document).asOf);
  const names = organisations.map((id) => directory.name(id, language, day));
  const own = localize(label, language).text;
  const joined = names.join(message(language, "list.separator"));
  if (joined === "") return own;
  // 「国際協力機構：独立行政法人国際協力機構」 would say it twice.
  if (names.some((name) => name.includes(own))) return joined;
  return message(language, "people.of", { organisation: own, count: joined });
}
