import { AppError } from "../../../core/errors.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { deleteSavedSearch, listSavedSearches, longestName, type SavedSearch, saveSearch } from "../saved-searches.ts";

export const showSavedSearches: PageHandler<MemberRequest> = (request) => describeSaved(request, null);

type SavedProblem = "name" | "many";

export const submitSavedSearches: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const read = (name: string) => String(form.get(name) ?? "");
  if (read("intent") === "delete") {
    await deleteSavedSearch(context, actor, read("id"));
    return { redirect: links.savedSearches(language, { done: "deleted" }) };
  }
  try {
    await saveSearch(context, actor, { name: read("name"), query: read("query"), formKey: read("formKey") });
  } catch (error) {
    const reason = error instanceof AppError && error.code === "invalid-input" ? error.details.reason : null;
    if (reason !== "name" && reason !== "many") throw error;
    return { page: await describeSaved(request, { reason, query: read("query"), name: read("name") }), status: 422 };
  }
  return { redirect: links.savedSearches(language, { done: "saved" }) };
};

async function describeSaved(
  { context, actor, language, url }: MemberRequest,
  failed: { reason: SavedProblem; query: string; name: string } | null,
): Promise<PageContent> {
  const saved = await listSavedSearches(context, actor);
  const title = message(language, "search.saved.title");
  const lead = message(language, "search.saved.lead");
  const done = (["saved", "deleted"] as const).find((one) => one === readText(url, "done"));
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[{ text: message(language, "search.saved.toSearch"), href: links.memberSearch(language) }]}
        />
        {done && !failed && (
          <Notice tone="success">
            <p>{message(language, `search.saved.done.${done}`)}</p>
          </Notice>
        )}
        {failed && (
          <>
            <ErrorSummary
              id="errors"
              title={message(language, "search.saved.save")}
              errors={[{ text: message(language, `search.saved.error.${failed.reason}`), href: "#saved-name" }]}
            />
            <SaveSearchForm language={language} query={failed.query} name={failed.name} />
          </>
        )}
        {saved.length === 0 ? (
          <EmptyState
            title={message(language, "search.saved.none")}
            text={message(language, "search.saved.noneText")}
            links={[{ text: message(language, "search.saved.toSearch"), href: links.memberSearch(language) }]}
          />
        ) : (
          <ul class="saved-searches">
            {saved.map((one) => (
              <SavedRow key={one.id} saved={one} language={language} />
            ))}
          </ul>
        )}
      </>
    ),
  };
}

function SavedRow({ saved: { id, name, query, savedAt }, language }: { saved: SavedSearch; language: Language }) {
  return (
    <li>
      <div>
        <p class="saved-search-name">
          <a href={`${links.memberSearch(language)}?${query}`}>{name}</a>
        </p>
        <p class="hint">
          <span>{[...new URLSearchParams(query).values()].join(" · ")}</span>{" "}
          <time dateTime={savedAt.toISOString()}>{formatMoment(language, savedAt, "day")}</time>
        </p>
      </div>
      <form method="post" action={links.savedSearches(language)}>
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={id} />
        <button type="submit" class="quiet">
          <span aria-hidden="true">{message(language, "search.saved.delete")}</span>
          <span class="visually-hidden">{message(language, "search.saved.deleteOne", { name })}</span>
        </button>
      </form>
    </li>
  );
}

/** Below the results: keeps this very search. */
export function SaveSearchForm({ language, query, name }: { language: Language; query: string; name: string }) {
  return (
    <form class="save-search" method="post" action={links.savedSearches(language)}>
      <h2>{message(language, "search.saved.save")}</h2>
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="formKey" value={crypto.randomUUID()} />
      <label for="saved-name">{message(language, "search.saved.name")}</label>
      <div class="search-form-row">
        <input
          id="saved-name"
          name="name"
          required
          maxLength={longestName}
          value={[...name.trim()].slice(0, longestName).join("")}
          aria-describedby="saved-name-help"
        />
        <button type="submit">{message(language, "search.saved.save")}</button>
      </div>
      <p class="hint" id="saved-name-help">
        {message(language, "search.saved.nameHelp")}
      </p>
    </form>
  );
}
