import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";

const readers = ["company", "association", "coordination", "ministry", "others"] as const;
const subjects = ["cases", "contact", "needs"] as const;

/** The rules of `access.ts` in words: who sees what. */
export function CompanyRules({ language }: { language: Language }) {
  return (
    <Section id="rules" title={message(language, "company.rules.title")} lead={message(language, "company.rules.lead")}>
      <table class="data-table case-rules">
        <caption class="visually-hidden">{message(language, "company.rules.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{message(language, "company.rules.reader")}</th>
            {subjects.map((subject) => (
              <th key={subject} scope="col">
                {message(language, `company.rules.subject.${subject}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => (
            <tr key={reader}>
              <th scope="row">{message(language, `company.rules.readers.${reader}`)}</th>
              {subjects.map((subject) => (
                <td key={subject} data-label={message(language, `company.rules.subject.${subject}`)}>
                  {message(language, `company.rules.${reader}.${subject}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
