import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import type { Localized } from "../../core/localized.ts";
import type { Project } from "../projects/project.ts";
import { isMeasured, type ProjectResult } from "../projects/results.ts";

/** What came of a project beyond its own work. */
export interface ProjectOutcome {
  project: string;
  stage: "policy" | "effect" | "benefit";
  /** reached; an effect only where values stand for it, since words alone measure nothing */
  isReached: boolean;
  /** somebody recorded that nobody measured it */
  isUnmeasured: boolean;
  policy: string | null;
  /** first and last possible day; null where no record says */
  dateFrom: string | null;
  dateTo: string | null;
  text: Localized;
}

const stages: Partial<Record<ProjectResult["stage"], ProjectOutcome["stage"]>> = {
  uptake: "policy",
  effect: "effect",
  "benefit-home": "benefit",
};

export function gatherOutcomes(projects: readonly Project[]): ProjectOutcome[] {
  return projects.flatMap(({ id, results }) =>
    results.flatMap((result) => {
      const stage = stages[result.stage];
      if (stage === undefined) return [];
      const newest = result.actuals.at(-1);
      const bounds = newest ?? readBounds(result.date);
      return [
        {
          project: id,
          stage,
          isReached: result.state === "achieved" && (stage !== "effect" || isMeasured(result)),
          isUnmeasured: result.state === "not-measured",
          policy: result.policy,
          dateFrom: bounds.from,
          dateTo: bounds.to,
          text: result.text,
        },
      ];
    }),
  );
}

function readBounds(date: string | null): { from: string | null; to: string | null } {
  const parsed = date === null ? null : parseEdtf(date);
  return parsed?.ok ? edtfBounds(parsed.value) : { from: null, to: null };
}
