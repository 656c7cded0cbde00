import { readText } from "../../web/query.ts";
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
  const isKnown: Record<OfferFilterName, (value: string) => boolean> = {
    organisation: (value) => organisations.has(value),
    topic: (value) => topics.has(value),
    kind: (value) => helpKinds.some((kind) => kind === value),
    form: (value) => offerForms.some((form) => form === value),
    state: (value) => offerStates.some((state) => state === value),
  };
  const chosen: OfferQuery["chosen"] = {};
  const unknown: string[] = [];
  for (const name of offerFilterNames) {
    const value = readText(url, name);
    if (value === undefined) continue;
    if (isKnown[name](value)) chosen[name] = value;
    else unknown.push(value);
  }
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
