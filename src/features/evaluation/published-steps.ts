import type { Context } from "../../platform/context.ts";
import type { Project } from "../projects/project.ts";
import { type Catalogue, getCatalogue } from "../statistics/catalogue.ts";
import type { Claim } from "../statistics/measure.ts";
import type { Basis } from "./basis.ts";
import type { DeepeningStep, DeepeningYear, PublishedStep } from "./draft.ts";

interface CityMeasure {
  step: DeepeningStep;
  /** the numbers are of the platform's work for projects of this kind: they belong to the partnership that has one with the city */
  project: string;
}

/** Measures that C counts by partner city: 8 (1) and (2) for joint research, 9 (1) for the designated cities. */
const cityMeasures: Record<string, CityMeasure> = {
  "research-visits": { step: "exchange", project: "joint-research" },
  "research-trainings": { step: "training", project: "joint-research" },
  "model-city-visits": { step: "exchange", project: "designated-city" },
};

/** What a document counts in a fiscal year for one city. */
export interface CityFigure extends PublishedStep {
  city: string;
  project: string;
  fiscalYear: number;
}

/** The newest published figure of each city and year, whenever it was published; a zero tells that nothing took place. */
export async function gatherCityFigures(context: Context): Promise<CityFigure[]> {
  const catalogue = await getCatalogue(context);
  return Object.entries(cityMeasures).flatMap(([measure, { step, project }]) => {
    const name = catalogue.measures.get(measure)?.name;
    if (!name) return [];
    return listCells(catalogue, measure).flatMap(({ city, fiscalYear }) => {
      const times = findNewest(catalogue, { measure, city, fiscalYear, unit: "times" });
      if (!times || times.value === 0) return [];
      const people = findNewest(catalogue, { measure, city, fiscalYear, unit: "people" })?.value ?? null;
      const { document, place } = times.source;
      return [
        { step, project, measure, name, city, fiscalYear, times: times.value, people, place: { document, place } },
      ];
    });
  });
}

function listCells({ claims }: Catalogue, measure: string): { city: string; fiscalYear: number }[] {
  const cells = claims.flatMap(({ measure: of, group, fiscalYear }) =>
    of === measure && group !== null && fiscalYear !== null ? [{ city: group, fiscalYear }] : [],
  );
  return [...new Map(cells.map((cell) => [`${cell.city} ${cell.fiscalYear}`, cell])).values()];
}

const endOfTime = "9999-12-31";

function findNewest(
  { claim }: Catalogue,
  { city, ...cell }: { measure: string; city: string; fiscalYear: number; unit: string },
): Claim | null {
  return claim({ ...cell, group: city }, endOfTime);
}

/** Figures of a partnership's year for steps that no record shows. */
export function findPublishedSteps(
  partnership: string,
  { fiscalYear, steps }: Pick<DeepeningYear, "fiscalYear" | "steps">,
  { cityFigures, partnerships, projects }: Pick<Basis, "cityFigures" | "partnerships" | "projects">,
): PublishedStep[] {
  const partner = partnerships.find(({ id }) => id === partnership)?.partner;
  return cityFigures
    .filter(
      (figure) =>
        figure.city === partner &&
        figure.fiscalYear === fiscalYear &&
        (steps[figure.step] ?? []).length === 0 &&
        isAlone(partnership, figure, { partnerships, projects }),
    )
    .map(({ step, measure, name, times, people, place }) => ({ step, measure, name, times, people, place }));
}

/** Where several partnerships with the city have such a project, nobody can say whose number it is. */
function isAlone(
  partnership: string,
  { city, project }: CityFigure,
  { partnerships, projects }: Pick<Basis, "partnerships"> & { projects: readonly Project[] },
): boolean {
  const able = partnerships.filter(
    ({ id, partner }) =>
      partner === city &&
      projects.some(({ kind, status, partnership: of }) => kind === project && status !== "planned" && of === id),
  );
  return able.length === 1 && able[0]?.id === partnership;
}
