import type { FiscalCalendar } from "../../core/fiscal-calendar.ts";
import { readChoices } from "../../web/query.ts";
import { type HelpKind, helpKinds, isOpenNeed, type Need, type NeedState, needStates } from "./need.ts";
import { yearOfNeed } from "./words.ts";

export const needFilterNames = ["organisation", "topic", "kind", "state", "year"] as const;
export type NeedFilterName = (typeof needFilterNames)[number];

/** `open`: whatever somebody still has to do something about. */
export type StateFilter = NeedState | "open";

export interface NeedFilter {
  /** the government: what its bureaus need counts as its own */
  organisation?: string | undefined;
  topic?: string | undefined;
  kind?: HelpKind | undefined;
  state?: StateFilter | undefined;
  year?: number | undefined;
}

export interface NeedQuery {
  filter: NeedFilter;
  /** as chosen, for the form */
  chosen: Partial<Record<NeedFilterName, string>>;
  /** values that mean nothing here */
  unknown: string[];
}

interface Known {
  organisations: ReadonlySet<string>;
  topics: ReadonlySet<string>;
}

export function readNeedQuery(url: URL, { organisations, topics }: Known): NeedQuery {
  const { chosen, unknown } = readChoices(url, {
    organisation: (value: string) => organisations.has(value),
    topic: (value: string) => topics.has(value),
    kind: (value: string) => helpKinds.some((kind) => kind === value),
    state: (value: string) => value === "open" || needStates.some((state) => state === value),
    year: (value: string) => /^\d{4}$/.test(value),
  });
  return {
    chosen,
    unknown,
    filter: {
      organisation: chosen.organisation,
      topic: chosen.topic,
      kind: helpKinds.find((kind) => kind === chosen.kind),
      state: chosen.state === "open" ? "open" : needStates.find((state) => state === chosen.state),
      year: chosen.year === undefined ? undefined : Number(chosen.year),
    },
  };
}

export function chooseNeeds(
  needs: readonly Need[],
  { organisation, topic, kind, state, year }: NeedFilter,
  calendar: FiscalCalendar,
  governmentOf: (organisation: string) => string,
): Need[] {
  return needs.filter(
    (need) =>
      (organisation === undefined ||
        need.organisation === organisation ||
        governmentOf(need.organisation) === organisation) &&
      (topic === undefined || need.topics.includes(topic)) &&
      (kind === undefined || need.kinds.includes(kind)) &&
      (state === undefined || (state === "open" ? isOpenNeed(need) : need.state === state)) &&
      (year === undefined || yearOfNeed(need, calendar) === year),
  );
}
