import type { HelpKind } from "../../needs/need.ts";

/**
 * What is measured, planned or taught about: pollutants, and the sources that have rules of their own. A simple method for NOx at the
 * roadside is measuring too, and is no answer to who has to measure VOC.
 */
const subjects: readonly string[] = ["pm25", "ozone", "voc", "nox", "heavy-metals", "vehicle-exhaust", "boilers-power"];

/** Topics that say how, and mean something only together with a subject. */
const methods: ReadonlySet<string> = new Set(["monitoring", "source-apportionment", "planning", "education"]);

export function isSubject(topic: string): boolean {
  return subjects.includes(topic);
}

export function isMethod(topic: string): boolean {
  return methods.has(topic);
}

/** Whether the offer speaks of a subject of the need, or one of the two names none and is general. */
export function fitsSubjects(wanted: number, given: number): boolean {
  return wanted === 0 || given === 0 || (wanted & given) !== 0;
}

/** The subjects among these topics, as bits. */
export function subjectBits(topics: Iterable<string>): number {
  let bits = 0;
  for (const topic of topics) {
    const at = subjects.indexOf(topic);
    if (at !== -1) bits |= 1 << at;
  }
  return bits;
}

/** What of a need an offer answers: topics that it names and that are meant of the same, and its kinds where it answers any topic. */
export function findCovered(
  need: { topics: readonly string[]; kinds: readonly HelpKind[] },
  offer: { topics: readonly string[]; kinds: readonly HelpKind[] },
): { topics: string[]; kinds: HelpKind[] } {
  const fits = fitsSubjects(subjectBits(need.topics), subjectBits(offer.topics));
  const topics = need.topics.filter((topic) => offer.topics.includes(topic) && (fits || !isMethod(topic)));
  const answers = topics.length > 0 || need.topics.length === 0;
  return { topics, kinds: answers ? need.kinds.filter((kind) => offer.kinds.includes(kind)) : [] };
}
