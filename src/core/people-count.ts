/** People who took part: 「技術者6名」, 「行政実務者・技術者 約10名」. */
export interface PeopleCount {
  /** executive, administrator, engineer, participant; several where the source counts them together */
  categories: readonly string[];
  count: number;
  /** the source says 「程度」, 「約」 or 「延べ約」 */
  approximate: boolean;
}

/** The sum is approximate as soon as one of its parts is. */
export function sumPeople(counts: Iterable<PeopleCount>): { count: number; approximate: boolean } {
  let count = 0;
  let approximate = false;
  for (const part of counts) {
    count += part.count;
    approximate ||= part.approximate;
  }
  return { count, approximate };
}
