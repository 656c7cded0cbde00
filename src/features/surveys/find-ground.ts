import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import type { AnswerGround } from "./check-answers.ts";
import type { Survey } from "./survey.ts";

/** What the answers of a survey are held against: plans are asked for the year after it. */
export async function findGround(context: Context, survey: Survey, language: Language): Promise<AnswerGround> {
  const { topics } = await getBooks(context);
  const { calendar } = await getProgramme(context);
  return {
    organisations: await getDirectory(context),
    topics: topics.map(({ id }) => id),
    language,
    calendar,
    planYear: survey.fiscalYear + 1,
  };
}
