import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Milestone, Project, ProjectSource } from "./project.ts";

export async function readProjects(transaction: ReadTransaction): Promise<Project[]> {
  const parties = await readParties(transaction);
  const milestones = await readMilestones(transaction);
  const rows = await transaction.selectFrom("projects").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    title: localizedFromRow(row, "title"),
    content: localizedFromRow(row, "content"),
    period: row.period,
    periodText: row.period_text,
    partnership: row.partnership,
    funding: row.funding,
    topics: row.topics,
    parties: parties.get(row.id) ?? [],
    milestones: milestones.get(row.id) ?? [],
    source: toSource(row),
  }));
}

async function readParties(transaction: ReadTransaction): Promise<Map<string, Project["parties"]>> {
  const rows = await transaction.selectFrom("project_parties").selectAll().orderBy("row_number").execute();
  const parties = new Map<string, Project["parties"]>();
  for (const { project, organisation, role } of rows) append(parties, project, { organisation, role });
  return parties;
}

async function readMilestones(transaction: ReadTransaction): Promise<Map<string, Milestone[]>> {
  const rows = await transaction
    .selectFrom("project_milestones")
    .selectAll()
    .orderBy("project")
    .orderBy("position")
    .execute();
  const milestones = new Map<string, Milestone[]>();
  for (const row of rows) {
    append(milestones, row.project, {
      position: row.position,
      date: row.date,
      dateText: row.date_text,
      dateFrom: row.date_from,
      dateTo: row.date_to,
      status: row.status,
      text: localizedFromRow(row, "text"),
      source: toSource(row),
    });
  }
  return milestones;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function toSource(row: { source: string; source_place: string; source_row: string | null }): ProjectSource {
  return { document: row.source, place: row.source_place, row: row.source_row };
}
