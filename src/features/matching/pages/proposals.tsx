import { randomBytes } from "node:crypto";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readTexts } from "../../../web/query.ts";
import type { Need } from "../../needs/need.ts";
import type { Offer } from "../../needs/offer.ts";
import { gatherNeedWords, type NeedWords, nameKinds } from "../../needs/words.ts";
import { readWeights } from "../engine/model.ts";
import type { Proposal } from "../engine/propose.ts";
import { reasonParts } from "../match.ts";
import { type NeedProposals, proposeMatches } from "../service.ts";
import { ChooseForm, Ticks } from "./choose-form.tsx";
import { Combinations } from "./combinations.tsx";
import { MatchList } from "./match-list.tsx";
import { OfferCard } from "./offer-card.tsx";
import { type Problem, ProblemNotice } from "./problem.tsx";
import { isQuantity } from "./read-match-form.ts";
import { saySubjects } from "./reason-words.ts";
import { WeighForm } from "./weigh-form.tsx";

/** What somebody had typed where the form was refused. */
export interface ChosenForm {
  offers: string[];
  quantities: Record<string, string>;
  fiscalYear: string;
  /** the broker's words, by language */
  reasoning: Record<Language, string>;
  formKey: string;
}

export const showProposals: PageHandler<MemberRequest> = (request) => describeProposals(request, null, null);

export async function describeProposals(
  request: MemberRequest,
  typed: ChosenForm | null,
  problem: Problem | null,
): Promise<PageContent> {
  const { context, actor, language, url, params } = request;
  const asked = Object.fromEntries(
    reasonParts.map((part) => [part, url.searchParams.get(`weight-${part}`)?.trim() || undefined]),
  );
  const weights = readWeights(asked);
  const found = await proposeMatches(context, actor, params.need ?? "", weights);
  const words = await gatherNeedWords(context, language);
  const { need, proposals } = found;
  const form: ChosenForm = typed ?? {
    offers: readTexts(url, "offers").flatMap((text) => text.split(";")),
    quantities: {},
    fiscalYear: String(found.fiscalYear),
    reasoning: { ja: "", zh: "", en: "" },
    formKey: randomBytes(12).toString("hex"),
  };
  const name = localize(need.title, language);
  const title = name.text;
  const takes =
    need.state === "heard" || need.state === "confirmed" || need.state === "matched" || need.state === "being-met";
  return {
    title: message(language, "matching.proposals.title", { title }),
    description: message(language, "matching.proposals.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "matching.title"), href: links.matching(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "matching.proposals.heading")}
          title={name}
          lead={message(language, "matching.proposals.lead")}
          links={[{ text: message(language, "matching.proposals.toNeed"), href: links.memberNeed(language, need.id) }]}
        />
        <ProblemNotice
          problem={problem}
          offers={found.offers}
          words={words}
          fiscalYear={Number(form.fiscalYear)}
          places={listTickable(found, form.offers)
            .filter(({ offer }) => isWrongQuantity(offer.id, form, problem))
            .map(({ offer }) => ({ title: offer.title, href: `#offer-${offer.id}-quantity` }))}
        />
        <Wanted need={need} words={words} fiscalYear={found.fiscalYear} />
        {!takes && (
          <Notice tone="warning">
            <p>
              {message(language, "matching.proposals.notWaiting", {
                state: message(language, `need.states.${need.state}`),
              })}
            </p>
          </Notice>
        )}
        {found.matches.length > 0 && (
          <Section id="existing" title={message(language, "matching.proposals.existing")}>
            <MatchList matches={found.matches} needs={new Map([[need.id, need]])} words={words} />
          </Section>
        )}
        <WeighForm need={need.id} weights={weights} asked={asked} words={words} />
        {proposals.uncovered.topics.length + proposals.uncovered.kinds.length > 0 && (
          <Notice tone="information">
            <p>
              {message(language, "matching.proposals.uncoveredByAll", {
                parts: saySubjects(proposals.uncovered, words),
              })}
            </p>
          </Notice>
        )}
        <Combinations found={found} words={words} takes={takes} />
        {proposals.singles.length === 0 ? (
          <EmptyState
            title={message(language, "matching.proposals.none")}
            text={message(language, "matching.proposals.noneText")}
            links={[
              { text: message(language, "matching.proposals.toNeed"), href: links.memberNeed(language, need.id) },
            ]}
          />
        ) : (
          <ChooseForm found={found} form={form} words={words} disabled={!takes}>
            <Singles found={found} form={form} words={words} answers takes={takes} problem={problem} />
            <Singles found={found} form={form} words={words} answers={false} takes={takes} problem={problem} />
          </ChooseForm>
        )}
      </>
    ),
  };
}

function Wanted({ need, words, fiscalYear }: { need: Need; words: NeedWords; fiscalYear: number }) {
  const { language } = words;
  return (
    <DefinitionList
      items={[
        { term: message(language, "matching.match.need"), values: [words.organisation(need.organisation)] },
        ...(need.addressedTo === null
          ? []
          : [{ term: message(language, "matching.proposals.asked"), values: [words.organisation(need.addressedTo)] }]),
        { term: message(language, "matching.proposals.kinds"), values: [words.list(nameKinds(need.kinds, words))] },
        { term: message(language, "matching.proposals.topics"), values: [words.list(need.topics.map(words.topic))] },
        { term: message(language, "matching.proposals.year"), values: [sayYear(need, fiscalYear, words)] },
      ]}
    />
  );
}

/** A year that nobody has stated is no wish: it is only what the places left are counted for. */
function sayYear(need: Need, fiscalYear: number, words: NeedWords): string {
  const year = words.year(fiscalYear);
  return need.fiscalYear === null ? message(words.language, "matching.proposals.yearAssumed", { year }) : year;
}

interface SinglesProps {
  found: NeedProposals;
  form: ChosenForm;
  words: NeedWords;
  /** those that answer the need, or those that only come near it */
  answers: boolean;
  takes: boolean;
  problem: Problem | null;
}

function Singles({ found, form, words, answers, takes, problem }: SinglesProps) {
  const { language } = words;
  const shown = listTickable(found, form.offers).filter(({ proposal }) => proposal.answers === answers);
  if (shown.length === 0) return null;
  const key = answers ? "singles" : "near";
  return (
    <Section
      id={key}
      title={message(language, `matching.proposals.${key}`)}
      lead={answers ? undefined : message(language, "matching.proposals.nearLead")}
    >
      <div class="match-cards">
        {shown.map(({ proposal, offer }, at) => (
          <OfferCard
            key={offer.id}
            proposal={proposal}
            offer={offer}
            weights={found.weights}
            words={words}
            open={answers && at === 0}
          >
            {takes && (
              <Ticks
                offer={offer}
                form={form}
                taken={found.taken.get(offer.id)}
                words={words}
                isWrong={isWrongQuantity(offer.id, form, problem)}
              />
            )}
          </OfferCard>
        ))}
      </div>
    </Section>
  );
}

function isWrongQuantity(offer: string, { quantities }: ChosenForm, problem: Problem | null): boolean {
  return problem?.reason === "quantity" && !isQuantity(quantities[offer] ?? "");
}

/** The single proposals, and what was chosen out of a combination and is not among them. */
function listTickable(found: NeedProposals, chosen: readonly string[]): { proposal: Proposal; offer: Offer }[] {
  const { singles, combinations } = found.proposals;
  const more = combinations.flatMap(({ members }) => members).filter(({ offer }) => chosen.includes(offer));
  const all = new Map([...more, ...singles].map((proposal) => [proposal.offer, proposal]));
  const ordered = [
    ...singles,
    ...[...all.values()].filter((proposal) => !singles.some((one) => one.offer === proposal.offer)),
  ];
  return ordered.flatMap((proposal) => {
    const offer = found.offers.get(proposal.offer);
    return offer ? [{ proposal, offer }] : [];
  });
}
