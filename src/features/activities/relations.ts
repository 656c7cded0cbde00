import type { Context } from "../../platform/context.ts";
import { activityId, type ExplainedFinding, getFindingPage } from "../findings/service.ts";
import type { Activity } from "./activity.ts";
import { getEvents } from "./events.ts";
import type { Knowledge } from "./filter-knowledge.ts";
import { getActivitiesById } from "./service.ts";

export interface Relations {
  /** records of the same event in other ledgers, the weightiest ledger first */
  same: Activity[];
  /** records within whose days this one lies */
  within: Activity[];
  /** records that lie within this one's days */
  parts: Activity[];
  /** what may be the same event under another date */
  similar: Activity[];
  /** what the checks say about this record */
  findings: ExplainedFinding[];
}

/** More findings about one record than anybody reads. */
const mostFindings = 50;

/** How a record stands to others, as far as the checks found it by comparing them. */
export async function getRelations(context: Context, activity: Activity, knowledge: Knowledge): Promise<Relations> {
  const { language, today, books } = knowledge;
  const record = `activities/${activity.id}`;
  const { findings } = await getFindingPage(
    context,
    { asOf: today, record },
    { limit: mostFindings, afterId: 0 },
    language,
  );
  const same = new Set((await getEvents(context)).same.get(activity.id) ?? []);
  const idsOf = (rule: string, side: "record" | "related") =>
    findings
      .filter((finding) => finding.rule === rule && (finding.record === record) === (side === "related"))
      .flatMap((finding) => (side === "related" ? finding.related : [finding.record]))
      .flatMap(activityId);
  const within = new Set(idsOf("contained-in-another", "related"));
  const parts = new Set(idsOf("contained-in-another", "record"));
  const similar = new Set([...idsOf("sources-disagree", "related"), ...idsOf("sources-disagree", "record")]);
  const others = await getActivitiesById(context, [...new Set([...same, ...within, ...parts, ...similar])]);
  const precedence = (other: Activity) => books.ledger(other.ledger).precedence;
  const pick = (ids: ReadonlySet<string>) =>
    others.filter(({ id }) => ids.has(id)).toSorted((a, b) => precedence(a) - precedence(b));
  return {
    same: pick(same),
    within: pick(within),
    parts: pick(parts),
    similar: pick(new Set([...similar].filter((id) => !same.has(id)))),
    findings,
  };
}
