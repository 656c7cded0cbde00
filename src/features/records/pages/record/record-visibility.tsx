import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import type { RecordScope, Visibility } from "../../record.ts";
import { nameOrganisation, nameSides } from "../../record-state.ts";

export function VisibilityTag({ visibility, language }: { visibility: Visibility; language: Language }) {
  return <span class={`tag visibility-${visibility}`}>{message(language, `visibility.${visibility}`)}</span>;
}

/** Who can see it, at the top of the page, with names. */
export function VisibilityBanner({
  scope,
  directory,
  language,
  isEntry = false,
}: {
  scope: Pick<RecordScope, "visibility" | "owner" | "sides" | "platform">;
  directory: OrganisationDirectory;
  language: Language;
  /** until it is approved, only its owner and its platform see what an entry says */
  isEntry?: boolean;
}) {
  return (
    <p class={`visibility-banner visibility-banner-${scope.visibility}`}>
      <span class="visibility-banner-label">
        {message(language, isEntry ? "visibility.afterApproval" : "visibility.label")}
      </span>
      <VisibilityTag visibility={scope.visibility} language={language} />
      <span>{describeVisibility(scope, directory, language)}</span>
    </p>
  );
}

export function describeVisibility(
  { visibility, owner, sides, platform }: Pick<RecordScope, "visibility" | "owner" | "sides" | "platform">,
  directory: OrganisationDirectory,
  language: Language,
): string {
  const offices = message(language, `visibility.offices.${platform}`);
  if (visibility === "public" || visibility === "members")
    return message(language, `visibility.sentence.${visibility}`);
  const seers = visibility === "sides" ? sides : [];
  const names = nameSides(directory, owner === null ? seers : [owner, ...seers], language);
  if (names.length === 0) return message(language, "visibility.sentence.offices", { offices });
  return message(language, `visibility.sentence.${visibility}`, {
    names: names.join(message(language, "list.separator")),
    owner: owner === null ? "" : nameOrganisation(directory, owner, language),
    offices,
  });
}
