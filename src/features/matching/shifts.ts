import { difficulties, type Need, type NeedEvent, type NeedState } from "../needs/need.ts";

/**
 * How one need moved between two days: it came up, was given up, became another, went forward or back on its way, was met, became harder or
 * easier. Needs shift fast, and how they shift is what the programme wants to know (D, 2 (3)).
 */
export const shiftKinds = ["new", "forward", "met", "harder", "replaced", "easier", "back", "dropped"] as const;
export type ShiftKind = (typeof shiftKinds)[number];

/** What came up or came on stands above, what fell away or fell back below. */
export const shiftDirections: Record<ShiftKind, "up" | "down"> = {
  new: "up",
  forward: "up",
  met: "up",
  harder: "up",
  replaced: "down",
  easier: "down",
  back: "down",
  dropped: "down",
};

export interface Shift {
  need: Need;
  kind: ShiftKind;
  /** as it stood on the first day and on the last; null: not known yet */
  before: NeedState | null;
  after: NeedState;
  /** by which it was replaced */
  replacedBy: string | null;
}

interface ShiftInput {
  needs: readonly Need[];
  /** of all needs, oldest first */
  events: readonly NeedEvent[];
  /** YYYY-MM-DD: what stood at the end of these days is compared */
  from: string;
  to: string;
  /** the day on which the need became known; null: it has always been known */
  knownOf(need: Need): string | null;
  dayOf(moment: Date): string;
}

/**
 * What is compared before anybody chose: the newest change on record with a year before it, so that old records are not set
 * against an empty present. Days to come are no change yet; where nothing is known, today stands for it.
 */
export function chooseFirstSpan({
  needs,
  events,
  knownOf,
  dayOf,
  today,
}: Omit<ShiftInput, "from" | "to"> & { today: string }): { from: string; to: string } {
  const days = [...needs.flatMap((need) => knownOf(need) ?? []), ...events.map(({ at }) => dayOf(at))];
  const to =
    days
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? today;
  return { from: Temporal.PlainDate.from(to).subtract({ years: 1 }).toString(), to };
}

const order: readonly NeedState[] = ["heard", "confirmed", "matched", "being-met", "met"];

export function findShifts(input: ShiftInput): Shift[] {
  const eventsOf = Map.groupBy(input.events, ({ need }) => need);
  return input.needs.flatMap((need) => {
    const events = (eventsOf.get(need.id) ?? []).map((event) => ({ event, day: input.dayOf(event.at) }));
    const known = input.knownOf(need);
    if (known !== null && known > input.to) return [];
    const after = standOn(need, events, input.to);
    if (known !== null && known > input.from) return nameArrival(after).map((kind) => toShift(need, kind, null, after));
    const before = standOn(need, events, input.from);
    const kinds = compareStands(before, after);
    return kinds.map((kind) => toShift(need, kind, before, after));
  });
}

function toShift(need: Need, kind: ShiftKind, before: Stand | null, after: Stand): Shift {
  const replacedBy = after.state === "changed" ? need.replacedBy : null;
  return { need, kind, before: before?.state ?? null, after: after.state, replacedBy };
}

interface Stand {
  state: NeedState;
  difficulty: number | null;
}

interface DatedEvent {
  event: NeedEvent;
  day: string;
}

/** The present stand, with what came after the day taken back: the first later event tells what stood before it. */
function standOn(need: Need, events: readonly DatedEvent[], day: string): Stand {
  const later = events.filter((one) => one.day > day);
  const moved = later.find(({ event }) => event.stateBefore !== null);
  const changed = later.find(({ event }) => event.changes.difficulty !== undefined);
  return {
    state: moved?.event.stateBefore ?? need.state,
    difficulty: rankDifficulty(changed ? changed.event.changes.difficulty?.before : need.difficulty),
  };
}

const ranks = new Map<unknown, number>(difficulties.map((difficulty, index) => [difficulty, index]));

function rankDifficulty(value: unknown): number | null {
  return ranks.get(value) ?? null;
}

function compareStands(before: Stand, after: Stand): ShiftKind[] {
  const kinds: ShiftKind[] = [];
  if (before.state !== after.state) kinds.push(nameMove(before.state, after.state));
  if (before.difficulty !== null && after.difficulty !== null && before.difficulty !== after.difficulty)
    kinds.push(after.difficulty > before.difficulty ? "harder" : "easier");
  return kinds;
}

/** What came up within the time and also came to its end within it counts as both. */
function nameArrival({ state }: Stand): ShiftKind[] {
  return state === "withdrawn" || state === "changed" || state === "met" ? ["new", nameMove("heard", state)] : ["new"];
}

function nameMove(before: NeedState, after: NeedState): ShiftKind {
  if (after === "withdrawn") return "dropped";
  if (after === "changed") return "replaced";
  if (after === "met") return "met";
  return order.indexOf(after) > order.indexOf(before) ? "forward" : "back";
}

export interface TopicShifts {
  topic: string;
  up: Shift[];
  down: Shift[];
}

/** By topic, in the order of the programme; what moved most stands first. */
export function groupByTopic(shifts: readonly Shift[], topics: readonly string[]): TopicShifts[] {
  return topics
    .map((topic) => {
      const own = shifts
        .filter(({ need }) => need.topics.includes(topic))
        .toSorted((a, b) => shiftKinds.indexOf(a.kind) - shiftKinds.indexOf(b.kind));
      return {
        topic,
        up: own.filter(({ kind }) => shiftDirections[kind] === "up"),
        down: own.filter(({ kind }) => shiftDirections[kind] === "down"),
      };
    })
    .filter(({ up, down }) => up.length + down.length > 0)
    .toSorted((a, b) => b.up.length + b.down.length - (a.up.length + a.down.length));
}

/** By the government that asks; who shifted most stands first. */
export function groupByCity(
  shifts: readonly Shift[],
  governmentOf: (organisation: string) => string,
): { city: string; shifts: Shift[] }[] {
  return [...Map.groupBy(shifts, ({ need }) => governmentOf(need.organisation))]
    .map(([city, own]) => ({
      city,
      shifts: own.toSorted((a, b) => shiftKinds.indexOf(a.kind) - shiftKinds.indexOf(b.kind)),
    }))
    .toSorted((a, b) => b.shifts.length - a.shifts.length);
}
