import type { Localized } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { judgeHealth } from "./judge-health.ts";
import { looksForHealth } from "./record-look.ts";
import type { HealthState, SourceKind, Tier } from "./source.ts";
import { readSources } from "./store.ts";
import { countPublished, readChecksSince, readLooksBefore } from "./store-looks.ts";

/** How well a source was watched for a span of days. */
export interface SourceCoverage {
  source: string;
  name: Localized;
  body: string;
  tier: Tier;
  region: string | null;
  kind: SourceKind;
  paused: boolean;
  /** looks in the span, or all since where it had none then; and how many of them failed */
  checks: number;
  failed: number;
  /** first and last look, where all of them were after the span */
  later: { from: Date; to: Date } | null;
  /** articles that it ever led to, whenever that was: all, published in the span, and those of which no day is known */
  known: number;
  fresh: number;
  undated: number;
  /** as it was at the end of the span, or is now where it was looked at only later */
  state: HealthState;
}

/**
 * Of every source, in their order; `from` and `to` are days (YYYY-MM-DD), both included, where the programme's home is. A back
 * issue is written long after its month: what was looked at since has covered it as well, as far as the lists still hold it.
 */
export async function getCoverage(
  context: Pick<Context, "database" | "clock">,
  { from, to }: { from: string; to: string },
): Promise<SourceCoverage[]> {
  const now = context.clock.now();
  const begin = startOfDay(from);
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const { sources, checks, before, since, published } = await read(context.database, async (transaction) => ({
    sources: await readSources(transaction),
    checks: await readChecksSince(transaction, begin),
    before: await readLooksBefore(transaction, end, looksForHealth),
    since: await readLooksBefore(transaction, new Date(now.getTime() + 1), looksForHealth),
    published: await countPublished(transaction, { from, to }),
  }));
  const checksOf = Map.groupBy(checks, ({ source }) => source);
  const lookOf = (looks: typeof before, source: string) => looks.find((of) => of.source === source);
  return sources.map(({ id, name, body, tier, region, kind, paused, quietDays }) => {
    const all = checksOf.get(id) ?? [];
    const inSpan = all.filter(({ at }) => at < end);
    const own = inSpan.length > 0 ? inSpan : all;
    const [first, last] = [own[0], own.at(-1)];
    const isLate = inSpan.length === 0 && first !== undefined && last !== undefined;
    const known = lookOf(isLate ? since : before, id);
    const { state } = judgeHealth({
      now: end < now && !isLate ? end : now,
      quietDays,
      looks: known?.looks ?? [],
      lastFreshAt: known?.lastFreshAt ?? null,
    });
    return {
      ...{ source: id, name, body, tier, region, kind, paused, state },
      checks: own.length,
      failed: own.filter(({ outcome }) => outcome === "failed" || outcome === "refused").length,
      later: isLate ? { from: first.at, to: last.at } : null,
      ...(published.get(id) ?? { known: 0, fresh: 0, undated: 0 }),
    };
  });
}

function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(homeTimeZone).epochMilliseconds);
}
