import type { Language } from "../../../core/language.ts";
import type { Figure, TableDocument, TableRow } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { KeyFigure } from "../../../web/components/key-figures.tsx";
import { links } from "../../../web/links.ts";
import { getTable, listTables } from "../../statistics/service.ts";
import type { Programme } from "../programme.ts";
import { writeDate } from "../write-date.ts";

/** The table whose every row is a key figure, and tables of which the grand total is one. */
const rowsOf = ["overview"];
const totalOf = ["research-visits", "model-city-visits"];

/** The programme's totals as its tables give them; tables that a programme does not have are left out. */
export async function gatherKeyFigures(
  context: Context,
  programme: Programme,
  language: Language,
): Promise<KeyFigure[]> {
  const present = new Set((await listTables(context, language)).map((table) => table.id));
  const load = (ids: string[]) =>
    Promise.all(
      ids.filter((id) => present.has(id)).map((id) => getTable(context, id, { asOf: programme.asOf, language })),
    );
  const overviews = await load(rowsOf);
  const others = await load(totalOf);
  return [
    ...overviews.flatMap((table) =>
      table.rows.flatMap((row) => toKeyFigure(row.label ?? "", row, table, programme.asOf)),
    ),
    ...others.flatMap((table) => (table.totals ? toKeyFigure(table.title, table.totals, table, programme.asOf) : [])),
  ];
}

/** The first figure large, the further ones beside the date: 「40回」, 「248名、2018年6月30日現在」. */
function toKeyFigure(label: string, row: TableRow, table: TableDocument, asOf: string): KeyFigure[] {
  const cell = row.cells.total;
  const [first, ...further] = cell && "figures" in cell ? cell.figures : [];
  if (!first) return [];
  const language = table.lang;
  const date = writeDate(asOf, language);
  return [
    {
      label,
      value: new Intl.NumberFormat(language).format(first.value),
      unit: first.unitLabel,
      note:
        further.length === 0
          ? message(language, "home.figures.asOf", { date })
          : message(language, "home.figures.also", { figures: joinFigures(further, language), date }),
      basis: { basis: first.basis, label: message(language, `home.basis.${first.basis}`) },
      href: links.table(language, table.id),
    },
  ];
}

function joinFigures(figures: readonly Figure[], language: Language): string {
  return figures.map((figure) => figure.text).join(message(language, "list.separator"));
}
