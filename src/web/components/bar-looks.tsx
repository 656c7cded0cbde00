import type { VNode } from "preact";

export interface SeriesLook {
  fill: string;
  stroke: string;
  pattern: VNode | null;
}

const inks = ["#00234b", "#0055ad", "#006173", "#8b3200", "#4d4d4d", "#00234b"];

/** Solid, hatched, light, dotted, cross-hatched, white, ruled across, ruled along, checked: told apart on a grey printer. */
export function seriesLook(index: number, id: string): SeriesLook {
  const stroke = inks[index % inks.length] ?? "#00234b";
  const name = `${id}-p${index}`;
  const marks: (VNode | null)[] = [
    null,
    <path key="hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke={stroke} stroke-width="1.6" />,
    <rect key="light" width="8" height="8" fill={stroke} opacity=".22" />,
    <path key="dots" d="M1 1h2v2h-2zM5 5h2v2h-2z" fill={stroke} />,
    <path key="cross" d="M0 0L8 8M8 0L0 8" stroke={stroke} stroke-width="1" />,
    <rect key="plain" width="8" height="8" fill="#fff" />,
    <path key="across" d="M0 2H8M0 6H8" stroke={stroke} stroke-width="1.4" />,
    <path key="along" d="M2 0V8M6 0V8" stroke={stroke} stroke-width="1.4" />,
    <path key="checks" d="M0 0h4v4h-4zM4 4h4v4h-4z" fill={stroke} />,
  ];
  const mark = marks[index % marks.length] ?? null;
  if (mark === null) return { fill: stroke, stroke, pattern: null };
  const pattern = (
    <pattern key={name} id={name} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill="#fff" />
      {mark}
    </pattern>
  );
  return { fill: `url(#${name})`, stroke, pattern };
}
