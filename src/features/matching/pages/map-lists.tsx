import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { type Actor, hasPermission } from "../../accounts/actor.ts";
import { type NeedWords, nameKinds } from "../../needs/words.ts";
import type { ConvergingTopic, UnmetNeed, UnusedOffer, UnusedOffers } from "../need-map.ts";

/** One sentence a theme. */
export function ConvergingTopics({ topics, words }: { topics: readonly ConvergingTopic[]; words: NeedWords }) {
  const { language } = words;
  if (topics.length === 0) return <p>{message(language, "needMap.converging.none")}</p>;
  return (
    <ol class="map-sentences">
      {topics.map((one) => (
        <li key={one.topic}>
          <p>
            <a href={links.memberNeeds(language, { topic: one.topic, state: "open" })}>{words.topic(one.topic)}</a>
            {message(language, "needMap.converging.cities", { count: one.cities.length })}
          </p>
          <p class="record-facts">{words.list(one.cities.map(words.organisation))}</p>
          <p class="record-facts">
            {one.offers === 0 ? (
              message(language, "needMap.converging.noOffers", { open: one.open })
            ) : (
              <a href={links.memberOffers(language, { topic: one.topic })}>
                {message(language, "needMap.converging.offers", {
                  open: one.open,
                  offers: one.offers,
                  providers: one.providers,
                })}
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

interface UnmetNeedsProps {
  unmet: readonly UnmetNeed[];
  words: NeedWords;
  actor: Actor;
}

/** In three groups: nobody can, nobody was asked, it has not come to an agreement. */
export function UnmetNeeds({ unmet, words, actor }: UnmetNeedsProps) {
  const { language } = words;
  if (unmet.length === 0) return <p>{message(language, "needMap.unmet.none")}</p>;
  const groups = Map.groupBy(unmet, groupOf);
  return (
    <>
      {(["uncovered", "unasked", "failed", "under-way"] as const).map((group) => {
        const own = groups.get(group) ?? [];
        if (own.length === 0) return null;
        return (
          <section key={group} class="map-group" aria-labelledby={`unmet-${group}`}>
            <h3 id={`unmet-${group}`}>
              {message(language, `needMap.unmet.group.${group}`)}
              <span class="unit">{message(language, "needs.count", { count: own.length })}</span>
            </h3>
            <ul class="map-waiting">
              {own.map((one) => (
                <UnmetRow key={one.need.id} one={one} words={words} actor={actor} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function groupOf({ fitting, talks }: UnmetNeed): "uncovered" | "unasked" | "failed" | "under-way" {
  if (talks !== "none") return talks;
  return fitting === 0 ? "uncovered" : "unasked";
}

function UnmetRow({ one: { need, fitting, since }, words, actor }: { one: UnmetNeed; words: NeedWords; actor: Actor }) {
  const { language } = words;
  return (
    <li>
      <span class="map-since">
        {since === null ? (
          message(language, "needMap.unmet.sinceUnknown")
        ) : (
          <>
            <strong>{tellWait(since, words)}</strong>
            <small>
              {message(language, "needMap.unmet.since", { date: writeEdtf(need.learnt ?? since, language) })}
            </small>
          </>
        )}
      </span>
      <div>
        <p class="need-row-title">
          <a href={links.memberNeed(language, need.id)}>
            <Words value={localize(need.title, language)} />
          </a>
        </p>
        <p class="record-facts">
          <span>{words.organisation(need.organisation)}</span>
          <span>{message(language, `need.states.${need.state}`)}</span>
          <span>{words.list(nameKinds(need.kinds, words))}</span>
          <span>
            {fitting > 0 && hasPermission(actor, "needs.broker") ? (
              <a href={links.needProposals(language, need.id)}>
                {message(language, "needMap.unmet.fitting", { count: fitting })}
              </a>
            ) : (
              message(language, "needMap.unmet.fitting", { count: fitting })
            )}
          </span>
        </p>
      </div>
    </li>
  );
}

/** In whole months up to two years, then in years. */
function tellWait(since: string, { language, today }: NeedWords): string {
  const months = Temporal.PlainDate.from(since).until(today, { largestUnit: "months" }).months;
  if (months < 1) return message(language, "needMap.unmet.new");
  return months < 24
    ? message(language, "needMap.unmet.months", { count: months })
    : message(language, "needMap.unmet.years", { count: Math.floor(months / 12) });
}

interface UnusedOfferListsProps {
  found: UnusedOffers;
  /** fiscal year that they are told of */
  year: number;
  words: NeedWords;
}

/** What was offered for the year; then, apart, what names no year. Of both first those for which somebody waits. */
export function UnusedOfferLists({ found: { stated, unused, undated }, year, words }: UnusedOfferListsProps) {
  const { language } = words;
  const name = words.year(year);
  return (
    <>
      <p>
        {stated === 0
          ? message(language, "needMap.unused.noneStated", { year: name })
          : message(language, "needMap.unused.count", {
              year: name,
              stated,
              unused: unused.length,
              wanted: countWanted(unused),
            })}
      </p>
      <OfferFolds offers={unused} words={words} />
      {undated.length > 0 && (
        <section class="map-group" aria-labelledby="undated-offers">
          <h3 id="undated-offers">{message(language, "needMap.unused.undated", { count: undated.length })}</h3>
          <p>{message(language, "needMap.unused.undatedText", { year: name, wanted: countWanted(undated) })}</p>
          <OfferFolds offers={undated} words={words} />
        </section>
      )}
    </>
  );
}

function countWanted(offers: readonly UnusedOffer[]): number {
  return offers.filter(({ waiting }) => waiting > 0).length;
}

function OfferFolds({ offers, words }: { offers: readonly UnusedOffer[]; words: NeedWords }) {
  const { language } = words;
  const wanted = offers.filter(({ waiting }) => waiting > 0);
  const others = offers.filter(({ waiting }) => waiting === 0);
  return (
    <>
      {wanted.length > 0 && (
        <details class="map-fold" open={wanted.length <= 12}>
          <summary>{message(language, "needMap.unused.wanted", { count: wanted.length })}</summary>
          <OfferLines offers={wanted} words={words} />
        </details>
      )}
      {others.length > 0 && (
        <details class="map-fold">
          <summary>{message(language, "needMap.unused.others", { count: others.length })}</summary>
          <OfferLines offers={others} words={words} />
        </details>
      )}
    </>
  );
}

function OfferLines({ offers, words }: { offers: readonly UnusedOffer[]; words: NeedWords }) {
  const { language } = words;
  return (
    <ul class="map-offers-list">
      {offers.map(({ offer, waiting }) => (
        <li key={offer.id}>
          <a href={links.memberOffer(language, offer.id)}>
            <Words value={localize(offer.title, language)} />
          </a>
          <span class="record-facts">
            <span>{words.organisation(offer.organisation)}</span>
            {waiting > 0 && <span>{message(language, "needMap.unused.waiting", { count: waiting })}</span>}
            {offer.source && offer.capacities.length === 0 && (
              <span>
                {message(language, "needMap.unused.asOf", {
                  date: writeEdtf(words.books.document(offer.source.document).asOf, language),
                })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
