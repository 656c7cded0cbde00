import type { OffsetPage } from "../../../../web/paging.ts";
import { readText } from "../../../../web/query.ts";

/** The page that `?page=` asks for, fetched by its place in the whole; beyond the end it is the last one there is. */
export async function fetchPage<Item>(
  url: URL,
  size: number,
  fetch: (slice: { limit: number; offset: number }) => Promise<{ items: Item[]; total: number }>,
): Promise<OffsetPage<Item>> {
  const asked = readText(url, "page") ?? "";
  const wanted = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const found = await fetch({ limit: size, offset: (wanted - 1) * size });
  const count = Math.max(1, Math.ceil(found.total / size));
  const number = Math.min(wanted, count);
  const { items, total } = number === wanted ? found : await fetch({ limit: size, offset: (number - 1) * size });
  const start = (number - 1) * size;
  return { items, number, count, first: Math.min(start + 1, total), last: start + items.length, total };
}
