import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Concern } from "../concern.ts";
import { type ConcernWords, nameOrganisation, sayWhen, shorten } from "../words.ts";
import { ConcernMark, listMarks } from "./concern-mark.tsx";

/** Lines that lead to each concern's page. */
export function ConcernList({ concerns, words }: { concerns: readonly Concern[]; words: ConcernWords }) {
  const { language } = words;
  return (
    <ul class="concern-list">
      {concerns.map((concern) => (
        <li key={concern.id}>
          <p class="concern-list-facts">
            <span>{message(language, `concern.theme.${concern.theme}`)}</span>
            <span>{sayWhen(concern.raised, language)}</span>
            {concern.organisation !== null && <span>{nameOrganisation(concern.organisation, words)}</span>}
            {concern.visibility === "members" && <span>{message(language, "concern.members.onlyMembers")}</span>}
          </p>
          <p>
            <a href={links.memberConcern(language, concern.id)}>
              <Words value={shorten(localize(concern.text, language))} />
            </a>
          </p>
          <p class="concern-list-facts">
            {concern.state === "withdrawn" ? (
              <span>{message(language, "concern.state.withdrawn")}</span>
            ) : (
              listMarks(concern).map((mark) => <ConcernMark key={mark} name={mark} language={language} />)
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
