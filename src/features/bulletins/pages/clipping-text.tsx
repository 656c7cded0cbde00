import { type Language, languages, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { type Clipping, clippingTexts } from "../clipping.ts";

/** What is written, for members who read it and do not write it: no field that looks as if it kept something. */
export function ClippingText({ clipping, language }: { clipping: Clipping | null; language: Language }) {
  const written = languages.filter((of) => clippingTexts.some((text) => clipping?.[text][of]));
  if (clipping === null || written.length === 0)
    return <EmptyState title={message(language, "clipping.nothingWritten")} />;
  return (
    <>
      {[language, ...languages.filter((of) => of !== language)]
        .filter((of) => written.includes(of))
        .map((of) => (
          <Section key={of} id={`clipping-${of}`} title={message(language, `bulletin.languageName.${of}`)}>
            <dl class="bulletin-texts" lang={languageTags[of]}>
              {clippingTexts.flatMap((text) =>
                clipping[text][of]
                  ? [
                      <dt key={`${text}-name`} lang={languageTags[language]}>
                        {message(language, `clipping.field.${text}`)}
                      </dt>,
                      <dd key={text} class="preformatted">
                        {clipping[text][of]}
                      </dd>,
                    ]
                  : [],
              )}
            </dl>
          </Section>
        ))}
    </>
  );
}
