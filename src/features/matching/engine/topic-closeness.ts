import { fitsSubjects, isMethod, isSubject, subjectBits } from "./coverage.ts";

/**
 * Topics that help with one another, by what the programme's own work joins: VOC is the cause of ozone (B, Ⅲ.3), components of PM2.5
 * are measured to find its sources (B, Ⅲ.2 to Ⅲ.4), NOx is cut at boilers and in vehicles (B, Ⅲ.11). Everything else is no relation.
 */
const related: readonly (readonly [string, string])[] = [
  ["ozone", "voc"],
  ["ozone", "nox"],
  ["pm25", "source-apportionment"],
  ["pm25", "monitoring"],
  ["source-apportionment", "monitoring"],
  ["heavy-metals", "monitoring"],
  ["heavy-metals", "pm25"],
  ["voc", "industry"],
  ["nox", "vehicle-exhaust"],
  ["nox", "boilers-power"],
  ["industry", "boilers-power"],
  ["industry", "energy-saving"],
  ["boilers-power", "energy-saving"],
];

/** Identical 1, related `relatedCloseness`, else 0. */
export const relatedCloseness = 0.4;

const relatives = new Map<string, Set<string>>();
for (const [one, other] of related) {
  relatives.set(one, (relatives.get(one) ?? new Set()).add(other));
  relatives.set(other, (relatives.get(other) ?? new Set()).add(one));
}

export function findRelatedTopics(topic: string): ReadonlySet<string> {
  return relatives.get(topic) ?? new Set();
}

/**
 * How well each wanted topic is met by the best of those given. `elsewhere` are methods that the offer has for other subjects: no more
 * than related.
 */
export function measureTopics(
  wanted: readonly string[],
  given: ReadonlySet<string>,
): { closeness: number; identical: string[]; elsewhere: string[]; related: string[]; subjects: string[] } {
  const fits = fitsSubjects(subjectBits(wanted), subjectBits(given));
  const shared = wanted.filter((topic) => given.has(topic));
  const identical = shared.filter((topic) => fits || !isMethod(topic));
  const elsewhere = shared.filter((topic) => !fits && isMethod(topic));
  const related = wanted.filter((topic) => !given.has(topic) && !findRelatedTopics(topic).isDisjointFrom(given));
  const near = elsewhere.length + related.length;
  const closeness = (identical.length + near * relatedCloseness) / Math.max(1, wanted.length);
  return { closeness, identical, elsewhere, related, subjects: [...given].filter(isSubject) };
}
