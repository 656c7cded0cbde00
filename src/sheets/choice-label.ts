import type { Language } from "../core/language.ts";
import { findMessageKey, message } from "../messages/message.ts";

/** Where the words of a choice stand that pages use as well; so no word stands twice. */
const groups: Record<string, string> = {
  "activities.kind": "activity.kind",
  "activities.status": "activity.status",
  "activities.level": "activityPage.levelName",
  "activities.funding": "activity.funding",
  "activity_parties.role": "activity.role",
  "activity_people.categories": "people.category",
  "organisations.tier": "organisation.tier",
  "organisation_names.language": "language",
  "partnerships.basis": "partnership.basis",
  "partnerships.funding": "partnership.funding",
  "partnership_years.type": "partnership.type",
  "agreements.kind": "agreement.kind",
  "agreements.status": "agreement.status",
  "projects.kind": "project.kind",
  "projects.status": "project.status",
  "projects.funding": "activity.funding",
};

/** What people read for a value of a choice; the value itself only where a sheet has one that nobody has named yet. */
export function choiceLabel(language: Language, sheet: string, column: string, value: string): string {
  const key =
    findMessageKey(`choice.${sheet}.${column}.${value}`) ??
    findMessageKey(`${groups[`${sheet}.${column}`] ?? "choice"}.${value}`);
  return key === null ? value : message(language, key, { count: 2 });
}
