import { AppError } from "../../../core/errors.ts";
import { isLanguage } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { message } from "../../../messages/message.ts";
import { readNamedFile } from "../../../platform/files/name-file.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { getBooks } from "../../programme/books.ts";
import { findStanding } from "../../records/access.ts";
import { answersFor } from "../access.ts";
import { describeQuestionnaire, writeQuestionnaire } from "../questionnaire.ts";
import { toAnswer } from "../rows.ts";
import { getSurvey } from "../service.ts";

/** The questionnaire as a workbook, in the language that is asked for. */
export const sendQuestionnaire: RawHandler<MemberRequest> = async ({ context, actor, language, params, url }) => {
  const { survey, questions } = await getSurvey(context, actor, params.id ?? "");
  const wanted = readText(url, "in") ?? language;
  const inLanguage = isLanguage(wanted) ? wanted : language;
  const { topics } = await getBooks(context);
  const content = await writeQuestionnaire(describeQuestionnaire(survey, questions, inLanguage, topics));
  const title = localize(survey.title, inLanguage).text;
  return {
    content,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fileName: `${message(inLanguage, "surveySheet.fileName")}-${title}.xlsx`,
  };
};

/** For those who gave the answer and for the platforms; `sheet` is the file that the answer was typed in from. */
export const sendAnswerFile: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const { survey } = await getSurvey(context, actor, params.id ?? "");
  const missing = new AppError("not-found", { kind: "file" });
  if (!/^[0-9a-f-]{36}$/.test(params.answer ?? "")) throw missing;
  const row = await read(context.database, (transaction) =>
    transaction
      .selectFrom("survey_answers")
      .selectAll()
      .where("id", "=", params.answer ?? "")
      .where("survey", "=", survey.id)
      .executeTakeFirst(),
  );
  const answer = row ? toAnswer(row) : null;
  const own = answersFor(await findStanding(context, actor));
  const isOwn = answer?.organisation != null && own.includes(answer.organisation);
  if (!answer || !(isOwn || (hasPermission(actor, "surveys.manage") && (answer.state !== "draft" || answer.byProxy))))
    throw missing;
  const value = params.question === "sheet" ? null : answer.answers[params.question ?? ""];
  const sha256 = params.question === "sheet" ? answer.file : isFile(value) ? value.sha256 : null;
  if (sha256 === null) throw missing;
  return {
    content: await readNamedFile(context.config, sha256),
    contentType: "application/octet-stream",
    fileName: isFile(value) ? value.name : `${survey.id}.xlsx`,
  };
};

function isFile(value: unknown): value is { sha256: string; name: string } {
  return typeof value === "object" && value !== null && "sha256" in value && "name" in value;
}
