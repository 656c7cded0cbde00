import type { Row } from "../../src/sheets/parse-cell.ts";
import { type GeneratedDate, generateDate } from "./dates.ts";
import { localized } from "./organisations.ts";
import { generateParties, generatePeople } from "./parties.ts";
import type { Pair } from "./partnerships.ts";
import type { Random } from "./random.ts";
import type { RegisterShape } from "./registers.ts";
import { placeOf, reportOf } from "./source.ts";
import { resultTexts, themes, titleOf } from "./texts.ts";

export interface GeneratedActivity {
  row: Row;
  parties: Row[];
  people: Row[];
}

/** What a municipal list may carry a second time. */
interface Event {
  pair: Pair;
  kind: string;
  date: GeneratedDate;
}

export interface YearRequest {
  fiscalYear: number;
  /** nothing of this year or later is held yet */
  openYear: number;
  count: number;
  pairs: readonly Pair[];
}

/** The rows of one register and fiscal year in order of time. `events` gathers what the platforms' ledgers hold. */
export function generateRegisterYear(
  random: Random,
  shape: RegisterShape,
  { fiscalYear, openYear, count, pairs }: YearRequest,
  events: Event[],
): GeneratedActivity[] {
  const active = pairs.filter((pair) => pair.since <= fiscalYear);
  return Array.from({ length: count }, (_, index) => {
    // Some of what a city lists of its own stands in a platform's ledger as well.
    const twice = shape.ledger === "municipal" && events.length > 0 && random.chance(0.03) ? random.pick(events) : null;
    const event = twice ?? {
      pair: random.pickSkewed(active.length > 0 ? active : pairs),
      kind: random.pick(shape.kinds),
      date: generateDate(random, fiscalYear, (index + random.next()) / count, shape.longestDays),
    };
    if (shape.ledger !== "municipal" && event.date.days !== null) events.push(event);
    return generateActivity(random, shape, event, { fiscalYear, openYear, number: index + 1 });
  });
}

function generateActivity(
  random: Random,
  shape: RegisterShape,
  { pair, kind, date }: Event,
  { fiscalYear, openYear, number }: { fiscalYear: number; openYear: number; number: number },
): GeneratedActivity {
  const id = `${shape.id}-${fiscalYear}-${number}`;
  const { theme, topics } = random.pick(themes);
  const abroad = !["training", "delegation", "domestic-meeting"].includes(kind);
  const wrongDays = random.chance(0.02) ? 1 : 0;
  const row: Row = {
    id,
    register: shape.id,
    fiscal_year: fiscalYear,
    number: String(number),
    kind,
    status: chooseStatus(random, fiscalYear >= openYear && number > 3),
    date: date.date,
    date_text: date.text,
    stated_days: date.days !== null && kind === "training" ? date.days + wrongDays : null,
    level: kind === "consultation" ? random.pick(["director-general", "division", "working"]) : null,
    place: abroad ? pair.partner.id : pair.home.id,
    ...localized("title", titleOf(kind, pair.home.name, pair.partner.name)),
    ...(random.chance(0.6) ? localized("theme", theme) : {}),
    ...(random.chance(0.3) ? localized("result", random.pick(resultTexts)) : {}),
    topics: random.chance(0.7) ? topics : [],
    funding: random.pick(shape.fundings),
    partnerships: [pair.id],
    ...placeOf(reportOf(shape.ledger, fiscalYear), shape.id, String(number)),
  };
  return { row, parties: generateParties(random, id, kind, pair), people: generatePeople(random, id, kind, pair) };
}

function chooseStatus(random: Random, isOpen: boolean): string {
  if (random.chance(0.01)) return "cancelled";
  if (!isOpen) return "done";
  return random.chance(0.5) ? "done" : random.pick(["planned", "planned", "adjusting"]);
}
