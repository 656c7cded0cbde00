import { message } from "../../../messages/message.ts";
import type { Need } from "../need.ts";
import { chooseNeeds, type NeedQuery, readNeedQuery } from "../need-filter.ts";
import type { NeedWords } from "../words.ts";

export interface NeedList {
  query: NeedQuery;
  chosen: Need[];
  /** a sentence for every value of the address that means nothing here */
  problems: string[];
}

/** What the address narrows the needs to. */
export function prepareNeedList(url: URL, needs: readonly Need[], words: NeedWords): NeedList {
  const { directory, books, calendar, language } = words;
  const query = readNeedQuery(url, {
    organisations: new Set(directory.all.map(({ id }) => id)),
    topics: new Set(books.topics.map(({ id }) => id)),
  });
  const governmentOf = (id: string) => directory.find(id)?.government ?? id;
  return {
    query,
    chosen: chooseNeeds(needs, query.filter, calendar, governmentOf),
    problems: query.unknown.map((value) => message(language, "organisations.unknownFilter", { value })),
  };
}
