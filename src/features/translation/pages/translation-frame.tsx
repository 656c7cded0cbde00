import type { VNode } from "preact";
import { formatMoment } from "../../../core/format-moment.ts";
import { languageTags } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { type View, views } from "./editor-query.ts";
import type { Workspace } from "./gather-workspace.ts";
import { ProgressBar, StateTag } from "./marks.tsx";

interface Frame {
  request: MemberRequest;
  workspace: Workspace;
  view: View;
  /** what went wrong, in place of what the address says */
  problem?: string | undefined;
  islands?: string[];
}

/** What the four views of a translation have in common: title, state, progress, tabs, and what was done. */
export function frameTranslation(
  { request, workspace, view, problem, islands = [] }: Frame,
  children: VNode,
): PageContent {
  const { language, url } = request;
  const { translation, remarks, name } = workspace;
  const { id, title, sourceLanguage, targetLanguage, state, progress } = translation;
  const [remark] = remarks;
  return {
    title: `${message(language, `translation.view.${view}`)} — ${title}`,
    description: message(language, "translation.description"),
    area: null,
    unlisted: true,
    islands,
    trail: [{ text: message(language, "translation.list.title"), href: links.translations(language) }],
    here: { text: title, language: sourceLanguage },
    body: (
      <div class="translation-page">
        <PageHeading
          kicker={message(language, "translation.direction", {
            from: message(language, `translation.languages.${sourceLanguage}`),
            to: message(language, `translation.languages.${targetLanguage}`),
          })}
          title={{ text: title, language: sourceLanguage }}
        />
        {translation.targetTitle !== null && (
          <p class="translation-target-title" lang={languageTags[targetLanguage]}>
            {translation.targetTitle}
          </p>
        )}
        <div class="translation-summary">
          <StateTag state={state} language={language} />
          <div data-progress>
            <ProgressBar progress={progress} language={language} />
          </div>
        </div>
        <LinkTabs
          label={message(language, "translation.views")}
          tabs={views.map((one) => ({
            text: message(language, `translation.view.${one}`),
            href: links.translation(language, id, { view: one === "edit" ? undefined : one }),
            current: one === view,
          }))}
        />
        <Done url={url} problem={problem} language={language} />
        {remark && state === "open" && (
          <Notice
            tone="warning"
            title={message(language, "translation.remark.title", {
              name: name(remark.author),
              date: formatMoment(language, remark.at),
            })}
          >
            <p class="free-text">{remark.text}</p>
          </Notice>
        )}
        {children}
      </div>
    ),
  };
}

function Done({
  url,
  problem,
  language,
}: {
  url: URL;
  problem: string | undefined;
  language: MemberRequest["language"];
}) {
  const failed = problem ?? readText(url, "problem");
  const problemKey = failed === undefined ? null : findMessageKey(`translation.problem.${failed}`);
  const doneKey = findMessageKey(`translation.done.${readText(url, "done") ?? ""}`);
  const count = Number(readText(url, "count") ?? 0);
  return (
    <>
      {problemKey !== null && (
        <Notice tone="error">
          <p>{message(language, problemKey, { count: Number.isSafeInteger(count) ? count : 0 })}</p>
        </Notice>
      )}
      {doneKey !== null && failed === undefined && (
        <Notice tone="success">
          <p role="status">{message(language, doneKey, { count: Number.isSafeInteger(count) ? count : 0 })}</p>
        </Notice>
      )}
    </>
  );
}
