import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import type { FilterOption } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { readText } from "../../../web/query.ts";

export interface MilestoneFilterProps {
  url: URL;
  language: Language;
  projects: FilterOption[];
  responsible: FilterOption[];
}

/** By project, by who answers for it, and only those of the reader's own organisations. */
export function MilestoneFilter({ url, language, projects, responsible }: MilestoneFilterProps) {
  const options = {
    own: [{ value: "1", text: message(language, "milestones.ownOnly") }],
    project: projects,
    responsible,
  };
  return (
    <ChoiceFilter
      id="milestones"
      url={url}
      action={links.memberMilestones(language)}
      title={message(language, "milestones.filter")}
      fields={(["own", "project", "responsible"] as const).map((name) => ({
        name,
        label: message(language, `milestones.field.${name}`),
        options: options[name],
        value: readText(url, name),
      }))}
      language={language}
    />
  );
}
