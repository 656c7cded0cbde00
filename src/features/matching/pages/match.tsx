import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { gatherNeedWords, type NeedWords } from "../../needs/words.ts";
import { describeContent } from "../../records/describe-content.tsx";
import { brokers } from "../access.ts";
import { findMatchRecord } from "../draft.ts";
import { findReach, getMatch, type MatchView } from "../service.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { BrokerForms, gatherReplacements } from "./broker-forms.tsx";
import { ConsultedCounts } from "./consult-form.tsx";
import { DraftSection } from "./draft-section.tsx";
import { MatchNotices } from "./match-notices.tsx";
import { MatchSides } from "./match-sides.tsx";
import { MatchTimeline } from "./match-timeline.tsx";
import { type Problem, ProblemNotice } from "./problem.tsx";
import { saySubjects } from "./reason-words.ts";
import { RecordSection } from "./record-section.tsx";

/** What somebody had typed where a form was refused. */
export interface TypedMatch {
  intent: string;
  /** side whose answer it is: an offer's id, or empty for the need's */
  side: string;
  note: string;
  /** in which the note is written */
  language: Language;
  answer: string;
  /** the broker's words */
  reasoning: Record<Language, string>;
  /** ids of offers, and how much of the one that comes in */
  replacing: { out: string; by: string; quantity: string };
}

export const showMatch: PageHandler<MemberRequest> = (request) => describeMatch(request, null, null);

const doneKinds = [
  "created",
  "consulted",
  "explained",
  "answered",
  "agreed",
  "withdrawn",
  "replaced",
  "met",
  "continued",
  "remarked",
] as const;

export async function describeMatch(
  request: MemberRequest,
  typed: TypedMatch | null,
  problem: Problem | null,
): Promise<PageContent> {
  const { context, actor, language, url, params } = request;
  const view = await getMatch(context, actor, params.id ?? "");
  const words = await gatherNeedWords(context, language);
  const { match, need, offers } = view;
  const title = localize(need.title, language);
  const done = doneKinds.find((kind) => kind === readText(url, "done"));
  const isBroker = brokers(actor);
  const told = isBroker ? await findReach(context, actor, view) : null;
  const record = await findMatchRecord(context, actor, view);
  return {
    title: message(language, "matching.match.title", { title: title.text }),
    description: message(language, "matching.match.title", { title: title.text }),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "matching.title"), href: links.matching(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "matching.title")}
          title={title}
          meta={[
            {
              term: message(language, "matching.match.state"),
              // How it stands by now is for those who take part.
              value: view.former ? (
                message(language, "matching.former.state")
              ) : (
                <span class={`match-state is-${match.state}`}>
                  {message(language, `matching.states.${match.state}`)}
                </span>
              ),
            },
            { term: message(language, "matching.match.year"), value: words.year(match.fiscalYear) },
          ]}
          links={
            isBroker
              ? [{ text: message(language, "matching.waiting.look"), href: links.needProposals(language, need.id) }]
              : []
          }
        />
        <OnlyLanguage text={need.title} language={language} />
        {done && !problem && (
          <Notice tone="success">
            <p>{message(language, `matching.done.${done}`)}</p>
            {done === "consulted" && told && <ConsultedCounts told={told} words={words} />}
          </Notice>
        )}
        <ProblemNotice problem={problem} offers={offers} words={words} fiscalYear={match.fiscalYear} />
        <MatchNotices view={view} words={words} isBroker={isBroker} problem={problem} />
        {view.former ? <FormerNotice words={words} /> : <Package view={view} words={words} />}
        <AnswerForms view={view} words={words} typed={typed} problem={problem} />
        {(match.state === "agreed" || match.record !== null) && !view.former && (
          <RecordSection view={view} words={words} mayMake={isBroker} record={record} />
        )}
        {record?.draft && (
          <DraftSection
            match={match.id}
            draft={record.draft}
            content={await describeContent(context, actor, record.draft.entry, language)}
            words={words}
            typed={typed}
            problem={problem}
          />
        )}
        {isBroker && (
          <BrokerForms
            view={view}
            words={words}
            typed={typed}
            problem={problem}
            reach={told?.reach ?? []}
            replacements={await gatherReplacements(request, view)}
            isWithoutRecord={record === null || record.state === "withdrawn"}
          />
        )}
        <MatchTimeline events={view.events} words={words} />
      </>
    ),
  };
}

/** What is put together, what stays open, and the broker's own words. */
function Package({ view, words }: { view: MatchView; words: NeedWords }) {
  const { language } = words;
  const { match } = view;
  const isOpen = match.uncovered.topics.length + match.uncovered.kinds.length > 0;
  return (
    <>
      <MatchSides view={view} words={words} />
      <p class="match-covers">
        {isOpen
          ? message(language, "matching.match.uncovered", { parts: saySubjects(match.uncovered, words) })
          : message(language, "matching.match.coversAll")}
      </p>
      {Object.keys(match.reasoning).length > 0 && (
        <Section id="reasoning" title={message(language, "matching.match.reasoning")}>
          <p class="match-words">
            <Words value={localize(match.reasoning, language)} />
            <OnlyLanguage text={match.reasoning} language={language} />
          </p>
        </Section>
      )}
    </>
  );
}

/** A side that was taken out reads its own part below, and nothing of what the others go on with. */
function FormerNotice({ words: { language } }: { words: NeedWords }) {
  return (
    <Notice tone="information" title={message(language, "matching.former.title")}>
      <p>{message(language, "matching.former.text")}</p>
    </Notice>
  );
}
