import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { asksByItself, type HealthState, healthStates, type Source } from "./source.ts";
import { countPages, readReference, readSources } from "./store.ts";
import { readChecksSince, readStatuses, type SourceStatus } from "./store-looks.ts";

/** What is shown of a source: `manual` ones have no state of their own. */
export type ShownState = HealthState | "manual";
export const shownStates: readonly ShownState[] = [...healthStates, "manual"];

/** One day of a source's looks. */
export interface StripDay {
  /** YYYY-MM-DD */
  day: string;
  looks: number;
  failed: number;
  fresh: number;
}

export interface BoardRow {
  source: Source;
  state: ShownState;
  status: SourceStatus | null;
  bodyName: Localized;
  regionName: Localized | null;
  pages: Record<string, number>;
  strip: StripDay[];
}

export const stripDays = 30;

/** Every source as it is now, with a month of looks. */
export async function getBoard(context: Pick<Context, "database" | "clock">): Promise<BoardRow[]> {
  const now = context.clock.now();
  const today = Temporal.PlainDate.from(context.clock.today());
  const since = new Date(now.getTime() - stripDays * 86_400_000);
  const { sources, statuses, checks, pages, reference } = await read(context.database, async (transaction) => ({
    sources: await readSources(transaction),
    statuses: await readStatuses(transaction),
    checks: await readChecksSince(transaction, since),
    pages: await countPages(transaction),
    reference: await readReference(transaction),
  }));
  const statusOf = new Map(statuses.map((status) => [status.source, status]));
  const checksOf = Map.groupBy(checks, ({ source }) => source);
  const pagesOf = Map.groupBy(pages, ({ source }) => source);
  const bodies = new Map(reference.bodies.map(({ id, name }) => [id, name]));
  const regions = new Map(reference.regions.map(({ id, name }) => [id, name]));
  const days = Array.from({ length: stripDays }, (_, index) =>
    today.subtract({ days: stripDays - 1 - index }).toString(),
  );
  return sources.map((source) => {
    const status = statusOf.get(source.id) ?? null;
    const byDay = Map.groupBy(checksOf.get(source.id) ?? [], ({ at }) => dayFormat.format(at));
    return {
      source,
      status,
      state: showState(source, status, now),
      bodyName: bodies.get(source.body) ?? { en: source.body },
      regionName: source.region === null ? null : (regions.get(source.region) ?? { en: source.region }),
      pages: Object.fromEntries((pagesOf.get(source.id) ?? []).map(({ state, count }) => [state, count])),
      strip: days.map((day) => {
        const own = byDay.get(day) ?? [];
        return {
          day,
          looks: own.length,
          failed: own.filter(({ outcome }) => outcome === "failed" || outcome === "refused").length,
          fresh: own.reduce((sum, { fresh }) => sum + fresh, 0),
        };
      }),
    };
  });
}

const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** As judged at the last look, but what nobody looks at grows quiet by itself: newsletters that no longer come. */
export function showState(source: Source, status: SourceStatus | null, now: Date): ShownState {
  if (source.kind === "manual") return "manual";
  if (!status) return "waiting";
  const days = (now.getTime() - (status.lastFreshAt ?? status.since).getTime()) / 86_400_000;
  if (!asksByItself(source) && status.state === "new" && days > source.quietDays) return "quiet";
  return status.state;
}
