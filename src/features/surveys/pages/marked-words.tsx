import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { Words } from "../../../web/components/words.tsx";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import type { Survey } from "../survey.ts";

/** Words with the mark of the language in which they stand, where that is not the page's. */
export function MarkedWords({
  text,
  language,
  said,
}: {
  text: Localized;
  language: Language;
  /** the words around are marked with this language already */
  said?: Language | undefined;
}) {
  const shown = localize(text, language);
  return (
    <>
      <Words value={shown} />
      {shown.language !== said && (
        <>
          {" "}
          <OnlyLanguage text={text} language={language} />
        </>
      )}
    </>
  );
}

/** Under a heading with a survey's title and introduction: which of both stand in another language than the page. */
export function SurveyMark({
  survey: { title, introduction },
  language,
}: {
  survey: Pick<Survey, "title" | "introduction">;
  language: Language;
}) {
  const isSame = localize(title, language).language === localize(introduction, language).language;
  return (
    <>
      <OnlyLanguage text={title} language={language} />
      {!isSame && <OnlyLanguage text={introduction} language={language} />}
    </>
  );
}
