import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { KeyFigure } from "../../../web/components/key-figures.tsx";
import { links } from "../../../web/links.ts";
import type { ActivityTally } from "../../activities/tally.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** Which kinds stand together under one figure. */
const groups = [
  { name: "consultations", kinds: ["consultation", "policy-dialogue"], unit: "times" },
  { name: "trainings", kinds: ["training", "delegation"], unit: "times" },
  { name: "seminars", kinds: ["seminar", "joint-meeting"], unit: "times" },
] as const;

/** What the records of the partnership add up to, what is still expected beside it. */
export function assembleFigures(
  record: Pick<PartnershipRecord, "tally" | "projects" | "language" | "partnership">,
): KeyFigure[] {
  const { tally, projects, language, partnership } = record;
  const counted = groups.map(({ name, kinds, unit }): KeyFigure => {
    const { held, expected } = sumTally(tally, kinds);
    return {
      label: message(language, `partnershipPage.figure.${name}`),
      value: String(held),
      unit: message(language, `partnershipPage.unit.${unit}`, { count: held }),
      note: expected === 0 ? undefined : message(language, "partnershipPage.expected", { count: expected }),
      href: links.activities(language, { partnership: partnership.id }),
    };
  });
  const { people, approximate } = sumTally(tally, groups[1].kinds);
  return [
    ...counted.slice(0, 2),
    {
      label: message(language, "partnershipPage.figure.people"),
      value: people.toLocaleString("en"),
      unit: message(language, "partnershipPage.unit.people", { count: people }),
      note: approximate ? message(language, "partnershipPage.approximate") : undefined,
    },
    ...counted.slice(2),
    {
      label: message(language, "partnershipPage.figure.projects"),
      value: String(projects.length),
      unit: writeProjectUnit(language, projects.length),
      href: projects.length === 0 ? undefined : "#projects",
    },
  ];
}

function writeProjectUnit(language: Language, count: number): string {
  return message(language, "partnershipPage.unit.projects", { count });
}

export function sumTally(
  tally: readonly ActivityTally[],
  kinds: readonly string[],
): { held: number; expected: number; people: number; approximate: boolean } {
  const own = tally.filter(({ kind }) => kinds.includes(kind));
  const sum = (name: "held" | "expected" | "people") => own.reduce((total, entry) => total + entry[name], 0);
  return {
    held: sum("held"),
    expected: sum("expected"),
    people: sum("people"),
    approximate: own.some((entry) => entry.approximate),
  };
}
