import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { nameSource } from "../../sources/name-source.ts";
import type { DeskOfDay } from "../desk-work.ts";

/** How far the bulletin of the month is, as numbers and as a bar. */
export function DeskProgress({ progress, language }: { progress: DeskOfDay["progress"]; language: Language }) {
  const { month, found, kept, clippings, approved } = progress;
  const [before, after] = [shiftMonth(month, -1), shiftMonth(month, 1)];
  return (
    <section class="desk-card" aria-labelledby="desk-progress">
      <h2 id="desk-progress">{message(language, "desk.progress.title", { month: writeEdtf(month, language) })}</h2>
      <p class="quiet">{message(language, "desk.progress.scope", { month: writeEdtf(month, language) })}</p>
      <dl class="desk-counts">
        <Count
          term={message(language, "desk.progress.found")}
          value={found}
          href={links.desk(language, { state: "found", month })}
        />
        <Count
          term={message(language, "desk.progress.kept")}
          value={kept}
          href={links.desk(language, { state: "kept", month })}
        />
        <Count term={message(language, "desk.progress.clippings")} value={clippings} />
        <Count term={message(language, "desk.progress.approved")} value={approved} />
      </dl>
      <meter min={0} max={Math.max(1, kept)} value={approved} aria-label={message(language, "desk.progress.meter")}>
        {message(language, "desk.progress.of", { approved, kept })}
      </meter>
      <p class="desk-months">
        <a href={links.desk(language, { month: before })}>{`← ${writeEdtf(before, language)}`}</a>{" "}
        <a href={links.deskBulletin(language, month)}>{message(language, "desk.progress.bulletin")}</a>{" "}
        <a href={links.desk(language, { month: after })}>{`${writeEdtf(after, language)} →`}</a>
      </p>
      <form class="desk-month-form" method="get" action={links.desk(language)}>
        <label for="desk-progress-month">{message(language, "desk.progress.other")}</label>
        <input id="desk-progress-month" type="month" name="month" value={month} pattern="[0-9]{4}-[0-9]{2}" />
        <button type="submit" class="button-second">
          {message(language, "desk.progress.show")}
        </button>
      </form>
    </section>
  );
}

function Count({ term, value, href }: { term: string; value: number; href?: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{href === undefined ? value : <a href={href}>{value}</a>}</dd>
    </div>
  );
}

function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

interface NewsProps {
  fresh: DeskOfDay["fresh"];
  sources: ReadonlyMap<string, string>;
  language: Language;
}

/** Past these a sum is enough. */
const mostFresh = 5;

/** What came since yesterday, by source. */
export function DeskNews({ fresh, sources, language }: NewsProps) {
  const total = fresh.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="desk-card" aria-labelledby="desk-fresh">
      <h2 id="desk-fresh">{message(language, "desk.fresh.title")}</h2>
      <p>{message(language, "desk.fresh.total", { count: total })}</p>
      <ul>
        {fresh.slice(0, mostFresh).map(({ source, count }) => (
          <li key={source}>
            {source === null ? (
              message(language, "desk.fresh.byHand")
            ) : (
              <a href={links.desk(language, { source })}>{nameSource(language, source, sources)}</a>
            )}{" "}
            <span class="quiet">{message(language, "desk.fresh.count", { count })}</span>
          </li>
        ))}
      </ul>
      {fresh.length > mostFresh && (
        <p class="quiet">{message(language, "desk.fresh.more", { count: fresh.length - mostFresh })}</p>
      )}
    </section>
  );
}

interface TroubleProps {
  troubled: DeskOfDay["troubled"];
  sources: ReadonlyMap<string, string>;
  language: Language;
}

/** Past these the list of sources is the place to look. */
const mostTroubled = 5;

/** How many sources need somebody to look, and which the most. */
export function DeskTrouble({ troubled, sources, language }: TroubleProps) {
  return (
    <section class="desk-card" aria-labelledby="desk-trouble">
      <h2 id="desk-trouble">{message(language, "desk.trouble.title")}</h2>
      {troubled.length === 0 ? (
        <p>{message(language, "desk.trouble.none")}</p>
      ) : (
        <>
          <p>{message(language, "desk.trouble.total", { count: troubled.length })}</p>
          {troubled.length > mostTroubled && (
            <p class="quiet">{message(language, "desk.trouble.worst", { count: mostTroubled })}</p>
          )}
          <ul>
            {troubled.slice(0, mostTroubled).map(({ source, state }) => (
              <li key={source}>
                <a href={links.deskSource(language, source)}>{sources.get(source) ?? source}</a>{" "}
                <span class={`desk-trouble-${state}`}>{message(language, `desk.trouble.${state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={links.deskSources(language)}>{message(language, "desk.trouble.all")}</a>
      </p>
    </section>
  );
}
