import type { ComponentChildren } from "preact";
import { type ActivityStatus, StatusTag } from "./badges.tsx";
import { type Wording, Words, wordingText } from "./words.tsx";

export interface TableColumn {
  key: string;
  label: Wording;
  /** printed after the label in brackets */
  unit?: string | undefined;
  align?: "start" | "center" | "end" | undefined;
  /** the column that names its row; the first one without any */
  rowHeader?: boolean | undefined;
  /** "narrow" for numbers and marks, "date" for dates and spans of days, "wide" for sentences */
  width?: "narrow" | "date" | "medium" | "wide" | undefined;
}

export interface TableRow {
  key: string;
  /** text, links, `FigureCell`, … by column key; a missing cell is empty */
  cells: Record<string, ComponentChildren>;
  /** shades the row unless done, and says why in words beside its name */
  status?: { status: ActivityStatus; label: string } | undefined;
}

export interface DataTableProps {
  /** unique in the page; caption and scroll area take their ids from it */
  id: string;
  /** 「表1」 */
  number?: Wording | undefined;
  caption: Wording;
  /** the page's heading already says it; assistive technology still reads it */
  captionHidden?: boolean | undefined;
  /** as-of date, unit: under the caption */
  captionNote?: Wording | undefined;
  columns: TableColumn[];
  /** headings over columns, in their order; an empty label spans columns without a group */
  columnGroups?: { label: Wording; span: number }[] | undefined;
  rows: TableRow[];
  totals?: TableRow | undefined;
  /** 「備考」 */
  notesTitle?: string | undefined;
  notes?: ComponentChildren[] | undefined;
  /** 「横にスクロールできます」 */
  scrollHint: string;
  /** said in place of rows */
  emptyText: string;
  /** keeps the first column in sight; for tables wider than a screen */
  stickyFirst?: boolean | undefined;
}

/** Leads from a cell to a note below its table: 「※1」. */
export function NoteMark({ tableId, number, mark }: { tableId: string; number: number; mark: string }) {
  return (
    <sup class="note-mark">
      <a href={`#${tableId}-note-${number}`}>{mark}</a>
    </sup>
  );
}

/** The published table, on screen as on the ministry's paper. */
export function DataTable(props: DataTableProps) {
  const captionId = `${props.id}-caption`;
  const classes = props.stickyFirst ? "data-table sticky-first" : "data-table";
  return (
    <div class="table-block" id={props.id}>
      {props.columns.length > 3 && (
        <p class="scroll-hint" aria-hidden="true">
          {props.scrollHint}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby={captionId} tabIndex={0}>
        <table class={classes}>
          <caption id={captionId}>
            <span class="caption-text">
              {props.number !== undefined && (
                <span class="table-number">
                  <Words value={props.number} />
                </span>
              )}
              <span class={props.captionHidden ? "table-title visually-hidden" : "table-title"}>
                <Words value={props.caption} />
              </span>
              {props.captionNote !== undefined && (
                <span class="caption-note">
                  <Words value={props.captionNote} />
                </span>
              )}
            </span>
          </caption>
          <TableHead columns={props.columns} groups={props.columnGroups} />
          <tbody>
            {props.rows.map((row) => (
              <Row key={row.key} row={row} columns={props.columns} />
            ))}
            {props.rows.length === 0 && (
              <tr>
                <td class="empty-cell" colSpan={props.columns.length}>
                  {props.emptyText}
                </td>
              </tr>
            )}
          </tbody>
          {props.totals && (
            <tfoot>
              <Row row={props.totals} columns={props.columns} />
            </tfoot>
          )}
        </table>
      </section>
      <TableNotes {...props} />
    </div>
  );
}

function TableHead({ columns, groups }: { columns: TableColumn[]; groups: DataTableProps["columnGroups"] }) {
  return (
    <thead>
      {groups && (
        <tr class="column-groups">
          {groups.map(({ label, span }, index) =>
            wordingText(label) === "" ? (
              <td key={index} colSpan={span} />
            ) : (
              <th key={wordingText(label)} scope="colgroup" colSpan={span}>
                <Words value={label} />
              </th>
            ),
          )}
        </tr>
      )}
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" class={cellClass(column)}>
            <Words value={column.label} />
            {column.unit !== undefined && <span class="unit">{column.unit}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ row, columns }: { row: TableRow; columns: TableColumn[] }) {
  const headerKey = (columns.find((column) => column.rowHeader) ?? columns[0])?.key;
  const shaded = row.status !== undefined && row.status.status !== "done";
  return (
    <tr class={shaded ? `shaded row-${row.status?.status}` : undefined}>
      {columns.map((column) =>
        column.key === headerKey ? (
          <th key={column.key} scope="row" class={cellClass(column)}>
            {row.cells[column.key]}
            {shaded && row.status && <StatusTag {...row.status} />}
          </th>
        ) : (
          <td key={column.key} class={cellClass(column)}>
            {row.cells[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}

function TableNotes({ id, notesTitle, notes = [] }: DataTableProps) {
  if (notes.length === 0) return null;
  return (
    <div class="table-notes">
      {notesTitle !== undefined && <p class="table-notes-title">{notesTitle}</p>}
      <ol>
        {notes.map((note, index) => (
          <li key={index} id={`${id}-note-${index + 1}`}>
            {note}
          </li>
        ))}
      </ol>
    </div>
  );
}

function cellClass({ align, width }: TableColumn): string | undefined {
  const classes = [align && `align-${align}`, width && `width-${width}`].filter(Boolean);
  return classes.length > 0 ? classes.join(" ") : undefined;
}
