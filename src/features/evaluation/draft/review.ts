import { message } from "../../../messages/message.ts";
import { type Basis, yearsOfProject } from "../basis.ts";
import { exchangeKinds, jointWorkKinds, toEvidence } from "../count-types.ts";
import { isReachedIn } from "../deepening.ts";
import { type Draft, type Evidence, notRecorded, type StatementSection } from "../draft.ts";
import { countIndicators } from "../indicators.ts";
import { joinNames, nameOrganisations, sayInAll, sayYears, textIn } from "../say.ts";
import { draftCities } from "./cities.ts";
import { draftUnrecordedMilestones } from "./milestones.ts";
import { putPublishedFirst } from "./published.ts";
import { draftTasks } from "./tasks.ts";

/** What all partnerships show together, in the order of D, 2: progress, results, benefit to the home side, tasks ahead. */
export function draftReview(years: readonly number[], basis: Basis, besideDocument = false): Draft[] {
  return [
    ...draftProgress(years, basis, besideDocument),
    ...draftResults(years, basis),
    ...draftBenefit(years, basis),
    ...draftTasks(years, basis),
  ];
}

function draftProgress(years: readonly number[], basis: Basis, besideDocument: boolean): Draft[] {
  return [
    draftCities(years, basis),
    draftExchangeCount(years, basis),
    draftDepth(years, basis),
    ...draftJoined(years, basis),
    {
      ...head("progress", "partner-cost"),
      figures: {},
      text: sayInAll(besideDocument ? "evaluation.draft.partnerCostBeside" : "evaluation.draft.partnerCost"),
      evidence: [],
      withoutEvidence: notRecorded,
    },
    ...draftUnrecordedMilestones(years, basis),
  ];
}

function draftExchangeCount(years: readonly number[], basis: Basis): Draft {
  const indicator = countIndicators(basis, years).find(({ id }) => id === "exchanges");
  const known = (indicator?.years ?? []).filter(({ value }) => value !== null);
  const incomplete = years.filter((year) => basis.incompleteYears.has(year));
  const counted = {
    figures: Object.fromEntries(known.map(({ fiscalYear, value }) => [`held ${fiscalYear}`, value ?? 0])),
    text: sayInAll(`evaluation.draft.${chooseHeld(known.length, incomplete.length)}`, (language) => ({
      list: known
        .map(({ fiscalYear, value }) =>
          message(language, "evaluation.draft.heldIn", {
            year: sayYears(basis, [fiscalYear], language),
            count: value ?? 0,
          }),
        )
        .join(message(language, "list.separator")),
      incomplete: sayYears(basis, incomplete, language),
    })),
    evidence: known.flatMap(({ evidence }) => evidence),
  };
  const sentence = putPublishedFirst(counted, ["consultations"], years, basis);
  return {
    ...head("progress", "exchanges"),
    ...sentence,
    withoutEvidence: sentence.evidence.length === 0 ? notRecorded : null,
  };
}

/** Where no year has a number there is nothing to list, and the sentence says that instead. */
function chooseHeld(known: number, incomplete: number) {
  if (known === 0) return "heldNone";
  return incomplete > 0 ? "heldPartly" : "held";
}

function draftDepth(years: readonly number[], basis: Basis): Draft {
  const indicator = countIndicators(basis, years).find(({ id }) => id === "deep-partnerships");
  const first = indicator?.years[0];
  const last = indicator?.years.at(-1);
  const figures = { before: first?.value ?? 0, after: last?.value ?? 0, of: last?.of ?? 0 };
  return {
    ...head("progress", "depth"),
    figures,
    text: sayInAll(`evaluation.draft.${years.length === 1 ? "depthYear" : "depth"}`, (language) => ({
      first: sayYears(basis, years.slice(0, 1), language),
      last: sayYears(basis, years.slice(-1), language),
      ...figures,
    })),
    evidence: [...new Set((indicator?.years ?? []).flatMap(({ evidence }) => evidence.map(({ id }) => id)))].map(
      (id) => ({ kind: "project" as const, id }),
    ),
  };
}

/** Work of several local governments of one side together: 「日本の自治体間連携」 (D, 2 (1)). */
function draftJoined(years: readonly number[], basis: Basis): Draft[] {
  const { homeCountry, partnerCountry } = basis.programme;
  const of = (country: string) =>
    basis.events.filter(
      ({ fiscalYear, governments, helpers }) =>
        years.includes(fiscalYear) &&
        [...governments, ...helpers].filter((id) => basis.directory.find(id)?.country === country).length > 1,
    );
  const home = of(homeCountry);
  const partner = of(partnerCountry);
  if (home.length + partner.length === 0) return [];
  const names = home
    .flatMap(({ governments, helpers }) => [...governments, ...helpers])
    .filter((id) => basis.directory.find(id)?.country === homeCountry);
  return [
    {
      ...head("progress", "joined"),
      figures: { home: home.length, partner: partner.length },
      text: sayInAll(`evaluation.draft.${chooseJoined(home.length, partner.length)}`, (language) => ({
        names: nameOrganisations(basis, names, language),
        home: home.length,
        partner: partner.length,
      })),
      evidence: [...new Set([...home, ...partner])].map(toEvidence),
    },
  ];
}

function chooseJoined(home: number, partner: number) {
  if (home === 0) return "joinedPartner";
  return partner === 0 ? "joinedHome" : "joined";
}

function draftResults(years: readonly number[], basis: Basis): Draft[] {
  const trainings = basis.events.filter(({ fiscalYear, kind }) => years.includes(fiscalYear) && kind === "training");
  const trainees = {
    count: trainings.length,
    people: trainings.reduce((sum, { people }) => sum + (people ?? 0), 0),
    known: trainings.filter(({ people }) => people !== null).length,
  };
  const atWork = basis.projects.filter(
    (project) =>
      jointWorkKinds.includes(project.kind) &&
      project.partnership !== null &&
      yearsOfProject(project, basis).some((year) => years.includes(year)),
  );
  const kinds = jointWorkKinds
    .map((kind) => [kind, atWork.filter((project) => project.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  const reached = (stage: "policy" | "effect") =>
    basis.results.filter((result) => result.stage === stage && years.some((year) => isReachedIn(result, year, basis)));
  return [
    ...(trainings.length === 0
      ? []
      : [
          {
            ...head("result", "trainees"),
            ...putPublishedFirst(
              {
                figures: trainees,
                text: sayInAll("evaluation.draft.allTrainees", () => trainees),
                evidence: trainings.map(toEvidence),
              },
              ["trainings"],
              years,
              basis,
            ),
          },
        ]),
    ...(atWork.length === 0
      ? []
      : [
          {
            ...head("result", "projects"),
            figures: Object.fromEntries(kinds),
            text: sayInAll("evaluation.draft.projects", (language) => ({
              list: kinds
                .map(([kind, count]) =>
                  message(language, `evaluation.draft.projectKind.${kind as "joint-research"}`, { count }),
                )
                .join(message(language, "list.separator")),
              count: atWork.length,
            })),
            evidence: atWork.map(({ id }) => ({ kind: "project" as const, id })),
          },
        ]),
    draftReached("policy", reached("policy"), basis),
    ...(reached("effect").length === 0 ? draftUnmeasured(atWork, basis) : []),
    ...(reached("effect").length === 0 && unmeasuredOf(atWork, basis).length > 0
      ? []
      : [draftReached("effect", reached("effect"), basis)]),
  ];
}

/** “Not measured” is an answer that somebody recorded: it has its evidence. */
function draftUnmeasured(projects: Basis["projects"], basis: Basis): Draft[] {
  const ids = unmeasuredOf(projects, basis);
  if (ids.length === 0) return [];
  return [
    {
      ...head("result", "unmeasured"),
      figures: { count: ids.length },
      text: sayInAll("evaluation.draft.unmeasured", () => ({ count: ids.length })),
      evidence: ids.map((id) => ({ kind: "project" as const, id })),
    },
  ];
}

function unmeasuredOf(projects: Basis["projects"], { results }: Basis): string[] {
  return projects
    .map(({ id }) => id)
    .filter((id) =>
      results.some(({ project, stage, isUnmeasured }) => project === id && stage === "effect" && isUnmeasured),
    );
}

/** Of all projects, also those outside partnerships: the sentence names them, since tasks speak of partnerships' work only. */
function draftReached(stage: "policy" | "effect", results: Basis["results"], basis: Basis): Draft {
  const evidence = results.map(toResultEvidence);
  const projects = basis.projects.filter(({ id }) => results.some(({ project }) => project === id));
  const isNone = evidence.length === 0;
  return {
    ...head("result", stage),
    figures: isNone ? {} : { count: evidence.length },
    text: sayInAll(`evaluation.draft.${stage}${isNone ? "None" : ""}`, (language) => ({
      count: evidence.length,
      names: joinNames(
        projects.map(({ title }) => textIn(title, language)),
        language,
      ),
    })),
    evidence,
    withoutEvidence: isNone ? notRecorded : null,
  };
}

function toResultEvidence({ project, policy }: Basis["results"][number]): Evidence {
  return policy === null ? { kind: "project", id: project } : { kind: "policy", id: policy };
}

/** 「日本への裨益」: what home officials and companies took part in; what projects state themselves. */
function draftBenefit(years: readonly number[], basis: Basis): Draft[] {
  const inYears = basis.events.filter(({ fiscalYear }) => years.includes(fiscalYear));
  const abroad = inYears.filter(
    ({ kind, isAbroad, governments }) =>
      isAbroad &&
      exchangeKinds.includes(kind) &&
      kind !== "training" &&
      governments.some((id) => basis.directory.find(id)?.country === basis.programme.homeCountry),
  );
  const business = inYears.filter(({ companies }) => companies.length > 0);
  const benefits = basis.results.filter(({ stage, isReached }) => stage === "benefit" && isReached);
  return [
    ...(abroad.length === 0
      ? []
      : [
          {
            ...head("benefit-home", "abroad"),
            figures: { count: abroad.length },
            text: sayInAll("evaluation.draft.abroad", () => ({ count: abroad.length })),
            evidence: abroad.map(toEvidence),
          },
        ]),
    ...(business.length === 0
      ? []
      : [
          {
            ...head("benefit-home", "business"),
            figures: { count: business.length },
            text: sayInAll("evaluation.draft.business", (language) => ({
              names: nameOrganisations(
                basis,
                business.flatMap(({ companies }) => companies),
                language,
              ),
              count: business.length,
            })),
            evidence: business.map(toEvidence),
          },
        ]),
    ...benefits.map((result, index) => ({
      ...head("benefit-home", `${result.project}/${index + 1}`),
      figures: {},
      text: result.text,
      evidence: [{ kind: "project" as const, id: result.project }],
    })),
  ];
}

function head(section: StatementSection, matter: string) {
  return {
    key: `${section}/${matter}`,
    origin: "records" as const,
    section,
    organisation: null,
    withoutEvidence: null,
  };
}
