import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { type Need, unmetNeedStates } from "../../needs/need.ts";
import { listNeeds } from "../../needs/service.ts";
import { gatherNeedWords, type NeedWords } from "../../needs/words.ts";
import { brokers } from "../access.ts";
import { type Match, matchStates } from "../match.ts";
import { countProposals, findWaitingMatches, listMatches, readMatchNeeds } from "../service.ts";
import { Funnel } from "./funnel.tsx";
import { isFormer, MatchList } from "./match-list.tsx";

/** What waits: answers of one's own organisation first, then needs that nobody answers yet, then all matches by state. */
export const showMatching: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language } = request;
  const words = await gatherNeedWords(context, language);
  const matches = await listMatches(context, actor);
  const needs = await readMatchNeeds(context, matches);
  const isBroker = brokers(actor);
  const forYou = (await findWaitingMatches(context, actor)).map(({ match }) => match);
  const all = isBroker ? await listNeeds(context, actor) : [];
  const unmet = all.filter(
    ({ id, state }) => unmetNeedStates.some((one) => one === state) && !hasOpenMatch(matches, id),
  );
  const counts = isBroker ? await countProposals(context, actor, unmet) : new Map<string, number>();
  const title = message(language, "matching.title");
  return {
    title,
    description: message(language, "matching.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, isBroker ? "matching.lead" : "matching.leadSide")}
          links={[
            { text: message(language, "matching.toMap"), href: links.needMap(language) },
            { text: message(language, "matching.toShifts"), href: links.needShifts(language) },
          ]}
        />
        {isBroker && <Funnel needs={all} matches={matches} words={words} />}
        {(forYou.length > 0 || !isBroker) && (
          <Section id="for-you" title={message(language, "matching.forYou.title")}>
            {forYou.length === 0 ? (
              <p>{message(language, "matching.forYou.none")}</p>
            ) : (
              <MatchList matches={forYou} needs={needs} words={words} />
            )}
          </Section>
        )}
        {isBroker && <Waiting needs={unmet} counts={counts} words={words} />}
        <Section id="matches" title={message(language, "matching.list.title")}>
          {matches.length === 0 ? (
            <EmptyState
              title={message(language, "matching.list.none")}
              text={isBroker ? message(language, "matching.list.noneText") : undefined}
            />
          ) : (
            groupMatches(matches, language).map(({ id, title: heading, some }) => (
              <Section key={id} id={`state-${id}`} level={3} title={heading}>
                <MatchList matches={some} needs={needs} words={words} />
              </Section>
            ))
          )}
        </Section>
      </>
    ),
  };
};

/** By state; last those from which the reader was taken out, whatever became of them. */
function groupMatches(matches: readonly Match[], language: Language): { id: string; title: string; some: Match[] }[] {
  const former = matches.filter(isFormer);
  return [
    ...matchStates.map((state) => {
      const some = matches.filter((match) => match.state === state && !isFormer(match));
      return { id: state, title: `${message(language, `matching.states.${state}`)} (${some.length})`, some };
    }),
    { id: "former", title: message(language, "matching.former.list", { count: former.length }), some: former },
  ].filter(({ some }) => some.length > 0);
}

function hasOpenMatch(matches: readonly Match[], need: string): boolean {
  return matches.some(
    (match) =>
      match.need === need && (match.state === "proposed" || match.state === "consulting" || match.state === "agreed"),
  );
}

interface WaitingProps {
  needs: readonly Need[];
  counts: ReadonlyMap<string, number>;
  words: NeedWords;
}

/** Needs that nobody answers yet, confirmed and urgent ones first, with a dot for each offer that answers. */
function Waiting({ needs, counts, words }: WaitingProps) {
  const { language } = words;
  const urgency = (need: Need) => ["high", "medium", "low"].indexOf(need.urgency ?? "medium");
  const ordered = [...needs].sort(
    (one, other) =>
      Number(other.state === "confirmed") - Number(one.state === "confirmed") || urgency(one) - urgency(other),
  );
  return (
    <Section
      id="waiting"
      title={message(language, "matching.waiting.title")}
      lead={message(language, "matching.waiting.lead")}
    >
      {ordered.length === 0 && <p>{message(language, "matching.waiting.none")}</p>}
      <ul class="record-list match-waiting">
        {ordered.map((need) => (
          <li key={need.id}>
            <a href={links.needProposals(language, need.id)}>
              <Words value={localize(need.title, language)} />
            </a>
            <p class="record-facts">
              <span>{words.organisation(need.organisation)}</span>
              <span>{message(language, `need.states.${need.state}`)}</span>
              <span>{words.list(need.topics.map(words.topic))}</span>
              <span>{message(language, "matching.waiting.proposals", { count: counts.get(need.id) ?? 0 })}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
