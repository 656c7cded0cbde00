import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { writeCsv } from "../../documents/csv.ts";
import { policySourceSheet } from "../../features/policies/sheets.ts";
import { type FaultName, faultNames } from "./faults.ts";
import { type PolicySite, startPolicySite } from "./policy-site.ts";

/**
 * The test site by hand: node --import tsx src/testing/policy-site/serve.ts --port 8090 --day 2016-04-12 --sources policy_sources.csv
 * Then `day 2016-04-13` lets a day pass, `fault mee redesign` breaks a site and `fault mee none` mends it; `help` lists all.
 */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8090" },
    day: { type: "string", default: "2016-04-30" },
    sources: { type: "string", default: "policy_sources.csv" },
  },
});
const site = await startPolicySite({ port: Number(values.port), day: values.day });
const names = policySourceSheet.columns.map(({ name }) => name);
const rows = site.sources.map((row) => new Map(Object.entries(row)));
await writeFile(values.sources, writeCsv([names, ...rows.map((row) => names.map((name) => row.get(name) ?? null))]));
console.log(
  `${site.origin}\nRENKEI_RSSHUB=${site.rsshub}\n${site.truth.length} publications; declarations are in ${values.sources}`,
);

for await (const line of createInterface({ input: process.stdin })) console.log(obey(site, line.trim().split(/\s+/)));
// Without a terminal there is nobody to obey, but the site stays until it is stopped.

function obey(running: PolicySite, [verb, first = "", second = ""]: string[]): string {
  if (verb === "day" && /^\d{4}-\d\d-\d\d$/.test(first)) {
    running.setDay(first);
    return `it is ${first}`;
  }
  const fault = faultNames.find((name) => name === second) ?? null;
  if (verb === "fault" && (fault || second === "none")) {
    const [host = "", path] = first.split(/(?=\/)(.*)/);
    running.setFault({ host, ...(path && { path }), fault: fault satisfies FaultName | null });
    return `${first}: ${fault ?? "all is well"}`;
  }
  return [
    "day YYYY-MM-DD             lets days pass",
    `fault SITE[/PATH] FAULT    ${faultNames.join(", ")}; none mends it`,
    "SITE                       the first part of an address below, as mee of http://127.0.0.1:8090/mee/",
    "Renkei takes all sites for one host: after 503 it leaves all of them alone for up to 15 minutes.",
  ].join("\n");
}
