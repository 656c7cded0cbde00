import type { MapSize } from "./projection.ts";

export interface LabelledPoint {
  id: string;
  text: string;
  x: number;
  y: number;
  /** the points with more links are named first */
  weight: number;
}

export interface PlacedLabel {
  id: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Puts names beside their points; a name that would touch another name or a point is left out.
 * Greedy in five orders, of which the one that shows most wins.
 */
export function placeLabels(points: LabelledPoint[], size: MapSize, fontSize: number): PlacedLabel[] {
  const weights = new Map(points.map(({ id, weight }) => [id, 1 + weight]));
  const sum = (labels: PlacedLabel[]) => labels.reduce((total, { id }) => total + (weights.get(id) ?? 0), 0);
  const attempts = [
    points.toSorted((a, b) => b.weight - a.weight),
    points.toSorted((a, b) => a.x - b.x),
    points.toSorted((a, b) => b.x - a.x),
    points.toSorted((a, b) => a.y - b.y),
    points.toSorted((a, b) => b.y - a.y),
  ].map((ordered) => placeInOrder(ordered, size, fontSize));
  return attempts.reduce((best, attempt) => (sum(attempt) > sum(best) ? attempt : best));
}

function placeInOrder(points: LabelledPoint[], size: MapSize, fontSize: number): PlacedLabel[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  return points.flatMap((point) => {
    const width = estimateWidth(point.text, fontSize);
    const free = listPositions(point, fontSize).find((position) => {
      const box = measureBox(position, width, fontSize);
      return isInside(box, size) && !taken.some((other) => overlaps(box, other));
    });
    if (!free) return [];
    taken.push(measureBox(free, width, fontSize));
    return [free];
  });
}

function measureBox({ x, y, anchor }: PlacedLabel, width: number, fontSize: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - fontSize * 0.85, bottom: y + fontSize * 0.2 };
}

function isInside(box: Box, { width, height }: MapSize): boolean {
  return box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
}

/** Beside first, then above and below, then the corners. */
function listPositions({ id, x, y }: LabelledPoint, fontSize: number): PlacedLabel[] {
  const middle = y + fontSize * 0.35;
  const [above, below] = [y - 8, y + fontSize + 6];
  return [
    { id, x: x + 8, y: middle, anchor: "start" },
    { id, x: x - 8, y: middle, anchor: "end" },
    { id, x, y: above, anchor: "middle" },
    { id, x, y: below, anchor: "middle" },
    { id, x: x + 5, y: above + 2, anchor: "start" },
    { id, x: x + 5, y: below - 2, anchor: "start" },
    { id, x: x - 5, y: above + 2, anchor: "end" },
    { id, x: x - 5, y: below - 2, anchor: "end" },
  ];
}

/** Full-width characters take one em, others a little over half of one. */
function estimateWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += /[⺀-鿿가-힯豈-﫿＀-｠]/u.test(character) ? 1 : 0.58;
  return ems * fontSize;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
