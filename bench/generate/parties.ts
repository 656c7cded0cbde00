import type { Row } from "../../src/sheets/parse-cell.ts";
import type { Pair } from "./partnerships.ts";
import type { Random } from "./random.ts";

type Party = [organisation: string, role: string, printedName?: string];

/** Who takes part, as the sample's registers name them. */
export function generateParties(random: Random, activity: string, kind: string, pair: Pair): Row[] {
  return chooseParties(random, kind, pair).map(([organisation, role, printedName], index) => ({
    activity,
    position: index + 1,
    organisation,
    role,
    printed_name: printedName ?? null,
  }));
}

function chooseParties(random: Random, kind: string, { home, partner }: Pair): Party[] {
  const printed = random.chance(0.005) ? "（判読できない名称）" : partner.name.zh;
  const offices = partner.offices.filter(() => random.chance(0.6)).map((id): Party => [id, "counterpart"]);
  const platform: Party[] = random.chance(0.1) ? [["iges", "support"]] : [];
  if (kind === "training" || kind === "delegation")
    return [[partner.id, "sender", printed], [home.id, "receiver"], ...platform];
  if (kind === "seminar" || kind === "joint-meeting" || kind === "exhibition")
    return [
      [home.id, "host"],
      [partner.id, "host", printed],
      ...offices.map(([id]): Party => [id, "attendee"]),
      ...platform,
    ];
  if (kind === "domestic-meeting")
    return [
      ["iges", "host"],
      [home.id, "attendee"],
    ];
  const sender: Party = kind === "dispatch" || kind === "visit" ? [home.id, "sender"] : [home.id, "lead"];
  return [sender, [partner.id, kind === "dispatch" ? "receiver" : "lead", printed], ...offices, ...platform];
}

/** How many people take part, where a document says so. */
export function generatePeople(random: Random, activity: string, kind: string, { home, partner }: Pair): Row[] {
  if (kind === "training" || kind === "delegation")
    return [
      people(
        activity,
        partner.id,
        random.pick(["administrator", "engineer"]),
        random.integer(3, 20),
        random.chance(0.1),
      ),
    ];
  if (kind === "seminar" || kind === "joint-meeting")
    return [people(activity, null, "participant", random.integer(20, 200), random.chance(0.6))];
  if (kind === "dispatch" || kind === "visit") return [people(activity, home.id, "staff", random.integer(1, 6), false)];
  return [];
}

function people(
  activity: string,
  organisation: string | null,
  category: string,
  count: number,
  approximate: boolean,
): Row {
  const printed = approximate ? `約${count}名` : `${count}名`;
  return { activity, position: 1, organisation, categories: [category], count, approximate, printed_text: printed };
}
