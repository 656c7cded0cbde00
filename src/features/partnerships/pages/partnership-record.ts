import type { Language } from "../../../core/language.ts";
import type { Context } from "../../../platform/context.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivityPage } from "../../activities/service.ts";
import { type ActivityTally, tallyPartnership } from "../../activities/tally.ts";
import type { Achievement } from "../../evaluation/evaluation.ts";
import { getAchievements } from "../../evaluation/service.ts";
import type { Need } from "../../needs/need.ts";
import { listPublicNeeds } from "../../needs/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import type { ChronicleContext } from "../../projects/chronicle.ts";
import type { Project } from "../../projects/project.ts";
import { getProjects } from "../../projects/service.ts";
import type { Agreement, Partnership, Plan } from "../partnership.ts";
import { getAgreements, getPartnership, getPlans } from "../service.ts";

export interface PartnershipRecord extends ChronicleContext {
  partnership: Partnership;
  programme: Programme;
  /** both sides under their present names */
  names: { home: string; partner: string };
  agreements: Agreement[];
  projects: Project[];
  /** the oldest first; `total` says how many there are */
  activities: Activity[];
  total: number;
  tally: ActivityTally[];
  /** what one side wants of the other */
  needs: Need[];
  /** what the home side planned with the partner */
  plans: Plan[];
  achievements: Achievement[];
}

/** As many activities as a page can bear; the rest is in the list of activities. */
const mostActivities = 200;

/** Everything that the page of a partnership shows. Throws `not-found` for an unknown id. */
export async function readPartnershipRecord(
  context: Context,
  id: string,
  language: Language,
): Promise<PartnershipRecord> {
  const partnership = await getPartnership(context, id);
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const { home, partner } = partnership;
  const page = { limit: mostActivities, after: null, order: "oldest" } as const;
  const { activities, total } = await getActivityPage(context, { partnership: id }, page);
  const governmentOf = (organisation: string) => directory.get(organisation).government;
  const isBetween = ({ organisation, addressedTo }: Need) =>
    addressedTo !== null &&
    [`${home} ${partner}`, `${partner} ${home}`].includes(`${governmentOf(organisation)} ${governmentOf(addressedTo)}`);
  return {
    partnership,
    programme,
    directory,
    language,
    books: await getBooks(context),
    calendar: programme.calendar,
    today: context.clock.today(),
    names: { home: directory.name(home, language), partner: directory.name(partner, language) },
    agreements: (await getAgreements(context)).filter((agreement) => agreement.partnership === id),
    projects: (await getProjects(context)).filter((project) => project.partnership === id),
    activities,
    total,
    tally: await tallyPartnership(context, id),
    needs: (await listPublicNeeds(context)).filter(isBetween),
    plans: (await getPlans(context)).filter((plan) => plan.organisation === home && plan.partners.includes(partner)),
    achievements: (await getAchievements(context)).filter((achievement) => achievement.organisation === home),
  };
}
