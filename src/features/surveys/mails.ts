import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { MailText } from "../mailing/mail-readers.ts";
import type { Survey } from "./survey.ts";

export type SurveyMailKind = "invitation" | "reminder" | "reworded";

/** The office that asks, in the language of the mail; the mail itself can be answered by nobody. */
export interface SurveyAsker {
  organisation: string;
  email: string;
}

/** Days before the deadline from which it is near. */
const nearDays = 7;

/** What a reminder may truly say of the deadline. */
export function judgeDeadline(deadline: string | null, today: string): "again" | "near" | "late" {
  if (deadline === null) return "again";
  if (deadline < today) return "late";
  const { days } = Temporal.PlainDate.from(today).until(deadline, { largestUnit: "days" });
  return days <= nearDays ? "near" : "again";
}

/** In the language of the organisation, not of the reader: the office was asked in it. A mail carries no answers. */
export function writeSurveyMail(
  site: string,
  survey: Survey,
  {
    kind,
    language,
    today,
    asker,
    onceKey,
  }: { kind: SurveyMailKind; language: Language; today: string; asker: SurveyAsker | null; onceKey: string },
): MailText {
  const words = kind === "reminder" ? (`reminder.${judgeDeadline(survey.deadline, today)}` as const) : kind;
  const title = localize(survey.title, language).text;
  const deadline = survey.deadline === null ? "" : writeEdtf(survey.deadline, language);
  const page = `${site}${links.answerSurvey(language, survey.id)}`;
  return {
    purpose: kind === "reminder" ? "reminder" : "survey",
    subject: message(language, `surveyMail.${words}.subject`, { title }),
    paragraphs: [
      message(language, `surveyMail.${words}.text`, { title, deadline }),
      ...(survey.anonymous ? [message(language, "surveyMail.anonymous")] : []),
      `${message(language, "surveyMail.page")}\n${page}`,
      ...(asker === null ? [] : [message(language, "surveyMail.asker", { ...asker })]),
    ],
    onceKey,
  };
}
