import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Cell, TableRow } from "../../../documents/table.ts";
import { type MessageKey, message } from "../../../messages/message.ts";
import { type Activity, statusOn } from "../../activities/activity.ts";
import { describeCell } from "../../activities/describe.ts";
import { getRegister } from "../../activities/service.ts";
import { isEnteredByMember } from "../../activities/stand-ins.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";

/** The rows of a ledger's numbered list, in its order: what a platform prints as its record of a year. */
export async function layOutRegister(request: LayoutRequest): Promise<LayoutResult> {
  const { context, definition, fiscalYear, language } = request;
  const activities = orderRows(await getRegister(context, definition.register ?? "", fiscalYear ?? 0));
  const columns = definition.columns.map((key) => ({
    key,
    label: message(language, `table.column.${key}` as MessageKey),
  }));
  const rows = activities.map((activity) => layOutRow(request, activity));
  return { columns, rows, notes: noteShading(activities, request) };
}

/** Printed and numbered rows in the order of the list; what members entered without a number stands after them by its date. */
function orderRows(activities: readonly Activity[]): Activity[] {
  const isLast = (activity: Activity) => !activity.number && isEnteredByMember(activity);
  const day = ({ dateFrom }: Activity) => dateFrom ?? "9999-12-31";
  const last = activities.filter(isLast).toSorted((a, b) => day(a).localeCompare(day(b)));
  return [...activities.filter((activity) => !isLast(activity)), ...last];
}

function layOutRow(request: LayoutRequest, activity: Activity): TableRow {
  const { definition, asOf } = request;
  const cells: Record<string, Cell> = {};
  for (const key of definition.columns) cells[key] = layOutCell(request, activity, key);
  return {
    key: activity.id,
    ...(activity.number === null ? {} : { no: activity.number }),
    status: statusOn(activity, asOf),
    cells,
    records: [activity.id],
  };
}

function layOutCell(request: LayoutRequest, activity: Activity, key: string): Cell {
  if (key === "number") return { text: activity.number ?? "" };
  if (key === "date") return dateCell(activity, request);
  if (key === "days") return { text: activity.statedDays === null ? "" : String(activity.statedDays) };
  return { text: describeCell(activity, key, request) };
}

function dateCell(activity: Activity, request: LayoutRequest): Cell {
  if (activity.date === null) return { text: activity.dateText ?? "" };
  return {
    edtf: activity.date,
    text: activity.dateText ?? activity.date,
    label: writeEdtf(activity.date, request.language, { style: "short" }),
  };
}

/**
 * Which rows are shaded, and on whose word. Up to the day of its source a row was planned; after it nobody has recorded
 * what became of the plan, which is not the same.
 */
function noteShading(activities: readonly Activity[], { asOf, language, calendar }: LayoutRequest): string[] {
  return (["planned", "adjusting"] as const).flatMap((status) => {
    const shaded = activities.filter((activity) => statusOn(activity, asOf) === status);
    return [...Map.groupBy(shaded, ({ sourceDay }) => (sourceDay !== null && sourceDay < asOf ? sourceDay : null))].map(
      ([sourceDay, rows]) => {
        const whose = sourceDay === null ? "shaded" : "source";
        const key = `table.${whose}.${status}` as const;
        const numbers = joinRanges(
          rows.map(({ number }) => number ?? ""),
          language,
        );
        return message(language, key, {
          numbers,
          date: writeEdtf(sourceDay ?? asOf, language, { calendar }),
          count: rows.length,
        });
      },
    );
  });
}

/** 16, 17, 18, 21 → 「16～18、21」 */
function joinRanges(numbers: readonly string[], language: LayoutRequest["language"]): string {
  const shown = numbers.filter((number) => number !== "");
  const parts: string[][] = [];
  for (const number of shown) {
    const last = parts.at(-1);
    if (last && Number(number) === Number(last.at(-1)) + 1) last.push(number);
    else parts.push([number]);
  }
  const dash = message(language, "list.range");
  const texts = parts.map((part) => (part.length === 1 ? part[0] : `${part[0]}${dash}${part.at(-1)}`));
  return texts.join(message(language, "list.separator"));
}
