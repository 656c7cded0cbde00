import { fiscalYearRange } from "../../../../core/fiscal-calendar.ts";
import { fixedClock } from "../../../../platform/clock.ts";
import type { Activity } from "../../../activities/activity.ts";
import { getActivities } from "../../../activities/service.ts";
import { type ActivityTally, tallyPartnership } from "../../../activities/tally.ts";
import type { Achievement } from "../../../evaluation/evaluation.ts";
import { getAchievements } from "../../../evaluation/service.ts";
import type { Need } from "../../../needs/need.ts";
import { listPublicNeeds } from "../../../needs/service.ts";
import type { Agreement, Partnership, Plan } from "../../../partnerships/partnership.ts";
import { getAgreements, getPartnership, getPlans } from "../../../partnerships/service.ts";
import type { Project } from "../../../projects/project.ts";
import { getProjects } from "../../../projects/service.ts";
import type { Study } from "../../compose/study.ts";
import { compareDates } from "../compare-dates.ts";
import { isKnown, isTold } from "../known-on.ts";

export interface PairRecord {
  partnership: Partnership;
  agreements: Agreement[];
  projects: Project[];
  /** the oldest first, each event once */
  activities: Activity[];
  tally: ActivityTally[];
  needs: Need[];
  plans: Plan[];
  achievements: Achievement[];
}

/** What the list of a document states is known with the document; what a member entered, from the day on which it was learnt. */
function isLearnt({ source, learntFrom, createdAt }: Need, study: Study): boolean {
  if (source !== null) return isTold(source, study);
  return (learntFrom ?? createdAt.toISOString().slice(0, 10)) <= study.asOf;
}

/** Beyond this no pair goes: Kitakyushu and Shanghai, the liveliest, have had some thirty in four years. */
const mostActivities = 5000;

/** Everything on record of one pair as it stood on the day. Throws `not-found` for an unknown id. */
export async function gatherPair(id: string, study: Study): Promise<PairRecord> {
  const { context, asOf, directory, programme } = study;
  const partnership = await getPartnership(context, id);
  const { home, partner } = partnership;
  const governmentOf = (organisation: string) => directory.get(organisation).government;
  const isBetween = ({ organisation, addressedTo }: Need) =>
    addressedTo !== null &&
    [`${home} ${partner}`, `${partner} ${home}`].includes(`${governmentOf(organisation)} ${governmentOf(addressedTo)}`);
  const told = <Item extends { source: Partnership["source"] }>(items: readonly Item[]) =>
    items.filter(({ source }) => isTold(source, study));
  const years = told(partnership.years).filter(
    ({ fiscalYear }) => fiscalYearRange(programme.calendar, fiscalYear).from <= asOf,
  );
  const page = { limit: mostActivities, order: "oldest" } as const;
  return {
    partnership: { ...partnership, years },
    agreements: (await getAgreements(context))
      .filter((agreement) => agreement.partnership === id && isKnown(agreement.signed, agreement.source, study))
      .toSorted((a, b) => compareDates(a.signed, b.signed)),
    projects: (await getProjects(context)).filter(
      (project) => project.partnership === id && isKnown(project.period, project.source, study),
    ),
    activities: (await getActivities(context, { partnership: id, onceEachEvent: true }, page)).filter(
      ({ date, source }) => isKnown(date, source, study),
    ),
    tally: await tallyPartnership({ ...context, clock: fixedClock(`${asOf}T03:00:00Z`) }, id),
    needs: (await listPublicNeeds(context)).filter((need) => isBetween(need) && isLearnt(need, study)),
    plans: told(
      (await getPlans(context)).filter((plan) => plan.organisation === home && plan.partners.includes(partner)),
    ),
    achievements: told((await getAchievements(context)).filter(({ organisation }) => organisation === home)),
  };
}
