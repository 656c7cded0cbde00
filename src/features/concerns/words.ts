import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { type Localized, type LocalizedText, localize, localizedFromJson } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { type Books, getBooks } from "../programme/books.ts";
import type { AnswerTime } from "./answer-time.ts";
import type { Round } from "./chains.ts";
import type { Concern } from "./concern.ts";

/** What pages say concerns with. */
export interface ConcernWords {
  language: Language;
  books: Books;
  directory: OrganisationDirectory;
  /** titles by id */
  surveys: ReadonlyMap<string, Localized>;
}

export async function gatherConcernWords(context: Context, language: Language): Promise<ConcernWords> {
  const surveys = await read(context.database, (transaction) =>
    transaction
      .selectFrom("survey_items")
      .select(["id", "title"])
      .where("state", "<>", "draft")
      .orderBy("id")
      .execute(),
  );
  return {
    language,
    books: await getBooks(context),
    directory: await getDirectory(context),
    surveys: new Map(surveys.map(({ id, title }) => [id, localizedFromJson(title)])),
  };
}

/** When: 「2014年12月」「随時」. */
export function nameRound({ raised }: Pick<Round, "raised">, { language }: ConcernWords): string {
  return raised === null ? message(language, "concern.round.anyTime") : sayWhen(raised, language);
}

/** That nobody knows for sure is said where the source is cited; “around” stays. */
export function sayWhen(edtf: string, language: Language): string {
  return writeEdtf(edtf.replaceAll("?", "").replaceAll("%", "~"), language);
}

/** What kind of occasion it was. */
export function nameOccasion({ survey, raised }: Round, { language }: ConcernWords): string {
  const occasion = survey !== null ? "survey" : raised === null ? "year" : "review";
  return message(language, `concern.round.${occasion}`);
}

export function nameOrganisation(id: string, { directory, language }: ConcernWords): string {
  return directory.find(id) ? directory.name(id, language) : id;
}

export function nameSurvey(id: string, { surveys, language }: ConcernWords): string {
  return localize(surveys.get(id) ?? {}, language).text || id;
}

/** 「約6か月」: in months from two months on. */
export function sayTime({ days, isApproximate }: AnswerTime, language: Language): { value: string; unit: string } {
  if (days === null) return { value: message(language, "concern.time.unknown"), unit: "" };
  const inMonths = days >= 60;
  const number = inMonths ? Math.round(days / 30.44) : days;
  const value = new Intl.NumberFormat(language).format(number);
  return {
    value: isApproximate || inMonths ? message(language, "concern.time.about", { value }) : value,
    unit: message(language, inMonths ? "concern.time.months" : "concern.time.days"),
  };
}

/** One line that tells concerns apart: 「2016年1月頃：…」. */
export function sayConcern({ raised, text }: Pick<Concern, "raised" | "text">, language: Language): string {
  const found = localize(text, language);
  const line = [...found.text.replace(/\s+/g, " ")];
  const short = line.length > 60 ? `${line.slice(0, 60).join("")}…` : line.join("");
  // A list to choose from holds plain text only: that it is another language is said in words.
  const mark = found.language === language ? "" : message(language, `meeting.onlyIn.${found.language}`);
  return `${sayWhen(raised, language)} — ${short}${mark}`;
}

const longestLine = 160;

/** As much as a line of a list holds. */
export function shorten(value: LocalizedText): LocalizedText {
  const characters = [...value.text.replace(/\s+/g, " ")];
  if (characters.length <= longestLine) return value;
  return { ...value, text: `${characters.slice(0, longestLine).join("")}…` };
}
