import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import type { Activity } from "../../activities/activity.ts";
import type { Need } from "../../needs/need.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { listNeeds } from "../../needs/service.ts";
import { gatherNeedWords, type NeedWords } from "../../needs/words.ts";
import { canKeepCase, canSeeContact } from "../access.ts";
import type { CaseField } from "../check-case.ts";
import { type CompanyCase, caseStages } from "../company-case.ts";
import { listMatchingEvents } from "../events.ts";
import type { CaseMove } from "../move-case.ts";
import { getCase } from "../service.ts";
import { nameSides } from "./case-board.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CaseSteps } from "./case-steps.tsx";
import { tellField } from "./tell-field.ts";

export const showCase: PageHandler<MemberRequest> = (request) => describeCase(request, {});

/** A refused step brings its words and its reasons back. */
export interface CasePageState {
  problems?: string[];
  /** the same at the fields of the step */
  errors?: ReadonlyMap<string, string>;
  move?: CaseMove;
}

const doneKinds = ["entered", "corrected", "moved"] as const;

export async function describeCase(request: MemberRequest, state: CasePageState): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const { found, events } = await getCase(context, actor, request.params.id ?? "");
  const words = await gatherNeedWords(context, language);
  // A need that was closed to companies since is not told to them again.
  const need = (await listNeeds(context, actor)).find(({ id }) => id === found.need);
  const event = (await listMatchingEvents(context)).find(({ id }) => id === found.activity);
  const keeps = canKeepCase(actor, found);
  const title = localize(found.title, language);
  const done = doneKinds.find((kind) => kind === readText(url, "done"));
  return {
    title: title.text,
    description: title.text,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "company.title"), href: links.companyCases(language) }],
    body: (
      <>
        <PageHeading
          kicker={nameSides(found, words)}
          title={title}
          links={
            keeps ? [{ text: message(language, "needs.edit"), href: links.editCompanyCase(language, found.id) }] : []
          }
        />
        <OnlyLanguage text={found.title} language={language} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `company.done.${done}`)}</p>
          </Notice>
        )}
        {state.problems && (
          <Notice tone="error" title={message(language, "company.stepRefused")}>
            <ul>
              {state.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        )}
        <CaseTrack found={found} words={words} />
        <DefinitionList items={listFacts(found, { need, event, words, seesContact: canSeeContact(actor, found) })} />
        {keeps && <CaseSteps found={found} words={words} typed={state.move} errors={state.errors} />}
        <Section id="history" title={message(language, "company.history.title")}>
          <CaseHistory events={events} words={words} />
        </Section>
      </>
    ),
  };
}

/** The way to a contract, and where the case stands on it. */
function CaseTrack({ found, words: { language } }: { found: CompanyCase; words: NeedWords }) {
  const reached = caseStages.indexOf(found.reached);
  const stages = found.state === "stopped" ? [...caseStages.slice(0, reached + 1), "stopped" as const] : caseStages;
  return (
    <ol class="need-track case-track">
      {stages.map((stage, index) => (
        <li
          key={stage}
          class={index <= reached && (stage === "stopped" || found.stood.includes(stage)) ? "is-passed" : undefined}
          aria-current={stage === found.state ? "step" : undefined}
        >
          {message(language, `company.states.${stage}`)}
        </li>
      ))}
    </ol>
  );
}

interface Facts {
  need: Need | undefined;
  event: Activity | undefined;
  words: NeedWords;
  seesContact: boolean;
}

function listFacts(found: CompanyCase, { need, event, words, seesContact }: Facts): Definition[] {
  const { language } = words;
  const plain = (field: CaseField): Definition[] => {
    const value = tellField(found, field, words);
    return value === message(language, "needs.history.nothing")
      ? []
      : [{ term: message(language, `company.field.${field}`), values: [value] }];
  };
  const text = (field: "technology" | "obstacle" | "contractNote"): Definition[] =>
    Object.keys(found[field]).length === 0
      ? []
      : [
          {
            term: message(language, `company.field.${field}`),
            values: [
              <span key={field} class="need-detail">
                <Words value={localize(found[field], language)} />
              </span>,
            ],
          },
        ];
  return [
    { term: message(language, "company.field.company"), values: [words.organisation(found.company)] },
    { term: message(language, "company.field.owner"), values: [words.organisation(found.owner)] },
    ...plain("partner"),
    ...text("technology"),
    ...plain("topics"),
    ...(found.need === null
      ? []
      : [
          {
            term: message(language, "company.field.need"),
            values: [
              need ? (
                <a key={need.id} href={links.memberNeed(language, need.id)}>
                  <Words value={localize(need.title, language)} />
                </a>
              ) : (
                message(language, "company.needClosed")
              ),
            ],
          },
        ]),
    ...(event
      ? [
          {
            term: message(language, "company.field.activity"),
            values: [
              <a key={event.id} href={links.activity(language, event.id)}>
                <Words value={localize(event.title, language)} />
              </a>,
            ],
          },
        ]
      : []),
    ...(seesContact ? plain("contact") : []),
    ...plain("obstacleKinds"),
    ...text("obstacle"),
    ...plain("contractedOn"),
    ...plain("amount"),
    ...text("contractNote"),
  ];
}
