import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { strongestType } from "../partnerships/partnership.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getProgramme } from "../programme/service.ts";
import { scaleSteps } from "./question.ts";
import type { Question } from "./survey.ts";
import { countByOrganisation, countPairs, isCounted } from "./tally.ts";

/** What answers are told apart by, beside other questions: who gave them. */
export const groupings = ["side", "country", "type"] as const;
export type Grouping = (typeof groupings)[number];

export interface CrossValue {
  id: string;
  /** plain in the reader's language, or as the survey has it */
  label: string | Localized;
}

export interface CrossTable {
  rows: CrossValue[];
  columns: CrossValue[];
  /** by `row\ncolumn` */
  counts: Map<string, number>;
}

/** Counted questions, with whom or what they may be crossed. */
export function canCross(question: Question): boolean {
  return isCounted(question);
}

/** How two questions were answered together. Who gave an anonymous answer nobody knows, so there it is the only way. */
export async function crossQuestions(
  context: Context,
  survey: string,
  rows: Question,
  columns: Question,
): Promise<CrossTable> {
  const counts = await read(context.database, (transaction) => countPairs(transaction, survey, rows.id, columns.id));
  return { rows: listValues(rows), columns: listValues(columns), counts };
}

export async function crossGroups(
  context: Context,
  survey: string,
  question: Question,
  grouping: Grouping,
  language: Language,
): Promise<CrossTable> {
  const groupOf = await findGroups(context, grouping, language);
  const given = await read(context.database, (transaction) => countByOrganisation(transaction, survey, question.id));
  const counts = new Map<string, number>();
  const columns = new Map<string, string>();
  for (const { organisation, value } of given) {
    const group = groupOf(organisation);
    columns.set(group.id, group.label);
    const key = `${value}\n${group.id}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    rows: listValues(question),
    columns: [...columns].map(([id, label]) => ({ id, label })).sort((a, b) => a.id.localeCompare(b.id)),
    counts,
  };
}

async function findGroups(
  context: Context,
  grouping: Grouping,
  language: Language,
): Promise<(organisation: string) => { id: string; label: string }> {
  const directory = await getDirectory(context);
  const programme = await getProgramme(context);
  const partnerships = await getPartnerships(context);
  const none = { id: "~", label: message(language, "surveyResults.noGroup") };
  return (organisation) => {
    const country = directory.find(organisation)?.country ?? null;
    if (grouping === "type") {
      const own = partnerships.filter(({ home, partner }) => home === organisation || partner === organisation);
      const types = own.map(strongestType).filter((type) => type !== null);
      const type = ["B", "A", "active", "planned"].find((each) => types.includes(each));
      return type === undefined ? none : { id: type, label: choiceMessage(language, "partnership.type", type) };
    }
    if (country === null) return none;
    if (grouping === "country") {
      const name = programme.countries.find(({ id }) => id === country)?.name;
      return { id: country, label: name ? localize(name, language).text : country };
    }
    const isHome = country === programme.homeCountry;
    return isHome
      ? { id: "home", label: message(language, "surveyResults.side.home") }
      : { id: "partner", label: message(language, "surveyResults.side.partner") };
  };
}

function listValues(question: Question): CrossTable["rows"] {
  if (question.kind === "scale") return scaleSteps(question).map((step) => ({ id: String(step), label: String(step) }));
  return question.options.choices.map(({ id, text }) => ({ id, label: text }));
}
