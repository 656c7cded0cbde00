import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Need } from "../../needs/need.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { type NeedWords, nameKinds } from "../../needs/words.ts";

/** Needs that companies may answer, each with the way to a new case. */
export function OpenNeeds({ needs, words }: { needs: readonly Need[]; words: NeedWords }) {
  const { language } = words;
  if (needs.length === 0) return <p>{message(language, "company.needs.none")}</p>;
  return (
    <ul class="case-needs">
      {needs.map((need) => (
        <li key={need.id}>
          <div>
            <a href={links.memberNeed(language, need.id)}>
              <Words value={localize(need.title, language)} />
            </a>
            <OnlyLanguage text={need.title} language={language} />
            <span class="record-facts">
              <span>{words.organisation(need.organisation)}</span>
              <span>{words.list(need.topics.map(words.topic))}</span>
              <span>{words.list(nameKinds(need.kinds, words))}</span>
            </span>
          </div>
          <a class="case-needs-start" href={links.newCompanyCase(language, { need: need.id })}>
            {message(language, "company.needs.start")}
          </a>
        </li>
      ))}
    </ul>
  );
}
