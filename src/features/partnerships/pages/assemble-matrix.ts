import type { Language } from "../../../core/language.ts";
import { cellText, type TableDocument, type TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { MatrixCell, MatrixProps } from "../../../web/components/matrix.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { type Partnership, strongestType } from "../partnership.ts";

/** More cells than this make no picture, and a page with every pair of a large programme would never end. */
const mostPairs = 60;

/** Rows that stand on one page together: as many as hold 60 pairs. */
export function cutIntoGrids(rows: readonly TableRow[]): TableRow[][] {
  const grids: TableRow[][] = [];
  let pairs = 0;
  for (const row of rows) {
    pairs += row.records.length;
    const grid = grids.at(-1);
    if (grid && pairs <= mostPairs) grid.push(row);
    else {
      grids.push([row]);
      pairs = row.records.length;
    }
  }
  return grids;
}

/** The table's rows with links; over all years a pair carries its weightiest type, and its label every year's. */
export function assembleMatrix(
  rows: readonly TableRow[],
  table: Pick<TableDocument, "columns" | "fiscalYear">,
  partnerships: readonly Partnership[],
  directory: OrganisationDirectory,
  language: Language,
): Pick<MatrixProps, "rows" | "columns" | "cells"> {
  const shown = new Set(rows.flatMap((row) => row.records));
  const pairs = partnerships.filter(({ id }) => shown.has(id));
  const partners = new Set(pairs.map(({ partner }) => partner));
  const party = (key: string) => ({
    key,
    name: directory.name(key, language),
    href: links.organisation(language, key),
  });
  const byHome = new Map(rows.map((row) => [row.key, row]));
  const cells = pairs.map((partnership): MatrixCell => {
    const { id, home, partner, years } = partnership;
    const type =
      table.fiscalYear === null
        ? strongestType(partnership)
        : years.find((year) => year.fiscalYear === table.fiscalYear)?.type;
    const mark = choiceMessage(language, "partnership.typeMark", type ?? "active");
    const words =
      table.fiscalYear === null
        ? cellText(byHome.get(home)?.cells[partner])
        : choiceMessage(language, "partnership.type", type ?? "active");
    const names = { home: directory.name(home, language), partner: directory.name(partner, language) };
    const pair = message(language, "partnerships.pair", names);
    return {
      row: home,
      column: partner,
      mark,
      label: message(language, "partnerships.yearType", { year: pair, type: words }),
      strong: type === "B",
      href: links.partnership(language, id),
    };
  });
  return {
    rows: rows.map((row) => party(row.key)),
    columns: table.columns.filter(({ key }) => partners.has(key)).map(({ key }) => party(key)),
    cells,
  };
}
