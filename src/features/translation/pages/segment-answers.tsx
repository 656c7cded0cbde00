import { renderToString } from "preact-render-to-string";
import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import type { ActionHandler, MemberRequest, Outcome, RawHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import type { Problem } from "../checks/problem.ts";
import { saveSegment } from "../edit-segments.ts";
import { gatherPeople } from "../people.ts";
import { getTranslation } from "../service.ts";
import { checkDraft, checkTranslation, suggestForSegment } from "../suggest.ts";
import type { Segment, Translation } from "../translation.ts";
import { UnsavedNotice } from "./edit-row.tsx";
import { type EditorOverview, FaultyNotice, nameSubmit, sayLeft, surveyTranslation } from "./editor-overview.tsx";
import { ProgressBar } from "./marks.tsx";
import { SegmentHelp } from "./segment-help.tsx";
import { SegmentProblems } from "./segment-problems.tsx";
import { MarkFacts, SourceText } from "./segment-row.tsx";

/** What helps with one sentence, as a piece of the page: the island puts it in place when the sentence is entered. */
export const showSegmentHelp: RawHandler<MemberRequest> = async (request) => {
  const { context, actor, language } = request;
  const { translation, segment } = await findSegment(request);
  const help = await suggestForSegment(context, actor, { translation: translation.id, segment: segment.id });
  const mayWrite = translation.state !== "approved" && hasPermission(actor, "translations.write");
  const content = renderToString(
    <SegmentHelp
      {...{ segment, language, mayWrite }}
      direction={translation}
      matches={help?.matches ?? []}
      terms={help?.terms ?? []}
    />,
  );
  return { contentType: "text/html; charset=utf-8", content };
};

/** `check` looks at what is being typed, `save` keeps it; pieces of the page come back. */
export const postSegment: ActionHandler = async (request) => {
  const { form } = request;
  const { translation, segment } = await findSegment(request);
  const target = String(form.get("target") ?? "");
  if (form.get("intent") === "check") {
    const { context, actor } = request;
    const problems = await checkDraft(context, actor, { translation: translation.id, segment: segment.id, target });
    return { json: pieces(request, translation, { ...segment, target }, problems) };
  }
  const version = Number(form.get("version"));
  if (form.get("intent") !== "save" || !Number.isSafeInteger(version))
    throw new AppError("invalid-input", { field: "intent" });
  const from = Number(form.get("from") ?? 1);
  if (!Number.isSafeInteger(from)) throw new AppError("invalid-input", { field: "from" });
  return save(request, translation, segment, { target, version, from });
};

async function save(
  request: MemberRequest,
  translation: Translation,
  segment: Segment,
  { from, ...typed }: { target: string; version: number; from: number },
): Promise<Outcome> {
  const { context, actor, language } = request;
  try {
    const result = await saveSegment(context, actor, { translation: translation.id, segment: segment.id, ...typed });
    if (result.state === "conflict") {
      const notice = describeUnsaved(request, translation, result.segment, typed.target, "conflict");
      return { json: { state: "conflict", notice }, status: 409 };
    }
    const after = await getTranslation(context, actor, translation.id);
    const now = after.segments.find(({ id }) => id === segment.id) ?? result.segment;
    const problems = await checkTranslation(context, actor, translation.id);
    const overview = surveyTranslation(after, problems, { language, from });
    const name = await gatherPeople(context, language, [now.changed?.by, now.reviewed?.by]);
    return {
      json: {
        ...{ state: result.state, version: now.version, target: now.target, mark: now.mark },
        facts: renderToString(<MarkFacts segment={now} language={language} name={name} />),
        overview: describeOverview(overview, language),
        progress: renderToString(<ProgressBar progress={after.progress} language={language} />),
        ...pieces(request, translation, now, problems.get(segment.id) ?? []),
      },
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    if (code === "too-large") {
      const notice = describeUnsaved(request, translation, segment, typed.target, "too-large");
      return { json: { state: "too-large", notice }, status: 422 };
    }
    if (details.reason !== "approved") throw error;
    const notice = describeUnsaved(request, translation, segment, typed.target, "approved");
    return { json: { state: "approved", notice }, status: 409 };
  }
}

/** What changes on the page beyond the sentence; each word in its place, so that nobody loses the focus. */
function describeOverview(overview: EditorOverview, language: Language) {
  const { shows, jumps, left } = overview;
  return {
    ...{ shows, jumps, left, leftText: sayLeft(overview, language), submit: nameSubmit(overview, language) },
    faulty: renderToString(<FaultyNotice overview={overview} language={language} />),
  };
}

function pieces(
  { language }: MemberRequest,
  translation: Translation,
  { source, target }: Pick<Segment, "source" | "target">,
  problems: readonly Problem[],
) {
  return {
    problems: renderToString(<SegmentProblems {...{ problems, target, language }} sides={translation} />),
    source: renderToString(<SourceText {...{ translation, source, problems }} />),
  };
}

function describeUnsaved(
  { language }: MemberRequest,
  translation: Translation,
  segment: Segment,
  typed: string,
  reason: "conflict" | "too-large" | "approved",
): string {
  return renderToString(<UnsavedNotice unsaved={{ typed, reason }} {...{ segment, translation, language }} />);
}

async function findSegment({
  context,
  actor,
  params,
}: MemberRequest): Promise<{ translation: Translation; segment: Segment }> {
  const translation = await getTranslation(context, actor, params.id ?? "");
  const segment = translation.segments.find(({ id }) => id === params.segment);
  if (!segment) throw new AppError("not-found", { kind: "segment" });
  return { translation, segment };
}
