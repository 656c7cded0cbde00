import { encodeCursor } from "../../src/features/activities/filter.ts";
import { links } from "../../src/web/links.ts";

/** An address for each sample: no two are the same, so that each has to be worked out. */
export interface Target {
  name: string;
  group: "table" | "list" | "record";
  addressOf(sample: number): string;
}

interface TableSummary {
  id: string;
  fiscalYears: number[];
}

/** Every published table and every list of the running server, as page and through the API. */
export async function listTargets(server: string): Promise<Target[]> {
  const tables = (await readItems(`${server}${links.api("tables")}`)) as unknown as TableSummary[];
  const partnerships = await readItems(`${server}${links.api("partnerships", { limit: 50 })}`);
  const organisations = partnerships.map((partnership) => String(partnership.home));
  const activities = await readItems(`${server}${links.api("activities", { limit: 50 })}`);
  return [
    ...tables.flatMap((table) => tableTargets(server, table)),
    ...listTargetsOf(server, { organisation: organisations[0] ?? "", partnership: String(partnerships[0]?.id) }),
    record("partnership", (id) => links.partnership("ja", id), partnerships, server),
    record(
      "organisation",
      (id) => links.organisation("ja", id),
      organisations.map((id) => ({ id })),
      server,
    ),
    record("activity", (id) => links.activity("ja", id), activities, server),
  ];
}

/** Another day each time, so that neither the page nor the counts behind it are at hand. */
function tableTargets(server: string, { id, fiscalYears }: TableSummary): Target[] {
  const query = (sample: number) => ({ fiscalYear: fiscalYears[sample % fiscalYears.length], asOf: day(sample) });
  return [
    { name: `table ${id}`, group: "table", addressOf: (sample) => server + links.table("ja", id, query(sample)) },
    {
      name: `api table ${id}`,
      group: "table",
      addressOf: (sample) => server + links.api(`tables/${id}`, query(sample + 120)),
    },
  ];
}

function listTargetsOf(
  server: string,
  { organisation, partnership }: { organisation: string; partnership: string },
): Target[] {
  const page = (name: string, path: (query: Record<string, string | number>) => string): Target => ({
    name,
    group: "list",
    addressOf: (sample) => {
      const address = path({ sample });
      return (
        server +
        (address.includes("sample=") ? address : `${address}${address.includes("?") ? "&" : "?"}sample=${sample}`)
      );
    },
  });
  const api = (name: string, path: string, query: Record<string, string> = {}): Target => ({
    name: `api ${name}`,
    group: "list",
    addressOf: (sample) => server + links.api(path, { ...query, limit: 30 + sample }),
  });
  const deep = encodeCursor({ dateFrom: "2016-06-01", rowNumber: 5 });
  const activities = (filter: Record<string, string>) => (query: Record<string, string | number>) =>
    links.activities("ja", { ...filter, ...query });
  return [
    page("home", () => links.home("ja")),
    page("activities", activities({})),
    page("activities, deep", activities({ cursor: deep })),
    page("activities by year and kind", activities({ fiscalYear: "2020", kind: "training" })),
    page("activities by organisation", activities({ organisation })),
    page("activities by partnership", activities({ partnership })),
    page("activities by ledger", activities({ ledger: "municipal" })),
    page("activities by topic", activities({ topic: "voc" })),
    page("activities by words", activities({ q: "光化学" })),
    page("activities by words, none", activities({ q: "何処にもない言葉" })),
    page("calendar", (query) => links.activityCalendar("ja", { month: "2019-10", ...query })),
    page("years", () => links.years("ja")),
    page("year", () => links.year("ja", 2020)),
    page("partnerships", () => links.partnerships("ja")),
    page("partnership matrix", (query) => links.partnershipMatrix("ja", query)),
    page("organisations", (query) => links.organisations("ja", query)),
    page("organisations by name", (query) => links.organisations("ja", { q: "環境局", ...query })),
    page("agreements", () => links.agreements("ja")),
    page("projects", () => links.projects("ja")),
    page("tables", () => links.tables("ja")),
    page("figures", () => links.figures("ja")),
    page("quality", () => links.quality("ja")),
    page("findings", (query) => links.findings("ja", query)),
    page("reconciliation", (query) => links.reconciliation("ja", query)),
    page("evaluation", () => links.evaluation("ja")),
    page("structure", () => links.structure("ja")),
    page("calendar feed", (query) => links.calendarFeed("ja", query)),
    page("movements", () => links.atom("ja")),
    api("activities", "activities"),
    api("activities, deep", "activities", { cursor: deep }),
    api("activities by organisation", "activities", { organisation }),
    api("partnerships", "partnerships"),
    api("organisations", "organisations"),
    api("agreements", "agreements"),
    api("claims", "claims"),
    api("reconciliation", "reconciliation"),
    api("findings", "findings"),
  ];
}

function record(
  name: string,
  path: (id: string) => string,
  items: readonly Record<string, unknown>[],
  server: string,
): Target {
  return {
    name,
    group: "record",
    addressOf: (sample) => `${server}${path(String(items[sample % items.length]?.id))}?sample=${sample}`,
  };
}

async function readItems(address: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const { items } = (await response.json()) as { items: Record<string, unknown>[] };
  return items;
}

function day(sample: number): string {
  return Temporal.PlainDate.from("2026-04-01").add({ days: sample }).toString();
}
