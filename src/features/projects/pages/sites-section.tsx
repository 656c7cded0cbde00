import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ProjectRecord } from "./project-record.ts";

/** Where it measures, builds or tries something. */
export function SitesSection({ record, language }: { record: ProjectRecord; language: Language }) {
  const { project, directory } = record;
  if (project.sites.length === 0) return null;
  return (
    <Section id="sites" title={message(language, "projectPage.sites")}>
      <ul class="site-list">
        {project.sites.map(({ position, name, place, purpose }) => {
          const words = localize(name, language);
          const purposeText = localize(purpose, language);
          // The plant that is the site itself needs no second name.
          const placeName = place === null ? null : directory.name(place, language);
          return (
            <li key={position}>
              <p class="record-title">
                <Words value={words} />
              </p>
              <p class="record-facts">
                {place !== null && placeName !== words.text && (
                  <span>
                    <a href={links.organisation(language, place)}>{placeName}</a>
                  </span>
                )}
                {purposeText.text !== "" && (
                  <span>
                    <Words value={purposeText} />
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
