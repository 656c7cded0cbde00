import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import { textName } from "../../../web/read-fields.ts";
import type { Need } from "../need.ts";

/** Fields for the languages in which a need cannot be read yet; nothing where it can be read in all. */
export function NeedTranslation({ need, language }: { need: Need; language: Language }) {
  const hasDetail = Object.keys(need.detail).length > 0;
  const missing = languages.filter((of) => !need.title[of] || (hasDetail && !need.detail[of]));
  if (missing.length === 0) return null;
  const names = missing
    .map((of) => message(language, `documents.languageName.${of}`))
    .join(message(language, "list.separator"));
  const field = (name: "title" | "detail", of: Language) => ({
    id: `translate-${name}-${of}`,
    name: textName(name, of),
    label: message(language, "field.inLanguage", {
      label: message(language, `needForm.field.${name}`),
      language: message(language, `documents.languageName.${of}`),
    }),
  });
  return (
    <details class="need-translate">
      <summary>{message(language, "needs.translate.title", { languages: names })}</summary>
      <form method="post" action={links.memberNeed(language, need.id)} class="need-step">
        <input type="hidden" name="intent" value="translate" />
        <input type="hidden" name="revision" value={String(need.revision)} />
        {missing.map((of) => (
          <div key={of}>
            {!need.title[of] && <LabelledField {...field("title", of)} control={{ kind: "area", rows: 2, lang: of }} />}
            {hasDetail && !need.detail[of] && (
              <LabelledField {...field("detail", of)} control={{ kind: "area", rows: 4, lang: of }} />
            )}
          </div>
        ))}
        <p class="need-step-buttons">
          <button type="submit">{message(language, "needs.translate.save")}</button>
        </p>
      </form>
    </details>
  );
}
