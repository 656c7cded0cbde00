import type { FiscalCalendar } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { CitedDocument } from "../../../web/components/source-list.tsx";
import type { TimelineProps } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivityPage } from "../../activities/service.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { getAgreements, getPartnerships } from "../../partnerships/service.ts";
import { type Books, getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { arrangeByYear, type ChronicleContext, chronicleActivities, chronicleMilestones } from "../chronicle.ts";
import type { Project } from "../project.ts";
import { getProject } from "../service.ts";
import { namePolicies, type PolicyName } from "./policy-names.ts";

export interface ProjectRecord {
  project: Project;
  /** role, name and page of everyone who carries it, and what they do in it */
  parties: { role: string; name: string; href: string; description: Localized }[];
  partnership: { text: string; href: string } | null;
  agreement: { title: LocalizedText; href: string } | null;
  policies: ReadonlyMap<string, PolicyName>;
  directory: OrganisationDirectory;
  calendar: FiscalCalendar;
  chronicle: TimelineProps["years"];
  /** the newest; `total` says how many there are */
  activities: Activity[];
  total: number;
  documents: CitedDocument[];
  books: Books;
  describeContext: ChronicleContext;
  today: string;
}

/** As many activities as a page can bear; the rest is in the list of activities. */
const mostActivities = 100;

/** Everything that the page of a project shows. Throws `not-found` for an unknown id. */
export async function readProjectRecord(context: Context, id: string, language: Language): Promise<ProjectRecord> {
  const project = await getProject(context, id);
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const page = { limit: mostActivities, after: null, order: "newest" } as const;
  const { activities, total } = await getActivityPage(context, { project: id }, page);
  const today = context.clock.today();
  const describeContext = { language, directory, programme, books, calendar: programme.calendar, today };
  const partnership = (await getPartnerships(context)).find((candidate) => candidate.id === project.partnership);
  const agreement = (await getAgreements(context)).find((candidate) => candidate.id === project.agreement);
  const entries = [
    ...chronicleActivities(activities, [project], describeContext),
    ...chronicleMilestones(project, activities, describeContext, { href: undefined, note: undefined }),
  ];
  const years = entries.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear]));
  const range = { first: Math.min(...years), last: Math.max(...years), describe: () => undefined };
  return {
    project,
    parties: project.parties.map(({ organisation, role, description }) => ({
      role,
      description,
      name: directory.name(organisation, language),
      href: links.organisation(language, organisation),
    })),
    partnership: partnership
      ? {
          text: message(language, "partnerships.pair", {
            home: directory.name(partnership.home, language),
            partner: directory.name(partnership.partner, language),
          }),
          href: links.partnership(language, partnership.id),
        }
      : null,
    agreement: agreement
      ? { title: localize(agreement.title, language), href: links.agreement(language, agreement.id) }
      : null,
    policies: await namePolicies(context, [project], language),
    directory,
    calendar: programme.calendar,
    chronicle: entries.length === 0 ? [] : arrangeByYear(entries, range, describeContext),
    activities,
    total,
    documents: citeSources(
      [
        project.source,
        ...[...project.phases, ...project.milestones, ...project.sites, ...project.results].map(({ source }) => source),
        ...project.results.flatMap(({ actuals }) => actuals.map(({ source }) => source)),
      ],
      books,
      language,
    ),
    books,
    describeContext,
    today,
  };
}
