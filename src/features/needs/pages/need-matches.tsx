import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { Match } from "../../matching/match.ts";
import type { NeedWords } from "../words.ts";

/** Who might meet it, as far as the reader takes part. */
export function NeedMatches({ matches, words }: { matches: readonly Match[]; words: NeedWords }) {
  const { language } = words;
  if (matches.length === 0) return null;
  return (
    <Section id="matches" title={message(language, "needs.matches.title")}>
      <ul class="record-list">
        {matches.map(({ id, fiscalYear, state, offers }) => (
          <li key={id}>
            <a href={links.match(language, id)}>
              {words.list([...new Set(offers.map(({ organisation }) => organisation))].map(words.organisation))}
            </a>
            <p class="record-facts">
              <span>{message(language, `matching.states.${state}`)}</span>
              <span>{words.year(fiscalYear)}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
