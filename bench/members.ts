import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openContext } from "../src/cli/open-context.ts";
import { readConfig } from "../src/platform/config.ts";
import { createSignedInAccount } from "../src/testing/accounts.ts";
import { links } from "../src/web/links.ts";
import { call, draft, type Site, startEntry } from "../test/faults/member-saves.ts";
import { startServer } from "../test/faults/start-server.ts";
import { createRandom, type Random } from "./generate/random.ts";

/** Members' mixed work against the real server: lists 50 %, forms and records 30 %, saves 20 %. */
const { values } = parseArgs({
  options: { connections: { type: "string", default: "10" }, seconds: { type: "string", default: "15" } },
});
const folder = await mkdtemp(join(tmpdir(), "renkei-members-"));
const data = join(folder, "data");
const server = await startServer(data);
const measured: Record<"list" | "record" | "save", number[]> = { list: [], record: [], save: [] };
const refused: Record<string, number> = {};
let known: string[] = [];
try {
  const people = await openPeople(Number(values.connections));
  await work(people, 3);
  for (const times of Object.values(measured)) times.length = 0;
  const started = performance.now();
  await work(people, Number(values.seconds));
  report((performance.now() - started) / 1_000, await readPeakMemoryMb());
} finally {
  server.child.kill("SIGTERM");
  if (server.child.exitCode === null) await once(server.child, "exit");
  await rm(folder, { recursive: true, force: true });
}

interface Person {
  site: Site;
  entry: string;
  revision: number;
  random: Random;
}

async function openPeople(count: number): Promise<Person[]> {
  const config = readConfig({ RENKEI_DATA: data, RENKEI_LOG: "silent" });
  const context = await openContext(config, { purpose: "command" });
  const people: Person[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { cookie } = await createSignedInAccount(context, [{ role: "home-government", organisation: "fukuoka" }]);
    const send = (path: string, init: RequestInit) => fetch(`${server.address}${path}`, init);
    const site = { send, origin: server.address, member: cookie, officer: cookie };
    const { id } = await startEntry(site, "0");
    people.push({ site, entry: id, revision: 1, random: createRandom(number) });
  }
  await context.database.close();
  const [first] = people;
  if (!first) throw new Error("nobody works");
  const path = links.api("members/records/activity", { own: "true", limit: 20 });
  const response = await first.site.send(path, { headers: { cookie: first.site.member } });
  const { items } = (await response.json()) as { items: { id: string }[] };
  known = items.map(({ id }) => id);
  return people;
}

async function work(people: readonly Person[], seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  const loop = async (person: Person) => {
    while (performance.now() < end) await oneRequest(person);
  };
  await Promise.all(people.map(loop));
}

async function oneRequest(person: Person): Promise<void> {
  const { site, random, entry } = person;
  const kind = random.chance(0.5) ? "list" : random.chance(0.6) ? "record" : "save";
  const started = performance.now();
  const response =
    kind === "save"
      ? await call(site, site.member, "PUT", `/entries/${entry}`, {
          ...draft(String(random.integer(1, 1_000_000))),
          revision: person.revision,
        })
      : await site.send(kind === "list" ? chooseList(random) : chooseRecord(person), {
          headers: { cookie: site.member },
        });
  const text = await response.text();
  measured[kind].push(performance.now() - started);
  if (!response.ok) refused[`${kind} ${response.status}`] = (refused[`${kind} ${response.status}`] ?? 0) + 1;
  if (kind === "save" && response.ok) person.revision = (JSON.parse(text) as { revision: number }).revision;
}

function chooseList(random: Random): string {
  return random.pick([
    links.members("ja"),
    links.memberRecords("ja", "activity", { page: String(random.integer(1, 5)) }),
    links.memberRecords("ja", "activity", { own: "1" }),
    links.memberRecords("zh", "agreement"),
    links.entries("ja"),
    links.api("members/records/activity", { own: "true", limit: 50 }),
    links.api("members/entries", { limit: 50 }),
  ]);
}

function chooseRecord({ random, entry }: Person): string {
  const id = random.pick(known);
  return random.pick([
    links.memberRecord("ja", "activity", id),
    links.recordHistory("ja", "activity", id),
    links.correctRecord("ja", "activity", id),
    links.newEntry("ja", "activity"),
    links.entry("ja", entry),
    links.api(`members/entries/${entry}`),
  ]);
}

function report(seconds: number, peakMemoryMb: number | null): void {
  const all = Object.values(measured).flat();
  const result = {
    measuredOn: Temporal.Now.plainDateISO().toString(),
    machine: { processor: cpus()[0]?.model, cores: availableParallelism() },
    connections: Number(values.connections),
    requestsPerSecond: Math.round(all.length / seconds),
    targets: { requestsPerSecond: 100, p95Ms: 200 },
    all: describe(all),
    ...Object.fromEntries(Object.entries(measured).map(([name, times]) => [name, describe(times)])),
    refused,
    peakMemoryMb,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

function describe(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { requests: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}

/** The kernel's high-water mark of resident memory (proc(5), VmHWM); null where there is no such file. */
async function readPeakMemoryMb(): Promise<number | null> {
  const status = await readFile(`/proc/${server.child.pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
}
