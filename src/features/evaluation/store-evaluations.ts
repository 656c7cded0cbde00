import type { Selectable } from "kysely";
import { isLanguage } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type {
  EvaluationAssessments,
  EvaluationStatements,
  Evaluations,
  EvaluationTypes,
} from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type {
  Absence,
  Assessment,
  CountedType,
  Drafted,
  Evaluation,
  Evidence,
  Frozen,
  Marks,
  Proposal,
  Statement,
  TypeReason,
  TypeRow,
} from "./draft.ts";

export async function readEvaluations(transaction: ReadTransaction): Promise<Evaluation[]> {
  const rows = await transaction
    .selectFrom("evaluations")
    .selectAll()
    .orderBy("last_year", "desc")
    .orderBy("kind")
    .orderBy("id")
    .execute();
  return rows.map(toEvaluation);
}

export async function findEvaluation(transaction: ReadTransaction, id: string): Promise<Evaluation | null> {
  const row = await transaction.selectFrom("evaluations").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

/** Held until the transaction ends, so that two who change one evaluation wait for each other. */
export async function lockEvaluation(transaction: WriteTransaction, id: string): Promise<Evaluation | null> {
  const row = await transaction
    .selectFrom("evaluations")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

export async function findByFormKey(transaction: ReadTransaction, key: string): Promise<string | null> {
  const row = await transaction.selectFrom("evaluations").select("id").where("form_key", "=", key).executeTakeFirst();
  return row?.id ?? null;
}

export async function insertEvaluation(
  transaction: WriteTransaction,
  evaluation: Pick<Evaluation, "id" | "kind" | "firstYear" | "lastYear" | "title" | "asOf"> & {
    by: string;
    now: Date;
    formKey: string;
  },
): Promise<void> {
  const { id, kind, firstYear, lastYear, title, asOf, by, now, formKey } = evaluation;
  await transaction
    .insertInto("evaluations")
    .values({
      ...{ id, kind, first_year: firstYear, last_year: lastYear, title: JSON.stringify(title), as_of: asOf },
      ...{ state: "draft", created_by: by, created_at: now, changed_at: now, form_key: formKey },
    })
    .execute();
}

/** Every change counts as one of the evaluation as well, so that a stale page is known by one number. */
export async function touchEvaluation(
  transaction: WriteTransaction,
  id: string,
  now: Date,
  changes: {
    state?: Evaluation["state"];
    asOf?: string;
    finishedBy?: string;
    frozen?: Frozen;
    proposal?: Proposal;
  } = {},
): Promise<void> {
  const { state, asOf, finishedBy, frozen, proposal } = changes;
  await transaction
    .updateTable("evaluations")
    .set((eb) => ({
      changed_at: now,
      revision: eb("revision", "+", 1),
      proposal: proposal ? JSON.stringify(proposal) : null,
      ...(state ? { state } : {}),
      ...(asOf ? { as_of: asOf } : {}),
      ...(finishedBy ? { finished_by: finishedBy, finished_at: now } : {}),
      ...(frozen ? { frozen: JSON.stringify(frozen) } : {}),
    }))
    .where("id", "=", id)
    .execute();
}

export async function readStatements(transaction: ReadTransaction, evaluation: string): Promise<Statement[]> {
  const rows = await transaction
    .selectFrom("evaluation_statements")
    .selectAll()
    .where("evaluation", "=", evaluation)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(toStatement);
}

export async function lockStatement(
  transaction: WriteTransaction,
  evaluation: string,
  id: string,
): Promise<Statement | null> {
  const row = await transaction
    .selectFrom("evaluation_statements")
    .selectAll()
    .where("evaluation", "=", evaluation)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toStatement(row) : null;
}

type NewStatement = Omit<Statement, "id" | "writtenBy" | "writtenAt" | "checkedBy" | "checkedAt" | "revision"> &
  Partial<Pick<Statement, "id" | "writtenBy" | "writtenAt">>;

export async function insertStatements(
  transaction: WriteTransaction,
  evaluation: string,
  statements: readonly NewStatement[],
): Promise<void> {
  if (statements.length === 0) return;
  await transaction
    .insertInto("evaluation_statements")
    .values(
      statements.map((statement) => ({
        ...(statement.id === undefined ? {} : { id: statement.id }),
        ...{ evaluation, section: statement.section, organisation: statement.organisation },
        ...{ position: statement.position, state: statement.state },
        drafted: statement.drafted === null ? null : JSON.stringify(statement.drafted),
        text: JSON.stringify(statement.text),
        evidence: JSON.stringify(statement.evidence),
        without_evidence_reason: writeAbsence(statement.withoutEvidenceReason),
        older_languages: statement.olderLanguages,
        written_by: statement.writtenBy ?? null,
        written_at: statement.writtenAt ?? null,
      })),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

export async function saveStatementRow(
  transaction: WriteTransaction,
  {
    id,
    drafted,
    text,
    evidence,
    withoutEvidenceReason,
    state,
    olderLanguages,
    writtenBy,
    writtenAt,
    checkedBy,
    checkedAt,
    position,
  }: Statement,
): Promise<void> {
  await transaction
    .updateTable("evaluation_statements")
    .set((eb) => ({
      drafted: drafted === null ? null : JSON.stringify(drafted),
      text: JSON.stringify(text),
      evidence: JSON.stringify(evidence),
      without_evidence_reason: writeAbsence(withoutEvidenceReason),
      older_languages: olderLanguages,
      ...{ state, position, written_by: writtenBy, written_at: writtenAt },
      ...{ checked_by: checkedBy, checked_at: checkedAt },
      revision: eb("revision", "+", 1),
    }))
    .where("id", "=", id)
    .execute();
}

function writeAbsence(reason: Absence | null): string | null {
  return reason === null ? null : JSON.stringify(reason);
}

export async function removeStatements(transaction: WriteTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .deleteFrom("evaluation_statements")
    .where("id", "in", [...ids])
    .execute();
}

export async function readTypes(transaction: ReadTransaction, evaluation: string): Promise<TypeRow[]> {
  const rows = await transaction
    .selectFrom("evaluation_types")
    .selectAll()
    .where("evaluation", "=", evaluation)
    .execute();
  return rows.map(toTypeRow);
}

/** What people decided stays; what was counted is counted anew. */
export async function saveTypes(
  transaction: WriteTransaction,
  evaluation: string,
  types: readonly CountedType[],
): Promise<void> {
  for (const { organisation, counted, reasons } of types) {
    const row = { counted, reasons: JSON.stringify(reasons) };
    await transaction
      .insertInto("evaluation_types")
      .values({ evaluation, organisation, ...row })
      .onConflict((conflict) => conflict.columns(["evaluation", "organisation"]).doUpdateSet(row))
      .execute();
  }
}

export async function saveDecision(
  transaction: WriteTransaction,
  evaluation: string,
  { organisation, decided, decidedReason, decidedBy }: TypeRow,
): Promise<void> {
  await transaction
    .updateTable("evaluation_types")
    .set({ decided, decided_reason: JSON.stringify(decidedReason), decided_by: decidedBy })
    .where("evaluation", "=", evaluation)
    .where("organisation", "=", organisation)
    .execute();
}

export async function readAssessments(transaction: ReadTransaction, evaluation: string): Promise<Assessment[]> {
  const rows = await transaction
    .selectFrom("evaluation_assessments")
    .selectAll()
    .where("evaluation", "=", evaluation)
    .orderBy("partnership")
    .orderBy("organisation")
    .execute();
  return rows.map(toAssessment);
}

export async function saveAssessmentRow(
  transaction: WriteTransaction,
  evaluation: string,
  { partnership, organisation, ...assessment }: Assessment,
): Promise<void> {
  const row = {
    marks: JSON.stringify(assessment.marks),
    language: assessment.language,
    comment: assessment.comment,
    translations: JSON.stringify(assessment.translations),
    state: assessment.state,
    author: assessment.author,
    changed_at: assessment.changedAt,
    submitted_at: assessment.submittedAt,
    revision: assessment.revision,
  };
  await transaction
    .insertInto("evaluation_assessments")
    .values({ evaluation, partnership, organisation, ...row })
    .onConflict((conflict) => conflict.columns(["evaluation", "partnership", "organisation"]).doUpdateSet(row))
    .execute();
}

function toEvaluation(row: Selectable<Evaluations>): Evaluation {
  return {
    id: row.id,
    kind: row.kind,
    firstYear: row.first_year,
    lastYear: row.last_year,
    title: localizedFromJson(row.title),
    state: row.state,
    asOf: row.as_of,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    revision: row.revision,
    proposal: row.proposal as unknown as Proposal | null,
    frozen: row.frozen as unknown as Frozen | null,
  };
}

function toStatement(row: Selectable<EvaluationStatements>): Statement {
  return {
    id: row.id,
    section: row.section,
    organisation: row.organisation,
    position: row.position,
    drafted: row.drafted as unknown as Drafted | null,
    text: localizedFromJson(row.text),
    evidence: row.evidence as unknown as Evidence[],
    withoutEvidenceReason: row.without_evidence_reason as Absence | null,
    state: row.state,
    olderLanguages: row.older_languages.filter(isLanguage),
    writtenBy: row.written_by,
    writtenAt: row.written_at === null ? null : new Date(row.written_at),
    checkedBy: row.checked_by,
    checkedAt: row.checked_at === null ? null : new Date(row.checked_at),
    revision: row.revision,
  };
}

function toTypeRow(row: Selectable<EvaluationTypes>): TypeRow {
  return {
    organisation: row.organisation,
    counted: row.counted,
    reasons: row.reasons as unknown as TypeReason[],
    decided: row.decided,
    decidedReason: localizedFromJson(row.decided_reason),
    decidedBy: row.decided_by,
  };
}

function toAssessment(row: Selectable<EvaluationAssessments>): Assessment {
  return {
    partnership: row.partnership,
    organisation: row.organisation,
    marks: row.marks as Marks,
    language: isLanguage(row.language) ? row.language : "ja",
    comment: row.comment,
    translations: localizedFromJson(row.translations),
    state: row.state,
    author: row.author,
    changedAt: new Date(row.changed_at),
    submittedAt: row.submitted_at === null ? null : new Date(row.submitted_at),
    revision: row.revision,
  };
}
