import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { type Need, needStates } from "../need.ts";
import { OnlyLanguage } from "../only-language.tsx";
import type { NeedWords } from "../words.ts";
import { StateLegend, StateShape } from "./need-marks.tsx";

interface NeedBoardProps {
  needs: readonly Need[];
  words: NeedWords;
  hrefOf(need: Need): string;
  cityHref(organisation: string): string;
}

interface City {
  id: string;
  name: string;
  needs: Need[];
}

/** Who wants what: cities down, topics across, a mark a need. On a phone one city after the other, with the needs in words. */
export function NeedBoard({ needs, words, hrefOf, cityHref }: NeedBoardProps) {
  const { language, books } = words;
  const cities = listCities(needs, words);
  const topics = books.topics.filter(({ id }) => needs.some((need) => need.topics.includes(id))).map(({ id }) => id);
  const states = needStates.filter((state) => needs.some((need) => need.state === state));
  return (
    <div class="need-board">
      <StateLegend states={states} language={language} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard */}
      <section class="table-scroll wide-only" aria-labelledby="need-board-caption" tabIndex={0}>
        <table class="matrix need-matrix">
          <caption id="need-board-caption">{message(language, "needs.board.caption")}</caption>
          <thead>
            <tr>
              <td class="matrix-corner">
                <span class="matrix-columns-label">{message(language, "needs.field.topic")}</span>
                <span class="matrix-rows-label">{message(language, "needs.board.city")}</span>
              </td>
              {topics.map((id) => (
                <th key={id} scope="col">
                  {words.topic(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cities.map((city) => (
              <tr key={city.id}>
                <th scope="row">
                  <a href={cityHref(city.id)}>{city.name}</a>
                </th>
                {topics.map((topic) => (
                  <td key={topic}>
                    {city.needs
                      .filter((need) => need.topics.includes(topic))
                      .map((need) => (
                        <NeedLink key={need.id} need={need} words={words} href={hrefOf(need)} />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div class="narrow-only need-cities">
        {cities.map((city) => (
          <section key={city.id} aria-labelledby={`city-${city.id}`}>
            <h3 id={`city-${city.id}`}>
              <a href={cityHref(city.id)}>{city.name}</a>
            </h3>
            <ul>
              {city.needs.map((need) => (
                <li key={need.id}>
                  <StateShape state={need.state} />
                  <span>
                    <a href={hrefOf(need)}>
                      <Words value={localize(need.title, language)} />
                    </a>
                    <OnlyLanguage text={need.title} language={language} />
                    <span class="record-facts">{words.list(need.topics.map(words.topic))}</span>
                  </span>
                  <span class="visually-hidden">{message(language, `need.states.${need.state}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function NeedLink({ need, words: { language }, href }: { need: Need; words: NeedWords; href: string }) {
  const title = localize(need.title, language);
  const state = message(language, `need.states.${need.state}`);
  return (
    <a href={href} title={`${title.text}（${state}）`} class="need-mark">
      <StateShape state={need.state} />
      <span class="visually-hidden">
        <Words value={title} /> {state}
      </span>
    </a>
  );
}

/** By the government that it belongs to; who wants most stands first. */
function listCities(needs: readonly Need[], { directory, organisation }: NeedWords): City[] {
  const byCity = Map.groupBy(needs, (need) => directory.find(need.organisation)?.government ?? need.organisation);
  return [...byCity]
    .map(([id, own]) => ({ id, name: organisation(id), needs: own }))
    .toSorted((a, b) => b.needs.length - a.needs.length);
}
