import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Timeline } from "../../../web/components/timeline.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { getBooks } from "../books.ts";
import { citeSources } from "../cite-sources.ts";
import { nameCountry } from "../name-side.ts";
import type { Programme } from "../programme.ts";
import { getFramework, getProgramme, getRecordCounts } from "../service.ts";
import { HowItWorks, HowWeCount, Principles, RecordsOnFile, Terms } from "./about-sections.tsx";
import { assembleHistory, gatherHistory } from "./history.ts";
import { assembleRoles } from "./platform-roles.ts";

/** Why the programme exists, by which principles and bodies it works, how it came about, and how this site counts. */
export const showAbout: PageHandler = async ({ context, language }) => {
  const programme = await getProgramme(context);
  const { principles, platforms } = await getFramework(context);
  const books = await getBooks(context);
  const directory = await getDirectory(context);
  const history = await gatherHistory(context);
  const title = message(language, "about.title");
  return {
    title,
    description: message(language, "about.description"),
    area: "about",
    trail: [],
    body: (
      <>
        <PageHeading title={title} lead={localize(programme.summary, language)} />
        <p>{await writeFacts(context, programme, language)}</p>
        <HowItWorks language={language} />
        <Section id="principles" title={message(language, "about.principles.title")}>
          <Principles principles={principles} language={language} />
          <SourceList
            documents={citeSources(
              principles.map(({ source }) => source),
              books,
              language,
            )}
          />
        </Section>
        <Section
          id="platforms"
          title={message(language, "about.platforms.title")}
          lead={message(language, "about.platforms.lead")}
          more={{ text: message(language, "about.platforms.more"), href: links.structure(language) }}
        >
          {assembleRoles(platforms, directory, programme, language).map(({ role, label, items }) => (
            <Section key={role} id={`role-${role}`} level={3} title={label}>
              <LinkList items={items} />
            </Section>
          ))}
          <SourceList
            documents={citeSources(
              platforms.map(({ source }) => source),
              books,
              language,
            )}
          />
        </Section>
        {history.length > 0 && (
          <Section
            id="history"
            title={message(language, "about.history.title")}
            lead={message(language, "about.history.lead")}
          >
            <Timeline years={assembleHistory(history, programme, language)} />
            <SourceList
              documents={citeSources(
                history.map(({ source }) => source),
                books,
                language,
              )}
            />
          </Section>
        )}
        <RecordsOnFile
          counts={await getRecordCounts(context)}
          asOf={writeEdtf(programme.asOf, language)}
          language={language}
        />
        <HowWeCount language={language} />
        <Terms language={language} />
      </>
    ),
  };
};

/** The size of the programme in one sentence. */
async function writeFacts(context: Context, programme: Programme, language: Language): Promise<string> {
  const partnerships = await getPartnerships(context);
  const activities = (await getRecordCounts(context)).find(({ sheet }) => sheet === "activities");
  return message(language, "about.facts", {
    homeCountry: nameCountry(programme, programme.homeCountry, language),
    partnerCountry: nameCountry(programme, programme.partnerCountry, language),
    home: new Set(partnerships.map(({ home }) => home)).size,
    partner: new Set(partnerships.map(({ partner }) => partner)).size,
    partnerships: partnerships.length,
    activities: activities?.records ?? 0,
  });
}
