import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { writeCsv } from "../../../documents/csv.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { links, withQuery } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { isFormKey } from "../../comments/form-key.ts";
import {
  checkCells,
  cleanCells,
  type Participant,
  type ParticipantField,
  type ParticipantReason,
  participantCategories,
  participantFields,
  participantLimits,
} from "../participant.ts";
import { type PastedRow, readPaste } from "../read-paste.ts";
import {
  addParticipants,
  editParticipant,
  eraseParticipant,
  exportParticipants,
  removeParticipant,
} from "../service.ts";
import { categoryLabel, fieldLabel, pasteWords } from "../words.ts";
import { describeParticipants, type ReturnedForm } from "./participants.tsx";

type FormRequest = MemberRequest & { form: FormData };

export const submitParticipants: ActionHandler = async (request) => {
  const { context, actor, params, form } = request;
  const activity = params.id ?? "";
  const id = readField(form, "participant");
  switch (form.get("intent")) {
    case "add":
    case "edit":
      return savePerson(request, activity);
    case "import":
      return importRows(request, activity);
    case "remove":
      return answer(request, "removed", () => removeParticipant(context, actor, activity, id));
    case "erase":
      return answer(request, "erased", () => eraseParticipant(context, actor, activity, id));
    case "export":
    case "export-person":
      return exportPeople(request, activity);
    default:
      throw new AppError("invalid-input", { reason: "intent" });
  }
};

async function savePerson(request: FormRequest, activity: string): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const isEdit = form.get("intent") === "edit";
  const id = readField(form, "participant");
  const cells = cleanCells(Object.fromEntries(participantFields.map((field) => [field, readField(form, field)])));
  const returned: ReturnedForm = { cells, ...(isEdit && { editing: id }) };
  const problems = checkCells(cells);
  if (problems.length > 0) {
    const errors = Object.fromEntries(problems.map(({ field, reason }) => [field, explain(language, reason)]));
    return { page: await describeParticipants(request, { ...returned, errors }), status: 422 };
  }
  if (isEdit) return answer(request, "edited", () => editParticipant(context, actor, activity, id, cells), returned);
  const entry = { key: readFormKey(form), pasted: false };
  return answer(request, "added", () => addParticipants(context, actor, activity, [cells], entry), returned);
}

async function importRows(request: FormRequest, activity: string): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const text = readField(form, "rows", 500_000);
  const rows = readPaste(text, pasteWords);
  const refuse = async (returned: ReturnedForm): Promise<Outcome> => ({
    page: await describeParticipants(request, { rows: text, ...returned }),
    status: 422,
  });
  if (!rows) return refuse({ error: message(language, "participant.problem.notTable") });
  if (rows.length === 0) return refuse({ error: message(language, "participant.problem.emptyPaste") });
  const { perPaste: limit } = participantLimits;
  if (rows.length > limit) return refuse({ error: message(language, "participant.problem.longPaste", { limit }) });
  const rowErrors = rows.flatMap((row) =>
    row.problems.map(({ field, reason }) => explainRow(language, row, field, reason)),
  );
  if (rowErrors.length > 0) return refuse({ rowErrors });
  const people = rows.map(({ cells }) => cells);
  const add = () => addParticipants(context, actor, activity, people, { key: readFormKey(form), pasted: true });
  try {
    return await answer(request, "imported", add, { rows: text });
  } catch (error) {
    if (!(error instanceof AppError) || !Array.isArray(error.details.indexes)) throw error;
    const again = rows.filter(
      (_, index) => Array.isArray(error.details.indexes) && error.details.indexes.includes(index),
    );
    return refuse({ rowErrors: again.map((row) => explainRow(language, row, "family_name", "duplicate")) });
  }
}

/** Does it and says so on the list; what stands in its way comes back in words. */
async function answer(
  request: FormRequest,
  done: string,
  work: () => Promise<void>,
  returned: ReturnedForm = {},
): Promise<Outcome> {
  const { language, params } = request;
  try {
    await work();
  } catch (error) {
    const isGone = error instanceof AppError && error.code === "not-found" && error.details.kind === "participant";
    const reason = isGone ? "gone" : error instanceof AppError ? String(error.details.reason ?? "") : "";
    const key = findMessageKey(`participant.problem.${reason}`);
    // Which rows of a paste are there already, only the paste knows.
    if (key === null || (reason === "duplicate" && returned.rows !== undefined)) throw error;
    const text = message(language, key, { limit: participantLimits.perActivity });
    const where: ReturnedForm = reason === "duplicate" ? { errors: { family_name: text } } : { error: text };
    return { page: await describeParticipants(request, { ...returned, ...where }), status: 409 };
  }
  return { redirect: withQuery(links.activityParticipants(language, params.id ?? ""), { done }) };
}

async function exportPeople({ context, actor, language, form }: FormRequest, activity: string): Promise<Outcome> {
  const id = form.get("intent") === "export" ? null : readField(form, "participant");
  const people = await exportParticipants(context, actor, activity, id);
  const name =
    id === null
      ? message(language, "participant.fileName", { id: activity })
      : message(language, "participant.personFileName", { id });
  const content = writeCsv([
    participantFields.map((field) => fieldLabel(language, field)),
    ...people.map((person) => participantFields.map((field) => cellOf(language, person, field))),
  ]);
  return { file: { content, contentType: "text/csv; charset=utf-8", fileName: `${name}.csv` } };
}

function cellOf(language: Language, person: Participant, field: ParticipantField): string {
  return field === "category" ? categoryLabel(language, person.category) : person[field];
}

function explain(language: Language, reason: ParticipantReason): string {
  const separator = language === "en" ? ", " : "、";
  const choices = participantCategories.map((category) => categoryLabel(language, category)).join(separator);
  return message(language, `participant.problem.${reason}`, { choices });
}

function explainRow(
  language: Language,
  { number: row }: PastedRow,
  field: ParticipantField,
  reason: ParticipantReason,
): string {
  const problem = explain(language, reason);
  return message(language, "participant.rowError", { row, field: fieldLabel(language, field), problem });
}

function readField(form: FormData, name: string, longest = 2_000): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, longest) : "";
}

function readFormKey(form: FormData): string {
  const key = readField(form, "form_key");
  if (!isFormKey(key)) throw new AppError("invalid-input", { reason: "form" });
  return key;
}
