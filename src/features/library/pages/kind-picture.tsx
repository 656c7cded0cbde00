import type { ReportKindId } from "../../reports/report-kind.ts";

/** A part of a small sheet of paper: x, y, width, height on a sheet of 60 by 84, or of 84 by 60 where it lies. */
type Shape = ["bar" | "line" | "shade" | "picture" | "seal" | "grid", number, number, number, number];

const pictures: Record<ReportKindId, { lies?: boolean; shapes: readonly Shape[] }> = {
  "interim-report": {
    shapes: [
      ["bar", 12, 10, 36, 5],
      ["line", 18, 18, 24, 2],
      ["grid", 8, 28, 44, 20],
      ["line", 8, 54, 44, 2],
      ["line", 8, 59, 40, 2],
      ["picture", 8, 66, 20, 12],
      ["picture", 32, 66, 20, 12],
    ],
  },
  "yearly-report": {
    shapes: [
      ["shade", 0, 0, 60, 22],
      ["bar", 12, 8, 36, 5],
      ["line", 8, 30, 44, 2],
      ["line", 8, 35, 44, 2],
      ["line", 8, 40, 32, 2],
      ["grid", 8, 48, 44, 28],
    ],
  },
  overview: {
    lies: true,
    shapes: [
      ["bar", 8, 7, 44, 5],
      ["shade", 8, 18, 20, 14],
      ["shade", 32, 18, 20, 14],
      ["shade", 56, 18, 20, 14],
      ["line", 8, 38, 68, 2],
      ["line", 8, 43, 68, 2],
      ["line", 8, 48, 50, 2],
    ],
  },
  "midterm-evaluation": {
    shapes: [
      ["bar", 8, 10, 40, 5],
      ["shade", 8, 22, 4, 4],
      ["line", 16, 23, 36, 2],
      ["shade", 8, 32, 4, 4],
      ["line", 16, 33, 36, 2],
      ["shade", 8, 42, 4, 4],
      ["line", 16, 43, 30, 2],
      ["grid", 8, 54, 44, 20],
    ],
  },
  evaluation: {
    shapes: [
      ["bar", 12, 8, 36, 5],
      ["grid", 8, 18, 44, 24],
      ["shade", 8, 62, 6, 14],
      ["shade", 17, 57, 6, 19],
      ["shade", 26, 52, 6, 24],
      ["seal", 42, 60, 12, 12],
    ],
  },
  "partnership-record": {
    shapes: [
      ["shade", 8, 8, 20, 10],
      ["shade", 32, 8, 20, 10],
      ["line", 28, 12, 4, 2],
      ["line", 14, 26, 38, 2],
      ["line", 14, 34, 38, 2],
      ["line", 14, 42, 38, 2],
      ["bar", 8, 25, 3, 40],
      ["line", 14, 50, 30, 2],
      ["line", 14, 58, 34, 2],
    ],
  },
  "activity-report": {
    shapes: [
      ["bar", 8, 8, 38, 5],
      ["line", 8, 18, 44, 2],
      ["line", 8, 23, 30, 2],
      ["picture", 8, 30, 44, 28],
      ["line", 8, 64, 44, 2],
      ["line", 8, 69, 44, 2],
      ["line", 8, 74, 26, 2],
    ],
  },
  "invitation-letter": {
    shapes: [
      ["line", 34, 8, 18, 2],
      ["line", 8, 16, 22, 2],
      ["bar", 16, 26, 28, 4],
      ["line", 8, 38, 44, 2],
      ["line", 8, 43, 44, 2],
      ["line", 8, 48, 44, 2],
      ["line", 8, 53, 28, 2],
      ["line", 30, 66, 14, 2],
      ["seal", 46, 62, 8, 8],
    ],
  },
  "cover-letter": {
    shapes: [
      ["line", 36, 8, 16, 2],
      ["line", 8, 16, 20, 2],
      ["line", 32, 24, 20, 2],
      ["bar", 14, 34, 32, 4],
      ["line", 8, 46, 44, 2],
      ["line", 8, 51, 36, 2],
      ["line", 14, 62, 24, 2],
      ["line", 14, 68, 24, 2],
    ],
  },
};

/** What such a document looks like from afar; its name stands beside it. */
export function KindPicture({ kind }: { kind: ReportKindId }) {
  const { lies = false, shapes } = pictures[kind];
  const [width, height] = lies ? [84, 60] : [60, 84];
  return (
    <svg
      class="kind-picture"
      viewBox={`0 0 ${width + 4} ${height + 4}`}
      width={width + 4}
      height={height + 4}
      aria-hidden="true"
      focusable="false"
    >
      <rect class="kind-picture-sheet" x="1" y="1" width={width} height={height} rx="1" />
      {shapes.map(([look, x, y, w, h], index) => (
        <PictureShape key={index} look={look} x={x + 1} y={y + 1} width={w} height={h} />
      ))}
    </svg>
  );
}

interface ShapeProps {
  look: Shape[0];
  x: number;
  y: number;
  width: number;
  height: number;
}

function PictureShape({ look, x, y, width, height }: ShapeProps) {
  if (look === "seal")
    return <circle class="kind-picture-seal" cx={x + width / 2} cy={y + height / 2} r={width / 2 - 0.5} />;
  if (look === "picture") {
    const hills = `M${x} ${y + height} l${width * 0.35} ${-height * 0.6} l${width * 0.25} ${height * 0.35} l${width * 0.15} ${-height * 0.2} l${width * 0.25} ${height * 0.45} z`;
    return (
      <g>
        <rect class="kind-picture-shade" x={x} y={y} width={width} height={height} />
        <path class="kind-picture-hills" d={hills} />
      </g>
    );
  }
  if (look === "grid") {
    const rows = Math.max(2, Math.round(height / 5));
    const lines = Array.from({ length: rows - 1 }, (_, index) => y + ((index + 1) * height) / rows);
    return (
      <g class="kind-picture-grid">
        <rect class="kind-picture-shade" x={x} y={y} width={width} height={height / rows} />
        <rect x={x} y={y} width={width} height={height} />
        {lines.map((line) => (
          <line key={line} x1={x} y1={line} x2={x + width} y2={line} />
        ))}
        <line x1={x + width * 0.2} y1={y} x2={x + width * 0.2} y2={y + height} />
        <line x1={x + width * 0.7} y1={y} x2={x + width * 0.7} y2={y + height} />
      </g>
    );
  }
  return <rect class={`kind-picture-${look}`} x={x} y={y} width={width} height={height} />;
}
