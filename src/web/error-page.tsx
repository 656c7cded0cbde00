import { AppError, type ErrorCode } from "../core/errors.ts";
import { isConnectionLost } from "../db/connection-lost.ts";
import { RenderError } from "../documents/render.ts";
import { type MessageKey, message } from "../messages/message.ts";
import { LinkList } from "./components/link-list.tsx";
import { PageHeading } from "./components/page-heading.tsx";
import { links } from "./links.ts";
import type { PageContent, PageRequest } from "./page.ts";

const statuses = {
  "not-found": 404,
  "invalid-input": 400,
  conflict: 409,
  forbidden: 403,
  "too-many-requests": 429,
  "too-large": 413,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** HTTP status of an error of ours; anything else is 500. */
export function statusOf(error: unknown): (typeof statuses)[ErrorCode] | 500 {
  if (error instanceof AppError) return statuses[error.code];
  return isConnectionLost(error) ? 503 : 500;
}

/** A designed page for an address that leads nowhere, with ways on. */
export function describeErrorPage({ language }: PageRequest, error: unknown): PageContent {
  const status = statusOf(error);
  const name = nameWords(error, status);
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
        {error instanceof RenderError && error.places.length > 0 && (
          <ul>
            {error.places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
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

/** What is said of it: mostly that of the status, where nothing more can be done about it. */
function nameWords(error: unknown, status: number): string {
  if (error instanceof RenderError && error.reason === "missing-glyph") return "missingGlyph";
  const reason = error instanceof AppError ? error.details.reason : null;
  if (reason === "signed-out") return "signedOut";
  return reason === "busy" ? "429" : String(status);
}
