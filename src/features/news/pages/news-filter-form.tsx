import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { FilterForm } from "../../../web/components/filter-form.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import { type News, type NewsFilter, yearOf } from "../news.ts";
import { type NewsKnowledge, namePair, nameTopic } from "../news-knowledge.ts";

interface NewsFilterFormProps {
  url: URL;
  filter: NewsFilter;
  all: readonly News[];
  knowledge: NewsKnowledge;
}

/** Offers only what some news is about; anything else would find nothing. */
export function NewsFilterForm({ url, filter, all, knowledge }: NewsFilterFormProps) {
  const { language, books, partnerships } = knowledge;
  const any = { value: "", text: message(language, "organisations.any") };
  const years = [...new Set(all.flatMap((item) => yearOf(item) ?? []))];
  const options = {
    year: years.map((year) => ({ value: String(year), text: writeEdtf(String(year).padStart(4, "0"), language) })),
    topic: books.topics
      .filter(({ id }) => all.some(({ topics }) => topics.includes(id)))
      .map(({ id }) => ({ value: id, text: nameTopic(id, knowledge) })),
    partnership: partnerships
      .filter(({ id }) => all.some(({ partnership }) => partnership === id))
      .map(({ id }) => ({ value: id, text: namePair(id, knowledge) })),
  };
  const names = ["year", "topic", "partnership"] as const;
  const chosen = (name: (typeof names)[number]) => filter[name]?.toString();
  return (
    <FilterForm
      id="news"
      action={links.news(language)}
      title={message(language, "news.filter")}
      fields={names.map((name) => ({
        kind: "select",
        name,
        label: message(language, `news.field.${name}`),
        options: [any, ...options[name]],
        value: chosen(name),
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={links.news(language)}
      activeLabel={message(language, "organisations.active")}
      active={names.flatMap((name) => {
        const value = chosen(name);
        if (value === undefined) return [];
        return [
          {
            text: options[name].find((option) => option.value === value)?.text ?? nameChosen(name, value, knowledge),
            removeHref: changeQuery(url, { [name]: undefined, page: undefined }),
            removeLabel: message(language, "organisations.remove"),
          },
        ];
      })}
    />
  );
}

/** A value that exists but of which no news tells. */
function nameChosen(name: "year" | "topic" | "partnership", value: string, knowledge: NewsKnowledge): string {
  if (name === "topic") return nameTopic(value, knowledge);
  return name === "partnership" ? namePair(value, knowledge) : value;
}
