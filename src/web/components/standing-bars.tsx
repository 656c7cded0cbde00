import { type LinkStanding, StandingGlyph } from "./results-chain.tsx";
import { type Wording, Words } from "./words.tsx";

export interface StandingBar {
  key: string;
  name: string;
  /** where what it counts is listed */
  href?: string | undefined;
  /** shares of the whole, in the order in which they are drawn */
  parts: { standing: LinkStanding; label: string; count: number; names: string }[];
  /** what is to be seen first: 「20件中13件」 */
  finding: Wording;
}

/** One bar a stage, all of the same length: how many have come how far. The numbers stand in it, the words in the legend and the list. */
export function StandingBars({ id, title, bars }: { id: string; title: Wording; bars: StandingBar[] }) {
  return (
    <figure class="standing-bars" aria-labelledby={id}>
      <figcaption id={id} class="visually-hidden">
        <Words value={title} />
      </figcaption>
      <ol>
        {bars.map((bar, index) => (
          <li key={bar.key}>
            <div class="standing-bar-head">
              <h3>{bar.href === undefined ? bar.name : <a href={bar.href}>{bar.name}</a>}</h3>
              <p>
                <Words value={bar.finding} />
              </p>
            </div>
            <Bar bar={bar} id={`${id}-${index}`} />
          </li>
        ))}
      </ol>
    </figure>
  );
}

const height = 44;

function Bar({ bar, id }: { bar: StandingBar; id: string }) {
  const total = bar.parts.reduce((sum, { count }) => sum + count, 0) || 1;
  const shown = bar.parts.filter(({ count }) => count > 0);
  const description = shown.map(({ label, count }) => `${label} ${count}`).join(", ");
  let before = 0;
  return (
    <>
      <svg class="standing-bar" width="100%" height={height} role="img" aria-labelledby={id}>
        <title id={id}>{`${bar.name}: ${description}`}</title>
        {shown.map(({ standing, count }) => {
          const [at, share] = [before / total, count / total];
          before += count;
          return (
            <svg key={standing} x={percent(at)} width={percent(share)} height={height} aria-hidden="true">
              <g class={`standing-part part-${standing}`}>
                <rect x="1" y="1" width="100%" height={height - 2} />
                <text x="50%" y="28" text-anchor="middle">
                  {count}
                </text>
              </g>
            </svg>
          );
        })}
      </svg>
      <ul class="standing-words">
        {shown.map(({ standing, label, count, names }) => (
          <li key={standing}>
            <span class={`standing-mark standing-${standing}`}>
              <StandingGlyph standing={standing} />
              {label} {count}
            </span>
            {names !== "" && <span class="standing-names">{names}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}
