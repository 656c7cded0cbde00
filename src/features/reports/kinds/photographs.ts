import type { Block, ReportPhotograph } from "../../../documents/report.ts";
import type { Activity } from "../../activities/activity.ts";
import type { Study } from "../compose/study.ts";

/** Photographs of the activities in their order, each once; no block where there is none. */
export async function composePhotographs(activities: readonly Pick<Activity, "id">[], study: Study): Promise<Block[]> {
  const found = new Map<string, ReportPhotograph>();
  for (const { id } of activities)
    for (const photograph of await study.photographsOf(id)) found.set(photograph.sha256, photograph);
  return found.size === 0 ? [] : [{ is: "photographs", photographs: [...found.values()] }];
}
