import { message } from "../../messages/message.ts";
import { readText, readYear } from "../../web/query.ts";
import type { NewsFilter } from "./news.ts";
import type { NewsKnowledge } from "./news-knowledge.ts";

export interface NewsQuery {
  filter: NewsFilter;
  /** a sentence for every value that means nothing here: the list is shown without it */
  problems: string[];
}

/** What the address narrows the list to. */
export function readNewsQuery(url: URL, { books, partnerships, language }: NewsKnowledge): NewsQuery {
  const problems: string[] = [];
  const take = (name: string, isKnown: (value: string) => boolean): string | undefined => {
    const value = readText(url, name);
    if (value === undefined || isKnown(value)) return value;
    problems.push(message(language, "organisations.unknownFilter", { value }));
    return undefined;
  };
  const year = take("year", () => readYear(url, "year") !== "invalid");
  return {
    filter: {
      year: year === undefined ? undefined : Number(year),
      topic: take("topic", (value) => books.topics.some(({ id }) => id === value)),
      partnership: take("partnership", (value) => partnerships.some(({ id }) => id === value)),
    },
    problems,
  };
}
