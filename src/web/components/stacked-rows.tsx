import type { ComponentChildren } from "preact";
import { seriesLook } from "./bar-looks.tsx";

export interface StackedRowsProps {
  /** unique in the page */
  id: string;
  title: string;
  unit: string;
  /** what each part of a bar stands for */
  series: { key: string; label: string }[];
  /** `total` where one thing may stand in several parts, so that these add up to more than there is */
  rows: { key: string; label: string; href?: string | undefined; values: number[]; total?: number }[];
  rowLabel: string;
  totalLabel: string;
  /** 「データを表で見る」 */
  tableLabel: string;
  /** looks in the order of the series; by default those of all charts */
  looks?: readonly string[] | undefined;
}

/** Bars that lie, so that long names stand beside them and a phone needs no second drawing; every number stands in the table below. */
export function StackedRows(props: StackedRowsProps) {
  const { id, title, unit, series, rows } = props;
  const most = Math.max(1, ...rows.map(({ values }) => sum(values)));
  return (
    <figure class="stacked-rows" aria-labelledby={`${id}-title`}>
      <figcaption id={`${id}-title`}>
        {title}
        <span class="unit">{unit}</span>
      </figcaption>
      <ul class="chart-legend">
        {series.map(({ key, label }, index) => (
          <li key={key}>
            <svg width="20" height="14" aria-hidden="true">
              <Part id={`${id}-legend`} index={index} look={props.looks?.[index]} x="0" width="20" height={14} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <ul class="stacked-rows-list">
        {rows.map((row) => (
          <li key={row.key}>
            <span class="stacked-rows-label">
              {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
            </span>
            <svg class="stacked-rows-bar" width="100%" height="22" aria-hidden="true">
              {drawParts(props, row, most)}
            </svg>
            <span class="stacked-rows-total numeral">{totalOf(row)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{props.tableLabel}</summary>
        <RowsTable {...props} />
      </details>
    </figure>
  );
}

function drawParts({ id, looks }: StackedRowsProps, row: StackedRowsProps["rows"][number], most: number) {
  let before = 0;
  return row.values.map((value, index): ComponentChildren => {
    const x = before;
    before += value;
    if (value === 0) return null;
    return (
      <Part
        key={index}
        id={`${id}-${row.key}`}
        index={index}
        look={looks?.[index]}
        x={`${(x / most) * 100}%`}
        width={`${(value / most) * 100}%`}
        height={22}
      />
    );
  });
}

interface PartProps {
  id: string;
  index: number;
  look: string | undefined;
  x: string;
  width: string;
  height: number;
}

function Part({ id, index, look, x, width, height }: PartProps) {
  if (look !== undefined) return <rect class={look} x={x} y="1" width={width} height={height - 2} />;
  const { fill, stroke, pattern } = seriesLook(index, id);
  return (
    <>
      {pattern && <defs>{pattern}</defs>}
      <rect x={x} y="1" width={width} height={height - 2} fill={fill} stroke={stroke} />
    </>
  );
}

function RowsTable({ title, series, rows, rowLabel, totalLabel }: StackedRowsProps) {
  return (
    <div class="table-scroll">
      <table class="data-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{rowLabel}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col" class="align-end">
                {label}
              </th>
            ))}
            <th scope="col" class="align-end">
              {totalLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => (
                <td key={index} class="align-end">
                  {value}
                </td>
              ))}
              <td class="align-end">{totalOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function totalOf({ values, total }: StackedRowsProps["rows"][number]): number {
  return total ?? sum(values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
