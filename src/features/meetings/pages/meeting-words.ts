import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Letter } from "../letter.ts";
import type { MeetingForActor } from "../service.ts";

/** What the sections of a meeting's page are put together with. */
export interface MeetingPage {
  language: Language;
  found: MeetingForActor;
  directory: OrganisationDirectory;
  programme: Programme;
  today: string;
  problem: FormProblem | null;
  letters: Letter[];
  /** of the activity that the meeting is, once it is approved */
  record: { id: string; title: Localized } | null;
}

/** What went wrong with a form, by the id of its row, and what was typed into it. */
export interface FormProblem {
  row: string;
  text: string;
  typed?: FormData;
}

export function nameOrganisation(
  { directory, language }: Pick<MeetingPage, "directory" | "language">,
  id: string,
): string {
  return directory.find(id) ? directory.name(id, language) : id;
}
