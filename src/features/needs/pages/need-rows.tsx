import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkedWords, Words } from "../../../web/components/words.tsx";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import type { Need } from "../need.ts";
import { OnlyLanguage } from "../only-language.tsx";
import { type NeedWords, nameKinds } from "../words.ts";
import { StateMark } from "./need-marks.tsx";

interface NeedRowsProps {
  needs: readonly Need[];
  words: NeedWords;
  /** the page of one need, where there is one */
  hrefOf?: ((need: Need) => string) | undefined;
}

/** What is wanted, by whom, of whom, since when, and how far it has come. */
export function NeedRows({ needs, words, hrefOf }: NeedRowsProps) {
  const { language } = words;
  return (
    <ol class="need-rows">
      {needs.map((need) => (
        <li key={need.id} id={need.id}>
          <StateMark state={need.state} language={language} />
          <div class="need-row">
            <p class="need-row-title">
              <LinkedWords text={localize(need.title, language)} href={hrefOf?.(need)} />
              <OnlyLanguage text={need.title} language={language} />
            </p>
            {hrefOf === undefined && Object.keys(need.detail).length > 0 && (
              <p class="need-detail">
                <Words value={localize(need.detail, language)} />
              </p>
            )}
            <p class="record-facts">
              {describeFacts(need, words).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function describeFacts(need: Need, words: NeedWords): string[] {
  const { language } = words;
  const { organisation, addressedTo, learnt, fiscalYear, urgency } = need;
  return [
    addressedTo === null
      ? words.organisation(organisation)
      : message(language, "needs.fromTo", {
          from: words.organisation(organisation),
          to: words.organisation(addressedTo),
        }),
    words.list(nameKinds(need.kinds, words)),
    words.list(need.topics.map(words.topic)),
    ...(learnt === null
      ? []
      : [message(language, "needs.learntOn", { date: writeListedDate(learnt, language, "presumed") })]),
    ...(fiscalYear === null ? [] : [message(language, "needs.wantedFor", { year: words.year(fiscalYear) })]),
    ...(urgency === null
      ? []
      : [message(language, "needs.urgencyIs", { urgency: message(language, `need.urgencies.${urgency}`) })]),
  ].filter((fact) => fact !== "");
}
