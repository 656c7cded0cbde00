import { choiceMessage, message } from "../../../messages/message.ts";
import { KindMark } from "../../../web/components/badges.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { nameSource } from "../../sources/name-source.ts";
import { exactDay } from "../exact-day.ts";
import { type ItemSummary, idsInForce } from "../item-row.ts";
import { nameTopics, type PolicyWords, titlesOf, writePublished } from "../policy-words.ts";
import { BodyNames } from "./body-names.tsx";
import type { DeskTab } from "./desk-query.ts";
import { ImportanceMark } from "./importance-mark.tsx";
import { ImportanceReasons } from "./reasons.tsx";

interface DeskRowsProps {
  items: readonly ItemSummary[];
  sources: ReadonlyMap<string, string>;
  words: PolicyWords;
  /** where ticked items are decided on; null for those who only look */
  action: string | null;
  tab: DeskTab;
}

export function DeskRows({ action, ...rows }: DeskRowsProps) {
  if (action === null) return <Rows {...rows} ticks={false} />;
  const { language } = rows.words;
  return (
    <form method="post" action={action} class="desk-bulk">
      <Rows {...rows} ticks />
      <fieldset class="desk-bulk-actions">
        <legend>{message(language, "desk.bulk.legend")}</legend>
        {rows.tab !== "kept" && (
          <button type="submit" name="intent" value="keep">
            {message(language, "desk.bulk.keep")}
          </button>
        )}
        {rows.tab !== "dropped" && (
          <button type="submit" name="intent" value="drop" class="button-second">
            {message(language, "desk.bulk.drop")}
          </button>
        )}
        {rows.tab !== "found" && rows.tab !== "reposts" && (
          <button type="submit" name="intent" value="look-again" class="button-second">
            {message(language, "desk.bulk.lookAgain")}
          </button>
        )}
      </fieldset>
    </form>
  );
}

function Rows({ items, sources, words, ticks }: Omit<DeskRowsProps, "action"> & { ticks: boolean }) {
  return (
    <ol class={ticks ? "desk-rows with-ticks" : "desk-rows"}>
      {items.map((item) => (
        <li key={item.id}>
          {ticks && (
            <p class="desk-tick">
              <input
                type="checkbox"
                name="item"
                value={item.id}
                aria-label={message(words.language, "desk.bulk.tick", {
                  title: titlesOf(item, words.language).title.text,
                })}
              />
            </p>
          )}
          <Row
            item={item}
            source={item.source === null ? null : nameSource(words.language, item.source, sources)}
            words={words}
          />
        </li>
      ))}
    </ol>
  );
}

function Row({ item, source, words }: { item: ItemSummary; source: string | null; words: PolicyWords }) {
  const { language } = words;
  const { title, original } = titlesOf(item, language);
  const regions = idsInForce(item.regions);
  return (
    <div class="policy-entry">
      <p class="policy-entry-title">
        <a href={links.deskItem(language, item.id)}>
          <Words value={title} />
        </a>
      </p>
      {original && (
        <p class="policy-original">
          <Words value={original} />
        </p>
      )}
      <p class="policy-facts">
        <time dateTime={exactDay(item.published)}>{writePublished(item, language)}</time>
        {item.kind !== null && <KindMark label={choiceMessage(language, "policy.kind", item.kind)} />}
        <BodyNames item={item} words={words} />
        {item.documentNumber !== null && <Words value={{ text: item.documentNumber, language: item.language }} />}
        <span>{source ?? message(language, `desk.origin.${item.origin}`)}</span>
        {regions.length > 0 && (
          <span>{regions.map((id) => words.region(id)).join(message(language, "list.slash"))}</span>
        )}
      </p>
      <div class="desk-importance">
        <ImportanceMark importance={item.importance ?? item.importanceProposed} language={language} />
        <span class="quiet">{message(language, item.importance === null ? "desk.proposed" : "desk.decided")}</span>
        {item.importance === null && item.importanceReasons.length > 0 && (
          <details class="desk-why">
            <summary>{message(language, "desk.whyImportance")}</summary>
            <ImportanceReasons reasons={item.importanceReasons} words={words} />
          </details>
        )}
      </div>
      <p class="quiet">
        {nameTopics(item, words)
          .map(({ text }) => text)
          .join(message(language, "list.slash"))}
      </p>
    </div>
  );
}
