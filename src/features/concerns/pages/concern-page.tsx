import { randomUUID } from "node:crypto";
import { type Language, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { findStanding } from "../../records/access.ts";
import { canJudge, canLink, canWithdraw, respondsFor } from "../access.ts";
import { followConcerns } from "../chains.ts";
import type { Concern } from "../concern.ts";
import { findMeeting } from "../meetings.ts";
import { getConcern, listConcerns } from "../service.ts";
import { listTranslatable } from "../translate.ts";
import {
  type ConcernWords,
  gatherConcernWords,
  nameOrganisation,
  nameSurvey,
  sayConcern,
  sayWhen,
  shorten,
} from "../words.ts";
import { JudgementEntry, ResponseEntry, sayRaiser } from "./concern-entry.tsx";
import { JudgeForm, LinkForm, RespondForm, type Returned, WithdrawForm } from "./concern-forms.tsx";
import { ConcernMark, listMarks } from "./concern-mark.tsx";
import { TextOrigin } from "./text-origin.tsx";
import { TranslateForm } from "./translate-form.tsx";

export const showConcern: PageHandler<MemberRequest> = (request) => describeConcern(request, null);

const doneStates = ["raised", "answered", "judged", "linked", "translated"] as const;

/** One concern with what was said to it, and what the reader may do about it. */
export async function describeConcern(request: MemberRequest, returned: Returned | null): Promise<PageContent> {
  const { context, actor, language, url, params } = request;
  const concern = await getConcern(context, actor, params.id ?? "");
  const words = await gatherConcernWords(context, language);
  const standing = await findStanding(context, actor);
  const all = await listConcerns(context, actor);
  const chain = followConcerns(all).find(({ steps }) => steps.some(({ id }) => id === concern.id))?.steps ?? [];
  const earlier = all.filter(
    ({ id, state, raisedFrom }) => id !== concern.id && state !== "withdrawn" && raisedFrom <= concern.raisedTo,
  );
  const isWithdrawn = concern.state === "withdrawn";
  const done = doneStates.find((one) => one === readText(url, "done"));
  const text = localize(concern.text, language);
  const forms = { concern, words, formKey: randomUUID(), returned };
  const passages = listTranslatable(standing, concern);
  const theme = message(language, `concern.theme.${concern.theme}`);
  return {
    title: sayConcern(concern, language),
    description: message(language, "concern.members.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "concern.members.title"), href: links.memberConcerns(language) }],
    body: (
      <>
        <PageHeading kicker={message(language, "concern.page.kicker", { theme })} title={shorten(text)} />
        {done && returned === null && (
          <Notice tone="success">
            <p>{message(language, `concern.done.${done}`)}</p>
          </Notice>
        )}
        {text.text !== shorten(text).text && (
          <p class="concern-text-whole">
            <Words value={text} />
          </p>
        )}
        <TextOrigin text={concern.text} original={concern.language} language={language} />
        {!isWithdrawn && (
          <p class="concern-list-facts">
            {listMarks(concern).map((mark) => (
              <ConcernMark key={mark} name={mark} language={language} />
            ))}
          </p>
        )}
        <DefinitionList items={await listFacts(request, concern, words)} />
        <Dialogue concern={concern} words={words} />
        {chain.length > 1 && <Path steps={chain} concern={concern} words={words} />}
        {(returned?.form === "respond" || (!isWithdrawn && respondsFor(standing) !== null)) && (
          <RespondForm {...forms} />
        )}
        {(returned?.form === "judge" ||
          (!isWithdrawn && concern.responses.length > 0 && canJudge(standing, concern))) && <JudgeForm {...forms} />}
        {passages.length > 0 && <TranslateForm {...forms} passages={passages} />}
        {!isWithdrawn && canLink(standing, concern) && <LinkForm {...forms} earlier={earlier.toReversed()} />}
        {!isWithdrawn && canWithdraw(standing, concern) && <WithdrawForm {...forms} />}
        <SourceList documents={citeSources(listSources(concern), words.books, language)} />
      </>
    ),
  };
}

async function listFacts(
  { context, actor, language }: MemberRequest,
  concern: Concern,
  words: ConcernWords,
): Promise<Definition[]> {
  const { survey, meeting, visibility } = concern;
  const record = meeting === null ? null : await findMeeting(context, await findStanding(context, actor), meeting);
  return [
    { term: message(language, "concern.page.state"), values: [message(language, `concern.state.${concern.state}`)] },
    { term: message(language, "concern.page.raised"), values: [sayWhen(concern.raised, language)] },
    {
      term: message(language, "concern.page.raisedBy"),
      values: [
        concern.organisation === null ? sayRaiser(concern, words) : nameOrganisation(concern.organisation, words),
      ],
    },
    ...(survey === null
      ? []
      : [
          {
            term: message(language, "concern.page.survey"),
            values: [
              <a key={survey} href={links.survey(language, survey)}>
                {nameSurvey(survey, words)}
              </a>,
            ],
          },
        ]),
    ...(record === null
      ? []
      : [
          {
            term: message(language, "concern.field.meeting"),
            values: [
              <a key={record.id} href={links.memberRecord(language, "activity", record.id)}>
                <Words value={localize(record.title, language)} />
              </a>,
            ],
          },
        ]),
    // One that was withdrawn stands on no public page any more, whatever was chosen for it.
    ...(concern.state === "withdrawn"
      ? []
      : [
          {
            term: message(language, "concern.page.visibility"),
            values: [message(language, `concern.field.${visibility}`)],
          },
        ]),
  ];
}

/** Both sides' words in the order in which they fell; after a withdrawal nothing more is awaited. */
function Dialogue({ concern, words }: { concern: Concern; words: ConcernWords }) {
  const { language } = words;
  const isWithdrawn = concern.state === "withdrawn";
  const shows = (said: readonly unknown[]) => said.length > 0 || !isWithdrawn;
  return (
    <>
      {shows(concern.responses) && (
        <Section id="responses" title={message(language, "concern.page.responses")}>
          {concern.responses.length === 0 && <p>{message(language, "concern.page.noResponse")}</p>}
          {concern.responses.map((response) => (
            <ResponseEntry key={response.id} response={response} words={words} />
          ))}
        </Section>
      )}
      {shows(concern.judgements) && (
        <Section id="judgements" title={message(language, "concern.page.judgements")}>
          {concern.judgements.length === 0 && <p>{message(language, "concern.page.noJudgement")}</p>}
          {concern.judgements.map((judgement) => (
            <JudgementEntry key={judgement.id} judgement={judgement} words={words} />
          ))}
          {concern.continuedBy.length > 0 && <p>{message(language, "concern.page.returnedTo")}</p>}
        </Section>
      )}
    </>
  );
}

function Path({ steps, concern, words }: { steps: readonly Concern[]; concern: Concern; words: ConcernWords }) {
  const { language } = words;
  return (
    <Section id="path" title={message(language, "concern.page.chain")}>
      <ol class="concern-path">
        {steps.map((step) => (
          <li key={step.id} aria-current={step.id === concern.id ? "step" : undefined}>
            {step.id === concern.id ? (
              <>
                <Step step={step} language={language} /> ({message(language, "concern.page.thisOne")})
              </>
            ) : (
              <a href={links.memberConcern(language, step.id)}>
                <Step step={step} language={language} />
              </a>
            )}
            <span class="concern-list-facts">
              {listMarks(step).map((mark) => (
                <ConcernMark key={mark} name={mark} language={language} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Step({ step, language }: { step: Concern; language: Language }) {
  return <span lang={languageTags[localize(step.text, language).language]}>{sayConcern(step, language)}</span>;
}

function listSources({ source, responses, judgements }: Concern) {
  return [source, ...responses.map((one) => one.source), ...judgements.map((one) => one.source)].flatMap(
    (one) => one ?? [],
  );
}
