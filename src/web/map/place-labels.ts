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
  const measured = points.map((point) => ({ ...point, width: estimateWidth(point.text, fontSize) }));
  const attempts = [
    measured.toSorted((a, b) => b.weight - a.weight),
    measured.toSorted((a, b) => a.x - b.x),
    measured.toSorted((a, b) => b.x - a.x),
    measured.toSorted((a, b) => a.y - b.y),
    measured.toSorted((a, b) => b.y - a.y),
  ].map((ordered) => placeInOrder(ordered, size, fontSize));
  return attempts.reduce((best, attempt) => (sum(attempt) > sum(best) ? attempt : best));
}

function placeInOrder(points: (LabelledPoint & { width: number })[], size: MapSize, fontSize: number): PlacedLabel[] {
  const taken = new TakenBoxes();
  for (const { x, y } of points) taken.add({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 });
  return points.flatMap((point) => {
    const { width } = point;
    const free = listPositions(point, fontSize).find((position) => {
      const box = measureBox(position, width, fontSize);
      return isInside(box, size) && !taken.overlap(box);
    });
    if (!free) return [];
    taken.add(measureBox(free, width, fontSize));
    return [free];
  });
}

/** Boxes by the squares of the map that they touch: with hundreds of cities, only the neighbours need be looked at. */
class TakenBoxes {
  readonly #squares = new Map<number, Box[]>();

  add(box: Box): void {
    for (const square of listSquares(box)) {
      const boxes = this.#squares.get(square);
      if (boxes) boxes.push(box);
      else this.#squares.set(square, [box]);
    }
  }

  overlap(box: Box): boolean {
    return listSquares(box).some((square) => this.#squares.get(square)?.some((other) => overlaps(box, other)));
  }
}

const squareSize = 32;

function listSquares({ left, top, right, bottom }: Box): number[] {
  const squares: number[] = [];
  for (let row = Math.floor(top / squareSize); row <= bottom / squareSize; row += 1)
    for (let column = Math.floor(left / squareSize); column <= right / squareSize; column += 1)
      squares.push(row * 10_000 + column);
  return squares;
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
