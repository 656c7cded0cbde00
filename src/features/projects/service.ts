import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Project } from "./project.ts";
import { readProjects } from "./store.ts";

/** Every project with its parties and milestones: few, and shown on many pages. */
export function getProjects(context: Context): Promise<Project[]> {
  return context.cache.get("projects", () => read(context.database, readProjects));
}

/** Throws `not-found` for an unknown id. */
export async function getProject(context: Context, id: string): Promise<Project> {
  const project = (await getProjects(context)).find((candidate) => candidate.id === id);
  if (!project) throw new AppError("not-found", { kind: "project", id });
  return project;
}
