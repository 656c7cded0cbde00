import type { ComponentChildren } from "preact";
import { BarDrawing } from "./bar-drawing.tsx";
import { seriesLook } from "./bar-looks.tsx";
import { type BarChartProps, sumAt, writeValue } from "./bar-series.ts";

/** Bars by year, drawn on the server; every series has its own hatching, every number stands in the table below. */
export function BarChart({ children, ...props }: BarChartProps & { children?: ComponentChildren }) {
  const titleId = `${props.id}-title`;
  return (
    <figure class="bar-chart" aria-labelledby={titleId}>
      <figcaption id={titleId}>
        {props.title}
        {props.unit !== "" && <span class="unit">{props.unit}</span>}
      </figcaption>
      {props.series.length > 1 && <Legend {...props} />}
      {/* Two drawings, so that letters keep their size on a phone. */}
      <BarDrawing {...props} id={`${props.id}-wide`} width={960} height={320} className="wide-only" />
      <BarDrawing {...props} id={`${props.id}-narrow`} width={360} height={280} className="narrow-only" />
      {props.notes && props.notes.length > 0 && (
        <ul class="chart-notes">
          {props.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {children}
      <details>
        <summary>{props.tableLabel}</summary>
        <ChartTable {...props} />
      </details>
    </figure>
  );
}

function Legend({ id, series }: BarChartProps) {
  return (
    <ul class="chart-legend">
      {series.map(({ key, label }, index) => {
        const look = seriesLook(index, `${id}-legend`);
        return (
          <li key={key}>
            <svg width="20" height="14" aria-hidden="true">
              <defs>{look.pattern}</defs>
              <rect x="0.5" y="0.5" width="19" height="13" fill={look.fill} stroke={look.stroke} />
            </svg>
            {label}
          </li>
        );
      })}
    </ul>
  );
}

function ChartTable(props: BarChartProps) {
  const { categories, marks, categoryLabel, series, mode, totalLabel, unknownLabel, formatNumber } = props;
  const totals = mode === "stacked" && series.length > 1;
  return (
    <div class="table-scroll">
      <table class="data-table">
        <caption class="visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{categoryLabel}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col" class="align-end">
                {label}
              </th>
            ))}
            {totals && (
              <th scope="col" class="align-end">
                {totalLabel}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">
                {category}
                {marks?.[index]}
              </th>
              {series.map((one) => (
                <td key={one.key} class="align-end">
                  {one.values[index] == null ? unknownLabel : writeValue(one, index, formatNumber)}
                </td>
              ))}
              {totals && <td class="align-end">{formatNumber(sumAt(series, index))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
