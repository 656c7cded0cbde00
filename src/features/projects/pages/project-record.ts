import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { CitedDocument } from "../../../web/components/source-list.tsx";
import type { TimelineProps } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { Activity } from "../../activities/activity.ts";
import { getActivityPage } from "../../activities/service.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { type Books, getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getProgramme } from "../../programme/service.ts";
import { arrangeByYear, type ChronicleContext, chronicleActivities, chronicleMilestones } from "../chronicle.ts";
import type { Project } from "../project.ts";
import { getProject } from "../service.ts";

export interface ProjectRecord {
  project: Project;
  /** id, role, name and page of everyone who carries it */
  parties: { role: string; name: string; href: string }[];
  partnership: { text: string; href: string } | null;
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
  const entries = [
    ...chronicleActivities(activities, [project], describeContext),
    ...chronicleMilestones(project, activities, describeContext, { href: undefined, note: undefined }),
  ];
  const years = entries.flatMap(({ fiscalYear }) => (fiscalYear === null ? [] : [fiscalYear]));
  const range = { first: Math.min(...years), last: Math.max(...years), describe: () => undefined };
  return {
    project,
    parties: project.parties.map(({ organisation, role }) => ({
      role,
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
    chronicle: entries.length === 0 ? [] : arrangeByYear(entries, range, describeContext),
    activities,
    total,
    documents: citeSources(
      [project.source, ...project.milestones.map((milestone) => milestone.source)],
      books,
      language,
    ),
    books,
    describeContext,
    today,
  };
}
