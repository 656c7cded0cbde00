import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { type Cell, cellText, type Figure, type TableDocument, type TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { ActivityStatus } from "../../../web/components/badges.tsx";
import { DataTable, type TableRow as ShownRow, type TableColumn } from "../../../web/components/data-table.tsx";
import { FigureCell, type ShownFigure } from "../../../web/components/figure-cell.tsx";
import { links } from "../../../web/links.ts";
import { signed } from "../figure.ts";
import { labelOfRows } from "../row-labels.ts";

export interface RowMark {
  href: string;
  label: string;
}

const wideColumns = ["counterpart", "theme", "content", "achievements", "remark", "plan"];
const narrowColumns = ["number", "days"];

/** A table document as the site draws it; register rows lead to their activities. */
export function PublishedTable({
  table,
  title,
  language,
  marks = new Map(),
}: {
  table: TableDocument;
  title: string;
  language: Language;
  /** in a preview: what is not public, by the id of its record */
  marks?: ReadonlyMap<string, RowMark>;
}) {
  const labelled = table.rows.some((row) => row.label !== undefined);
  const figureColumns = findFigureColumns(table);
  const isMatrix = table.id === "partnership-matrix";
  const register = table.columns.some((column) => column.key === "date");
  const firstColumn = labelled ? "label" : (table.columns[0]?.key ?? "");
  const columns: TableColumn[] = [
    ...(labelled ? [{ key: "label", label: labelOfRows(table, language), rowHeader: true }] : []),
    ...table.columns.map((column) => ({
      key: column.key,
      label: column.label,
      unit: column.unit,
      align: figureColumns.has(column.key) || isMatrix ? ("center" as const) : undefined,
      width: widthOf(column.key),
    })),
  ];
  return (
    <DataTable
      id={table.id}
      caption={title}
      captionHidden
      captionNote={figureColumns.size > 0 ? message(language, "tables.legend") : undefined}
      columns={columns}
      rows={table.rows.map((row) =>
        markRow(showRow(row, table, language, register), row, marks, { firstColumn, dateColumn: register }),
      )}
      totals={table.totals && showRow(table.totals, table, language, false)}
      notesTitle={message(language, "tables.notes")}
      notes={[...new Set([...table.rows.flatMap((row) => row.notes ?? []), ...table.notes])]}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText={message(language, "tables.empty")}
      stickyFirst={labelled && table.columns.length > 4}
    />
  );
}

/** Says of a row that it holds something that is not public; a row that is one record leads to it on the members' side. */
function markRow(
  shown: ShownRow,
  row: TableRow,
  marks: ReadonlyMap<string, RowMark>,
  { firstColumn, dateColumn }: { firstColumn: string; dateColumn: boolean },
): ShownRow {
  const mark = row.records.map((id) => marks.get(id)).find((found) => found !== undefined);
  if (!mark) return shown;
  const cells = { ...shown.cells };
  if (dateColumn) cells.date = <a href={mark.href}>{cellText(row.cells.date) || mark.label}</a>;
  cells[firstColumn] = (
    <>
      {cells[firstColumn]} <span class="tag preview-mark">{mark.label}</span>
    </>
  );
  return { ...shown, cells };
}

function showRow(row: TableRow, table: TableDocument, language: Language, register: boolean): ShownRow {
  const cells: Record<string, ComponentChildren> = { label: row.label };
  for (const { key } of table.columns)
    cells[key] = showCell(row.cells[key], language, key === "total" || row === table.totals);
  const id = row.records[0];
  if (register && id !== undefined) {
    const text = cellText(row.cells.date) || message(language, "projects.undated");
    cells.date = <a href={links.activity(language, id)}>{text}</a>;
  }
  const { status } = row;
  if (!isStatus(status)) return { key: row.key, cells };
  return { key: row.key, cells, status: { status, label: choiceMessage(language, "activity.status", status) } };
}

/** `partial`: a total over years of which some have no records; its difference would say nothing. */
function showCell(cell: Cell | undefined, language: Language, partial = false): ComponentChildren {
  if (!cell || !("figures" in cell)) return cellText(cell);
  if (cell.figures.length === 0) return "—";
  const english = language === "en";
  return (
    <FigureCell
      figures={cell.figures.map((figure) => showFigure(figure, language, partial))}
      places={cell.places}
      separator={message(language, "list.separator")}
      brackets={english ? ["(", ")"] : ["（", "）"]}
    />
  );
}

/** The mark tells records from published figures; the difference stands beside the figure where both exist. */
function showFigure(figure: Figure, language: Language, partial: boolean): ShownFigure {
  const differs = figure.difference !== null && figure.difference !== 0 && !partial;
  return {
    value: figure.text,
    basis: { basis: figure.basis, label: message(language, `tables.basis.${figure.basis}`) },
    difference: differs
      ? message(language, "tables.difference", {
          records: figure.records ?? 0,
          difference: signed(figure.difference ?? 0),
        })
      : undefined,
  };
}

/** Looks at the cells that there are: a matrix of many partners is mostly empty. */
function findFigureColumns({ rows }: TableDocument): Set<string> {
  const found = new Set<string>();
  for (const { cells } of rows) for (const key in cells) if ("figures" in (cells[key] ?? {})) found.add(key);
  return found;
}

function widthOf(key: string): TableColumn["width"] {
  if (narrowColumns.includes(key)) return "narrow";
  if (key === "date") return "date";
  return wideColumns.includes(key) ? "wide" : undefined;
}

function isStatus(status: string | undefined): status is ActivityStatus {
  return status === "planned" || status === "adjusting" || status === "done" || status === "cancelled";
}
