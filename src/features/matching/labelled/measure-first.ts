/** Accepted offers with the reason of each, by need. */
export type Labels = ReadonlyMap<string, readonly { offer: string; reason: string }[]>;

/** Rows of need, offer, reason below a heading; a reason with a comma or a quotation mark is quoted (RFC 4180). */
export function readLabels(csv: string): Labels {
  const labels = new Map<string, { offer: string; reason: string }[]>();
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [, need, offer, rest = ""] = line.match(/^([^,]+),([^,]+),(.*)$/) ?? [];
    if (need === undefined || offer === undefined) continue;
    const reason = rest.startsWith('"') ? rest.slice(1, -1).replaceAll('""', '"') : rest;
    labels.set(need, [...(labels.get(need) ?? []), { offer, reason }]);
  }
  return labels;
}

export interface Measured {
  needs: number;
  /** of the first three proposals, how many are accepted */
  precision: number;
  /** of the accepted offers, how many are among the first three; at most three can be, so of no more than three */
  recall: number;
  /** share of needs whose first proposal is accepted */
  first: number;
}

/** Means over the labelled needs. Where fewer than three are proposed, precision is that of those proposed; none proposed is none right. */
export function measureFirst(labels: Labels, propose: (need: string) => readonly string[]): Measured {
  let [precision, recall, first] = [0, 0, 0];
  for (const [need, accepted] of labels) {
    const proposed = propose(need).slice(0, 3);
    const right = proposed.filter((id) => accepted.some(({ offer }) => offer === id)).length;
    precision += proposed.length === 0 ? 0 : right / proposed.length;
    recall += right / Math.min(3, accepted.length);
    if (accepted.some(({ offer }) => offer === proposed[0])) first += 1;
  }
  const mean = (sum: number) => Math.round((sum / labels.size) * 1000) / 1000;
  return { needs: labels.size, precision: mean(precision), recall: mean(recall), first: mean(first) };
}
