import type { Body } from "../knowledge.ts";

export interface OriginalCandidate {
  id: string;
  /** ids of who issued it */
  bodies: readonly string[];
  documentNumber: string | null;
  url: string | null;
  /** whose site it was found on; null where it was entered by hand or loaded from a folder */
  sourceBody: string | null;
  /** where the list is that led to it */
  sourceAddress: string | null;
  /** YYYY-MM-DD */
  day: string;
  foundAt: Date;
}

export type OriginalReason = "only" | "own-site" | "own-host" | "has-number" | "earliest" | "found-first";

/**
 * Of items that say the same the official original: found by a source of who issued it, and lying on that source's site, not only led to
 * from there; else with the document number; else the earliest. `reason` is what decided.
 */
export function chooseOriginal(
  items: readonly OriginalCandidate[],
  bodies: readonly Body[] = [],
): { id: string; reason: OriginalReason } | null {
  const [only] = items;
  if (!only) return null;
  if (items.length === 1) return { id: only.id, reason: "only" };
  const issuers = issuersOf(items, bodies);
  let left = items;
  for (const [reason, holds] of preferences(items, issuers)) {
    const better = left.filter(holds);
    if (better.length === 0) continue;
    left = better;
    const [first] = left;
    if (first && left.length === 1) return { id: first.id, reason };
  }
  const first =
    left.toSorted((a, b) => a.foundAt.getTime() - b.foundAt.getTime() || a.id.localeCompare(b.id))[0] ?? only;
  return { id: first.id, reason: "found-first" };
}

function preferences(
  items: readonly OriginalCandidate[],
  issuers: ReadonlySet<string>,
): [OriginalReason, (item: OriginalCandidate) => boolean][] {
  const hosts = new Set(
    items.flatMap(({ sourceBody, sourceAddress }) =>
      sourceBody !== null && issuers.has(sourceBody) ? (siteOf(sourceAddress) ?? []) : [],
    ),
  );
  const earliest = items.map(({ day }) => day).toSorted()[0];
  return [
    ["own-site", ({ sourceBody }) => sourceBody !== null && issuers.has(sourceBody)],
    ["own-host", ({ url }) => hosts.has(siteOf(url) ?? "")],
    ["has-number", ({ documentNumber }) => documentNumber !== null],
    ["earliest", ({ day }) => day === earliest],
  ];
}

/** All that any of them names, with their offices' bodies before and after a reform. */
function issuersOf(items: readonly OriginalCandidate[], bodies: readonly Body[]): Set<string> {
  const issuers = new Set(items.filter(({ documentNumber }) => documentNumber !== null).flatMap((item) => item.bodies));
  if (issuers.size === 0) for (const item of items) for (const body of item.bodies) issuers.add(body);
  for (const { id, successor } of bodies) {
    if (successor !== null && issuers.has(id)) issuers.add(successor);
    if (successor !== null && issuers.has(successor)) issuers.add(id);
  }
  return issuers;
}

/** 「zfs.mee.gov.cn」 and 「www.mee.gov.cn」 are one house; 「hebei.gov.cn」 and 「beijing.gov.cn」 two. */
function siteOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const labels = new URL(address).hostname.split(".");
  const kept = /\.(?:gov|org|com|net)\.cn$/.test(labels.join(".")) ? 3 : 2;
  return labels.slice(-kept).join(".");
}
