import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import type { FilterOption } from "../../../web/components/filter-form.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import { choosePage } from "../../../web/paging.ts";
import { helpKinds } from "../need.ts";
import { type Offer, offerForms, offerStates } from "../offer.ts";
import {
  chooseOffers,
  type OfferFilterName,
  type OfferQuery,
  offerFilterNames,
  readOfferQuery,
} from "../offer-filter.ts";
import type { NeedWords } from "../words.ts";
import { OfferPicture } from "./offer-picture.tsx";
import { OfferRows } from "./offer-rows.tsx";

interface OfferListProps {
  url: URL;
  all: readonly Offer[];
  words: NeedWords;
  /** address of the list with these filters */
  listHref(query: Record<string, string | undefined>): string;
  hrefOf?: ((offer: Offer) => string) | undefined;
  organisationHref(id: string): string;
}

const pageSize = 60;

/** Picture, filters and list, for members and for everybody. */
export function OfferList(props: OfferListProps) {
  const { url, all, words, listHref } = props;
  const { language, directory, books } = words;
  const query = readOfferQuery(url, {
    organisations: new Set(directory.all.map(({ id }) => id)),
    topics: new Set(books.topics.map(({ id }) => id)),
  });
  const chosen = chooseOffers(all, query.filter, (id) => directory.find(id)?.government ?? id);
  const page = choosePage(chosen, pageSize, url);
  return (
    <>
      {query.unknown.map((value) => (
        <Notice key={value} tone="warning">
          <p>{message(language, "organisations.unknownFilter", { value })}</p>
        </Notice>
      ))}
      <OfferPicture offers={chosen} words={words} hrefOf={(topic) => listHref({ ...query.chosen, topic })} />
      {all.length > 0 && <Filters {...props} query={query} />}
      {chosen.length === 0 ? (
        <EmptyState
          title={message(language, all.length === 0 ? "offers.empty" : "offers.none")}
          text={all.length === 0 ? message(language, "offers.emptyText") : undefined}
          links={all.length === 0 ? [] : [{ text: message(language, "organisations.clear"), href: listHref({}) }]}
        />
      ) : (
        <Section id="offers-list" title={message(language, "offers.count", { count: chosen.length })}>
          <OfferRows
            offers={page.items}
            words={words}
            hrefOf={props.hrefOf}
            organisationHref={props.organisationHref}
          />
        </Section>
      )}
      <OffsetPagination page={page} url={url} language={language} />
    </>
  );
}

function Filters({ url, all, words, listHref, query }: OfferListProps & { query: OfferQuery }) {
  const { language } = words;
  const options = listOptions(all, words, query.chosen);
  return (
    <ChoiceFilter
      id="offers"
      url={url}
      action={listHref({})}
      title={message(language, "offers.filter")}
      fields={offerFilterNames.map((name) => ({
        name,
        label: message(language, `offers.field.${name}`),
        options: options[name],
        value: query.chosen[name],
      }))}
      language={language}
    />
  );
}

/** Offers only what some offer has, since anything else would find nothing, and what was chosen. */
function listOptions(
  all: readonly Offer[],
  words: NeedWords,
  chosen: OfferQuery["chosen"],
): Record<OfferFilterName, FilterOption[]> {
  const { language, directory, books } = words;
  const organisations = new Set(
    all.map(({ organisation }) => directory.find(organisation)?.government ?? organisation),
  );
  if (chosen.organisation !== undefined) organisations.add(chosen.organisation);
  return {
    organisation: [...organisations].map((id) => ({ value: id, text: words.organisation(id) })),
    topic: books.topics
      .filter(({ id }) => id === chosen.topic || all.some((offer) => offer.topics.includes(id)))
      .map(({ id }) => ({ value: id, text: words.topic(id) })),
    kind: helpKinds
      .filter((kind) => kind === chosen.kind || all.some((offer) => offer.kinds.includes(kind)))
      .map((kind) => ({ value: kind, text: message(language, `need.kinds.${kind}`) })),
    form: offerForms
      .filter((form) => form === chosen.form || all.some((offer) => offer.forms.includes(form)))
      .map((form) => ({ value: form, text: message(language, `offer.forms.${form}`) })),
    state: offerStates
      .filter((state) => state === chosen.state || all.some((offer) => offer.state === state))
      .map((state) => ({ value: state, text: message(language, `offer.states.${state}`) })),
  };
}
