import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { ActionHandler, MemberRequest, PageHandler } from "../../../web/page.ts";
import { changeQuery, readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { listSources } from "../../sources/service.ts";
import { getWaitingTexts } from "../../work/waiting-texts.ts";
import { decideItems, getDeskOfDay } from "../desk-work.ts";
import { gatherPolicyWords } from "../policy-words.ts";
import { getItems } from "../service.ts";
import { DeskFilterForm } from "./desk-filter-form.tsx";
import { DeskNews, DeskProgress, DeskTrouble } from "./desk-of-day.tsx";
import { deskTabs, readDeskQuery, toItemFilter } from "./desk-query.ts";
import { DeskRows } from "./desk-rows.tsx";
import { DeskWaiting, mostWaiting } from "./desk-waiting.tsx";

const pageSize = 20;

/** What waits for a decision, what is new, and how far the month's bulletin is. */
export const showDesk: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const words = await gatherPolicyWords(context, language);
  const query = readDeskQuery(url, words);
  const sources = new Map(
    (await listSources(context)).map((source) => [source.id, localize(source.name, language).text]),
  );
  const today = await getDeskOfDay(context, query.filter.month);
  const decides = hasPermission(actor, "policies.approve") || hasPermission(actor, "translations.review");
  const waiting = decides ? await getWaitingTexts(context, actor, mostWaiting) : null;
  const number = Number(readText(url, "page") ?? "1");
  const asked = Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
  const { items, total } = await getItems(context, actor, toItemFilter(query), {
    offset: (asked - 1) * pageSize,
    limit: pageSize,
  });
  const first = (asked - 1) * pageSize + 1;
  const page = {
    ...{ items, number: asked, total, first },
    count: Math.max(asked, Math.ceil(total / pageSize)),
    last: first + items.length - 1,
  };
  const edits = hasPermission(actor, "policies.edit");
  const title = message(language, "desk.title");
  const done = readText(url, "done");
  const count = Number(readText(url, "count") ?? "0");
  return {
    title,
    description: message(language, "desk.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, edits ? "desk.lead" : "desk.readerLead")}
          links={[
            ...(edits ? [{ text: message(language, "desk.new.title"), href: links.newDeskItem(language) }] : []),
            { text: message(language, "desk.targets.title"), href: links.deskTargets(language) },
            { text: message(language, "desk.rules.title"), href: links.deskRules(language) },
            { text: message(language, "desk.toSources"), href: links.deskSources(language) },
            { text: message(language, "desk.toBulletins"), href: links.deskBulletins(language) },
            { text: message(language, "desk.toTranslations"), href: links.translations(language) },
            { text: message(language, "desk.toFollows"), href: links.follows(language) },
          ]}
        />
        {(done === "kept" || done === "dropped" || done === "found") && (
          <Notice tone="success">
            <p>{message(language, `desk.done.${done}`, { count })}</p>
          </Notice>
        )}
        {done === "none" && (
          <Notice tone="warning">
            <p>{message(language, "desk.done.none")}</p>
          </Notice>
        )}
        {query.problems.map((value) => (
          <Notice key={value} tone="warning">
            <p>{message(language, "organisations.unknownFilter", { value })}</p>
          </Notice>
        ))}
        <div class="desk-today">
          {waiting && <DeskWaiting waiting={waiting} language={language} />}
          <DeskProgress progress={today.progress} language={language} />
          <DeskNews fresh={today.fresh} sources={sources} language={language} />
          <DeskTrouble troubled={today.troubled} sources={sources} language={language} />
        </div>
        <Section
          id="items"
          title={
            query.filter.month === undefined
              ? message(language, "desk.items")
              : message(language, "desk.itemsOfMonth", { month: writeEdtf(query.filter.month, language) })
          }
        >
          <p class="quiet">
            {query.filter.month === undefined
              ? message(language, "desk.tabsLead")
              : message(language, "desk.tabsLeadMonth", { month: writeEdtf(query.filter.month, language) })}
          </p>
          <LinkTabs
            label={message(language, "desk.states")}
            tabs={deskTabs.map((tab) => ({
              text: message(language, `desk.tab.${tab}`, { count: today.counts[tab] }),
              href: changeQuery(url, { state: tab, page: undefined, done: undefined, count: undefined }),
              current: tab === query.tab,
            }))}
          />
          <DeskFilterForm url={url} query={query} sources={sources} words={words} />
          {items.length === 0 ? (
            <EmptyState title={message(language, `desk.none.${query.tab}`)} />
          ) : (
            <DeskRows
              items={items}
              sources={sources}
              words={words}
              action={edits ? changeQuery(url, { done: undefined, count: undefined }) : null}
              tab={query.tab}
            />
          )}
          <OffsetPagination page={page} url={url} language={language} />
        </Section>
      </>
    ),
  };
};

const states = { keep: "kept", drop: "dropped", "look-again": "found" } as const;

/** Keeps or drops what was ticked. */
export const submitDesk: ActionHandler = async ({ context, actor, url, form }) => {
  const ids = [...new Set(form.getAll("item").map(String))].filter((id) => id !== "").slice(0, pageSize);
  const intent = String(form.get("intent"));
  const state = intent === "keep" || intent === "drop" || intent === "look-again" ? states[intent] : null;
  if (ids.length === 0 || state === null) return { redirect: changeQuery(url, { done: "none", count: undefined }) };
  const { done } = await decideItems(context, actor, ids, state);
  await refreshRevision(context);
  return { redirect: changeQuery(url, { done: state, count: String(done) }) };
};
