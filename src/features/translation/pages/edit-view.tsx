import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { changeQuery, readText } from "../../../web/query.ts";
import { findTerms, indexTerms } from "../find-terms.ts";
import { checkDraft, suggestForSegment } from "../suggest.ts";
import { getTerms } from "../terms-service.ts";
import { EditRow, type Unsaved } from "./edit-row.tsx";
import { EditorKeys } from "./editor-keys.tsx";
import { type EditorOverview, FaultyNotice, nameSubmit, sayLeft, surveyTranslation } from "./editor-overview.tsx";
import { choose, readShow, segmentsPerPage } from "./editor-query.ts";
import { EditorTools } from "./editor-tools.tsx";
import { gatherWorkspace, type Workspace } from "./gather-workspace.ts";
import { frameTranslation } from "./translation-frame.tsx";

/** The editor; `unsaved`: what a form brought that could not be kept, by segment. */
export async function composeEditor(
  request: MemberRequest,
  unsaved: ReadonlyMap<string, Unsaved>,
  problem?: string,
): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const workspace = await gatherWorkspace(request);
  const { translation, problems, mayWrite, machine } = workspace;
  const show = readShow(url);
  // What could not be kept stays in sight, whatever the filter says.
  const shown = choose(translation.segments, show, problems);
  const page = choosePage(shown, segmentsPerPage, url);
  const from = show === "all" ? page.first : 1;
  const overview = surveyTranslation(translation, problems, { language, from });
  const items = withUnsaved(workspace, page.items, unsaved);
  const problemsOf = await checkUnsaved(request, workspace, unsaved);
  const terms = indexTerms(await getTerms(context), translation.sourceLanguage);
  const asked = items.find(({ id }) => id === readText(url, "segment"));
  const help = asked && (await suggestForSegment(context, actor, { translation: translation.id, segment: asked.id }));
  const action = changeQuery(url, { done: undefined, count: undefined, problem: undefined, segment: undefined });
  return frameTranslation(
    { request, workspace, view: "edit", problem, islands: mayWrite ? ["translation-editor"] : [] },
    <>
      <EditorTools {...{ workspace, overview, show, language }} />
      {mayWrite && <EditorKeys language={language} />}
      {items.length === 0 && (
        <Notice tone="information">
          <p>{message(language, "translation.noneShown")}</p>
        </Notice>
      )}
      <form
        method="post"
        action={action}
        class="translation-form"
        data-translation-editor
        data-from={from}
        data-saving={message(language, "translation.status.saving")}
        data-saved={message(language, "translation.status.saved")}
        data-waiting={message(language, "translation.status.waiting")}
        data-offline={message(language, "translation.status.offline")}
        data-next-page={
          page.number < page.count ? changeQuery(new URL(action, url), { page: String(page.number + 1) }) : undefined
        }
      >
        {mayWrite && (
          // The first button of a form answers the enter key: it must be the harmless one.
          <button type="submit" name="intent" value="save-all" class="visually-hidden" tabIndex={-1}>
            {message(language, "translation.saveAll")}
          </button>
        )}
        <ol class="segments" start={page.first}>
          {items.map((segment) => (
            <EditRow
              key={segment.id}
              translation={translation}
              segment={segment}
              problems={problemsOf.get(segment.id) ?? []}
              terms={
                help && segment === asked
                  ? help.terms
                  : [...new Map(findTerms(segment.source, terms).map((found) => [found.term.id, found])).values()]
              }
              matches={help && segment === asked ? help.matches : null}
              helpHref={changeQuery(new URL(action, url), { segment: segment.id })}
              unsaved={unsaved.get(segment.id)}
              mayWrite={mayWrite}
              mayDraft={machine.state === "ready"}
              language={language}
              name={workspace.name}
            />
          ))}
        </ol>
        {mayWrite && items.length > 0 && (
          <p class="form-actions">
            <span class="form-status" role="status" data-form-status />
            <button type="submit" name="intent" value="save-all">
              {message(language, "translation.saveAll")}
            </button>
          </p>
        )}
      </form>
      <OffsetPagination page={page} url={new URL(action, url)} language={language} />
      {mayWrite && translation.state === "open" && (
        <SubmitForm id={translation.id} overview={overview} language={language} />
      )}
    </>,
  );
}

/** What seems wrong with the texts in the fields: of one that could not be kept, with what was typed. */
async function checkUnsaved(
  { context, actor }: MemberRequest,
  { translation, problems }: Workspace,
  unsaved: ReadonlyMap<string, Unsaved>,
): Promise<Workspace["problems"]> {
  const found = new Map(problems);
  for (const [segment, { typed: target, reason }] of unsaved) {
    // One that is too long has that to be mended first.
    const isChecked = reason !== "too-large";
    found.set(
      segment,
      isChecked ? await checkDraft(context, actor, { translation: translation.id, segment, target }) : [],
    );
  }
  return found;
}

function withUnsaved(
  { translation }: Workspace,
  items: Workspace["translation"]["segments"],
  unsaved: ReadonlyMap<string, Unsaved>,
) {
  const shown = new Set(items.map(({ id }) => id));
  const missing = translation.segments.filter(({ id }) => unsaved.has(id) && !shown.has(id));
  return [...missing, ...items];
}

/** Asks for the review, once nothing is empty or a machine's alone. */
function SubmitForm({ id, overview, language }: { id: string; overview: EditorOverview; language: Language }) {
  return (
    <form method="post" action={links.translation(language, id)} class="translation-step">
      <p data-left>{sayLeft(overview, language)}</p>
      <div data-faulty role="status">
        <FaultyNotice overview={overview} language={language} />
      </div>
      <button type="submit" name="intent" value="submit" disabled={overview.left > 0} data-submit>
        {nameSubmit(overview, language)}
      </button>
    </form>
  );
}
