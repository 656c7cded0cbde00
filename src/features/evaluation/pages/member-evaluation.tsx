import { writeEdtf } from "../../../core/edtf-format.ts";
import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import type { Statement } from "../draft.ts";
import { areBeingMade, listKeptDocuments, missingLanguages } from "../keep-documents.ts";
import { countWaiting } from "../open-points.ts";
import { type EvaluationView, viewEvaluation } from "../view.ts";
import { sayPlaceJoint } from "../word-place.ts";
import { AssessmentSection } from "./assessment-section.tsx";
import { CheckPart } from "./check-part.tsx";
import { DeepeningPicture } from "./deepening-picture.tsx";
import { getPictureKnowledge } from "./deepening-words.ts";
import { EvaluationActions } from "./evaluation-actions.tsx";
import { EvidenceName, nameAbsence } from "./evidence-list.tsx";
import { Governments, TypeStrip } from "./governments.tsx";
import { IndicatorSection } from "./indicator-section.tsx";
import { BackToJumps, type Jump, JumpList } from "./jump-list.tsx";
import { KeptDocuments } from "./kept-documents.tsx";
import { PlaceWords, StatementList } from "./statements-list.tsx";
import { TheirWords } from "./their-words.tsx";
import { reasonField, type TypedDecision } from "./type-decision.tsx";

export const showMemberEvaluation: PageHandler<MemberRequest> = (request) => describeEvaluation(request);

const sections = ["progress", "result", "benefit-home", "task"] as const;

/** One evaluation in the order of D: each local government, then what all of it shows, then figures and both sides' word. */
export async function describeEvaluation(
  request: MemberRequest,
  problem: string | null = null,
  typed: TypedDecision | null = null,
): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const view = await viewEvaluation(context, actor, params.id ?? "");
  const { evaluation } = view;
  const directory = await getDirectory(context);
  const programme = await getProgramme(context);
  const knowledge = await getPictureKnowledge(context, language);
  const isFinal = evaluation.state === "final";
  const isWriter = hasPermission(actor, "evaluations.write") && !isFinal;
  const notes = numberNotes(view);
  const noteOf = (statement: Statement) => notes.indexOf(statement) + 1;
  const shared = { view, language, isWriter, noteOf };
  const done = url.searchParams.get("done");
  const kept = isFinal ? await listKeptDocuments(context, actor, evaluation.id) : [];
  const isKept = missingLanguages(kept).length === 0;
  const title = localize(evaluation.title, language);
  return {
    title: title.text,
    description: message(language, "evaluation.view.description"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "memberBar.evaluations"), href: links.evaluations(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, `evaluation.kind.${evaluation.kind}`)}
          title={title}
          meta={[
            {
              term: message(language, "evaluation.period"),
              value: writeFiscalYears(programme, view.years, language),
            },
            {
              term: message(language, "evaluation.column.state"),
              value: message(language, `evaluation.state.${evaluation.state}`),
            },
            { term: message(language, "evaluation.asOf"), value: writeEdtf(evaluation.asOf, language) },
          ]}
          links={
            isFinal
              ? [{ text: message(language, "evaluation.kept.title"), href: "#documents" }]
              : (["docx", "pdf"] as const).map((format) => ({
                  text: message(language, `evaluation.file.${format}`),
                  href: links.evaluationFile(language, evaluation.id, format),
                }))
          }
        />
        {(done === "saved" ||
          done === "drafted" ||
          done === "opened" ||
          done === "finished" ||
          done === "dropped" ||
          done === "checked" ||
          done === "proposed" ||
          done === "documents") && (
          <Notice tone="success">
            <p>{message(language, `evaluation.done.${done === "finished" && isKept ? "finishedKept" : done}`)}</p>
          </Notice>
        )}
        {problem !== null && (
          <Notice tone="error">
            <p>{typed === null ? problem : <a href={`#${reasonField(typed, language)}`}>{problem}</a>}</p>
          </Notice>
        )}
        <JumpList jumps={listJumps(view, { isWriter, language })} language={language} />
        {isWriter && <EvaluationActions {...{ view, language }} />}
        <Section id="governments" title={message(language, "evaluation.part.achievement")}>
          <TypeStrip {...shared} directory={directory} />
          <p class="hint">{message(language, "evaluation.type.note")}</p>
          <Governments
            {...shared}
            directory={directory}
            open={typed?.organisation ?? url.searchParams.get("open")}
            attempt={typed && problem !== null ? { typed, problem } : null}
          />
          <BackToJumps language={language} />
        </Section>
        {sections.map((section) => (
          <Section key={section} id={section} title={message(language, `evaluation.part.${section}`)}>
            <StatementList {...shared} statements={view.statements.filter((one) => one.section === section)} />
            {isWriter && <CheckPart {...{ view, section, language }} />}
            <BackToJumps language={language} />
          </Section>
        ))}
        <Section id="indicators" title={message(language, "evaluation.part.indicators")}>
          <IndicatorSection {...{ view, programme, language }} />
          <BackToJumps language={language} />
        </Section>
        <Section
          id="deepening"
          title={message(language, "evaluation.deepening.title")}
          more={{ text: message(language, "evaluation.deepening.open"), href: links.deepening(language) }}
        >
          <DeepeningPicture
            id="deepening-picture"
            rows={view.deepening}
            years={view.years}
            knowledge={knowledge}
            action={(row) => `${links.deepening(language)}#${row.partnership}`}
          />
        </Section>
        {evaluation.state !== "draft" && (
          <Section id="assessments" title={message(language, "evaluation.part.assessment")}>
            <AssessmentSection assessed={view.assessments} {...{ evaluation, directory, language }} />
          </Section>
        )}
        {isFinal && (
          <KeptDocuments
            kept={kept}
            isMaking={areBeingMade(evaluation, context.clock.now())}
            mayKeep={hasPermission(actor, "evaluations.write")}
            {...{ evaluation, language }}
          />
        )}
        {isWriter && view.dropped.length > 0 && (
          <Section id="dropped" title={message(language, "evaluation.part.dropped")}>
            <ul class="dropped-statements">
              {view.dropped.map((statement) => (
                <li key={statement.id}>
                  <a href={links.evaluationStatement(language, evaluation.id, statement.id)}>
                    <Words value={localize(statement.text, language)} />
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Notes notes={notes} view={view} language={language} />
      </>
    ),
  };
}

/** What the page holds, with how many sentences of each part wait for whoever writes it. */
function listJumps(
  view: EvaluationView,
  { isWriter, language }: { isWriter: boolean; language: MemberRequest["language"] },
): Jump[] {
  const isFinal = view.evaluation.state === "final";
  const waiting = isWriter ? countWaiting(view, language) : new Map<string, number>();
  const jump = (id: JumpId, section: string = id): Jump => ({
    id,
    text: message(language, `evaluation.jump.${id}`),
    waiting: waiting.get(section) ?? 0,
  });
  return [
    jump("governments", "achievement"),
    ...sections.map((section) => jump(section)),
    jump("indicators"),
    jump("deepening"),
    ...(view.evaluation.state === "draft" ? [] : [jump("assessments")]),
    ...(isFinal ? [jump("documents")] : []),
    ...(isWriter && view.dropped.length > 0 ? [jump("dropped")] : []),
  ];
}

type JumpId =
  | "governments"
  | (typeof sections)[number]
  | "indicators"
  | "deepening"
  | "assessments"
  | "documents"
  | "dropped";

/** Sentences in the order of the page: their numbers are those of the notes on paper. */
function numberNotes({ types, statements }: EvaluationView): Statement[] {
  return [
    ...types.flatMap(({ organisation }) => statements.filter((statement) => statement.organisation === organisation)),
    ...sections.flatMap((section) => statements.filter((statement) => statement.section === section)),
  ];
}

/** More records than anybody reads in a note; the page and the record lists have them all. */
const mostInNote = 15;

/** On paper nothing can be unfolded: the evidence of every sentence stands as numbered notes. */
function Notes({
  notes,
  view,
  language,
}: {
  notes: readonly Statement[];
  view: EvaluationView;
  language: MemberRequest["language"];
}) {
  const joint = message(language, "evaluation.document.noteJoint");
  return (
    <section class="print-notes" aria-hidden="true">
      <h2>{message(language, "evaluation.evidence.notes")}</h2>
      <ol>
        {notes.map(({ id, drafted, evidence, withoutEvidenceReason }, index) => (
          <li key={id}>
            <span class="print-note-number">{index + 1}</span>
            {evidence.length === 0 && withoutEvidenceReason !== null && (
              <TheirWords text={nameAbsence(withoutEvidenceReason, language)} language={language} />
            )}
            {evidence.slice(0, mostInNote).map((one, at) => (
              <span key={`${one.kind}/${one.id}`}>
                {at > 0 && joint}
                <EvidenceName one={one} words={view.words} language={language} />
                {one.kind === "document" &&
                  (drafted?.places ?? [])
                    .filter(({ document }) => document === one.id)
                    .map((place, index) => (
                      <span key={`${place.place} ${place.row ?? ""}`}>
                        {index > 0
                          ? message(language, "list.separator")
                          : sayPlaceJoint(place, view.documents, language)}
                        <PlaceWords place={place} documents={view.documents} language={language} />
                      </span>
                    ))}
              </span>
            ))}
            {evidence.length > mostInNote &&
              `${joint}${message(language, "evaluation.evidence.more", { count: evidence.length - mostInNote })}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The sentence for what kept a change from being made. */
export function sayConflict(error: unknown, language: MemberRequest["language"]): string | null {
  if (!(error instanceof AppError) || (error.code !== "conflict" && error.code !== "invalid-input")) return null;
  const reason = String(error.details.reason ?? error.details.field ?? "");
  return choiceMessage(language, "evaluation.problem", reason);
}
