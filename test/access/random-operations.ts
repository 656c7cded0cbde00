import { randomBytes, randomUUID } from "node:crypto";
import type { Hono } from "hono";
import type { Context } from "../../src/platform/context.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";
import { type ModelEntry, Oracle, type Person } from "./oracle.ts";
import { createRandom, type Random } from "./random.ts";

const people: readonly Person[] = [
  { name: "prefecture", memberships: [{ role: "home-government", organisation: "fukuoka" }] },
  { name: "city below it", memberships: [{ role: "home-government", organisation: "kitakyushu" }] },
  {
    name: "prefecture, and guest of a city",
    memberships: [
      { role: "home-government", organisation: "hyogo" },
      { role: "guest", organisation: "kawasaki" },
    ],
  },
  { name: "province", memberships: [{ role: "partner-government", organisation: "jiangsu" }] },
  { name: "other province", memberships: [{ role: "partner-government", organisation: "guangdong" }] },
  { name: "coordination", memberships: [{ role: "coordination", organisation: "iges" }] },
  { name: "technical", memberships: [{ role: "technical", organisation: "jesc" }] },
  { name: "expert", memberships: [{ role: "expert", organisation: "janus" }] },
];
const named = ["fukuoka", "kitakyushu", "hyogo", "kawasaki", "jiangsu", "guangdong", "guangzhou", "janus", "jesc"];
const registers = { "coordination-trainings": "coordination", "technical-trainings": "technical" } as const;
const visibilities = ["public", "members", "sides", "organisation"] as const;

export interface Outcome {
  operations: number;
  /** how many answers of each status: a run in which nothing succeeds proves nothing */
  statuses: Record<string, number>;
  /** approved records, and those of them that were corrected since */
  records: number;
  corrected: number;
  /** what somebody was shown that the rules keep from them, and answers that no rule explains */
  leaks: string[];
}

/** Operations of people of different organisations through the API; after each the oracle judges what came back. */
export async function runRandomOperations(
  context: Context,
  app: Hono,
  { seed, operations }: { seed: number; operations: number },
): Promise<Outcome> {
  const cookies = new Map<Person, string>();
  for (const person of people) cookies.set(person, (await createSignedInAccount(context, person.memberships)).cookie);
  const run = new Run(app, cookies, createRandom(seed));
  for (let number = 0; number < operations && run.leaks.length < 10; number += 1) await run.step(number);
  return { operations, statuses: run.statuses, leaks: run.leaks, ...run.countRecords() };
}

interface Typed {
  word: string;
  visibility: string;
  platform: "coordination" | "technical";
  sides: Set<string>;
  body: { visibility: string; content: object };
}

class Run {
  readonly leaks: string[] = [];
  readonly statuses: Record<string, number> = {};
  private readonly oracle = new Oracle();
  private readonly app: Hono;
  private readonly cookies: ReadonlyMap<Person, string>;
  private readonly random: Random;
  private person: Person = people[0] as Person;
  private number = 0;

  constructor(app: Hono, cookies: ReadonlyMap<Person, string>, random: Random) {
    this.app = app;
    this.cookies = cookies;
    this.random = random;
  }

  async step(number: number): Promise<void> {
    this.number = number;
    this.person = this.random.pick(people);
    const name = this.random.weigh({
      create: 14,
      correct: 10,
      save: 12,
      submit: 16,
      approve: 12,
      return: 4,
      withdraw: 2,
      listRecords: 5,
      listEntries: 5,
      readRecord: 8,
      readEntry: 6,
      history: 6,
      comments: 4,
      comment: 4,
      signedOut: 1,
    });
    await this[name]();
  }

  countRecords(): { records: number; corrected: number } {
    const records = [...this.oracle.records.values()];
    return { records: records.length, corrected: records.filter(({ versions }) => versions.length > 1).length };
  }

  private async create(): Promise<void> {
    const owner = this.random.chance(0.8) ? this.ownOrganisation() : this.random.pick(named);
    await this.startEntry(owner, this.type(), undefined);
  }

  private async correct(): Promise<void> {
    const record = this.anyRecord();
    if (!record) return this.create();
    this.ask(({ memberships }) => memberships.some(({ organisation }) => record.sides.has(organisation)));
    const owner = this.ownOrganisation();
    const { status } = await this.startEntry(owner, this.type(), record.id);
    if (!this.oracle.seesRecord(this.person, record) && ![403, 404].includes(status))
      this.leak(`corrects ${record.id}, which it may not see: ${status}`);
  }

  private async startEntry(owner: string, typed: Typed, record: string | undefined): Promise<{ status: number }> {
    const versions = record === undefined ? 0 : (this.oracle.records.get(record)?.versions.length ?? 0);
    const baseVersion = versions > 0 && this.random.chance(0.3) ? this.random.integer(1, versions) : versions;
    const removal = record !== undefined && this.random.chance(0.04);
    const { status, json } = await this.send("POST", "/entries", {
      kind: "activity",
      owner,
      reason: "because",
      formKey: randomUUID(),
      ...typed.body,
      ...(record !== undefined && { record, baseVersion, removal }),
    });
    if (status !== 201 || !json) return { status };
    if (!this.person.memberships.some(({ organisation }) => organisation === owner))
      this.leak(`enters in the name of ${owner}`);
    const entry: ModelEntry = {
      ...typed,
      id: String(json.id),
      record: String(json.record),
      owner,
      author: this.person.name,
      state: "draft",
      wasSubmitted: false,
      removal,
      base: baseVersion,
      revision: 1,
    };
    this.oracle.entries.set(entry.id, entry);
    this.oracle.place(typed.word, { entry: entry.id });
    return { status };
  }

  private async save(): Promise<void> {
    const entry = this.anyEntry();
    if (!entry) return;
    this.askOwn(entry);
    const typed = this.type();
    const versions = this.oracle.records.get(entry.record)?.versions.length ?? 0;
    const baseVersion = versions > 0 && this.random.chance(0.2) ? this.random.integer(1, versions) : undefined;
    const body = { ...typed.body, revision: this.revisionOf(entry), ...(baseVersion !== undefined && { baseVersion }) };
    const { status } = await this.send("PUT", `/entries/${entry.id}`, body);
    if (status !== 200) return;
    this.judgeChange(entry, entry.state === "submitted");
    const { word, visibility, platform, sides } = typed;
    Object.assign(entry, { word, visibility, platform, sides, revision: entry.revision + 1 });
    if (baseVersion !== undefined) entry.base = baseVersion;
    this.oracle.place(word, { entry: entry.id });
  }

  private async submit(): Promise<void> {
    const entry = this.anyEntry(({ state }) => state === "draft" || state === "returned");
    if (!entry) return;
    this.askOwn(entry);
    const { status } = await this.send("POST", `/entries/${entry.id}/submit`, { revision: this.revisionOf(entry) });
    if (status !== 200) return;
    this.judgeChange(entry, false);
    Object.assign(entry, { state: "submitted", wasSubmitted: true, revision: entry.revision + 1 });
  }

  private async approve(): Promise<void> {
    const entry = this.anyEntry(({ state }) => state === "submitted");
    if (!entry) return;
    this.askPlatform(entry);
    const { status } = await this.send("POST", `/entries/${entry.id}/approve`, { revision: this.revisionOf(entry) });
    if (status !== 200) return;
    this.judgeChange(entry, true);
    Object.assign(entry, { state: "approved", revision: entry.revision + 1 });
    const { visibility, platform, word, removal, record: id } = entry;
    const present = this.oracle.records.get(id) ?? { id, owner: entry.owner, versions: [], comments: [] };
    const sides = new Set([...entry.sides, present.owner]);
    const versions = [...present.versions, { word, visibility, platform, sides }];
    this.oracle.records.set(id, { ...present, visibility, platform, removed: removal, versions, sides });
    this.oracle.place(word, { record: id });
  }

  private async return(): Promise<void> {
    const entry = this.anyEntry(({ state }) => state === "submitted");
    if (!entry) return;
    this.askPlatform(entry);
    const body = { revision: this.revisionOf(entry), comment: "see the date" };
    if ((await this.send("POST", `/entries/${entry.id}/return`, body)).status !== 200) return;
    this.judgeChange(entry, true);
    Object.assign(entry, { state: "returned", revision: entry.revision + 1 });
  }

  private async withdraw(): Promise<void> {
    const entry = this.anyEntry();
    if (!entry) return;
    const { status } = await this.send("POST", `/entries/${entry.id}/withdraw`, { revision: this.revisionOf(entry) });
    if (status !== 200 || entry.state === "withdrawn") return;
    this.judgeChange(entry, false);
    Object.assign(entry, { state: "withdrawn", revision: entry.revision + 1 });
  }

  private async listRecords(): Promise<void> {
    const { json } = await this.send("GET", "/records/activity?q=random-trial&limit=500");
    const expected = this.oracle.countRecords(this.person);
    if (json?.total !== expected) this.leak(`counts ${json?.total} records, not ${expected}`);
  }

  private async listEntries(): Promise<void> {
    await this.send("GET", "/entries?scope=mine&limit=500");
    const { json } = await this.send("GET", "/entries?scope=decide&limit=500");
    const expected = this.oracle.countWaiting(this.person);
    if (json?.total !== expected) this.leak(`counts ${json?.total} entries that wait, not ${expected}`);
  }

  private readRecord(): Promise<void> {
    return this.readOf("");
  }

  private history(): Promise<void> {
    return this.readOf("/history");
  }

  private async readOf(part: string): Promise<void> {
    const record = this.anyRecord();
    if (!record) return;
    const { status } = await this.send("GET", `/records/activity/${record.id}${part}`);
    const expected = this.oracle.seesRecord(this.person, record) ? 200 : 404;
    if (status !== expected) this.leak(`${record.id}${part} answers ${status}, not ${expected}`);
  }

  private async readEntry(): Promise<void> {
    const entry = this.anyEntry();
    if (!entry) return;
    const { status } = await this.send("GET", `/entries/${entry.id}`);
    if (status === 200 && !this.oracle.seesEntry(this.person, entry)) this.leak(`reads entry ${entry.id}`);
    if (status !== 200 && this.person.name === entry.author) this.leak(`does not find its own entry ${entry.id}`);
  }

  private async comments(): Promise<void> {
    const record = this.anyRecord();
    if (!record) return;
    const { status } = await this.send("GET", `/records/activity/${record.id}/comments`);
    if (status === 200 && !this.oracle.talks(this.person, record)) this.leak(`reads the talk about ${record.id}`);
  }

  private async comment(): Promise<void> {
    const record = this.anyRecord();
    if (!record) return;
    const word = makeWord();
    record.comments.push(word);
    this.oracle.place(word, { record: record.id });
    const body = { language: "en", body: `said ${word}`, formKey: randomUUID() };
    const { status } = await this.send("POST", `/records/activity/${record.id}/comments`, body);
    if (status === 201 && !this.oracle.talks(this.person, record)) this.leak(`talks about ${record.id}`);
  }

  private async signedOut(): Promise<void> {
    const record = this.anyRecord();
    const path = record ? `/records/activity/${record.id}` : "/years";
    const response = await this.app.request(`/api/v1/members${path}`);
    if (response.status !== 401) this.leak(`answers ${response.status} to nobody`);
    const word = /\bw[0-9a-f]{12}\b/.exec(await response.text());
    if (word) this.leak(`shows ${word[0]} to nobody`);
  }

  private async send(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; json: Record<string, unknown> | null }> {
    const response = await this.app.request(`/api/v1/members${path}`, {
      method,
      headers: {
        cookie: this.cookies.get(this.person) ?? "",
        ...(method !== "GET" && { origin: "http://localhost", "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status } = response;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status >= 500) this.leak(`${method} ${path} fails: ${text.slice(0, 200)}`);
    this.judgeAnswer(text, `${path} ${JSON.stringify(body ?? {})}`);
    return { status, json: status < 300 ? (JSON.parse(text) as Record<string, unknown>) : null };
  }

  /** No word and no id of what the person may not see; what the request itself said is no news. */
  private judgeAnswer(text: string, request: string): void {
    for (const [word] of text.matchAll(/\bw[0-9a-f]{12}\b/g))
      if (!request.includes(word) && !this.oracle.maySeeWord(this.person, word))
        this.leak(`is shown ${word} by ${request}`);
    for (const [id] of text.matchAll(/\bactivity-\d{8}-[2-9a-z]{6}\b/g))
      if (!request.includes(id) && this.isKnown(id) && !this.oracle.maySeeRecordId(this.person, id))
        this.leak(`is shown ${id} by ${request}`);
  }

  /** The answer to a first save names a record that the oracle learns of only then. */
  private isKnown(id: string): boolean {
    return this.oracle.records.has(id) || [...this.oracle.entries.values()].some(({ record }) => record === id);
  }

  private judgeChange(entry: ModelEntry, decides: boolean): void {
    const { memberships } = this.person;
    const isOwn = memberships.some(({ organisation }) => organisation === entry.owner);
    const isAllowed = decides ? this.oracle.ownsPlatform(this.person, entry.platform) : isOwn;
    if (!isAllowed) this.leak(`changes entry ${entry.id} of ${entry.owner}`);
  }

  private type(): Typed {
    const word = makeWord();
    const register = this.random.pick(["coordination-trainings", "technical-trainings"] as const);
    const parties = [...new Set([this.random.pick(named), this.random.pick(named)])];
    const visibility = this.random.pick(visibilities);
    const title = `random-trial ${word}`;
    const fields = {
      register,
      fiscal_year: "2018",
      number: String(this.number),
      kind: "training",
      status: "done",
      date: "2018-05-01",
      title_ja: title,
      title_zh: title,
      title_en: title,
      funding: "programme",
    };
    const rows = parties.map((organisation) => ({ organisation, role: "attendee" }));
    return {
      word,
      visibility,
      platform: registers[register],
      sides: new Set<string>(parties),
      body: { visibility, content: { fields, parts: { activity_parties: rows } } },
    };
  }

  /** Mostly somebody who may, for otherwise little would ever happen. */
  private ask(isWanted: (person: Person) => boolean): void {
    const able = people.filter(isWanted);
    if (able.length > 0 && this.random.chance(0.75)) this.person = this.random.pick(able);
  }

  private askOwn({ owner }: ModelEntry): void {
    this.ask(({ memberships }) => memberships.some(({ organisation }) => organisation === owner));
  }

  private askPlatform({ platform }: ModelEntry): void {
    this.ask((person) => this.oracle.ownsPlatform(person, platform));
  }

  private ownOrganisation(): string {
    return this.random.pick(this.person.memberships).organisation;
  }

  private anyRecord() {
    const records = [...this.oracle.records.values()].slice(-40);
    return records.length > 0 ? this.random.pick(records) : undefined;
  }

  private anyEntry(isWanted: (entry: ModelEntry) => boolean = () => true): ModelEntry | undefined {
    const entries = [...this.oracle.entries.values()].slice(-80).filter(isWanted);
    return entries.length > 0 ? this.random.pick(entries) : undefined;
  }

  private revisionOf(entry: ModelEntry): number {
    return this.random.chance(0.9) ? entry.revision : this.random.integer(1, entry.revision + 1);
  }

  private leak(what: string): void {
    this.leaks.push(`operation ${this.number}, ${this.person.name}: ${what}`);
  }
}

function makeWord(): string {
  return `w${randomBytes(6).toString("hex")}`;
}
