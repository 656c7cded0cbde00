import type { Project } from "../projects/project.ts";
import { type Basis, yearsOfProject } from "./basis.ts";
import type { CountedType, Evidence, GovernmentType, TypeReason } from "./draft.ts";
import type { HeldEvent } from "./held-events.ts";
import { nameOrganisations, sayInAll, sayKindCount, sayProjectKind, saySince, textIn } from "./say.ts";

/**
 * What makes type A: trainees received, people sent, with surveys and seminars on site (D, 備考 1). Talks on site are people
 * sent as well: Saitama has nothing else on record, and D calls it A.
 */
export const exchangeKinds = ["training", "delegation", "dispatch", "visit", "seminar", "survey", "consultation"];

/** What makes type B beyond it: 「特定の課題に関する共同研究やモデル事業等」 (D, 備考 1); Toyama's technical cooperation counts there. */
export const jointWorkKinds = [
  "joint-research",
  "model-project",
  "designated-city",
  "technical-cooperation",
  "planning-support",
];

/**
 * The type of a local government over some fiscal years, counted from its records, whoever paid: D counts Tokyo's and Yokkaichi's own
 * budgets and Toyama's JICA work as the programme's.
 */
export function countType(government: string, years: readonly number[], basis: Basis): CountedType {
  const events = basis.events.filter(
    (event) => years.includes(event.fiscalYear) && event.governments.includes(government),
  );
  const exchanges = events.filter(({ kind }) => exchangeKinds.includes(kind));
  const helped = basis.events.filter((event) => years.includes(event.fiscalYear) && event.helpers.includes(government));
  const projects = projectsOf(government, basis).map((project) => {
    const all = yearsOfProject(project, basis);
    return { project, all, years: all.filter((year) => years.includes(year)) };
  });
  const joint = projects.filter(({ years: own }) => own.length > 0);
  const counted: GovernmentType = joint.length > 0 ? "B" : exchanges.length > 0 || helped.length > 0 ? "A" : "none";
  return {
    organisation: government,
    counted,
    reasons: [
      ...joint.map(({ project }) => sayJointWork(project, government, basis)),
      ...sayExchanges(exchanges),
      ...(helped.length > 0 ? [sayHelp(helped, government, basis)] : []),
      ...projects.filter(({ years: own }) => own.length === 0).map(({ project, all }) => sayNotCounted(project, all)),
    ],
  };
}

/** Projects of its partnerships, and those that it leads. */
export function projectsOf(government: string, { projects, partnerships }: Basis): Project[] {
  const own = partnerships
    .filter(({ home, partner }) => home === government || partner === government)
    .map(({ id }) => id);
  return projects.filter(
    ({ kind, partnership, parties }) =>
      jointWorkKinds.includes(kind) &&
      (partnership === null
        ? parties.some(({ organisation, role }) => role === "lead" && organisation === government)
        : own.includes(partnership)),
  );
}

function sayJointWork(project: Project, government: string, basis: Basis): TypeReason {
  const partner = basis.partnerships.find(({ id }) => id === project.partnership);
  const other = partner === undefined ? null : partner.home === government ? partner.partner : partner.home;
  const key = project.funding === "jica" ? "evaluation.reason.jica" : "evaluation.reason.joint";
  return {
    makes: "B",
    text: sayInAll(key, (language) => ({
      kind: sayProjectKind(project.kind, language),
      partner: other === null ? "" : nameOrganisations(basis, [other], language),
      title: textIn(project.title, language),
      since: saySince(project, basis, language),
    })),
    records: [
      { kind: "project", id: project.id },
      ...basis.events.filter(({ projects }) => projects.includes(project.id)).map(toEvidence),
    ],
  };
}

function sayExchanges(events: readonly HeldEvent[]): TypeReason[] {
  return exchangeKinds.flatMap((kind) => {
    const own = events.filter((event) => event.kind === kind);
    return own.length === 0
      ? []
      : [
          {
            makes: "A" as const,
            text: sayInAll("evaluation.reason.exchange", (language) => ({
              parts: sayKindCount(kind, own.length, language),
            })),
            records: own.map(toEvidence),
          },
        ];
  });
}

function sayHelp(events: readonly HeldEvent[], government: string, basis: Basis): TypeReason {
  const led = events.flatMap(({ governments }) => governments).filter((id) => isHome(id, government, basis));
  return {
    makes: "A",
    text: sayInAll("evaluation.reason.helped", (language) => ({
      others: nameOrganisations(basis, led, language),
      count: events.length,
    })),
    records: events.map(toEvidence),
  };
}

/** A record that a reader would ask about: why does this one not count? */
function sayNotCounted(project: Project, years: readonly number[]): TypeReason {
  const reason = project.status === "planned" ? "planned" : years.length === 0 ? "undated" : "otherYears";
  return {
    makes: null,
    text: sayInAll(`evaluation.reason.${reason}`, (language) => ({
      kind: sayProjectKind(project.kind, language),
      title: textIn(project.title, language),
    })),
    records: [{ kind: "project", id: project.id }],
  };
}

function isHome(id: string, government: string, { directory }: Basis): boolean {
  return directory.find(id)?.country === directory.find(government)?.country && id !== government;
}

export function toEvidence({ id }: { id: string }): Evidence {
  return { kind: "activity", id };
}
