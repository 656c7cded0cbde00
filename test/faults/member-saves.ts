import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { verifyAuditLog } from "../../src/features/audit/verify.ts";
import type { Context } from "../../src/platform/context.ts";
import { createSignedInAccount } from "../../src/testing/accounts.ts";

/** Sends a request to the site under test; throws where nobody answers. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

export interface Site {
  send: Send;
  /** as a browser would name it */
  origin: string;
  member: string;
  officer: string;
}

export async function signInPeople(context: Context): Promise<Pick<Site, "member" | "officer">> {
  const member = await createSignedInAccount(context, [{ role: "home-government", organisation: "fukuoka" }]);
  const officer = await createSignedInAccount(context, [{ role: "coordination", organisation: "iges" }]);
  return { member: member.cookie, officer: officer.cookie };
}

interface Saved {
  id: string;
  record: string;
  revision: number;
  content: { fields: Record<string, string> };
}

/** What one tab got confirmed, and what it had asked for when the site went away. */
export interface Work {
  entry: string;
  revision: number;
  number: string;
  asked: string | null;
  /** answers of 503 */
  unavailable: number;
  /** any other answer that is neither success nor 503 */
  odd: string[];
}

export function call(site: Site, cookie: string, method: string, path: string, body: object): Promise<Response> {
  const headers = { cookie, origin: site.origin, "content-type": "application/json" };
  return site.send(`/api/v1/members${path}`, { method, headers, body: JSON.stringify(body) });
}

export function draft(number: string) {
  const fields = {
    register: "coordination-trainings",
    fiscal_year: "2018",
    number,
    kind: "training",
    status: "done",
    date: "2018-05-01",
    title_ja: "研修",
    title_zh: "培训",
    title_en: "Training",
    funding: "programme",
  };
  return {
    visibility: "sides",
    content: { fields, parts: { activity_parties: [{ organisation: "jiangsu", role: "sender" }] } },
  };
}

export async function startEntry(site: Site, number: string): Promise<Saved> {
  const body = { kind: "activity", owner: "fukuoka", formKey: randomUUID(), ...draft(number) };
  const response = await call(site, site.member, "POST", "/entries", body);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Saved;
}

/** The entry of one tab; all are there before anything goes wrong. */
export async function openTab(site: Site): Promise<Work> {
  const { id } = await startEntry(site, "0");
  return { entry: id, revision: 1, number: "0", asked: null, unavailable: 0, odd: [] };
}

/** Saves one entry again and again, each time with the next number, until the site is gone or `isOver`. */
export async function keepSaving(site: Site, work: Work, isOver: () => boolean): Promise<void> {
  for (let next = 1; !isOver(); next += 1) {
    work.asked = String(next);
    const body = { ...draft(work.asked), revision: work.revision };
    const response = await call(site, site.member, "PUT", `/entries/${work.entry}`, body).catch(() => null);
    if (response === null) return;
    await take(work, response);
  }
}

async function take(work: Work, response: Response): Promise<void> {
  const text = await response.text().catch(() => null);
  // The site went away in the middle of its answer.
  if (text === null) return;
  if (response.status === 503) {
    work.unavailable += 1;
    await setTimeout(20);
    return;
  }
  if (response.status !== 200 && response.status !== 409) {
    work.odd.push(`${response.status} ${text.slice(0, 300)}`);
    await setTimeout(20);
    return;
  }
  // 409: a save whose answer was lost did happen.
  const whole = JSON.parse(text) as Saved & { current: Saved };
  const entry = response.status === 200 ? whole : whole.current;
  Object.assign(work, { revision: entry.revision, number: entry.content.fields.number, asked: null });
}

/** Enters, submits and approves one record after the other; gives those whose approval was confirmed. */
export async function keepApproving(site: Site, isOver: () => boolean): Promise<string[]> {
  const approved: string[] = [];
  try {
    while (!isOver()) {
      const { id, record } = await startEntry(site, String(approved.length));
      if (!(await call(site, site.member, "POST", `/entries/${id}/submit`, { revision: 1 })).ok) continue;
      if ((await call(site, site.officer, "POST", `/entries/${id}/approve`, { revision: 2 })).ok) approved.push(record);
    }
  } catch {
    // The site is gone; what was confirmed until then counts.
  }
  return approved;
}

/** What was confirmed and is not there, and what is there by half; empty where all is well. */
export async function findDamage(
  context: Context,
  works: readonly Work[],
  approved: readonly string[],
): Promise<string[]> {
  const damage: string[] = [];
  for (const work of works) {
    const { rows } = await sql<{ revision: number; number: string }>`
      SELECT revision, content->'fields'->>'number' AS number FROM entries WHERE id = ${work.entry}::uuid`.execute(
      context.database.db,
    );
    const [found] = rows;
    const isKept = found?.revision === work.revision && found.number === work.number;
    const isNext = found?.revision === work.revision + 1 && found.number === work.asked;
    if (!isKept && !isNext) damage.push(`entry ${JSON.stringify(work)} is ${JSON.stringify(found)}`);
  }
  const { rows: present } = await sql<{ id: string }>`SELECT id FROM records WHERE id = ANY(${[...approved]})`.execute(
    context.database.db,
  );
  for (const id of approved)
    if (!present.some((row) => row.id === id)) damage.push(`approved record ${id} is not there`);
  return [...damage, ...(await findHalves(context))];
}

/** Each step of an entry stands in the log once; an approval, its version and its record stand together. */
async function findHalves(context: Context): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    SELECT 'steps and log of entry ' || e.id AS what FROM entries e
    WHERE e.revision <> (SELECT count(*) FROM audit_log WHERE subject = e.kind || '/' || e.record AND details->>'entry' = e.id::text)
    UNION ALL
    SELECT 'approved without a version: ' || e.id FROM entries e
    WHERE state = 'approved' AND NOT EXISTS (SELECT FROM record_versions v WHERE v.entry = e.id)
    UNION ALL
    SELECT 'a version without approval: ' || v.record FROM record_versions v
    JOIN entries e ON e.id = v.entry WHERE e.state <> 'approved'
    UNION ALL
    SELECT 'a version without its record: ' || v.record FROM record_versions v
    LEFT JOIN records r ON r.kind = v.kind AND r.id = v.record WHERE r.version IS NULL OR r.version < v.version`.execute(
    context.database.db,
  );
  const verification = await verifyAuditLog(context);
  return [...rows.map(({ what }) => what), ...(verification.sound ? [] : [`the log: ${JSON.stringify(verification)}`])];
}
