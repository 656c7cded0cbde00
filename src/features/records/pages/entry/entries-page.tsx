import { read } from "../../../../db/transaction.ts";
import { message } from "../../../../messages/message.ts";
import { LinkTabs } from "../../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import { OffsetPagination } from "../../../../web/offset-pagination.tsx";
import type { MemberRequest, PageHandler } from "../../../../web/page.ts";
import { readText } from "../../../../web/query.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { findStanding, ownOrganisations } from "../../access.ts";
import { entryStates } from "../../record.ts";
import { listEntriesForActor } from "../../service.ts";
import { countEntriesByState } from "../../store-lists.ts";
import { fetchPage } from "../record/record-paging.ts";
import { gatherPeople } from "../record/record-reader.ts";
import { EntryRows } from "./entries-rows.tsx";

const pageSize = 50;
/** What became of an entry, as the pages that lead here say it. */
const dones = ["submitted", "withdrawn"] as const;

/** The work of the reader's organisations, by state. */
export const showEntries: PageHandler<MemberRequest> = async ({ context, language, url, actor }) => {
  const owners = ownOrganisations(await findStanding(context, actor));
  const counts = await read(context.database, (t) => countEntriesByState(t, owners));
  const asked = readText(url, "state");
  // What has come back waits for its owner: it is shown first.
  const preferred = (["returned", "draft", "submitted"] as const).find((state) => (counts.get(state) ?? 0) > 0);
  const state = entryStates.find((candidate) => candidate === asked) ?? preferred ?? "draft";
  const page = await fetchPage(url, pageSize, async (slice) => {
    const { entries, total } = await listEntriesForActor(context, actor, {
      scope: "mine",
      states: [state],
      page: slice,
    });
    return { items: entries, total };
  });
  const people = await gatherPeople(
    context,
    language,
    page.items.map(({ editedBy }) => editedBy),
  );
  const done = dones.find((candidate) => candidate === readText(url, "done"));
  const title = message(language, "entry.listTitle");
  return {
    title,
    description: message(language, "entry.listDescription"),
    area: null,
    trail: [{ text: message(language, "site.area.members"), href: links.members(language) }],
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} lead={message(language, "entry.listLead")} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `entry.done.${done}`)}</p>
          </Notice>
        )}
        <LinkTabs
          label={message(language, "entry.statesLabel")}
          tabs={entryStates.map((other) => ({
            text: message(language, "entry.tab", {
              state: message(language, `entry.state.${other}`),
              count: counts.get(other) ?? 0,
            }),
            href: links.entries(language, { state: other }),
            current: other === state,
          }))}
        />
        <p class="quiet">{message(language, `entry.stateText.${state}`)}</p>
        {page.total === 0 ? (
          <EmptyState
            title={message(language, "entry.noneTitle")}
            links={[{ text: message(language, "entry.noneLink"), href: links.memberRecords(language, "activity") }]}
          />
        ) : (
          <EntryRows entries={page.items} people={people} directory={await getDirectory(context)} language={language} />
        )}
        <OffsetPagination page={page} url={url} language={language} />
      </>
    ),
  };
};
