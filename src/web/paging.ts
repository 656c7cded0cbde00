import { readText } from "./query.ts";

export interface OffsetPage<Item> {
  items: Item[];
  number: number;
  count: number;
  /** 1-based positions of the first and last item shown */
  first: number;
  last: number;
  total: number;
}

/** The page that `?page=` asks for; a number that is none, or too high, gives the nearest page there is. */
export function choosePage<Item>(all: readonly Item[], size: number, url: URL): OffsetPage<Item> {
  const count = Math.max(1, Math.ceil(all.length / size));
  const asked = readText(url, "page") ?? "";
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Math.min(Number(asked), count) : 1;
  const start = (number - 1) * size;
  const items = all.slice(start, start + size);
  return {
    items,
    number,
    count,
    first: Math.min(start + 1, all.length),
    last: start + items.length,
    total: all.length,
  };
}
