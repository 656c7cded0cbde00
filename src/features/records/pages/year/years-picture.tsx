import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { YearState } from "../../years.ts";

const parts = ["published", "unpublished", "waiting", "unfinished"] as const;
const length = 240;
const height = 14;
/** One record in a thousand must still be seen. */
const least = 4;

/** How far a year has come: a bar of what is public, approved, waiting and unfinished. Its words stand beside it. */
export function YearPicture({ year, language }: { year: YearState; language: Language }) {
  const total = parts.reduce((sum, part) => sum + year[part], 0);
  const present = parts.filter((part) => year[part] > 0);
  const free = length - least * present.length;
  let from = 0;
  return (
    <svg class="year-bar" viewBox={`0 0 ${length} ${height}`} width={length} height={height} role="img">
      <title>{describeYear(year, language)}</title>
      {total === 0 && <rect class="year-bar-empty" width={length} height={height} />}
      {present.map((part) => {
        const width = least + (free * year[part]) / total;
        const start = from;
        from += width;
        return <rect key={part} class={`year-bar-${part}`} x={start} width={width} height={height} />;
      })}
    </svg>
  );
}

/** 「公開済み 12件、未公開 3件…」: only what there is. */
export function describeYear(year: YearState, language: Language): string {
  const texts = parts
    .filter((part) => year[part] > 0)
    .map((part) => message(language, `year.count.${part}`, { count: year[part] }));
  return texts.length === 0 ? message(language, "year.count.none") : texts.join(message(language, "list.separator"));
}

/** The marks of the bar and what they stand for, once on a page. */
export function YearLegend({ language }: { language: Language }) {
  return (
    <ul class="year-legend">
      {parts.map((part) => (
        <li key={part}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <rect class={`year-bar-${part}`} width="14" height="14" />
          </svg>
          {message(language, `year.part.${part}`)}
        </li>
      ))}
    </ul>
  );
}

export function YearStateTag({ state, language }: { state: YearState["state"]; language: Language }) {
  return <span class={`tag year-${state}`}>{message(language, `year.state.${state}`)}</span>;
}
