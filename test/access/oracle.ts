import type { Role } from "../../src/features/accounts/roles.ts";

/**
 * Who may see what, written down a second time from the programme's rules and knowing nothing of how the site decides:
 * - what is for everyone or for members, every member sees;
 * - what is for both sides, the organisations that the record names see, and the one whose record it is; a city's are not its
 *   prefecture's;
 * - what is for one's own organisation, the one whose record it is sees;
 * - the platform that owns the ledger sees its ledger; the coordination officers see everything;
 * - a draft is its organisation's alone; once submitted, its platform's as well;
 * - what was said about a record is for those whom it concerns, if they may see the record.
 */
export interface Person {
  name: string;
  memberships: { role: Role; organisation: string }[];
}

/** Whom a version concerns follows from what it says itself. */
export interface ModelVersion {
  word: string;
  visibility: string;
  platform: "coordination" | "technical";
  sides: Set<string>;
}

export interface ModelRecord {
  id: string;
  owner: string;
  platform: "coordination" | "technical";
  visibility: string;
  sides: Set<string>;
  removed: boolean;
  versions: ModelVersion[];
  comments: string[];
}

export interface ModelEntry {
  id: string;
  record: string;
  owner: string;
  author: string;
  platform: "coordination" | "technical";
  visibility: string;
  sides: Set<string>;
  state: "draft" | "submitted" | "returned" | "approved" | "withdrawn";
  wasSubmitted: boolean;
  removal: boolean;
  word: string;
  base: number;
  revision: number;
}

export class Oracle {
  readonly records = new Map<string, ModelRecord>();
  readonly entries = new Map<string, ModelEntry>();
  /** by word: where it stands */
  private readonly places = new Map<string, { entries: Set<string>; records: Set<string> }>();

  seesAll(person: Person): boolean {
    return person.memberships.some(({ role }) => role === "coordination" || role === "ministry");
  }

  private works(person: Person, organisations: Iterable<string>): boolean {
    const wanted = new Set(organisations);
    return person.memberships.some(({ role, organisation }) => role !== "guest" && wanted.has(organisation));
  }

  ownsPlatform(person: Person, platform: string): boolean {
    return person.memberships.some(({ role }) => role === platform);
  }

  private isInCircle(
    person: Person,
    owner: string,
    { visibility, platform, sides }: Omit<ModelVersion, "word">,
  ): boolean {
    if (visibility === "public" || visibility === "members") return true;
    if (this.seesAll(person) || this.ownsPlatform(person, platform)) return true;
    if (this.works(person, [owner])) return true;
    return visibility === "sides" && this.works(person, sides);
  }

  seesRecord(person: Person, record: ModelRecord): boolean {
    return this.isInCircle(person, record.owner, record);
  }

  seesEntry(person: Person, entry: ModelEntry): boolean {
    if (this.works(person, [entry.owner])) return true;
    return entry.wasSubmitted && (this.seesAll(person) || this.ownsPlatform(person, entry.platform));
  }

  talks(person: Person, record: ModelRecord): boolean {
    if (record.removed || !this.seesRecord(person, record)) return false;
    if (this.seesAll(person) || this.ownsPlatform(person, record.platform)) return true;
    return this.works(person, [record.owner, ...record.sides]);
  }

  /** Notes that the word stands in an entry or a record from now on; it may be gone from there later. */
  place(word: string, where: { entry?: string; record?: string }): void {
    const present = this.places.get(word) ?? { entries: new Set(), records: new Set() };
    if (where.entry !== undefined) present.entries.add(where.entry);
    if (where.record !== undefined) present.records.add(where.record);
    this.places.set(word, present);
  }

  /** Whether an answer to this person may hold the word today. */
  maySeeWord(person: Person, word: string): boolean {
    const places = this.places.get(word);
    if (!places) return false;
    for (const id of places.entries) {
      const entry = this.entries.get(id);
      if (entry?.word === word && this.seesEntry(person, entry)) return true;
    }
    for (const id of places.records) {
      const record = this.records.get(id);
      if (record && this.holdsInSight(person, record, word)) return true;
    }
    return false;
  }

  private holdsInSight(person: Person, record: ModelRecord, word: string): boolean {
    if (record.comments.includes(word)) return this.talks(person, record);
    const version = record.versions.findIndex((one) => one.word === word) + 1;
    const circle = record.versions[version - 1];
    if (circle && this.seesRecord(person, record) && this.isInCircle(person, record.owner, circle)) return true;
    // An entry shows what it would change, to its own people and to those who decide about it.
    return [...this.entries.values()].some(
      (entry) => entry.record === record.id && entry.base === version && this.seesEntry(person, entry),
    );
  }

  maySeeRecordId(person: Person, id: string): boolean {
    const record = this.records.get(id);
    if (record && this.seesRecord(person, record)) return true;
    return [...this.entries.values()].some((entry) => entry.record === id && this.seesEntry(person, entry));
  }

  countRecords(person: Person): number {
    return [...this.records.values()].filter((record) => !record.removed && this.seesRecord(person, record)).length;
  }

  countWaiting(person: Person): number {
    const submitted = [...this.entries.values()].filter(({ state }) => state === "submitted");
    return submitted.filter(({ platform }) => this.ownsPlatform(person, platform)).length;
  }
}
