import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { isCompanyOnly } from "../company-view.ts";
import { listNeeds } from "../service.ts";
import { gatherNeedWords, type NeedWords } from "../words.ts";
import { NeedBoard } from "./need-board.tsx";
import { NeedFilterForm } from "./need-filter-form.tsx";
import { NeedPicture } from "./need-picture.tsx";
import { NeedRows } from "./need-rows.tsx";
import { type NeedList, prepareNeedList } from "./prepare-list.ts";

const pageSize = 40;

/** What members may see of all needs: a picture, then the list. */
export const showMemberNeeds: PageHandler<MemberRequest> = async (request) => {
  const { language, url } = request;
  const { words, all, list } = await gather(request);
  const page = choosePage(list.chosen, pageSize, url);
  const title = message(language, "needs.title");
  return {
    title,
    description: message(language, "needs.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <Head request={request} list={list} view="list" isCompany={isCompanyOnly(request.actor, words.directory)} />
        <NeedPicture
          needs={list.chosen}
          words={words}
          hrefOf={(topic) => links.memberNeeds(language, { ...list.query.chosen, topic, state: "open" })}
        />
        <NeedFilterForm url={url} query={list.query} all={all} words={words} action={links.memberNeeds(language)} />
        {list.chosen.length === 0 ? (
          <Nothing isFiltered={all.length > 0} request={request} />
        ) : (
          <Section id="needs-list" title={message(language, "needs.count", { count: list.chosen.length })}>
            <NeedRows needs={page.items} words={words} hrefOf={({ id }) => links.memberNeed(language, id)} />
          </Section>
        )}
        <OffsetPagination page={page} url={url} language={language} />
      </>
    ),
  };
};

/** The same by city and topic. */
export const showNeedBoard: PageHandler<MemberRequest> = async (request) => {
  const { language, url } = request;
  const { words, all, list } = await gather(request);
  return {
    title: message(language, "needs.board.title"),
    description: message(language, "needs.board.caption"),
    area: null,
    unlisted: true,
    landscape: true,
    trail: [{ text: message(language, "needs.title"), href: links.memberNeeds(language) }],
    body: (
      <>
        <Head request={request} list={list} view="board" isCompany={isCompanyOnly(request.actor, words.directory)} />
        <NeedFilterForm url={url} query={list.query} all={all} words={words} action={links.needBoard(language)} />
        {list.chosen.length === 0 ? (
          <Nothing isFiltered={all.length > 0} request={request} />
        ) : (
          <NeedBoard
            needs={list.chosen}
            words={words}
            hrefOf={({ id }) => links.memberNeed(language, id)}
            cityHref={(organisation) => links.memberNeeds(language, { organisation })}
          />
        )}
      </>
    ),
  };
};

async function gather(
  request: MemberRequest,
): Promise<{ words: NeedWords; all: Awaited<ReturnType<typeof listNeeds>>; list: NeedList }> {
  const { context, actor, language, url } = request;
  const words = await gatherNeedWords(context, language);
  const all = await listNeeds(context, actor);
  return { words, all, list: prepareNeedList(url, all, words) };
}

interface HeadProps {
  request: MemberRequest;
  list: NeedList;
  view: "list" | "board";
  isCompany: boolean;
}

function Head({ request, list, view, isCompany }: HeadProps) {
  const { language, actor } = request;
  const { chosen } = list.query;
  return (
    <>
      <PageHeading
        title={message(language, view === "list" ? "needs.title" : "needs.board.title")}
        lead={message(language, view === "list" ? "needs.lead" : "needs.board.caption")}
        links={[
          ...(hasPermission(actor, "needs.enter")
            ? [{ text: message(language, "needs.enter"), href: links.newNeed(language) }]
            : []),
          { text: message(language, "needs.toMap"), href: links.needMap(language) },
          { text: message(language, "needs.toPublic"), href: links.needs(language) },
        ]}
      />
      <LinkTabs
        label={message(language, "needs.views")}
        tabs={[
          {
            text: message(language, "needs.viewList"),
            href: links.memberNeeds(language, chosen),
            current: view === "list",
          },
          {
            text: message(language, "needs.viewBoard"),
            href: links.needBoard(language, chosen),
            current: view === "board",
          },
        ]}
      />
      {isCompany && (
        <Notice tone="information">
          <p>{message(language, "needs.companyList")}</p>
        </Notice>
      )}
      {list.problems.map((problem) => (
        <Notice key={problem} tone="warning">
          <p>{problem}</p>
        </Notice>
      ))}
    </>
  );
}

function Nothing({ isFiltered, request: { language, actor } }: { isFiltered: boolean; request: MemberRequest }) {
  if (isFiltered)
    return (
      <EmptyState
        title={message(language, "needs.none")}
        text={message(language, "organisations.noneText")}
        links={[{ text: message(language, "organisations.clear"), href: links.memberNeeds(language) }]}
      />
    );
  return (
    <EmptyState
      title={message(language, "needs.empty")}
      text={message(language, "needs.emptyText")}
      links={
        hasPermission(actor, "needs.enter")
          ? [{ text: message(language, "needs.enter"), href: links.newNeed(language) }]
          : []
      }
    />
  );
}
