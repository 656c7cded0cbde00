import type { Selectable } from "kysely";
import { languages } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type {
  SurveyAnswers,
  SurveyInvitations,
  SurveyItemQuestions,
  SurveyItems,
  SurveyOutcomes,
} from "../../db/generated/schema.ts";
import { sourceFromJson } from "../programme/source.ts";
import { readEarlierWords, readOptions } from "./question.ts";
import type { Answers, Invitation, Outcome, Question, Survey, SurveyAnswer } from "./survey.ts";

export function toSurvey(row: Selectable<SurveyItems>): Survey {
  return {
    id: row.id,
    origin: row.origin,
    title: localizedFromJson(row.title),
    introduction: localizedFromJson(row.introduction),
    fiscalYear: row.fiscal_year,
    languages: languages.filter((language) => row.languages.includes(language)),
    asked: row.asked,
    askedFrom: row.asked_from,
    deadline: row.deadline,
    acceptsLate: row.accepts_late,
    reminderDays: row.reminder_days,
    anonymous: row.anonymous,
    state: row.state,
    results: row.results,
    basedOn: row.based_on,
    questionsRevision: row.questions_revision,
    source: sourceFromJson(row.source),
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    revision: row.revision,
  };
}

export function toQuestion(row: Selectable<SurveyItemQuestions>): Question {
  return {
    id: row.id,
    position: row.position,
    kind: row.kind,
    text: localizedFromJson(row.text),
    help: localizedFromJson(row.help),
    required: row.required,
    options: readOptions(row.options),
    retired: row.retired,
    earlier: readEarlierWords(row.earlier_words),
  };
}

export function toInvitation(row: Selectable<SurveyInvitations>): Invitation {
  const moment = (at: Date | null) => (at === null ? null : new Date(at));
  return {
    survey: row.survey,
    organisation: row.organisation,
    language: row.language,
    invitedAt: moment(row.invited_at),
    remindedAt: moment(row.reminded_at),
    answeredAt: moment(row.answered_at),
  };
}

export function toAnswer(row: Selectable<SurveyAnswers>): SurveyAnswer {
  return {
    id: row.id,
    survey: row.survey,
    organisation: row.organisation,
    state: row.state,
    language: row.language,
    answers: row.answers as unknown as Answers,
    questionsRevision: row.questions_revision,
    byProxy: row.by_proxy,
    file: row.file,
    proxyNote: row.proxy_note,
    revision: row.revision,
    changedAt: new Date(row.changed_at),
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
  };
}

export function toOutcome(row: Selectable<SurveyOutcomes>): Outcome {
  const { answer, question, kind, target, record, note } = row;
  return { answer, question, row: row.row, kind, target, record, note };
}
