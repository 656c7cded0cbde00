import { choiceMessage, message } from "../../../messages/message.ts";
import { KindMark, SeverityTag } from "../../../web/components/badges.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { exactDay } from "../exact-day.ts";
import type { ItemSummary } from "../item-row.ts";
import { linkToPolicy } from "../link-to-policy.ts";
import { nameTopics, type PolicyWords, titlesOf, writePublished } from "../policy-words.ts";
import { BodyNames } from "./body-names.tsx";
import { ImportanceMark } from "./importance-mark.tsx";

/** Policies as the public reads them: date, title over its original, who issued it, number, subjects. */
export function PolicyRows({ items, words }: { items: readonly ItemSummary[]; words: PolicyWords }) {
  return (
    <ol class="policy-rows">
      {items.map((item) => (
        <li key={item.id}>
          <p class="policy-date">
            <time dateTime={exactDay(item.published)}>{writePublished(item, words.language)}</time>
          </p>
          <PolicyEntry item={item} words={words} />
        </li>
      ))}
    </ol>
  );
}

function PolicyEntry({ item, words }: { item: ItemSummary; words: PolicyWords }) {
  const { language } = words;
  const { title, original } = titlesOf(item, language);
  const topics = nameTopics(item, words);
  return (
    <div class="policy-entry">
      <p class="policy-entry-title">
        <a href={linkToPolicy(item, language)}>
          <Words value={title} />
        </a>
      </p>
      {original && (
        <p class="policy-original">
          <Words value={original} />
        </p>
      )}
      <p class="policy-facts">
        <ImportanceMark importance={item.importance ?? item.importanceProposed} language={language} />
        {item.kind !== null && <KindMark label={choiceMessage(language, "policy.kind", item.kind)} />}
        <BodyNames item={item} words={words} />
        {item.documentNumber !== null && (
          <span>
            <Words value={{ text: item.documentNumber, language: item.language }} />
          </span>
        )}
        {item.reference?.checked === "memory" && (
          <SeverityTag severity="warning" label={message(language, "policy.unchecked")} />
        )}
      </p>
      {topics.length > 0 && (
        <ul class="policy-topics">
          {topics.map(({ id, text }) => (
            <li key={id}>
              <a href={links.policies(language, { topic: id })}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
