import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { findStanding } from "../../records/access.ts";
import { raisesFor } from "../access.ts";
import { concernStates, concernThemes } from "../concern.ts";
import { listConcerns } from "../service.ts";
import { findWaitingConcerns } from "../waiting.ts";
import { gatherConcernWords } from "../words.ts";
import { ConcernList } from "./concern-list.tsx";
import { ThemePicture } from "./theme-picture.tsx";

const pageSize = 50;

/** What waits for the reader first, then the own organisation's, then all. */
export const showMemberConcerns: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const concerns = await listConcerns(context, actor);
  const words = await gatherConcernWords(context, language);
  const { toAnswer, toJudge } = await findWaitingConcerns(context, actor);
  const own = raisesFor(await findStanding(context, actor));
  const raises = hasPermission(actor, "concerns.raise");
  const theme = concernThemes.find((one) => one === readText(url, "theme"));
  const state = concernStates.find((one) => one === readText(url, "state"));
  const chosen = concerns
    .filter((one) => (theme === undefined || one.theme === theme) && (state === undefined || one.state === state))
    .toReversed();
  const page = choosePage(chosen, pageSize, url);
  const mine = concerns.filter(({ organisation }) => organisation !== null && own.includes(organisation)).toReversed();
  const title = message(language, "concern.members.title");
  return {
    title,
    description: message(language, "concern.members.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "concern.members.lead")}
          links={[
            ...(raises ? [{ text: message(language, "concern.members.raise"), href: links.newConcern(language) }] : []),
            { text: message(language, "concern.members.public"), href: links.concerns(language) },
          ]}
        />
        {readText(url, "done") === "withdrawn" && (
          <Notice tone="success">
            <p>{message(language, "concern.done.withdrawn")}</p>
          </Notice>
        )}
        {toAnswer.length > 0 && (
          <Section
            id="to-answer"
            title={message(language, "concern.members.toAnswer")}
            lead={message(language, "concern.members.toAnswerLead")}
          >
            <ConcernList concerns={toAnswer} words={words} />
          </Section>
        )}
        {toJudge.length > 0 && (
          <Section
            id="to-judge"
            title={message(language, "concern.members.toJudge")}
            lead={message(language, "concern.members.toJudgeLead")}
          >
            <ConcernList concerns={toJudge} words={words} />
          </Section>
        )}
        {raises && (
          <Section id="own" title={message(language, "concern.members.own")}>
            {mine.length === 0 ? (
              <EmptyState
                title={message(language, "concern.members.ownEmpty")}
                links={[{ text: message(language, "concern.members.raise"), href: links.newConcern(language) }]}
              />
            ) : (
              <ConcernList concerns={mine} words={words} />
            )}
          </Section>
        )}
        <ThemePicture concerns={concerns} language={language} />
        <Section
          id="all"
          title={message(language, "concern.members.others")}
          lead={message(language, "concern.members.count", { count: chosen.length })}
        >
          <ChoiceFilter
            id="concern-filter"
            url={url}
            action={links.memberConcerns(language)}
            title={message(language, "activities.filterTitle")}
            fields={[
              {
                name: "theme",
                label: message(language, "concern.members.filterTheme"),
                value: theme,
                options: concernThemes.map((one) => ({ value: one, text: message(language, `concern.theme.${one}`) })),
              },
              {
                name: "state",
                label: message(language, "concern.members.filterState"),
                value: state,
                options: concernStates.map((one) => ({ value: one, text: message(language, `concern.state.${one}`) })),
              },
            ]}
            language={language}
          />
          <ConcernList concerns={page.items} words={words} />
          <OffsetPagination page={page} url={url} language={language} />
        </Section>
      </>
    ),
  };
};
