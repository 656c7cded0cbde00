import type { Context } from "../../platform/context.ts";
import { type Actor, entersKind } from "../accounts/actor.ts";
import { getProjectsForActor } from "../projects/member-projects.ts";
import { findOverdueMilestones } from "../projects/results.ts";
import { monthsBack, type Work } from "./work.ts";

/** Overdue steps of the actor's own projects, where the actor may say what became of them; the newest first. */
export async function gatherOverdueMilestones(
  context: Context,
  actor: Actor,
  limit: number,
): Promise<Pick<Work, "milestones" | "olderMilestones">> {
  if (!entersKind(actor, "project")) return { milestones: { items: [], total: 0 }, olderMilestones: 0 };
  const today = context.clock.today();
  const oldest = Temporal.PlainDate.from(today).subtract({ months: monthsBack }).toString();
  const own = (await getProjectsForActor(context, actor)).filter(({ isOwn }) => isOwn);
  const overdue = findOverdueMilestones(own, today);
  const recent = overdue.filter(({ milestone }) => milestone.dateTo !== null && milestone.dateTo >= oldest).reverse();
  return {
    milestones: {
      items: recent.slice(0, limit).map(({ project, milestone, days }) => ({
        project: project.id,
        position: milestone.position,
        title: milestone.text,
        projectTitle: project.title,
        date: milestone.date,
        daysOver: days,
      })),
      total: recent.length,
    },
    olderMilestones: overdue.length - recent.length,
  };
}
