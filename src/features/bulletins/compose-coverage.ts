import { homeTimeZone } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { getKnowledge } from "../policies/knowledge.ts";
import { getCoverage, type SourceCoverage } from "../sources/service.ts";
import { type BulletinCoverage, daysOfMonth } from "./bulletin.ts";

/** How well each source was watched for the month, then or later; none at all where Renkei has not looked at any. */
export async function composeCoverage(context: Context, month: string): Promise<BulletinCoverage[]> {
  const sources = await getCoverage(context, daysOfMonth(month));
  if (!sources.some(({ checks }) => checks > 0)) return [];
  const { regions } = await getKnowledge(context);
  const nameOf = new Map(regions.map(({ id, name }) => [id, name]));
  const order: readonly SourceCoverage["tier"][] = ["central", "key-region", "partner"];
  return sources
    .filter(({ paused, checks }) => !paused || checks > 0)
    .toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))
    .map(({ source, name, tier, region, checks, failed, later, known, fresh, undated, state }) => ({
      ...{ source, name, checks, failed, known, fresh, undated, state },
      later: later === null ? null : { from: monthOf(later.from), to: monthOf(later.to) },
      part: tier,
      region: region === null ? null : (nameOf.get(region) ?? null),
    }));
}

function monthOf(moment: Date): string {
  return moment.toTemporalInstant().toZonedDateTimeISO(homeTimeZone).toPlainDate().toString().slice(0, 7);
}
