import { AppError } from "../core/errors.ts";
import { type MessageKey, message } from "../messages/message.ts";
import { LinkList } from "./components/link-list.tsx";
import { PageHeading } from "./components/page-heading.tsx";
import { links } from "./links.ts";
import type { PageContent, PageRequest } from "./page.ts";

/** HTTP status of an error of ours; anything else is 500. */
export function statusOf(error: unknown): 400 | 404 | 409 | 500 | 503 {
  if (!(error instanceof AppError)) return 500;
  return ({ "not-found": 404, "invalid-input": 400, conflict: 409, unavailable: 503 } as const)[error.code];
}

/** A designed page for an address that leads nowhere, with ways on. */
export function describeErrorPage({ language }: PageRequest, error: unknown): PageContent {
  const status = statusOf(error);
  const name = status === 404 || status === 400 || status === 503 ? String(status) : "500";
  const title = message(language, `error.${name}.title` as MessageKey);
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          kicker={String(status)}
          title={title}
          lead={message(language, `error.${name}.text` as MessageKey)}
        />
        <LinkList
          items={[
            { text: message(language, "site.home"), href: links.home(language) },
            { text: message(language, "site.area.activities"), href: links.activities(language) },
            { text: message(language, "site.area.partnerships"), href: links.partnerships(language) },
            { text: message(language, "site.area.tables"), href: links.tables(language) },
          ]}
        />
      </>
    ),
  };
}
