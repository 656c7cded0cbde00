import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearRange, fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Agreement } from "../../partnerships/partnership.ts";
import { type Basis, yearsOfProject } from "../basis.ts";
import { projectsOf, toEvidence } from "../count-types.ts";
import { isReachedIn } from "../deepening.ts";
import type { Draft } from "../draft.ts";
import type { HeldEvent } from "../held-events.ts";
import { nameOrganisations, sayInAll, sayKindCount, sayProjectKind, saySince, sayYears, textIn } from "../say.ts";

const onSite = ["consultation", "dispatch", "visit", "seminar", "survey", "delegation"] as const;

/** What a local government did over the years, one sentence a matter; a matter without records has no sentence. */
export function draftAchievements(government: string, years: readonly number[], basis: Basis): Draft[] {
  const inYears = basis.events.filter(({ fiscalYear }) => years.includes(fiscalYear));
  const events = inYears.filter(({ governments }) => governments.includes(government));
  return [
    ...draftTrainings(government, events, basis),
    ...draftExchanges(government, events, basis),
    ...draftAgreements(government, years, basis),
    ...draftProjects(government, years, basis),
    ...draftTogether(government, inYears, basis),
    ...draftNeeds(government, years, basis),
    ...draftUptake(government, years, basis),
  ];
}

function draftTrainings(government: string, events: readonly HeldEvent[], basis: Basis): Draft[] {
  const trainings = events.filter(({ kind }) => kind === "training");
  if (trainings.length === 0) return [];
  const known = trainings.filter(({ people }) => people !== null);
  const figures = {
    count: trainings.length,
    people: known.reduce((sum, { people }) => sum + (people ?? 0), 0),
    known: known.length,
  };
  const variant = known.length === 0 ? "trainings" : known.length < trainings.length ? "traineesPartly" : "trainees";
  return [
    {
      ...head(government, "trainings"),
      figures: variant === "trainings" ? { count: figures.count } : figures,
      text: sayInAll(`evaluation.draft.${variant}`, (language) => ({
        partners: nameOthers(government, trainings, basis, language),
        ...figures,
      })),
      evidence: trainings.map(toEvidence),
    },
  ];
}

function draftExchanges(government: string, events: readonly HeldEvent[], basis: Basis): Draft[] {
  const own = events.filter(({ kind }) => onSite.some((one) => one === kind));
  if (own.length === 0) return [];
  const figures = Object.fromEntries(
    onSite
      .map((kind) => [kind, own.filter((event) => event.kind === kind).length] as const)
      .filter(([, count]) => count > 0),
  );
  return [
    {
      ...head(government, "exchanges"),
      figures,
      text: sayInAll("evaluation.draft.exchanges", (language) => ({
        partners: nameOthers(government, own, basis, language),
        parts: Object.entries(figures)
          .map(([kind, count]) => sayKindCount(kind, count, language))
          .reduce(
            (list, one, index, all) =>
              `${list}${message(language, index === all.length - 1 ? "list.last" : "list.separator")}${one}`,
          ),
      })),
      evidence: own.map(toEvidence),
    },
  ];
}

function draftAgreements(government: string, years: readonly number[], basis: Basis): Draft[] {
  const own = basis.partnerships.filter(({ home, partner }) => home === government || partner === government);
  return basis.agreements
    .filter(
      (agreement) =>
        own.some(({ id }) => id === agreement.partnership) &&
        agreement.status !== "planned" &&
        years.some((year) => signedIn(agreement, basis).includes(year)),
    )
    .map((agreement) => ({
      ...head(government, `agreement/${agreement.id}`),
      figures: {},
      text: sayInAll(
        agreement.status === "signed" ? "evaluation.draft.signed" : "evaluation.draft.agreed",
        (language) => ({
          title: textIn(agreement.title, language),
          partner: namePartner(government, agreement.partnership, basis, language),
          date: agreement.signed === null ? "" : sayDay(agreement.signed, basis, language),
        }),
      ),
      evidence: [{ kind: "agreement" as const, id: agreement.id }],
    }));
}

function signedIn({ signedFrom }: Agreement, { calendar, asOf }: Basis): number[] {
  return signedFrom === null || signedFrom > asOf ? [] : fiscalYearsOf(calendar, { from: signedFrom, to: signedFrom });
}

/** A whole fiscal year is named as one: no agreement takes from April to March. */
function sayDay(edtf: string, basis: Basis, language: Language): string {
  const parsed = parseEdtf(edtf);
  const bounds = parsed.ok ? edtfBounds(parsed.value) : { from: null, to: null };
  const [year, ...others] = fiscalYearsOf(basis.calendar, bounds);
  if (year === undefined || others.length > 0) return writeEdtf(edtf, language);
  const { from, to } = fiscalYearRange(basis.calendar, year);
  return bounds.from === from && bounds.to === to ? sayYears(basis, [year], language) : writeEdtf(edtf, language);
}

/** 「人材交流を経て共同研究へ発展」 (D) is said only where exchange is on record from no later than the project's first year. */
function draftProjects(government: string, years: readonly number[], basis: Basis): Draft[] {
  return projectsOf(government, basis).flatMap((project) => {
    const all = yearsOfProject(project, basis);
    const [since] = all;
    if (since === undefined || !all.some((year) => years.includes(year))) return [];
    const before = basis.events.filter(
      (event) =>
        project.partnership !== null &&
        event.partnerships.includes(project.partnership) &&
        event.fiscalYear < since &&
        !event.projects.includes(project.id),
    );
    return [
      {
        ...head(government, `project/${project.id}`),
        figures: before.length > 0 ? { before: before.length } : {},
        text: sayInAll(before.length > 0 ? "evaluation.draft.grown" : "evaluation.draft.project", (language) => ({
          kind: sayProjectKind(project.kind, language),
          title: textIn(project.title, language),
          partner: namePartner(government, project.partnership, basis, language),
          since: saySince(project, basis, language),
          before: before.length,
        })),
        evidence: [{ kind: "project" as const, id: project.id }, ...before.map(toEvidence)],
      },
    ];
  });
}

function draftTogether(government: string, events: readonly HeldEvent[], basis: Basis): Draft[] {
  const country = basis.directory.find(government)?.country;
  const others = ({ governments, helpers }: HeldEvent) =>
    [...governments, ...helpers].filter((id) => id !== government && basis.directory.find(id)?.country === country);
  const shared = events.filter(
    (event) => [...event.governments, ...event.helpers].includes(government) && others(event).length > 0,
  );
  if (shared.length === 0) return [];
  return [
    {
      ...head(government, "together"),
      figures: { count: shared.length },
      text: sayInAll("evaluation.draft.together", (language) => ({
        others: nameOrganisations(basis, shared.flatMap(others), language),
        count: shared.length,
      })),
      evidence: shared.map(toEvidence),
    },
  ];
}

function draftNeeds(government: string, years: readonly number[], basis: Basis): Draft[] {
  const partners = basis.partnerships.filter(({ home }) => home === government).map(({ partner }) => partner);
  const own = basis.needs.filter(
    (need) =>
      (need.addressedTo === null
        ? partners.includes(need.organisation)
        : basis.directory.find(need.addressedTo)?.government === government) &&
      years.includes(yearOf(need, basis) ?? 0),
  );
  const met = own.filter(({ state }) => state === "met");
  const underWay = own.filter(({ state }) => state === "being-met");
  if (met.length + underWay.length === 0) return [];
  return [
    {
      ...head(government, "needs"),
      figures: { count: own.length, met: met.length, underWay: underWay.length },
      text: sayInAll(`evaluation.draft.${chooseNeeds(own.length, met.length, underWay.length)}`, (language) => ({
        partners: nameOrganisations(
          basis,
          own.map(({ organisation }) => organisation),
          language,
        ),
        count: own.length,
        met: met.length,
        underWay: underWay.length,
      })),
      evidence: [...met, ...underWay].map(({ id }) => ({ kind: "need" as const, id })),
    },
  ];
}

/** “All of them” where nothing is left, so that no sentence says 「1件のうち1件」. */
function chooseNeeds(count: number, met: number, underWay: number) {
  if (met > 0 && underWay > 0) return "needs";
  if (met > 0) return met === count ? "needsMetAll" : "needsMet";
  return underWay === count ? "needsUnderWayAll" : "needsUnderWay";
}

function yearOf(need: Basis["needs"][number], { calendar }: Pick<Basis, "calendar">): number | null {
  if (need.fiscalYear !== null) return need.fiscalYear;
  return fiscalYearsOf(calendar, { from: need.learntFrom, to: need.learntFrom })[0] ?? null;
}

function draftUptake(government: string, years: readonly number[], basis: Basis): Draft[] {
  const own = projectsOf(government, basis).map(({ id }) => id);
  return basis.results
    .filter((result) => own.includes(result.project) && years.some((year) => isReachedIn(result, year, basis)))
    .map((result, index) => ({
      ...head(government, `${result.stage}/${result.project}/${index + 1}`),
      figures: {},
      text: sayInAll(
        `evaluation.draft.${result.stage === "policy" ? "policyTaken" : "effectMeasured"}`,
        (language) => ({
          text: textIn(result.text, language),
        }),
      ),
      evidence: [
        { kind: "project" as const, id: result.project },
        ...(result.policy === null ? [] : [{ kind: "policy" as const, id: result.policy }]),
      ],
    }));
}

function head(government: string, matter: string) {
  return {
    key: `achievement/${government}/${matter}`,
    origin: "records" as const,
    section: "achievement" as const,
    organisation: government,
    withoutEvidence: null,
  };
}

/** The partner governments of the events, as they stand in its own partnerships. */
function nameOthers(government: string, events: readonly HeldEvent[], basis: Basis, language: Language): string {
  const home = basis.directory.find(government)?.country;
  const partners = events
    .flatMap(({ governments }) => governments)
    .filter((id) => basis.directory.find(id)?.country !== home);
  return nameOrganisations(basis, partners, language);
}

function namePartner(government: string, partnership: string | null, basis: Basis, language: Language): string {
  const found = basis.partnerships.find(({ id }) => id === partnership);
  return found ? nameOrganisations(basis, [found.home === government ? found.partner : found.home], language) : "";
}
