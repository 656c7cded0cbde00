import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { judgeHealth } from "./judge-health.ts";
import { looksForHealth } from "./record-look.ts";
import type { HealthState, SourceKind, Tier } from "./source.ts";
import { readSources } from "./store.ts";
import { readChecksSince, readLooksBefore } from "./store-looks.ts";

/** How well a source was watched in a span of days. */
export interface SourceCoverage {
  source: string;
  name: Localized;
  body: string;
  tier: Tier;
  region: string | null;
  kind: SourceKind;
  paused: boolean;
  /** looks, and how many of them failed */
  checks: number;
  failed: number;
  /** entries on its list at the last look that could be read; null where none could */
  listed: number | null;
  /** articles that were new */
  fresh: number;
  /** as it was at the end of the span */
  state: HealthState;
}

/** Of every source, in their order; `from` and `to` are days (YYYY-MM-DD), both included, where the programme's home is. */
export async function getCoverage(
  context: Pick<Context, "database" | "clock">,
  { from, to }: { from: string; to: string },
): Promise<SourceCoverage[]> {
  const begin = startOfDay(from);
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const { sources, checks, looks } = await read(context.database, async (transaction) => ({
    sources: await readSources(transaction),
    checks: await readChecksSince(transaction, begin, end),
    looks: await readLooksBefore(transaction, end, looksForHealth),
  }));
  const checksOf = Map.groupBy(checks, ({ source }) => source);
  const looksOf = new Map(looks.map((of) => [of.source, of]));
  const now = context.clock.now();
  return sources.map(({ id, name, body, tier, region, kind, paused, quietDays }) => {
    const own = checksOf.get(id) ?? [];
    const known = looksOf.get(id);
    const failed = own.filter(({ outcome }) => outcome === "failed" || outcome === "refused").length;
    const { state } = judgeHealth({
      now: end < now ? end : now,
      quietDays,
      looks: known?.looks ?? [],
      lastFreshAt: known?.lastFreshAt ?? null,
    });
    return {
      ...{ source: id, name, body, tier, region, kind, paused, failed, state },
      checks: own.length,
      listed: own.findLast(({ outcome }) => outcome === "read" || outcome === "unchanged")?.listed ?? null,
      fresh: own.reduce((sum, { fresh }) => sum + fresh, 0),
    };
  });
}

function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(homeTimeZone).epochMilliseconds);
}
