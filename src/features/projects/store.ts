import { localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Milestone, Party, Phase, Project, ProjectSource, Site } from "./project.ts";
import { readResults } from "./store-results.ts";

export async function readProjects(transaction: ReadTransaction): Promise<Project[]> {
  const parties = await readParties(transaction);
  const phases = await readPhases(transaction);
  const milestones = await readMilestones(transaction);
  const sites = await readSites(transaction);
  const results = await readResults(transaction);
  const rows = await transaction.selectFrom("projects").selectAll().orderBy("row_number").execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    title: localizedFromRow(row, "title"),
    content: localizedFromRow(row, "content"),
    period: row.period,
    periodText: row.period_text,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    partnership: row.partnership,
    funding: row.funding,
    budgetReference: row.budget_reference,
    agreement: row.agreement,
    method: localizedFromRow(row, "method"),
    data: localizedFromRow(row, "data"),
    topics: row.topics,
    parties: parties.get(row.id) ?? [],
    phases: phases.get(row.id) ?? [],
    milestones: milestones.get(row.id) ?? [],
    sites: sites.get(row.id) ?? [],
    results: results.get(row.id) ?? [],
    source: toSource(row),
  }));
}

async function readParties(transaction: ReadTransaction): Promise<Map<string, Party[]>> {
  const rows = await transaction.selectFrom("project_parties").selectAll().orderBy("row_number").execute();
  return gather(rows, (row) => ({
    organisation: row.organisation,
    role: row.role,
    description: localizedFromRow(row, "description"),
  }));
}

async function readPhases(transaction: ReadTransaction): Promise<Map<string, Phase[]>> {
  const rows = await transaction.selectFrom("project_phases").selectAll().orderBy("number").execute();
  return gather(rows, (row) => ({
    number: row.number,
    name: localizedFromRow(row, "name"),
    period: row.period,
    periodText: row.period_text,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    status: row.status,
    source: toSource(row),
  }));
}

async function readMilestones(transaction: ReadTransaction): Promise<Map<string, Milestone[]>> {
  const rows = await transaction.selectFrom("project_milestones").selectAll().orderBy("position").execute();
  return gather(rows, (row) => ({
    position: row.position,
    date: row.date,
    dateText: row.date_text,
    dateFrom: row.date_from,
    dateTo: row.date_to,
    status: row.status,
    phase: row.phase,
    responsible: row.responsible,
    text: localizedFromRow(row, "text"),
    source: toSource(row),
  }));
}

async function readSites(transaction: ReadTransaction): Promise<Map<string, Site[]>> {
  const rows = await transaction.selectFrom("project_sites").selectAll().orderBy("position").execute();
  return gather(rows, (row) => ({
    position: row.position,
    name: localizedFromRow(row, "name"),
    place: row.place,
    purpose: localizedFromRow(row, "purpose"),
    source: toSource(row),
  }));
}

function gather<Row extends { project: string }, Value>(
  rows: readonly Row[],
  toValue: (row: Row) => Value,
): Map<string, Value[]> {
  const found = Map.groupBy(rows, ({ project }) => project);
  return new Map([...found].map(([project, own]) => [project, own.map(toValue)]));
}

function toSource(row: { source: string; source_place: string; source_row: string | null }): ProjectSource {
  return { document: row.source, place: row.source_place, row: row.source_row };
}
