import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { describeDateProblem } from "../../records/describe-date-problem.ts";
import type { Refusal } from "./import-store.ts";
import type { RowProblem } from "./plan.ts";

/** 「B7「種別」：選択肢にありません。 値：旅行」 */
export function describeRowProblem(
  { code, value, expected, date, column, address }: RowProblem,
  headers: ReadonlyMap<string, string>,
  language: Language,
  options: { address: boolean } = { address: true },
): string {
  const words = date
    ? describeDateProblem(date, language)
    : message(language, `exchange.problem.${code}`, { expected });
  const text = value === "" ? words : message(language, "exchange.withValue", { words, value });
  const header = column === null ? undefined : headers.get(column);
  const place = options.address ? address : "";
  if (header === undefined) return place === "" ? text : message(language, "exchange.atRow", { row: place, text });
  return place === ""
    ? message(language, "exchange.atColumn", { column: header, text })
    : message(language, "exchange.atCell", { address: place, column: header, text });
}

export function describeRefusal({ reason, limit, place }: Refusal, language: Language): string {
  return message(language, `spreadsheet.refused.${reason}`, {
    limit: limit === null ? "" : new Intl.NumberFormat(language).format(limit),
    place: place ?? "",
  });
}
