import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { type Partnership, partnershipTypes } from "../partnership.ts";
import type { PartnershipFilter } from "../partnership-list.ts";

interface PartnershipFilterFormProps {
  url: URL;
  filter: PartnershipFilter;
  all: readonly Partnership[];
  directory: OrganisationDirectory;
  language: Language;
}

export function PartnershipFilterForm({ url, filter, all, directory, language }: PartnershipFilterFormProps) {
  const name = (id: string) => ({ value: id, text: directory.name(id, language) });
  const options = {
    home: [...new Set(all.map(({ home }) => home))].map(name),
    partner: [...new Set(all.map(({ partner }) => partner))].map(name),
    type: partnershipTypes.map((type) => ({ value: type, text: choiceMessage(language, "partnership.type", type) })),
  };
  const labels = {
    home: message(language, "partnerships.homeSide"),
    partner: message(language, "partnerships.partnerSide"),
    type: message(language, "partnerships.type"),
  };
  return (
    <ChoiceFilter
      id="partnerships"
      url={url}
      action={links.partnerships(language)}
      title={message(language, "partnerships.filter")}
      fields={(["home", "partner", "type"] as const).map((name) => ({
        name,
        label: labels[name],
        options: options[name],
        value: filter[name],
      }))}
      language={language}
    />
  );
}
