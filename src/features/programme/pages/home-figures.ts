import type { Language } from "../../../core/language.ts";
import type { Figure, TableDocument, TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { KeyFigure } from "../../../web/components/key-figures.tsx";
import { links } from "../../../web/links.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { getTable, listTables } from "../../statistics/service.ts";
import { nameCountry } from "../name-side.ts";
import type { Programme } from "../programme.ts";

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
  const partnerships = await getPartnerships(context);
  return [
    {
      label: message(language, "home.figures.partnerships"),
      value: new Intl.NumberFormat(language).format(partnerships.length),
      unit: choiceMessage(language, "unit", "pairs"),
      note: message(language, "home.sides", {
        homeCountry: nameCountry(programme, programme.homeCountry, language),
        partnerCountry: nameCountry(programme, programme.partnerCountry, language),
        home: new Set(partnerships.map(({ home }) => home)).size,
        partner: new Set(partnerships.map(({ partner }) => partner)).size,
      }),
      basis: { basis: "records", label: message(language, "home.basis.records") },
      href: links.partnerships(language),
    },
    ...overviews.flatMap((table) => table.rows.flatMap((row) => toKeyFigure(row.label ?? "", row, table))),
    ...others.flatMap((table) => (table.totals ? toKeyFigure(table.title, table.totals, table) : [])),
  ];
}

/** The first figure large, the further ones under it: 「40回」, 「248名」. */
function toKeyFigure(label: string, row: TableRow, table: TableDocument): KeyFigure[] {
  const cell = row.cells.total;
  const [first, ...further] = cell && "figures" in cell ? cell.figures : [];
  if (!first) return [];
  const language = table.lang;
  return [
    {
      label,
      value: new Intl.NumberFormat(language).format(first.value),
      unit: first.unitLabel,
      note: further.length > 0 ? joinFigures(further, language) : undefined,
      basis: { basis: first.basis, label: message(language, `home.basis.${first.basis}`) },
      href: links.table(language, table.id),
    },
  ];
}

function joinFigures(figures: readonly Figure[], language: Language): string {
  return figures.map((figure) => figure.text).join(message(language, "list.separator"));
}
