import { AppError } from "../../../core/errors.ts";
import { message } from "../../../messages/message.ts";
import { AlikeNotice } from "../../../web/components/alike-notice.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { readField, readFields } from "../../../web/read-fields.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { isFormKey, makeFormKey } from "../../comments/form-key.ts";
import { findStanding, ownOrganisations } from "../../records/access.ts";
import { gatherTyping, listFiscalYears } from "../../records/form/gather-form.ts";
import { canChangeOffer } from "../access.ts";
import type { FieldProblem } from "../check-need.ts";
import type { CapacityProblem, OfferField, OfferInput } from "../check-offer.ts";
import type { Offer } from "../offer.ts";
import { correctOffer, enterOffer, type SaveOfferResult } from "../save-offer.ts";
import { getOffer } from "../service.ts";
import { gatherNeedWords } from "../words.ts";
import { OfferConflict } from "./offer-conflict.tsx";
import { OfferForm } from "./offer-form.tsx";
import { type PostedOffer, readOfferForm } from "./read-offer-form.ts";

interface FormState {
  input: OfferInput;
  formKey: string;
  /** the offer that is corrected */
  offer: Offer | null;
  revision: number;
  posted?: PostedOffer;
  problems?: readonly FieldProblem<OfferField>[];
  capacityProblems?: readonly CapacityProblem[];
  /** what somebody saved meanwhile */
  present?: Offer;
  /** open offers of the same organisation that say the same */
  alike?: readonly Offer[];
}

export const showNewOffer: PageHandler<MemberRequest> = async (request) =>
  describeForm(request, { input: await startInput(request), formKey: makeFormKey(), offer: null, revision: 0 });

export const submitNewOffer: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const posted = readOfferForm(form, await gatherTyping(context, language));
  const key = readField(form, "form_key");
  const formKey = isFormKey(key) ? key : makeFormKey();
  const state: FormState = { input: posted.input, formKey, offer: null, revision: 0, posted };
  if (readField(form, "intent") === "add-year") return { page: await addYear(request, state), status: 200 };
  const known = readFields(form, "known_alike");
  return answer(request, state, await enterOffer(context, actor, posted.input, formKey, known), "entered");
};

export const showEditOffer: PageHandler<MemberRequest> = async (request) => {
  const offer = await findOwnOffer(request);
  return describeForm(request, { input: toInput(offer), formKey: "", offer, revision: offer.revision });
};

export const submitEditOffer: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const offer = await findOwnOffer(request);
  const posted = readOfferForm(form, await gatherTyping(context, language));
  const revision = Number(readField(form, "revision")) || 0;
  const state: FormState = { input: posted.input, formKey: "", offer, revision, posted };
  if (readField(form, "intent") === "add-year") return { page: await addYear(request, state), status: 200 };
  return answer(request, state, await correctOffer(context, actor, offer.id, posted.input, revision), "corrected");
};

function addYear(request: MemberRequest, state: FormState): Promise<PageContent> {
  const capacities = [...state.input.capacities, { year: "", capacity: "" }];
  return describeForm(request, { ...state, input: { ...state.input, capacities } });
}

async function answer(
  request: MemberRequest,
  state: FormState,
  result: SaveOfferResult,
  done: "entered" | "corrected",
): Promise<Outcome> {
  if (result.state === "done") return { redirect: links.memberOffer(request.language, result.id, { done }) };
  if (result.state === "problems") return { page: await describeForm(request, { ...state, ...result }), status: 422 };
  if (result.state === "alike")
    return { page: await describeForm(request, { ...state, alike: result.offers }), status: 409 };
  // Sending again saves over the present version, which now stands beside what was typed.
  const page = await describeForm(request, { ...state, present: result.present, revision: result.present.revision });
  return { page, status: 409 };
}

/** Throws `not-found`, and `forbidden` for the offer of another organisation. */
async function findOwnOffer({ context, actor, params }: MemberRequest): Promise<Offer> {
  const offer = await getOffer(context, actor, params.id ?? "");
  if (!canChangeOffer(await findStanding(context, actor), offer))
    throw new AppError("forbidden", { kind: "offer", id: offer.id });
  return offer;
}

function toInput(offer: Offer): OfferInput {
  return {
    ...offer,
    capacities: offer.capacities.map(({ fiscalYear, capacity }) => ({
      year: String(fiscalYear),
      capacity: String(capacity),
    })),
  };
}

async function startInput({ context, actor, language }: MemberRequest): Promise<OfferInput> {
  const [own = ""] = ownOrganisations(await findStanding(context, actor)).toReversed();
  return {
    organisation: hasPermission(actor, "needs.broker") ? "" : own,
    language,
    title: {},
    detail: {},
    topics: [],
    kinds: [],
    forms: [],
    difficulty: null,
    languages: [],
    experience: {},
    facilities: {},
    conditions: {},
    costBorneBy: null,
    capacityUnit: null,
    capacities: [],
    state: "open",
    visibility: "members",
  };
}

async function describeForm(request: MemberRequest, state: FormState): Promise<PageContent> {
  const { context, actor, language } = request;
  const words = await gatherNeedWords(context, language);
  const owners = ownOrganisations(await findStanding(context, actor)).toReversed();
  const { offer } = state;
  const title = message(language, offer ? "offerForm.editTitle" : "offerForm.newTitle");
  return {
    title,
    description: message(language, "offerForm.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "offers.title"), href: links.memberOffers(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "offerForm.lead")} />
        {state.present && <OfferConflict present={toInput(state.present)} input={state.input} words={words} />}
        {state.alike && (
          <AlikeNotice
            title={message(language, "offerForm.alike", { count: state.alike.length })}
            text={message(language, "needForm.alikeText", { button: message(language, "offerForm.enterAnyway") })}
            items={state.alike.map(({ id, title: name, state: stands }) => ({
              id,
              title: name,
              href: links.memberOffer(language, id),
              state: message(language, `offer.states.${stands}`),
            }))}
            language={language}
          />
        )}
        <OfferForm
          words={words}
          action={offer ? links.editOffer(language, offer.id) : links.newOffer(language)}
          input={state.input}
          posted={state.posted}
          problems={state.problems}
          capacityProblems={state.capacityProblems}
          hidden={
            offer
              ? [{ name: "revision", value: String(state.revision) }]
              : [
                  { name: "form_key", value: state.formKey },
                  ...(state.alike ?? []).map(({ id }) => ({ name: "known_alike", value: id })),
                ]
          }
          owners={
            hasPermission(actor, "needs.broker")
              ? null
              : owners.map((value) => ({ value, text: words.organisation(value) }))
          }
          years={await listFiscalYears(context, language)}
          submitLabel={message(
            language,
            offer ? "offerForm.save" : state.alike ? "offerForm.enterAnyway" : "offerForm.enter",
          )}
        />
      </>
    ),
  };
}
