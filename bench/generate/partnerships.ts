import type { Row } from "../../src/sheets/parse-cell.ts";
import { type Government, localized } from "./organisations.ts";
import type { Random } from "./random.ts";
import { placeOf } from "./source.ts";

export interface Pair {
  id: string;
  home: Government;
  partner: Government;
  since: number;
}

export interface GeneratedPartnerships {
  pairs: Pair[];
  rows: Record<"partnerships" | "partnership_years" | "agreements" | "agreement_parties" | "plans" | "needs", Row[]>;
}

/** Pairs of governments with their type in every year since they began, agreements, plans and needs. */
export function generatePartnerships(
  random: Random,
  count: number,
  homes: readonly Government[],
  partners: readonly Government[],
  fiscalYears: readonly number[],
): GeneratedPartnerships {
  const pairs = new Map<string, Pair>();
  while (pairs.size < Math.min(count, homes.length * partners.length)) {
    const [home, partner] = [random.pickSkewed(homes), random.pickSkewed(partners)];
    const id = `${home.id}-${partner.id}`;
    pairs.set(id, { id, home, partner, since: random.pick(fiscalYears.slice(0, 8)) });
  }
  const rows: GeneratedPartnerships["rows"] = {
    partnerships: [],
    partnership_years: [],
    agreements: [],
    agreement_parties: [],
    plans: [],
    needs: [],
  };
  const source = placeOf("generated", "2");
  let number = 0;
  for (const pair of pairs.values()) {
    number += 1;
    const { id, home, partner, since } = pair;
    const basis = random.pick(["sister-city", "sister-city", "existing-tie", "introduction"]);
    const funding = random.pick(["programme", "programme", "programme", "own", "jica"]);
    rows.partnerships.push({ id, home: home.id, partner: partner.id, basis, funding, since: String(since), ...source });
    const typeB = random.chance(0.2) ? since + random.integer(1, 4) : Number.POSITIVE_INFINITY;
    for (const year of fiscalYears.filter((candidate) => candidate >= since))
      rows.partnership_years.push({ partnership: id, fiscal_year: year, type: year >= typeB ? "B" : "A", ...source });
    if (random.chance(0.3)) addAgreement(rows, pair, random);
    if (random.chance(0.2))
      rows.needs.push({
        id: `need-${number}`,
        organisation: partner.id,
        addressed_to: home.id,
        raised: String(since),
        ...localized("text", { ja: "VOC対策の技術", zh: "VOC治理技术", en: "Techniques of VOC control" }),
        topics: ["voc"],
        kinds: ["training"],
        language: "zh",
        state: "heard",
        open_to_companies: false,
        ...source,
      });
  }
  for (const year of fiscalYears) addPlans(rows, [...pairs.values()], year, random);
  return { pairs: [...pairs.values()], rows };
}

function addAgreement(rows: GeneratedPartnerships["rows"], { id, home, partner, since }: Pair, random: Random): void {
  const agreement = `agreement-${id}`;
  const day = `${since + 1}-0${random.integer(1, 3)}-${random.integer(10, 28)}`;
  rows.agreements.push({
    id: agreement,
    kind: "memorandum",
    status: "signed",
    ...localized("title", {
      ja: `${home.name.ja}と${partner.name.ja}の環境協力に関する覚書`,
      zh: `${home.name.zh}与${partner.name.zh}环境合作备忘录`,
      en: `Memorandum on Environmental Cooperation between ${home.name.en} and ${partner.name.en}`,
    }),
    signed: day,
    signed_text: day.replaceAll("-", "."),
    partnership: id,
    ...placeOf("generated", "3"),
  });
  for (const organisation of [home.id, partner.id]) rows.agreement_parties.push({ agreement, organisation });
}

function addPlans(rows: GeneratedPartnerships["rows"], pairs: readonly Pair[], year: number, random: Random): void {
  const planning = pairs.filter((pair) => pair.since <= year && random.chance(0.05));
  for (const [index, { id, home, partner }] of planning.entries())
    rows.plans.push({
      id: `plan-${year}-${id}`,
      fiscal_year: year,
      position: 1_000 + index,
      organisation: home.id,
      partners: [partner.id],
      ...localized("content", {
        ja: "技術職員の研修と交流",
        zh: "技术人员研修与交流",
        en: "Training and exchange of engineers",
      }),
      ...placeOf("generated", "4"),
    });
}
