import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { describeProblem } from "../describe-problem.ts";
import type { SourceCheck } from "../store-looks.ts";
import type { SourcePage } from "../store-pages.ts";

const isNumber = (name: string) => name === "listed" || name === "fresh" || name === "took";

/** Every look with what it brought, newest first; a card a look on a phone. */
export function LookHistory({ checks, language }: { checks: readonly SourceCheck[]; language: Language }) {
  if (checks.length === 0) return <p>{message(language, "sources.one.noHistory")}</p>;
  const say = (name: "at" | "outcome" | "listed" | "fresh" | "took" | "note") =>
    message(language, `sources.one.${name}`);
  return (
    <table class="source-history">
      <thead>
        <tr>
          {(["at", "outcome", "listed", "fresh", "took", "note"] as const).map((name) => (
            <th key={name} scope="col" class={isNumber(name) ? "number" : undefined}>
              {say(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {checks.map(({ id, at, outcome, listed, fresh, milliseconds, problem, snapshot }) => (
          <tr key={id}>
            <th scope="row">{formatMoment(language, at)}</th>
            <td data-label={say("outcome")}>
              <span class={`look-outcome look-outcome-${outcome}`}>
                {message(language, `sources.outcome.${outcome}`)}
              </span>
            </td>
            <td data-label={say("listed")} class="number">
              {listed}
            </td>
            <td data-label={say("fresh")} class="number">
              {fresh}
            </td>
            <td data-label={say("took")} class="number">
              {message(language, "sources.one.seconds", { seconds: (milliseconds / 1_000).toFixed(1) })}
            </td>
            <td data-label={say("note")}>
              {problem && describeProblem(language, problem)}{" "}
              {snapshot !== null && (
                <a href={links.deskSnapshot(language, snapshot)}>{message(language, "sources.snapshot.title")}</a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Articles that the source led to, the newest first. */
export function FoundPages(props: { pages: readonly SourcePage[]; of: Language; language: Language }) {
  const { pages, of, language } = props;
  if (pages.length === 0) return <p>{message(language, "sources.one.noFound")}</p>;
  return (
    <ul class="source-pages">
      {pages.map(({ url, title, published, foundAt, state, item, problem }) => (
        <li key={url}>
          <span class="snapshot-day">
            {published === null ? formatMoment(language, foundAt, "day") : writeEdtf(published, language)}
          </span>
          <span>
            <span lang={languageTags[of]}>
              {item === null ? (title ?? url) : <a href={links.deskItem(language, item)}>{title ?? url}</a>}
            </span>
            <span class="source-address">{url}</span>
            {problem && <span class="hint">{describeProblem(language, problem)}</span>}
          </span>
          <span class={`page-state page-state-${state}`}>{message(language, `sources.pageState.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
