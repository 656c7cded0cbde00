import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { StructureNode as FigureNode, StructureLevel } from "../../../web/components/structure-figure.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Books } from "../books.ts";
import type { Framework, StructureLink, StructureNode } from "../framework.ts";
import type { Programme } from "../programme.ts";

export interface StructureInput {
  framework: Framework;
  books: Books;
  directory: OrganisationDirectory;
  programme: Pick<Programme, "homeCountry" | "partnerCountry" | "countries">;
  language: Language;
}

/** From the top of the figure to its foot, as the sheet `structure_nodes` declares them. */
export const structureLevels: readonly string[] = ["central", "platform", "local", "company"];

/**
 * The figure's levels: the boxes of both sides, what passes between the sides at one level, and what passes from a level to
 * any below it on its own side. The other connections stand in the list under the figure, which holds them all.
 */
export function assembleLevels(input: StructureInput): StructureLevel[] {
  const { framework, programme, language } = input;
  const { homeCountry, partnerCountry } = programme;
  return structureLevels.map((level) => {
    const onSide = (country: string) =>
      framework.nodes.filter((node) => node.level === level && node.country === country);
    return {
      key: level,
      label: choiceMessage(language, "structure.level", level),
      home: onSide(homeCountry).flatMap((node) => toFigureNodes(node, input)),
      partner: onSide(partnerCountry).flatMap((node) => toFigureNodes(node, input)),
      between: collectLabels(
        framework,
        language,
        (from, to) => from.level === level && from.country !== to.country && to.level === level,
      ),
      downwards: {
        home: joinLabels(framework, language, (from, to) => passesDown(from, to, level, homeCountry)),
        partner: joinLabels(framework, language, (from, to) => passesDown(from, to, level, partnerCountry)),
      },
    };
  });
}

/** Up to this many bodies stand in the figure themselves. */
const mostInFigure = 3;

/** A box of few bodies is these bodies, with the box as their part; a box of many leads to their list under the figure. */
function toFigureNodes(node: StructureNode, input: StructureInput): FigureNode[] {
  const { language } = input;
  const label = localize(node.label, language);
  if (node.organisations.length === 0) return [{ name: label }];
  if (node.organisations.length > mostInFigure) {
    const role = message(language, "structure.members", { count: node.organisations.length });
    return [{ name: label, href: `#${node.id}`, role }];
  }
  return node.organisations.map((id) => {
    const name = nameBody(id, node, input);
    const href = links.organisation(language, id);
    return name.includes(label.text) || node.level === "central" ? { name, href } : { name, href, role: label };
  });
}

/** The name that a body had when the source was written, which draws the structure of its own time. */
export function nameBody(id: string, node: StructureNode, { books, directory, language }: StructureInput): string {
  const asOf = parseEdtf(books.document(node.source.document).asOf);
  return directory.name(id, language, asOf.ok ? edtfBounds(asOf.value).to : null);
}

type Test = (from: StructureNode, to: StructureNode) => boolean;

function passesDown(from: StructureNode, to: StructureNode, level: string, country: string): boolean {
  const depth = (node: StructureNode) => structureLevels.indexOf(node.level);
  return from.level === level && from.country === country && to.country === country && depth(to) > depth(from);
}

function joinLabels(framework: Framework, language: Language, test: Test): string | undefined {
  const labels = collectLabels(framework, language, test);
  return labels.length === 0 ? undefined : labels.join(message(language, "list.slash"));
}

function collectLabels({ nodes, links: all }: Framework, language: Language, test: Test): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const fits = ({ from, to }: StructureLink) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    return start !== undefined && end !== undefined && test(start, end);
  };
  return [...new Set(all.filter(fits).map((link) => localize(link.label, language).text))];
}
