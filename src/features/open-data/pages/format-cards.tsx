import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";

const forms = ["csv", "xlsx", "print", "json", "zip", "iati", "dcat", "feeds"] as const;

/** Which form is for whom, each leading to where it is. */
export function FormatCards({ language }: { language: Language }) {
  const href = {
    csv: "#datasets",
    xlsx: "#datasets",
    print: links.tables(language),
    json: links.apiPage(language),
    zip: "#releases",
    iati: "#iati",
    dcat: "#catalogue",
    feeds: "#feeds",
  };
  return (
    <ul class="open-data-forms">
      {forms.map((form) => (
        <li key={form}>
          <h3>
            <a href={href[form]}>{message(language, `openData.formats.${form}.title`)}</a>
          </h3>
          <p class="open-data-for">{message(language, `openData.formats.${form}.for`)}</p>
          <p>{message(language, `openData.formats.${form}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
