import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { joinRuns, type Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Activity, People } from "../../activities/activity.ts";
import { writtenRuns } from "./blocks.ts";
import { joinWords } from "./join-words.ts";
import type { Study } from "./study.ts";

/**
 * The title of an activity on the pages of a local government. Its own sheet has dates and partners but no titles; the
 * bracket that says so for the whole system, 「職員等の派遣（北九州市の実績表）」, is bookkeeping there.
 */
export function titleRuns(study: Study, activity: Activity, owner: string): Run[] {
  const written = writtenRuns(activity.title, study.language);
  const bare = stripSheet(study, activity);
  if (bare === null) return written;
  const partner = nameOther(study, activity, owner) || "none";
  if (activity.kind === "dispatch")
    return [{ text: message(study.language, "report.sentence.sheetTitle.dispatch", { partner }) }];
  if (activity.kind === "training")
    return [{ text: message(study.language, "report.sentence.sheetTitle.training", { partner }) }];
  return written.map((run) => ({ ...run, text: bare }));
}

/** The title without the name of the sheet, where its last bracket names the place of its source; null elsewhere. */
function stripSheet({ language, directory }: Study, { title, source, parties }: Activity): string | null {
  const bracket = /\s*[（(](?<inside>[^（）()]+)[）)]$/u;
  // The source is cited as it stands, so only the title in its own language names the sheet in the same words.
  const governments = parties.map(({ organisation }) => directory.get(directory.get(organisation).government));
  const named = Object.values(title).some((text) => {
    const inside = bracket.exec(text)?.groups?.inside;
    // 「訪日研修（福岡県）」 tells who received it, though the source’s place ends with the same word.
    const isGovernment = governments.some(({ id }) => languages.some((each) => directory.name(id, each) === inside));
    return inside !== undefined && !isGovernment && source.place.endsWith(inside);
  });
  const { text } = localize(title, language);
  return named && bracket.test(text) ? text.replace(bracket, "") : null;
}

/** Where staff went; else who takes part from elsewhere. */
function nameOther({ directory, language }: Study, activity: Activity, owner: string): string {
  const { parties, dateFrom, kind, place } = activity;
  if (kind === "dispatch" && place !== null) return directory.name(place, language, dateFrom);
  const others = parties.filter(({ organisation }) => directory.get(organisation).government !== owner);
  const names = others.map(({ organisation }) => directory.name(organisation, language, dateFrom));
  return joinWords([...new Set(names)], language);
}

/** Whose people they are goes without saying where they are the government's own, or of the one partner named beside. */
export function peopleOf({ directory }: Study, { people, parties }: Activity, owner: string): People[] {
  const isPlain = ({ organisation }: People) =>
    organisation !== null &&
    (directory.get(organisation).government === owner ||
      (people.length === 1 && parties.some((party) => party.organisation === organisation)));
  return people.every(isPlain) ? people.map((entry) => ({ ...entry, organisation: null })) : people;
}

/** 「北九州市：天津市への職員派遣」 among the activities of everybody. */
export function titleAmongAll(study: Study, activity: Activity): string {
  const { directory, language, programme } = study;
  const title = localize(activity.title, language).text;
  const owner = activity.parties
    .map(({ organisation }) => directory.get(organisation).government)
    .find((id) => directory.get(id).country === programme.homeCountry);
  if (owner === undefined || stripSheet(study, activity) === null) return title;
  const bare = joinRuns(titleRuns(study, activity, owner));
  return `${study.name(owner)}${message(language, "report.sentence.colon")}${bare}`;
}
