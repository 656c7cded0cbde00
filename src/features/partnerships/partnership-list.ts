import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { readText } from "../../web/query.ts";
import { type Partnership, partnershipTypes } from "./partnership.ts";

export interface PartnershipFilter {
  home?: string | undefined;
  partner?: string | undefined;
  type?: string | undefined;
}

/** What the address narrows the list to, and a sentence for every value that cannot be understood. */
export function readPartnershipQuery(
  url: URL,
  partnerships: readonly Partnership[],
  language: Language,
): { filter: PartnershipFilter; problems: string[] } {
  const known: Record<keyof PartnershipFilter, (value: string) => boolean> = {
    home: (value) => partnerships.some(({ home }) => home === value),
    partner: (value) => partnerships.some(({ partner }) => partner === value),
    type: (value) => partnershipTypes.some((type) => type === value),
  };
  const filter: PartnershipFilter = {};
  const problems: string[] = [];
  for (const name of ["home", "partner", "type"] as const) {
    const value = readText(url, name);
    if (value === undefined) continue;
    if (known[name](value)) filter[name] = value;
    else problems.push(message(language, "organisations.unknownFilter", { value }));
  }
  return { filter, problems };
}

/** The pairs that the filter lets through, those of one home government together; `type` in any year. */
export function choosePartnerships(
  all: readonly Partnership[],
  { home, partner, type }: PartnershipFilter,
): Partnership[] {
  const chosen = all.filter(
    (partnership) =>
      (home === undefined || partnership.home === home) &&
      (partner === undefined || partnership.partner === partner) &&
      (type === undefined || partnership.years.some((year) => year.type === type)),
  );
  return [...groupByHome(chosen).values()].flat();
}

export function groupByHome(partnerships: readonly Partnership[]): Map<string, Partnership[]> {
  const groups = new Map<string, Partnership[]>();
  for (const partnership of partnerships) {
    const group = groups.get(partnership.home);
    if (group) group.push(partnership);
    else groups.set(partnership.home, [partnership]);
  }
  return groups;
}
