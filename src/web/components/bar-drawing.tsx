import { BarPlot } from "./bar-plot.tsx";
import type { BarDrawingData } from "./bar-series.ts";

interface BarDrawingProps extends BarDrawingData {
  id: string;
  width: number;
  height: number;
  className: string;
}

/** A plot in a page, whose style sheet says how letters look. */
export function BarDrawing({ className, ...props }: BarDrawingProps) {
  const { id, width, height, title, description } = props;
  return (
    <svg
      class={`bar-drawing ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <BarPlot {...props} size={13} />
    </svg>
  );
}
