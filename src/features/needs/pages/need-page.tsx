import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { listMatches } from "../../matching/service.ts";
import { gatherPolicyWords } from "../../policies/policy-words.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import { findStanding } from "../../records/access.ts";
import { canChangeNeed, stepsFor } from "../access.ts";
import { isCompanyOnly, isShownToPublic } from "../company-view.ts";
import { listEvidence } from "../evidence.ts";
import { readAuthors } from "../history-authors.ts";
import { isOpenNeed, type Need, type NeedState, needStates, unmetNeedStates } from "../need.ts";
import { OnlyLanguage } from "../only-language.tsx";
import { proposeEvidence } from "../propose-evidence.ts";
import { getNeed, listNeeds } from "../service.ts";
import { readNeedEvents } from "../store.ts";
import { gatherNeedWords, type NeedWords, nameKinds } from "../words.ts";
import { NeedEvidenceSection } from "./need-evidence.tsx";
import { NeedHistory } from "./need-history.tsx";
import { StateMark } from "./need-marks.tsx";
import { NeedMatches } from "./need-matches.tsx";
import { NeedSteps } from "./need-steps.tsx";
import { NeedTranslation } from "./need-translation.tsx";
import { SourceOfWords } from "./source-of-words.tsx";

export const showNeed: PageHandler<MemberRequest> = (request) => describeNeed(request, {});

/** A refused action brings its words and its reason back. */
export interface NeedPageState {
  problem?: string;
  /** of the note that was typed, by the step it belongs to */
  note?: { to: NeedState; text: string };
  /** why it may show the need, of evidence where none was chosen */
  evidenceNote?: string;
}

const doneKinds = ["entered", "corrected", "moved", "evidence", "translated"] as const;

export async function describeNeed(request: MemberRequest, state: NeedPageState): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const need = await getNeed(context, actor, request.params.id ?? "");
  const words = await gatherNeedWords(context, language);
  const policyWords = await gatherPolicyWords(context, language);
  const standing = await findStanding(context, actor);
  const isCompany = isCompanyOnly(actor, words.directory);
  const mayChange = canChangeNeed(standing, need);
  const title = localize(need.title, language);
  const others = (await listNeeds(context, actor)).filter(({ id }) => id !== need.id);
  const done = doneKinds.find((kind) => kind === readText(url, "done"));
  return {
    title: title.text,
    description: title.text,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "needs.title"), href: links.memberNeeds(language) }],
    body: (
      <>
        <PageHeading
          kicker={words.organisation(need.organisation)}
          title={title}
          links={[
            ...(mayChange ? [{ text: message(language, "needs.edit"), href: links.editNeed(language, need.id) }] : []),
            ...(hasPermission(actor, "needs.broker") && unmetNeedStates.some((unmet) => unmet === need.state)
              ? [{ text: message(language, "needs.toProposals"), href: links.needProposals(language, need.id) }]
              : []),
          ]}
        />
        <OnlyLanguage text={need.title} language={language} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `needs.done.${done}`)}</p>
          </Notice>
        )}
        {state.problem !== undefined && (
          <Notice tone="error">
            <p>{state.problem}</p>
          </Notice>
        )}
        {isCompany && (
          <Notice tone="information">
            <p>{message(language, "needs.companyPage")}</p>
          </Notice>
        )}
        {need.visibility === "public" && !isShownToPublic(need, words.directory) && (
          <Notice tone="information">
            <p>{message(language, "needs.heldBack")}</p>
          </Notice>
        )}
        <StateTrack need={need} words={words} />
        <Successor need={need} others={others} words={words} />
        {Object.keys(need.detail).length > 0 && (
          <p class="need-detail">
            <Words value={localize(need.detail, language)} />
          </p>
        )}
        <DefinitionList items={describeFacts(need, words)} />
        {need.source && (
          <SourceOfWords documents={citeSources([need.source], words.books, language)} language={language} />
        )}
        {mayChange && <NeedTranslation need={need} language={language} />}
        <NeedSteps
          need={need}
          steps={stepsFor(standing, need)}
          others={others.filter((other) => sameCity(other, need, words) && isOpenNeed(other))}
          words={words}
          note={state.note}
          problem={state.note?.text === "" ? state.problem : undefined}
        />
        {!isCompany && (
          <>
            <NeedEvidenceSection
              need={need}
              evidence={await listEvidence(context, actor, need, words)}
              proposals={
                mayChange
                  ? await proposeEvidence(context, actor, need, readText(url, "policy") ?? "", policyWords)
                  : null
              }
              words={words}
              policyWords={policyWords}
              refused={
                state.evidenceNote === undefined ? null : { note: state.evidenceNote, text: state.problem ?? "" }
              }
            />
            <NeedMatches matches={await listMatches(context, actor, { need: need.id })} words={words} />
            <Section id="history" title={message(language, "needs.history.title")}>
              <NeedHistory need={need} {...(await readHistory(context, need))} words={words} />
            </Section>
          </>
        )}
      </>
    ),
  };
}

function readHistory(context: MemberRequest["context"], { id }: Need) {
  return read(context.database, async (transaction) => {
    const events = await readNeedEvents(transaction, [id]);
    return { events, authors: await readAuthors(transaction, events) };
  });
}

/** From heard to met on one line; where it stands is filled. One that ended otherwise says so alone. */
function StateTrack({ need: { state }, words: { language } }: { need: Need; words: NeedWords }) {
  const line = needStates.filter((one) => one !== "withdrawn" && one !== "changed");
  if (!line.some((one) => one === state))
    return (
      <p class="need-track-ended">
        <StateMark state={state} language={language} />
      </p>
    );
  return (
    <ol class="need-track" aria-label={message(language, "needs.field.state")}>
      {line.map((one) => (
        <li
          key={one}
          class={needStates.indexOf(one) < needStates.indexOf(state) ? "is-passed" : undefined}
          aria-current={one === state ? "step" : undefined}
        >
          <StateMark state={one} language={language} />
        </li>
      ))}
    </ol>
  );
}

function Successor({ need, others, words: { language } }: { need: Need; others: readonly Need[]; words: NeedWords }) {
  const after = others.find(({ id }) => id === need.replacedBy);
  const before = others.filter(({ replacedBy }) => replacedBy === need.id);
  const say = (key: "needs.becameThis" | "needs.cameFromThis", other: Need) => (
    <p key={other.id}>
      {message(language, key)}{" "}
      <a href={links.memberNeed(language, other.id)}>
        <Words value={localize(other.title, language)} />
      </a>
    </p>
  );
  return (
    <>
      {after && say("needs.becameThis", after)}
      {before.map((other) => say("needs.cameFromThis", other))}
    </>
  );
}

function describeFacts(need: Need, words: NeedWords): Definition[] {
  const { language } = words;
  const fact = (field: Parameters<typeof fieldLabel>[0], ...values: Definition["values"]): Definition[] =>
    values.length === 0 ? [] : [{ term: fieldLabel(field, words), values }];
  const optional = <Value,>(value: Value | null, write: (value: Value) => string) =>
    value === null ? [] : [write(value)];
  return [
    ...fact(
      "organisation",
      <a href={links.organisation(language, need.organisation)}>{words.organisation(need.organisation)}</a>,
    ),
    ...fact("addressedTo", ...optional(need.addressedTo, words.organisation)),
    ...fact("kinds", words.list(nameKinds(need.kinds, words))),
    ...fact("topics", words.list(need.topics.map(words.topic))),
    ...fact("learnt", ...optional(need.learnt, (learnt) => writeListedDate(learnt, language, "presumed"))),
    ...fact("learntBy", ...optional(need.learntBy, (way) => message(language, `need.learntWays.${way}`))),
    ...fact(
      "saidBy",
      ...(Object.keys(need.saidBy).length === 0 ? [] : [<Words key="said" value={localize(need.saidBy, language)} />]),
    ),
    ...fact("difficulty", ...optional(need.difficulty, (one) => message(language, `need.difficulties.${one}`))),
    ...fact("urgency", ...optional(need.urgency, (one) => message(language, `need.urgencies.${one}`))),
    ...fact("fiscalYear", ...optional(need.fiscalYear, words.year)),
    ...fact(
      "languages",
      ...(need.languages.length === 0
        ? []
        : [
            words.list(
              languages
                .filter((one) => need.languages.includes(one))
                .map((one) => message(language, `documents.languageName.${one}`)),
            ),
          ]),
    ),
    ...fact("visibility", message(language, `visibility.${need.visibility}`)),
    ...fact("openToCompanies", message(language, need.openToCompanies ? "record.yes" : "record.no")),
  ];
}

function fieldLabel(
  field:
    | "organisation"
    | "addressedTo"
    | "kinds"
    | "topics"
    | "learnt"
    | "learntBy"
    | "saidBy"
    | "difficulty"
    | "urgency"
    | "fiscalYear"
    | "languages"
    | "visibility"
    | "openToCompanies",
  { language }: NeedWords,
): string {
  return message(language, `needForm.field.${field}`);
}

function sameCity(a: Need, b: Need, { directory }: NeedWords): boolean {
  const governmentOf = (id: string) => directory.find(id)?.government ?? id;
  return governmentOf(a.organisation) === governmentOf(b.organisation);
}
