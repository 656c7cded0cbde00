import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
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
  const any = { value: "", text: message(language, "organisations.any") };
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
  const names = ["home", "partner", "type"] as const;
  return (
    <FilterForm
      id="partnerships"
      action={links.partnerships(language)}
      title={message(language, "partnerships.filter")}
      fields={names.map((field) => ({
        kind: "select",
        name: field,
        label: labels[field],
        options: [any, ...options[field]],
        value: filter[field],
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={links.partnerships(language)}
      activeLabel={message(language, "organisations.active")}
      active={names.flatMap((field) => {
        const option = options[field].find(({ value }) => value === filter[field]);
        if (!option) return [];
        return [
          {
            text: option.text,
            removeHref: changeQuery(url, { [field]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}
