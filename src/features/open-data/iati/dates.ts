import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel, fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import type { Localized } from "../../../core/localized.ts";
import type { Partnership } from "../../partnerships/partnership.ts";
import type { Project } from "../../projects/project.ts";
import { codes } from "./codes.ts";
import { element, narratives, type XmlElement } from "./element.ts";
import { inAll, type Material, sayInAll } from "./material.ts";

interface KnownDate {
  /** YYYY-MM-DD; the first or last possible day where the source is less exact, which `words` then tells */
  day: string;
  words: Localized;
}

export interface Span {
  start: KnownDate | null;
  end: KnownDate | null;
}

/**
 * Starts and ends by the day for which the records speak: what lies after it is planned, whatever today is. Actual dates that
 * lie ahead would break the standard's rule for types 2 and 4.
 */
export function writeDates({ start, end }: Span, { programme }: Material, state: "planned" | "running" | "ended") {
  const { plannedStart, actualStart, plannedEnd, actualEnd } = codes.dateType;
  const dates: XmlElement[] = [];
  if (start) {
    const happened = state !== "planned" && start.day <= programme.asOf;
    dates.push(writeDate(happened ? actualStart : plannedStart, start));
  }
  if (end) dates.push(writeDate(state === "ended" && end.day <= programme.asOf ? actualEnd : plannedEnd, end));
  return dates;
}

function writeDate(type: string, { day, words }: KnownDate): XmlElement {
  return element("activity-date", { "iso-date": day, type }, ...narratives(words));
}

export function spanOfProgramme({ programme }: Material): Span {
  const { calendar, firstFiscalYear, lastFiscalYear } = programme;
  const label = (year: number) => inAll((language) => fiscalYearLabel(calendar, year, language));
  return {
    start: { day: fiscalYearRange(calendar, firstFiscalYear).from, words: label(firstFiscalYear) },
    end: { day: fiscalYearRange(calendar, lastFiscalYear).to, words: label(lastFiscalYear) },
  };
}

/** Since when the partners work together; else the first fiscal year in which they are named as partners. */
export function spanOfPartnership({ since, years }: Partnership, { programme }: Material): Span {
  const stated = since === null ? null : spanOf(since).start;
  const first = years.map(({ fiscalYear }) => fiscalYear).sort((a, b) => a - b)[0];
  const listed =
    first === undefined
      ? null
      : {
          day: fiscalYearRange(programme.calendar, first).from,
          words: inAll((language) => fiscalYearLabel(programme.calendar, first, language)),
        };
  return { start: stated ?? listed, end: null };
}

/** Its period; else the earliest step on record; else what is known of the partnership that it belongs to. */
export function spanOfProject(project: Project, material: Material): Span {
  if (project.period !== null) return spanOf(project.period);
  const steps = project.milestones.filter(({ dateFrom }) => dateFrom !== null);
  const [first] = steps.sort((a, b) => (a.dateFrom ?? "").localeCompare(b.dateFrom ?? ""));
  if (first?.dateFrom) {
    return { start: { day: first.dateFrom, words: sayInAll("openData.iati.firstStep") }, end: null };
  }
  const partnership = material.partnerships.find(({ id }) => id === project.partnership);
  return partnership ? spanOfPartnership(partnership, material) : { start: null, end: null };
}

function spanOf(edtf: string): Span {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return { start: null, end: null };
  const { from, to } = edtfBounds(parsed.value);
  const words = inAll((language) => writeEdtf(edtf, language));
  return {
    start: from === null ? null : { day: from, words },
    end: to === null || !parsed.value.isInterval ? null : { day: to, words },
  };
}
