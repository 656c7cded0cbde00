import { sql } from "kysely";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Cells, localizedCells, type RecordContent } from "../../records/kind.ts";
import type { Actor } from "../accounts/actor.ts";
import { canCorrect, findStanding, ownOrganisations, visibleTo } from "../records/access.ts";
import { readApprovedContents } from "../records/content.ts";
import type { RecordScope } from "../records/record.ts";
import type { Milestone, Project } from "./project.ts";

/** A project as its members see it, from its newest approved version, published or not. */
export interface MemberProject
  extends Pick<Project, "id" | "kind" | "title" | "partnership" | "parties" | "milestones"> {
  /** it concerns an organisation for which the actor speaks */
  isOwn: boolean;
  /** the actor may enter a correction of it */
  mayCorrect: boolean;
}

/** Every project that the actor may see. */
export async function getProjectsForActor(context: Context, actor: Actor): Promise<MemberProject[]> {
  const standing = await findStanding(context, actor);
  const own = ownOrganisations(standing);
  return read(context.database, async (transaction) => {
    const { rows } = await sql<RecordScope & { id: string; version: number; isOwn: boolean }>`
      SELECT id, version, kind, owner, platform, visibility, sides, (sides && ${own}::text[] OR coalesce(owner, '') = ANY(${own}::text[])) AS "isOwn"
      FROM records WHERE kind = 'project' AND NOT removed AND ${visibleTo(standing)} ORDER BY id`.execute(transaction);
    const asked = rows.map((row) => ({ ...row, kind: "project" as const }));
    const contents = await readApprovedContents(transaction, asked);
    return [...contents].map(([row, content]) => toProject(row, canCorrect(standing, row), content));
  });
}

function toProject(
  { id, isOwn }: Pick<MemberProject, "id" | "isOwn">,
  mayCorrect: boolean,
  { fields, parts }: RecordContent,
): MemberProject {
  return {
    id,
    isOwn,
    mayCorrect,
    kind: fields.kind ?? "",
    title: localizedCells(fields, "title"),
    partnership: fields.partnership ?? null,
    parties: (parts.project_parties ?? []).map((cells) => ({
      organisation: cells.organisation ?? "",
      role: cells.role ?? "",
      description: localizedCells(cells, "description"),
    })),
    milestones: (parts.project_milestones ?? []).map((cells, index) => toMilestone(cells, index + 1)),
  };
}

function toMilestone(cells: Cells, position: number): Milestone {
  const date = parseEdtf(cells.date ?? "");
  const bounds = date.ok ? edtfBounds(date.value) : { from: null, to: null };
  return {
    position,
    date: cells.date ?? null,
    dateText: cells.date_text ?? null,
    dateFrom: bounds.from,
    dateTo: bounds.to,
    status: cells.status ?? "planned",
    phase: cells.phase === undefined ? null : Number(cells.phase),
    responsible: cells.responsible ?? null,
    text: localizedCells(cells, "text"),
    source: { document: cells.source ?? "", place: cells.source_place ?? "", row: cells.source_row ?? null },
  };
}
