import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Reach } from "../letters.ts";
import type { MatchView } from "../service.ts";

interface ConsultFormProps {
  view: MatchView;
  reach: readonly Reach[];
  words: NeedWords;
}

/** Before anybody is asked: who will be written to and who cannot be, and what a side could not read in its language. */
export function ConsultForm({ view, reach, words }: ConsultFormProps) {
  const { language } = words;
  const { match, holds } = view;
  const count = reach.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <>
      <MissingWords view={view} reach={reach} words={words} />
      <ReachList reach={reach} words={words} />
      <form method="post" action={links.match(language, match.id)} class="match-form">
        <input type="hidden" name="intent" value="consult" />
        <input type="hidden" name="revision" value={match.revision} />
        <p>
          {count === 0
            ? message(language, "matching.broker.consultNobody")
            : message(language, "matching.broker.consultLead", { count })}
        </p>
        <button type="submit" disabled={holds.length > 0}>
          {message(language, "matching.broker.consult")}
        </button>
      </form>
    </>
  );
}

/** Organisation by organisation those with an account who may answer; who has nobody is answered for by the broker. */
export function ReachList({ reach, words }: { reach: readonly Reach[]; words: NeedWords }) {
  const { language } = words;
  return (
    <div class="match-reach">
      <h3>{message(language, "matching.broker.reach")}</h3>
      <dl class="definition-list">
        {reach.map(({ organisation, people }) => (
          <div key={organisation}>
            <dt>{words.organisation(organisation)}</dt>
            <dd>
              {people.length === 0
                ? message(language, "matching.broker.nobody")
                : words.list(
                    people.map((person) =>
                      message(language, "matching.broker.person", {
                        name: person.name,
                        language: message(language, `documents.languageName.${person.language}`),
                      }),
                    ),
                  )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What asking has really done: mails that were written, and organisations that nobody could be written to at. */
export function ConsultedCounts({
  told: { reach, mails },
  words,
}: {
  told: { reach: readonly Reach[]; mails: number };
  words: NeedWords;
}) {
  const { language } = words;
  const without = reach.filter(({ people }) => people.length === 0);
  return (
    <>
      <p>{message(language, "matching.done.mails", { count: mails })}</p>
      {without.length > 0 && (
        <p>
          {message(language, "matching.done.without", {
            organisations: words.list(without.map(({ organisation }) => words.organisation(organisation))),
          })}
        </p>
      )}
    </>
  );
}

/** A warning and no bar: a need may be urgent, and both sides may read the other's language. */
function MissingWords({ view: { match, need }, reach, words }: ConsultFormProps) {
  const { language } = words;
  const wanted = languages.filter((one) => reach.some((side) => side.languages.includes(one)));
  const missingIn = (text: Localized) => wanted.filter((one) => !text[one]);
  const ofNeed = missingIn(need.title);
  const ofWords = Object.keys(match.reasoning).length === 0 ? [] : missingIn(match.reasoning);
  if (ofNeed.length + ofWords.length === 0) return null;
  const name = (some: readonly Language[]) =>
    words.list(some.map((one) => message(language, `documents.languageName.${one}`)));
  return (
    <Notice tone="warning" title={message(language, "matching.broker.missing.title")}>
      <p>{message(language, "matching.broker.missing.lead")}</p>
      <ul>
        {ofNeed.length > 0 && (
          <li>
            {message(language, "matching.broker.missing.need", { languages: name(ofNeed) })}{" "}
            <a href={`${links.memberNeed(language, need.id)}#translate-title-${ofNeed[0]}`}>
              {message(language, "matching.broker.missing.addNeed")}
            </a>
          </li>
        )}
        {ofWords.length > 0 && (
          <li>
            {message(language, "matching.broker.missing.words", { languages: name(ofWords) })}{" "}
            <a href={`#explain-${ofWords[0]}`}>{message(language, "matching.broker.missing.addWords")}</a>
          </li>
        )}
      </ul>
    </Notice>
  );
}
