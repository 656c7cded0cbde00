import { writeEdtf } from "../../core/edtf-format.ts";
import { isLanguage, languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { choiceMessage, findMessageKey, message } from "../../messages/message.ts";
import type { NeedWords } from "./words.ts";

/** One field of a need or of an offer that changed, as a sentence; what the sentence cannot hold is told by the field's name alone. */
export function tellChange(
  field: string,
  { before, after }: { before: unknown; after: unknown },
  words: NeedWords,
  { how = "history", form = "needForm" }: { how?: "history" | "conflict"; form?: "needForm" | "offerForm" } = {},
): string {
  const { language } = words;
  const key = findMessageKey(`${form}.field.${field}`);
  const values = {
    label: key ? message(language, key) : field,
    before: shorten(print(field, before, words)) || message(language, "needs.history.nothing"),
    after: shorten(print(field, after, words)) || message(language, "needs.history.nothing"),
  };
  return message(language, how === "history" ? "needs.history.fieldChanged" : "needForm.conflictField", values);
}

function print(field: string, value: unknown, words: NeedWords): string {
  const { language } = words;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return message(language, value ? "record.yes" : "record.no");
  if (typeof value === "number") return field === "fiscalYear" ? words.year(value) : String(value);
  if (Array.isArray(value)) return words.list(value.map((one) => nameOne(field, String(one), words)));
  if (typeof value === "object") return localize(toLocalized(value), language).text;
  return nameOne(field, String(value), words);
}

function nameOne(field: string, value: string, words: NeedWords): string {
  const { language } = words;
  switch (field) {
    case "organisation":
    case "addressedTo":
      return words.organisation(value);
    case "topics":
      return words.topic(value);
    case "kinds":
      return choiceMessage(language, "need.kinds", value);
    case "difficulty":
      return choiceMessage(language, "need.difficulties", value);
    case "urgency":
      return choiceMessage(language, "need.urgencies", value);
    case "learntBy":
      return choiceMessage(language, "need.learntWays", value);
    case "forms":
      return choiceMessage(language, "offer.forms", value);
    case "costBorneBy":
      return choiceMessage(language, "offer.costBearers", value);
    case "capacityUnit":
      return choiceMessage(language, "offerForm.unit", value);
    case "state":
      return choiceMessage(language, "offer.states", value);
    case "visibility":
      return choiceMessage(language, "visibility", value);
    case "language":
    case "languages":
      return isLanguage(value) ? message(language, `documents.languageName.${value}`) : value;
    case "learnt":
      return writeEdtf(value, language);
    default:
      return value;
  }
}

function toLocalized(value: object): Localized {
  const texts: Record<string, unknown> = { ...value };
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = texts[language];
      return typeof text === "string" && text !== "" ? [[language, text]] : [];
    }),
  );
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : text;
}
