import { readChoices } from "../../web/query.ts";
import { type HelpKind, helpKinds } from "./need.ts";
import { type Offer, type OfferForm, type OfferState, offerForms, offerStates } from "./offer.ts";

export const offerFilterNames = ["organisation", "topic", "kind", "form", "state"] as const;
export type OfferFilterName = (typeof offerFilterNames)[number];

export interface OfferFilter {
  /** the government: what its institutes give counts as its own */
  organisation?: string | undefined;
  topic?: string | undefined;
  kind?: HelpKind | undefined;
  form?: OfferForm | undefined;
  state?: OfferState | undefined;
}

export interface OfferQuery {
  filter: OfferFilter;
  chosen: Partial<Record<OfferFilterName, string>>;
  unknown: string[];
}

export function readOfferQuery(
  url: URL,
  { organisations, topics }: { organisations: ReadonlySet<string>; topics: ReadonlySet<string> },
): OfferQuery {
  const { chosen, unknown } = readChoices(url, {
    organisation: (value: string) => organisations.has(value),
    topic: (value: string) => topics.has(value),
    kind: (value: string) => helpKinds.some((kind) => kind === value),
    form: (value: string) => offerForms.some((form) => form === value),
    state: (value: string) => offerStates.some((state) => state === value),
  });
  return {
    chosen,
    unknown,
    filter: {
      organisation: chosen.organisation,
      topic: chosen.topic,
      kind: helpKinds.find((kind) => kind === chosen.kind),
      form: offerForms.find((form) => form === chosen.form),
      state: offerStates.find((state) => state === chosen.state),
    },
  };
}

export function chooseOffers(
  offers: readonly Offer[],
  { organisation, topic, kind, form, state }: OfferFilter,
  governmentOf: (organisation: string) => string,
): Offer[] {
  return offers.filter(
    (offer) =>
      (organisation === undefined ||
        offer.organisation === organisation ||
        governmentOf(offer.organisation) === organisation) &&
      (topic === undefined || offer.topics.includes(topic)) &&
      (kind === undefined || offer.kinds.includes(kind)) &&
      (form === undefined || offer.forms.includes(form)) &&
      (state === undefined || offer.state === state),
  );
}
