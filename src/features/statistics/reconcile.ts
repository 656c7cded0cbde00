import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { type Catalogue, getCatalogue } from "./catalogue.ts";
import { countMeasure } from "./count.ts";
import { recordsFigure } from "./figure.ts";
import type { Claim, Count } from "./measure.ts";

export interface ReconciledClaim {
  claim: Claim;
  /** what the records add up to as of the claim's own day; null where they hold none */
  computed: number | null;
  /** computed minus claimed */
  difference: number | null;
  explanation: string | null;
  /** the records are declared to be a part only, and give less: no disagreement */
  partial: boolean;
  /** ids of the records counted */
  records: string[];
}

/** Every claim beside what the records give for the same measure, year and group, as of the claim's day. */
export async function reconcileClaims(context: Context, language: Language): Promise<ReconciledClaim[]> {
  return context.cache.get(`reconciliation ${language}`, async () => {
    const catalogue = await getCatalogue(context);
    return read(context.database, async (transaction) => {
      const counted = new Map<string, Promise<Count[]>>();
      const countFor = (claim: Claim): Promise<Count[]> => {
        const merged = claim.group === null;
        const key = `${claim.measure} ${merged} ${claim.asOf}`;
        const scope = { asOf: claim.asOf, merged };
        const present = counted.get(key) ?? countMeasure(transaction, catalogue.measure(claim.measure), scope);
        counted.set(key, present);
        return present;
      };
      const result: ReconciledClaim[] = [];
      for (const claim of catalogue.claims) result.push(reconcile(claim, await countFor(claim), catalogue, language));
      return result;
    });
  });
}

function reconcile(claim: Claim, counts: readonly Count[], catalogue: Catalogue, language: Language): ReconciledClaim {
  const measure = catalogue.measure(claim.measure);
  const matching = counts.filter(
    (count) =>
      (claim.group === null || count.group === claim.group) &&
      (claim.fiscalYear === null || count.fiscalYear === claim.fiscalYear),
  );
  const coverage = claim.fiscalYear === null ? undefined : catalogue.coverage(claim.measure, claim.fiscalYear);
  const complete = claim.fiscalYear !== null || coversEveryYear(claim, catalogue, matching);
  const computed = complete ? recordsFigure(measure, matching, claim.unit, coverage) : null;
  const difference = computed === null ? null : computed - claim.value;
  const written = localize(claim.explanation, language).text;
  const covered = coverage ? localize(coverage.note, language).text : "";
  const automatic = computed === null ? message(language, "figure.noRecords") : difference === 0 ? "" : covered;
  return {
    claim,
    computed,
    difference,
    explanation: written || automatic || null,
    partial: difference !== null && difference < 0 && coverage !== undefined && coverage.extent !== "complete",
    records: [...new Set(matching.flatMap((count) => count.records))],
  };
}

/** A total over the years can be compared only where every year that has a figure has records as well. */
function coversEveryYear(claim: Claim, catalogue: Catalogue, counts: readonly Count[]): boolean {
  const years = catalogue.claims
    .filter(({ measure, unit, group }) => measure === claim.measure && unit === claim.unit && group === claim.group)
    .flatMap(({ fiscalYear }) => fiscalYear ?? []);
  return years.every(
    (year) =>
      catalogue.coverage(claim.measure, year)?.extent === "complete" ||
      (catalogue.coverage(claim.measure, year) === undefined && counts.some((count) => count.fiscalYear === year)),
  );
}
