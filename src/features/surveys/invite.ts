import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { getDirectory } from "../organisations/directory.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getProgramme } from "../programme/service.ts";
import { changeSurvey } from "./change-survey.ts";

export const inviteGroups = ["home", "partner"] as const;
export type InviteGroup = (typeof inviteGroups)[number];

/** The local governments of one side of the partnerships. */
export function listGroup(
  group: InviteGroup,
  partnerships: readonly Partnership[],
  directory: OrganisationDirectory,
): string[] {
  const all = partnerships.map((partnership) => partnership[group]);
  const governments = [...new Set(all)].filter((id) => directory.find(id)?.government === id);
  return governments.filter((id) => ["prefecture", "province", "city"].includes(directory.get(id).tier));
}

export interface Invitees {
  groups: readonly InviteGroup[];
  /** ids */
  organisations: readonly string[];
  /** for all of them; by default that of their country */
  language: Language | null;
}

/** Adds to who is asked; who is asked already keeps the language that was chosen. Returns how many are new. */
export async function inviteOrganisations(
  context: Context,
  actor: Actor,
  survey: string,
  invitees: Invitees,
): Promise<number> {
  const directory = await getDirectory(context);
  const partnerships = await getPartnerships(context);
  const { homeCountry } = await getProgramme(context);
  const named = invitees.organisations.filter((id) => directory.find(id) !== null);
  const wanted = new Set([...invitees.groups.flatMap((group) => listGroup(group, partnerships, directory)), ...named]);
  const outcome = { added: 0 };
  await changeSurvey(context, actor, survey, async (present, transaction, audit) => {
    for (const organisation of wanted) {
      const language =
        invitees.language ?? languageOf(directory.get(organisation).country, homeCountry, present.languages);
      const row = await transaction
        .insertInto("survey_invitations")
        .values({ survey, organisation, language })
        .onConflict((conflict) => conflict.doNothing())
        .returning("organisation")
        .executeTakeFirst();
      if (row) outcome.added += 1;
    }
    if (outcome.added > 0)
      audit({ action: "survey.invited", subject: `survey/${survey}`, details: { added: outcome.added } });
  });
  return outcome.added;
}

/** The home side reads its own language, everybody else the partner's, where the survey has it. */
function languageOf(country: string | null, homeCountry: string, offered: readonly Language[]): Language {
  const wanted: Language = country === homeCountry ? "ja" : "zh";
  return offered.includes(wanted) ? wanted : (offered[0] ?? wanted);
}

/** Somebody who has answered stays: the answer would belong to nobody. */
export function withdrawInvitation(
  context: Context,
  actor: Actor,
  survey: string,
  organisation: string,
): Promise<void> {
  return changeSurvey(context, actor, survey, async (_, transaction, audit) => {
    const answer = await transaction
      .selectFrom("survey_answers")
      .select("id")
      .where("survey", "=", survey)
      .where("organisation", "=", organisation)
      .executeTakeFirst();
    const invitation = await transaction
      .selectFrom("survey_invitations")
      .select("answered_at")
      .where("survey", "=", survey)
      .where("organisation", "=", organisation)
      .executeTakeFirst();
    if (answer || invitation?.answered_at) throw new AppError("conflict", { reason: "has-answer" });
    await transaction
      .deleteFrom("survey_invitations")
      .where("survey", "=", survey)
      .where("organisation", "=", organisation)
      .execute();
    audit({ action: "survey.invitation-withdrawn", subject: `survey/${survey}`, organisation });
  });
}

export function setInvitationLanguage(
  context: Context,
  actor: Actor,
  survey: string,
  { organisation, language }: { organisation: string; language: Language },
): Promise<void> {
  return changeSurvey(context, actor, survey, async (_, transaction, audit) => {
    await transaction
      .updateTable("survey_invitations")
      .set({ language })
      .where("survey", "=", survey)
      .where("organisation", "=", organisation)
      .execute();
    audit({ action: "survey.invited", subject: `survey/${survey}`, organisation, details: { language } });
  });
}
