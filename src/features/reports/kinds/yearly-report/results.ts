import type { Block } from "../../../../documents/report.ts";
import { cellText } from "../../../../documents/table.ts";
import { message } from "../../../../messages/message.ts";
import { orNothing, paragraph } from "../../compose/blocks.ts";
import { publishedMark as mark } from "../../compose/sentences.ts";
import type { Study } from "../../compose/study.ts";
import { captionedTable, plainTable } from "../../compose/tables.ts";
import { isPublished, type YearFigure } from "./year-figures.ts";

/** The whole year in one sentence, the figures large, and the same beside those of the year before. */
export function writeSummary(study: Study, figures: readonly YearFigure[]): Block[] {
  const { language, year } = study;
  const items = figures.flatMap((figure) => (figure.now ? [tellFigure(study, figure)] : []));
  if (items.length === 0) return orNothing(study, []);
  return [
    paragraph(
      message(language, "report.yearly.summary", { year, items: items.join(message(language, "list.groupSeparator")) }),
    ),
    ...noteMark(study, figures),
  ];
}

/** 「関係者との協議調整22回※（前年度13回）」 */
function tellFigure({ language }: Study, { label, now, before }: YearFigure): string {
  const [first] = now?.figures ?? [];
  const value = first?.value === 0 ? message(language, "report.yearly.none") : textOf(now);
  return message(language, before ? "report.yearly.figureBefore" : "report.yearly.figure", {
    label: inSentence(label, language),
    value: `${value}${markOf(now)}`,
    before: `${textOf(before)}${markOf(before)}`,
  });
}

/** “consultations”: names of measures begin with a capital in English. */
function inSentence(label: string, language: Study["language"]): string {
  return language === "en" ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

function markOf(cell: YearFigure["now"]): string {
  return isPublished(cell) ? mark : "";
}

/** Amounts alone: the places in brackets stand in the table. */
function textOf(cell: YearFigure["now"]): string {
  return cell ? cellText({ figures: cell.figures }) : "";
}

export function writeKeyFigures(study: Study, figures: readonly YearFigure[]): Block[] {
  const { language } = study;
  const items = figures.flatMap(({ label, now, before }) => {
    const [first] = now?.figures ?? [];
    if (!first || first.value === 0) return [];
    const value = `${first.text}${first.basis === "claim" ? mark : ""}`;
    const [last] = before?.figures ?? [];
    const caption = last
      ? message(language, "report.yearly.keyLabel", {
          label,
          before: `${last.text}${last.basis === "claim" ? mark : ""}`,
        })
      : label;
    return [{ value, label: caption }];
  });
  return items.length === 0 ? [] : [{ is: "key-figures", items }];
}

export function compareYears(study: Study, figures: readonly YearFigure[], label: string): Block[] {
  const { language } = study;
  const column = (key: "item" | "before" | "now", share: number) => ({
    key,
    share,
    label: message(language, `report.yearly.column.${key}`),
    ...(key === "item" ? {} : { align: "center" as const }),
  });
  const cell = (value: YearFigure["now"]) => (value ? `${cellText(value)}${markOf(value)}` : "—");
  const table = plainTable(study, {
    id: "year-figures",
    title: message(language, "report.yearly.comparison"),
    columns: [column("item", 0.4), column("before", 0.3), column("now", 0.3)],
    rows: figures.map((figure) => ({ key: figure.key, cells: [figure.label, cell(figure.before), cell(figure.now)] })),
    notes: [
      message(language, "report.yearly.dash"),
      ...(figures.some(({ now, before }) => isPublished(now) || isPublished(before))
        ? [message(language, "table.print.claimNote", { mark })]
        : []),
    ],
  });
  return [captionedTable(table, label, language)];
}

function noteMark({ language }: Study, figures: readonly YearFigure[]): Block[] {
  const marked = figures.some(({ now, before }) => now && (isPublished(now) || isPublished(before)));
  return marked ? [paragraph(message(language, "table.print.claimNote", { mark }), "note")] : [];
}
