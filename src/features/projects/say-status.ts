import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import { memberDocumentId } from "../../records/member-source.ts";
import type { Books } from "../programme/books.ts";
import type { Milestone, Phase, Project } from "./project.ts";

type Dated = Pick<Project, "status" | "periodFrom" | "periodTo" | "source">;

/**
 * The state of a project. Where a document gives it from before a change that the project's own period announces, the document's day
 * is said with it: what one of January 2016 calls running until March 2016 is not running for a reader of later days.
 */
export function sayStatus(
  project: Dated,
  { books, today, language }: { books: Pick<Books, "documents">; today: string; language: Language },
): string {
  const status = choiceMessage(language, "project.status", project.status);
  const { document } = project.source;
  const told = books.documents.find(({ id }) => id === document)?.asOf;
  if (document === memberDocumentId || told === undefined || !hasMovedOn(project, told, today)) return status;
  return message(language, "projectPage.statusAsOf", { status, date: writeEdtf(told, language) });
}

/**
 * The state of a phase, with the document's day where that lies before the phase's end, and how many of its steps the documents
 * still only plan: a phase that a later document calls done is not contradicted by the plans of an earlier one.
 */
export function sayPhaseStatus(
  phase: Phase,
  milestones: readonly Milestone[],
  { books, today, language }: { books: Pick<Books, "documents">; today: string; language: Language },
): string {
  const status = choiceMessage(language, "choice.project_phases.status", phase.status);
  const told = books.documents.find(({ id }) => id === phase.source.document)?.asOf;
  const isEarly =
    told !== undefined && phase.source.document !== memberDocumentId && isToldBeforeEnd(phase, told, today);
  const said = isEarly
    ? message(language, "projectPage.phaseTold", { status, date: writeEdtf(told, language) })
    : status;
  const open = milestones.filter((step) => step.phase === phase.number && step.status === "planned").length;
  if (phase.status !== "done" || open === 0) return said;
  const isEntered = phase.source.document === memberDocumentId;
  const key = isEntered ? "projectPage.phaseOpenStepsEntered" : "projectPage.phaseOpenSteps";
  return [said, message(language, key, { count: open })].join(message(language, "list.semicolon"));
}

function isToldBeforeEnd({ status, periodFrom, periodTo }: Phase, told: string, today: string): boolean {
  if (status === "done") return periodTo !== null && lastDayOf(told) < periodTo;
  return hasMovedOn({ status, periodFrom, periodTo }, told, today);
}

/** A running project whose end, or a planned one whose beginning, came after the document and has gone by since. */
function hasMovedOn({ status, periodFrom, periodTo }: Omit<Dated, "source">, told: string, today: string): boolean {
  if (status === "ended") return false;
  const change = status === "planned" ? (periodFrom ?? periodTo) : periodTo;
  return change !== null && lastDayOf(told) < change && change < today;
}

function lastDayOf(edtf: string): string {
  const parsed = parseEdtf(edtf);
  return (parsed.ok ? edtfBounds(parsed.value).to : null) ?? edtf;
}
