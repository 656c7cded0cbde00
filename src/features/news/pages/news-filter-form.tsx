import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceFilter } from "../../../web/choice-filter.tsx";
import { links } from "../../../web/links.ts";
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
  return (
    <ChoiceFilter
      id="news"
      url={url}
      action={links.news(language)}
      title={message(language, "news.filter")}
      fields={(["year", "topic", "partnership"] as const).map((name) => ({
        name,
        label: message(language, `news.field.${name}`),
        options: options[name],
        value: filter[name]?.toString(),
        nameOf: (value) => nameUnused(name, value, knowledge),
      }))}
      language={language}
    />
  );
}

/** A value that exists but of which no news tells. */
function nameUnused(name: "year" | "topic" | "partnership", value: string, knowledge: NewsKnowledge): string {
  if (name === "topic") return nameTopic(value, knowledge);
  return name === "partnership" ? namePair(value, knowledge) : value;
}
