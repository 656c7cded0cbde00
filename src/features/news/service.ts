import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { News } from "./news.ts";
import { readNews } from "./store.ts";

/** All news, newest first. */
export function getNews(context: Context): Promise<News[]> {
  return context.cache.getLarge("news", () => read(context.database, readNews));
}

/** Throws `not-found` for an unknown id. */
export async function getNewsItem(context: Context, id: string): Promise<News> {
  const item = (await getNews(context)).find((candidate) => candidate.id === id);
  if (!item) throw new AppError("not-found", { kind: "news", id });
  return item;
}
