import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm, type FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery, readText } from "../../../web/query.ts";

export interface MilestoneFilterProps {
  url: URL;
  language: Language;
  projects: FilterOption[];
  responsible: FilterOption[];
}

/** By project, by who answers for it, and only those of the reader's own organisations. */
export function MilestoneFilter({ url, language, projects, responsible }: MilestoneFilterProps) {
  const any = { value: "", text: message(language, "organisations.any") };
  const options = {
    own: [{ value: "1", text: message(language, "milestones.ownOnly") }],
    project: projects,
    responsible,
  };
  return (
    <FilterForm
      id="milestones"
      action={links.memberMilestones(language)}
      title={message(language, "milestones.filter")}
      fields={(["own", "project", "responsible"] as const).map((name) => ({
        kind: "select",
        name,
        label: message(language, `milestones.field.${name}`),
        options: [any, ...options[name]],
        value: readText(url, name),
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={links.memberMilestones(language)}
      activeLabel={message(language, "organisations.active")}
      active={(["own", "project", "responsible"] as const).flatMap((name) => {
        const value = readText(url, name);
        if (value === undefined || value === "") return [];
        return [
          {
            text: options[name].find((option) => option.value === value)?.text ?? value,
            removeHref: changeQuery(url, { [name]: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}
