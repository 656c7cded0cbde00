import type { Block } from "../../../../documents/report.ts";
import type { Figure, TableDocument, TableRow } from "../../../../documents/table.ts";
import { message } from "../../../../messages/message.ts";
import type { Partnership } from "../../../partnerships/partnership.ts";
import { paragraph } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";

/** The pairs, and the totals over all years of the tables: rows of the one that sums up, grand totals of those by place. */
export function composeKeyFigures(
  partnerships: readonly Partnership[],
  summaries: readonly TableDocument[],
  others: readonly TableDocument[],
  study: Study,
): Block[] {
  const { language, notebook } = study;
  const label = message(language, "home.figures.partnerships");
  const pairs = message(language, "report.overview.pairs", { count: partnerships.length });
  notebook.figure("partnerships/count", label, pairs);
  const totals = [
    ...summaries.flatMap((table) => table.rows.flatMap((row) => readTotal(row.label ?? "", row))),
    ...others.flatMap((table) => (table.totals ? readTotal(table.title, table.totals) : [])),
  ];
  const isPublished = totals.some(({ figures }) => figures.some(({ basis }) => basis === "claim"));
  return [
    {
      is: "key-figures",
      items: [
        { value: pairs, label },
        ...totals.map(({ label: own, figures }) => ({
          value: figures[0]?.text ?? "",
          label: addFurther(own, figures.slice(1), language),
        })),
      ],
    },
    ...(isPublished ? [paragraph(message(language, "report.overview.published"), "note")] : []),
  ];
}

/** 「訪日研修等招聘事業（248名）」 */
function addFurther(label: string, figures: readonly Figure[], language: Study["language"]): string {
  if (figures.length === 0) return label;
  const text = figures.map((figure) => figure.text).join(message(language, "list.separator"));
  return `${label}${message(language, "report.letter.brackets", { text })}`;
}

function readTotal(label: string, row: TableRow): { label: string; figures: Figure[] }[] {
  const cell = row.cells.total;
  return cell && "figures" in cell && cell.figures.length > 0 ? [{ label, figures: cell.figures }] : [];
}
