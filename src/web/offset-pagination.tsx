import type { Language } from "../core/language.ts";
import { message } from "../messages/message.ts";
import { Pagination } from "./components/pagination.tsx";
import type { OffsetPage } from "./paging.ts";
import { changeQuery } from "./query.ts";

/** Nothing where everything stands on one page. */
export function OffsetPagination({ page, url, language }: { page: OffsetPage<unknown>; url: URL; language: Language }) {
  if (page.count === 1) return null;
  const link = (number: number) => changeQuery(url, { page: number === 1 ? undefined : String(number) });
  return (
    <Pagination
      label={message(language, "organisations.paging.label")}
      position={message(language, "organisations.paging.position", {
        first: page.first,
        last: page.last,
        total: page.total,
      })}
      previous={
        page.number > 1
          ? { text: message(language, "organisations.paging.previous"), href: link(page.number - 1) }
          : undefined
      }
      next={
        page.number < page.count
          ? { text: message(language, "organisations.paging.next"), href: link(page.number + 1) }
          : undefined
      }
    />
  );
}
