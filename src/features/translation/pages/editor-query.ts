import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import type { Problem } from "../checks/problem.ts";
import type { Segment } from "../translation.ts";

export const shows = ["all", "empty", "machine", "edited", "problems"] as const;
export type Show = (typeof shows)[number];

/** Kinds of sentences that one can go to. */
export const jumps = ["empty", "machine", "edited", "problems"] as const satisfies readonly Show[];
export type Jump = (typeof jumps)[number];

/** How many sentences each filter shows. */
export type ShowCounts = Record<Show, number>;

export const views = ["edit", "review", "read", "about"] as const;
export type View = (typeof views)[number];

export const segmentsPerPage = 50;

export function readView(url: URL): View {
  return views.find((view) => view === readText(url, "view")) ?? "edit";
}

export function readShow(url: URL): Show {
  return shows.find((show) => show === readText(url, "show")) ?? "all";
}

export function choose(
  segments: readonly Segment[],
  show: Show,
  problems: ReadonlyMap<string, readonly Problem[]>,
): Segment[] {
  return segments.filter((segment) => fits(segment, show, problems));
}

export function countShows(
  segments: readonly Segment[],
  problems: ReadonlyMap<string, readonly Problem[]>,
): ShowCounts {
  const count = (show: Show) => choose(segments, show, problems).length;
  return {
    ...{ all: count("all"), empty: count("empty"), machine: count("machine") },
    ...{ edited: count("edited"), problems: count("problems") },
  };
}

function fits(
  { id, mark }: Pick<Segment, "id" | "mark">,
  show: Show,
  problems: ReadonlyMap<string, readonly Problem[]>,
): boolean {
  if (show === "all") return true;
  return show === "problems" ? problems.has(id) : mark === show;
}

/** Where a segment stands when all are shown. */
export function linkToSegment(
  { language }: Pick<MemberRequest, "language">,
  translation: string,
  position: number,
  view: "edit" | "review",
): string {
  const page = Math.floor(position / segmentsPerPage) + 1;
  const query = { view: view === "edit" ? undefined : view, page: page === 1 ? undefined : page };
  return `${links.translation(language, translation, query)}#${anchorOf(position)}`;
}

export function anchorOf(position: number): string {
  return `s${position + 1}`;
}
