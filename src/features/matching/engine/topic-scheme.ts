import type { HelpKind } from "../../needs/need.ts";

/** A topic as matching sees it: rows of `topics.csv`. */
export interface TopicRow {
  id: string;
  /**
   * `subject`: what is measured, planned or taught about, as a pollutant. `method`: says how, and means something only together with a
   * subject. null: stands for itself.
   */
  role: string | null;
  /** topics that help with this one, said of either side */
  related: readonly string[];
}

/** Identical 1, related `relatedCloseness`, else 0. */
export const relatedCloseness = 0.4;

interface Asked {
  topics: readonly string[];
  kinds: readonly HelpKind[];
}

/**
 * Which topics are one thing, which help with one another. A simple method for NOx at the roadside is measuring too, and is no answer to
 * who has to measure VOC: a method counts only for a subject that both speak of.
 */
export class TopicScheme {
  readonly #subjects = new Map<string, number>();
  readonly #methods = new Set<string>();
  readonly #relatives = new Map<string, Set<string>>();

  constructor(rows: readonly TopicRow[]) {
    for (const { id, role, related } of rows) {
      if (role === "subject") this.#subjects.set(id, this.#subjects.size);
      if (role === "method") this.#methods.add(id);
      for (const other of related) {
        this.#relate(id, other);
        this.#relate(other, id);
      }
    }
  }

  #relate(one: string, other: string): void {
    this.#relatives.set(one, (this.#relatives.get(one) ?? new Set()).add(other));
  }

  isMethod(topic: string): boolean {
    return this.#methods.has(topic);
  }

  findRelated(topic: string): ReadonlySet<string> {
    return this.#relatives.get(topic) ?? new Set();
  }

  /** The subjects among these topics, as bits; subjects beyond the 31st share the last one, so that they are rather fitting than lost. */
  subjectBits(topics: Iterable<string>): number {
    let bits = 0;
    for (const topic of topics) {
      const at = this.#subjects.get(topic);
      if (at !== undefined) bits |= 1 << Math.min(at, 30);
    }
    return bits;
  }

  /** What of a need an offer answers: topics that it names and that are meant of the same, and its kinds where it answers any topic. */
  findCovered(need: Asked, offer: Asked): { topics: string[]; kinds: HelpKind[] } {
    const fits = fitsSubjects(this.subjectBits(need.topics), this.subjectBits(offer.topics));
    const topics = need.topics.filter((topic) => offer.topics.includes(topic) && (fits || !this.isMethod(topic)));
    const answers = topics.length > 0 || need.topics.length === 0;
    return { topics, kinds: answers ? need.kinds.filter((kind) => offer.kinds.includes(kind)) : [] };
  }

  /** What several chosen offers leave uncovered. */
  findUncovered(need: Asked, offers: readonly Asked[]): { topics: string[]; kinds: HelpKind[] } {
    const covered = offers.map((offer) => this.findCovered(need, offer));
    return {
      topics: need.topics.filter((topic) => !covered.some(({ topics }) => topics.includes(topic))),
      kinds: need.kinds.filter((kind) => !covered.some(({ kinds }) => kinds.includes(kind))),
    };
  }

  /**
   * How well each wanted topic is met by the best of those given. `elsewhere` are methods that the offer has for other subjects: no more
   * than related.
   */
  measure(
    wanted: readonly string[],
    given: ReadonlySet<string>,
  ): { closeness: number; identical: string[]; elsewhere: string[]; related: string[]; subjects: string[] } {
    const fits = fitsSubjects(this.subjectBits(wanted), this.subjectBits(given));
    const shared = wanted.filter((topic) => given.has(topic));
    const identical = shared.filter((topic) => fits || !this.isMethod(topic));
    const elsewhere = shared.filter((topic) => !fits && this.isMethod(topic));
    const related = wanted.filter((topic) => !given.has(topic) && !this.findRelated(topic).isDisjointFrom(given));
    const near = elsewhere.length + related.length;
    return {
      closeness: (identical.length + near * relatedCloseness) / Math.max(1, wanted.length),
      identical,
      elsewhere,
      related,
      subjects: [...given].filter((topic) => this.#subjects.has(topic)),
    };
  }
}

/** Whether an offer speaks of a subject of the need, or one of the two names none and is general. */
export function fitsSubjects(wanted: number, given: number): boolean {
  return wanted === 0 || given === 0 || (wanted & given) !== 0;
}
