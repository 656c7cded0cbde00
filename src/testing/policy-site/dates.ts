import type { DateStyle } from "./site.ts";

const digits = "〇一二三四五六七八九";

/** A day as Chinese government pages print it: 2016年4月8日, 二〇一六年四月八日, 2016-04-08, 2016/4/8. */
export function printDate(day: string, style: DateStyle): string {
  const [year, month, date] = splitDay(day);
  if (style === "hyphens") return day;
  if (style === "slashes") return `${year}/${month}/${date}`;
  if (style === "chinese") return `${year}年${month}月${date}日`;
  const years = [...String(year)].map((digit) => digits[Number(digit)]).join("");
  return `${years}年${countInNumerals(month)}月${countInNumerals(date)}日`;
}

/** Up to 31. */
function countInNumerals(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10 === 0 ? "" : (digits[number % 10] ?? "");
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : digits[tens]}十${ones}`;
}

export function splitDay(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
}

/** Ten in the morning in China, when the sites publish. */
export const toInstant = (day: string) => new Date(`${day}T10:00:00+08:00`);
