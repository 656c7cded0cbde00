import { LinkedWords, type TextLink } from "../components/words.tsx";
import { drawCoast } from "./coast.ts";
import { type PlacedLabel, placeLabels } from "./place-labels.ts";
import { fitProjection, type MapSize } from "./projection.ts";

export interface MapPoint {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  side: "home" | "partner";
  href: string;
}

export interface CityMapProps {
  /** unique in the page */
  id: string;
  title: string;
  description: string;
  points: MapPoint[];
  /** pairs of point ids; an id without a point is left out */
  lines: { from: string; to: string }[];
  homeLabel: string;
  partnerLabel: string;
  /** the same in words: each partnership with its page */
  listLabel: string;
  list: TextLink[];
}

const wide: MapSize = { width: 1120, height: 640 };
const narrow: MapSize = { width: 360, height: 300 };

/** A quiet map: the coast without borders or names, the cities alike in size, a line for each partnership. */
export function CityMap(props: CityMapProps) {
  return (
    <figure class="city-map" aria-labelledby={`${props.id}-caption`}>
      <Drawing {...props} id={`${props.id}-wide`} size={wide} fontSize={14} className="wide-only" />
      <Drawing {...props} id={`${props.id}-narrow`} size={narrow} fontSize={11} className="narrow-only" />
      <figcaption id={`${props.id}-caption`}>
        <span>{props.title}</span>
        <span class="map-key">
          <PointSymbol side="home" /> {props.homeLabel}
        </span>
        <span class="map-key">
          <PointSymbol side="partner" /> {props.partnerLabel}
        </span>
      </figcaption>
      <details>
        <summary>{props.listLabel}</summary>
        <ul class="map-list">
          {props.list.map((link) => (
            <li key={link.href}>
              <LinkedWords {...link} />
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}

interface PlacedPoint extends MapPoint {
  x: number;
  y: number;
}

interface DrawingProps extends CityMapProps {
  size: MapSize;
  fontSize: number;
  className: string;
}

function Drawing(props: DrawingProps) {
  const { id, size, fontSize, lines } = props;
  const points = placePoints(props.points, size);
  const byId = new Map(points.map((point) => [point.id, point]));
  const counts = countLines(lines);
  const placed = placeLabels(
    points.map(({ id, name, x, y }) => ({ id, text: name, x, y, weight: counts.get(id) ?? 0 })),
    size,
    fontSize,
  );
  const labels = new Map(placed.map((label) => [label.id, label]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing; "img" would hide its links
    <svg
      class={`map-drawing ${props.className}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{props.title}</title>
      <desc id={`${id}-d`}>{props.description}</desc>
      <path class="map-land" d={drawCoast(size)} />
      <path class="map-lines" d={lines.map((line) => drawLine(line, byId)).join("")} />
      {points.map((point) => (
        <Point key={point.id} point={point} label={labels.get(point.id)} fontSize={fontSize} />
      ))}
    </svg>
  );
}

function Point({ point, label, fontSize }: { point: PlacedPoint; label: PlacedLabel | undefined; fontSize: number }) {
  const { x, y, side, name, href } = point;
  return (
    <a href={href} class={`map-point side-${side}`} aria-label={name}>
      <title>{name}</title>
      <circle class="map-target" cx={x} cy={y} r="12" />
      {side === "home" ? (
        <circle class="map-dot" cx={x} cy={y} r="4" />
      ) : (
        <path class="map-dot" d={`M${x} ${round(y - 4.8)}l4.8 4.8-4.8 4.8-4.8-4.8z`} />
      )}
      {label && (
        <text x={round(label.x)} y={round(label.y)} text-anchor={label.anchor} font-size={fontSize}>
          {name}
        </text>
      )}
    </a>
  );
}

function PointSymbol({ side }: { side: "home" | "partner" }) {
  return (
    <svg class={`map-point side-${side}`} width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      {side === "home" ? (
        <circle class="map-dot" r="4" />
      ) : (
        <path class="map-dot" d="M0 -4.8l4.8 4.8-4.8 4.8-4.8-4.8z" />
      )}
    </svg>
  );
}

function placePoints(points: MapPoint[], size: MapSize): PlacedPoint[] {
  const projection = fitProjection(size);
  return points.flatMap((point) => {
    const place = projection([point.longitude, point.latitude]);
    return place ? [{ ...point, x: round(place[0]), y: round(place[1]) }] : [];
  });
}

/** A line bent to the north by an eighth of its length, as the air routes go. */
function drawLine({ from, to }: { from: string; to: string }, points: ReadonlyMap<string, PlacedPoint>): string {
  const start = points.get(from);
  const end = points.get(to);
  if (!start || !end) return "";
  const [left, right] = start.x <= end.x ? [start, end] : [end, start];
  const bendX = (left.x + right.x) / 2 + (right.y - left.y) / 8;
  const bendY = (left.y + right.y) / 2 - (right.x - left.x) / 8;
  return `M${left.x} ${left.y}Q${round(bendX)} ${round(bendY)} ${right.x} ${right.y}`;
}

function countLines(lines: CityMapProps["lines"]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of lines) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
