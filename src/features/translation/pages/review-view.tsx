import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import type { Actor } from "../../accounts/actor.ts";
import { canReview, hasTranslated } from "../access.ts";
import { isReviewed, type Segment } from "../translation.ts";
import { EditorFilter } from "./editor-filter.tsx";
import { anchorOf, choose, countShows, linkToSegment, readShow, segmentsPerPage } from "./editor-query.ts";
import { gatherWorkspace, type Workspace } from "./gather-workspace.ts";
import { Highlighted } from "./highlight.tsx";
import { SegmentProblems } from "./segment-problems.tsx";
import { lookOf, SegmentHead, SourceText } from "./segment-row.tsx";
import { frameTranslation } from "./translation-frame.tsx";

/** What could not be done, with the comment that was typed. */
interface Refused {
  problem: string;
  remark: string;
}

/** The second pair of eyes: sentence by sentence, all that raise no question at once, and the whole. */
export async function composeReview(request: MemberRequest, refused: Refused | null): Promise<PageContent> {
  const { actor, language, url } = request;
  const workspace = await gatherWorkspace(request);
  const { translation, problems } = workspace;
  const show = readShow(url);
  const page = choosePage(choose(translation.segments, show, problems), segmentsPerPage, url);
  // A form that comes back stands at the address it was sent to, where nothing can be asked for.
  const here = new URL(links.translation(language, translation.id), url);
  here.search = url.search;
  for (const name of ["done", "count", "problem"]) here.searchParams.delete(name);
  here.searchParams.set("view", "review");
  const action = `${links.translationReview(language, translation.id)}${here.search}`;
  return frameTranslation(
    { request, workspace, view: "review", problem: refused?.problem },
    <>
      <Notice tone="information" title={message(language, "translation.review.ruleTitle")}>
        <p>{message(language, "translation.review.rule")}</p>
        {hasTranslated(actor, translation.segments) && <p>{message(language, "translation.review.own")}</p>}
      </Notice>
      <EditorFilter
        show={show}
        counts={countShows(translation.segments, problems)}
        hrefOf={(one) =>
          links.translation(language, translation.id, { view: "review", show: one === "all" ? undefined : one })
        }
        language={language}
      />
      <form method="post" action={action} class="translation-form">
        {workspace.mayReview && <AcceptClean workspace={workspace} actor={actor} language={language} />}
        {page.items.length === 0 && <p class="hint">{message(language, "translation.noneShown")}</p>}
        <ol class="segments" start={page.first}>
          {page.items.map((segment) => (
            <ReviewRow key={segment.id} {...{ segment, workspace, actor, language }} />
          ))}
        </ol>
      </form>
      <OffsetPagination page={page} url={here} language={language} />
      <Decision workspace={workspace} actor={actor} language={language} refused={refused} />
    </>,
  );
}

interface Shared {
  workspace: Workspace;
  actor: Actor;
  language: Language;
}

/** Sentences that this reviewer may accept and that raise no question. */
export function findClean({ translation, problems }: Workspace, actor: Actor): Segment[] {
  return translation.segments.filter((segment) => canReview(actor, segment) && !problems.has(segment.id));
}

function AcceptClean({ workspace, actor, language }: Shared) {
  const clean = findClean(workspace, actor).length;
  if (clean === 0 || workspace.translation.state === "approved") return null;
  return (
    <p class="commands">
      <button type="submit" name="intent" value="accept-clean" class="button-second">
        {message(language, "translation.review.acceptClean", { count: clean })}
      </button>
    </p>
  );
}

function ReviewRow({ segment, workspace, actor, language }: Shared & { segment: Segment }) {
  const { translation, name, mayWrite } = workspace;
  const { id, mark, position, version, target } = segment;
  const problems = workspace.problems.get(id) ?? [];
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const isMine = mark === "edited" && segment.changed?.by === actor.userId;
  return (
    <li id={anchorOf(position)} class={`segment ${lookOf(translation, segment)} is-${mark}`}>
      <SegmentHead {...{ translation, segment, language, name }} />
      <SourceText translation={translation} source={segment.source} problems={problems} />
      <div class="segment-target">
        <p class="segment-read" lang={languageTags[translation.targetLanguage]}>
          <Highlighted text={target} ranges={problems.flatMap((problem) => (problem.target ? [problem.target] : []))} />
        </p>
        <SegmentProblems {...{ problems, target, language }} sides={translation} />
        <p class="segment-commands">
          {translation.state !== "approved" && canReview(actor, segment) && (
            <button type="submit" name="accept" value={`${id}:${version}`} class="quiet-button">
              {errors > 0
                ? message(language, "translation.review.acceptDespite", { count: errors })
                : message(language, "translation.review.accept")}
            </button>
          )}
          {isMine && <span class="hint">{message(language, "translation.review.mine")}</span>}
          {mayWrite && (
            <a href={linkToSegment({ language }, translation.id, position, "edit")}>
              {message(language, "translation.review.edit")}
            </a>
          )}
        </p>
      </div>
    </li>
  );
}

function isOfRemark({ problem }: Refused): boolean {
  return problem === "remark-missing" || problem === "remark-too-long";
}

function sayRefused({ problem }: Refused, language: Language): string {
  return message(
    language,
    `translation.problem.${problem === "remark-missing" ? "remark-missing" : "remark-too-long"}`,
  );
}

/** Approving or giving back the whole; why approving cannot be is said before anybody tries. */
function Decision({ workspace, actor, language, refused }: Shared & { refused: Refused | null }) {
  const { translation, mayReview } = workspace;
  const { state, progress, segments } = translation;
  if (!mayReview) return null;
  const action = links.translationReview(language, translation.id);
  if (state === "approved")
    return (
      <Section id="decision" title={message(language, "translation.review.decision")}>
        <form method="post" action={action}>
          <p>{message(language, "translation.review.reopenText")}</p>
          <button type="submit" name="intent" value="reopen" class="button-second">
            {message(language, "translation.review.reopen")}
          </button>
        </form>
      </Section>
    );
  if (state === "open")
    return (
      <Section id="decision" title={message(language, "translation.review.decision")}>
        <p>{message(language, "translation.review.notSubmitted")}</p>
      </Section>
    );
  const hindrance = hasTranslated(actor, segments)
    ? message(language, "translation.problem.own")
    : isReviewed(progress)
      ? null
      : message(language, "translation.problem.unreviewed", { count: progress.total - progress.reviewed });
  return (
    <Section id="decision" title={message(language, "translation.review.decision")}>
      <form method="post" action={action}>
        {hindrance !== null && <p>{hindrance}</p>}
        <LabelledField
          id="remark"
          name="remark"
          label={message(language, "translation.review.remark")}
          hint={message(language, "translation.review.remarkHint")}
          error={refused !== null && isOfRemark(refused) ? sayRefused(refused, language) : undefined}
          control={{ kind: "area", rows: 3, value: refused?.remark ?? "" }}
        />
        <p class="commands">
          <button type="submit" name="intent" value="approve" disabled={hindrance !== null}>
            {message(language, "translation.review.approve")}
          </button>
          <button type="submit" name="intent" value="return" class="button-second">
            {message(language, "translation.review.return")}
          </button>
        </p>
      </form>
    </Section>
  );
}
