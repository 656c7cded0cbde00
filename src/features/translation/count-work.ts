import type { Segment } from "./translation.ts";

export interface PersonsWork {
  userId: string;
  /** sentences that stand in this person's words, or that the person confirmed */
  translated: number;
  reviewed: number;
}

/** Who did what, by the sentences as they stand; who did most comes first. */
export function countWork(segments: readonly Pick<Segment, "mark" | "changed" | "reviewed">[]): PersonsWork[] {
  const people = new Map<string, PersonsWork>();
  const workOf = (userId: string) => {
    const work = people.get(userId) ?? { userId, translated: 0, reviewed: 0 };
    people.set(userId, work);
    return work;
  };
  for (const { mark, changed, reviewed } of segments) {
    if (changed?.by && (mark === "edited" || mark === "reviewed")) workOf(changed.by).translated += 1;
    if (reviewed) workOf(reviewed.by).reviewed += 1;
  }
  return [...people.values()].sort((a, b) => b.translated + b.reviewed - (a.translated + a.reviewed));
}
