import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { Knowledge } from "../filter-knowledge.ts";
import type { ReadFilter } from "../read-filter.ts";

interface FilterNoticesProps {
  read: ReadFilter;
  knowledge: Knowledge;
  brokenCursor?: boolean;
}

/** What of the address was not understood, and what a name was taken for. */
export function FilterNotices({ read, knowledge, brokenCursor = false }: FilterNoticesProps) {
  const { language, directory } = knowledge;
  const isAmbiguous = read.organisations.length > 1;
  return (
    <>
      {(read.ignored.length > 0 || brokenCursor) && (
        <Notice tone="warning" title={message(language, "activities.ignoredTitle")}>
          <ul>
            {read.ignored.map(({ name, value }) => (
              <li key={`${name}=${value}`}>
                {message(language, "activities.chip", { field: message(language, `activities.field.${name}`), value })}
              </li>
            ))}
            {brokenCursor && <li>{message(language, "activities.brokenCursor")}</li>}
          </ul>
        </Notice>
      )}
      {isAmbiguous && (
        <Notice tone="information" title={message(language, "activities.ambiguousTitle")}>
          <ul>
            {read.organisations.slice(0, 20).map(({ id }) => (
              <li key={id}>
                <a href={links.activities(language, { organisation: id })}>{directory.name(id, language)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
