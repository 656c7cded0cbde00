import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { sayTitle } from "../../work/say.ts";
import type { WaitingTexts } from "../../work/work.ts";

/** How many of each are named; all stand on the page of one's work. */
export const mostWaiting = 3;

interface DeskWaitingProps {
  waiting: WaitingTexts;
  language: Language;
}

/** What waits for this reader as the second person: clippings to approve, translations to review. */
export function DeskWaiting({ waiting: { clippings, translations }, language }: DeskWaitingProps) {
  return (
    <section class="desk-card" aria-labelledby="desk-waiting">
      <h2 id="desk-waiting">{message(language, "desk.waiting.title")}</h2>
      {clippings.total + translations.total === 0 && <p>{message(language, "desk.waiting.none")}</p>}
      {clippings.total > 0 && (
        <>
          <p>{message(language, "desk.waiting.clippings", { count: clippings.total })}</p>
          <ul>
            {clippings.items.map(({ item, title }) => (
              <li key={item}>
                <a href={links.clipping(language, item)}>
                  <Words value={sayTitle(title, language)} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {translations.total > 0 && (
        <>
          <p>{message(language, "desk.waiting.translations", { count: translations.total })}</p>
          <ul>
            {translations.items.map(({ id, title }) => (
              <li key={id}>
                <a href={links.translation(language, id, { view: "review" })}>
                  <Words value={sayTitle(title, language)} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {(clippings.total > clippings.items.length || translations.total > translations.items.length) && (
        <p>
          <a href={links.members(language)}>{message(language, "desk.waiting.all")}</a>
        </p>
      )}
    </section>
  );
}
