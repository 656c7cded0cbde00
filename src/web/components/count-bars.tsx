import { LinkedWords, type Wording, Words } from "./words.tsx";

export interface CountBar {
  key: string;
  name: Wording;
  href?: string | undefined;
  count: number;
  /** the count with its unit */
  text: string;
}

/** How many of each: names, bars of comparable length, and the numbers themselves. */
export function CountBars({ id, title, bars }: { id: string; title: Wording; bars: CountBar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <figure class="count-bars" aria-labelledby={id}>
      <figcaption id={id}>
        <Words value={title} />
      </figcaption>
      <ul>
        {bars.map(({ key, name, href, count, text }) => (
          <li key={key}>
            <span class="count-name">
              <LinkedWords text={name} href={href} />
            </span>
            <span class="count-drawing">
              <svg width="100%" height="18" aria-hidden="true">
                <rect x="0" y="2" height="14" width={`${Math.round((count / most) * 1000) / 10}%`} />
              </svg>
            </span>
            <span class="count-text">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
