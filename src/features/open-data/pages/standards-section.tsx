import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { OpenData } from "../gather-page.ts";

/** IATI and the catalogue: for programs that put these data beside others. */
export function StandardsSection({ registered, language }: { registered: boolean; language: Language }) {
  const file = (name: string) => links.openDataFile(language, name);
  return (
    <Section id="standards" title={message(language, "openData.standards.title")}>
      <div class="open-data-standards">
        <div id="iati">
          <h3>{message(language, "openData.iati.title")}</h3>
          <p>{message(language, "openData.iati.text")}</p>
          <p>{message(language, "openData.iati.money")}</p>
          {!registered && <p>{message(language, "openData.iati.unregistered")}</p>}
          <p>
            <a class="open-data-file" href={file("iati-activities.xml")}>
              {message(language, "openData.iati.link")}
            </a>
          </p>
        </div>
        <div id="catalogue">
          <h3>{message(language, "openData.catalogue.section")}</h3>
          <p>{message(language, "openData.catalogue.text")}</p>
          <p>
            <a class="open-data-file" href={file("catalogue.ttl")}>
              {message(language, "openData.catalogue.turtle")}
            </a>{" "}
            <a class="open-data-file" href={file("catalogue.jsonld")}>
              {message(language, "openData.catalogue.jsonLd")}
            </a>
          </p>
        </div>
      </div>
    </Section>
  );
}

/** Feeds of everything, and a calendar for each partner of either side. */
export function FeedSection({ data, language }: { data: OpenData; language: Language }) {
  const { programme, partners, directory } = data;
  const say = (key: "title" | "lead" | "news" | "atom" | "rss" | "calendar" | "byPartner" | "byPartnerLead") =>
    message(language, `openData.feeds.${key}`);
  const sides = [
    [programme.homeCountry, partners.home],
    [programme.partnerCountry, partners.partner],
  ] as const;
  return (
    <Section id="feeds" title={say("title")} lead={say("lead")}>
      <LinkList
        columns
        items={[
          { text: say("calendar"), href: links.calendarFeed(language) },
          { text: say("atom"), href: links.atom(language) },
          { text: say("rss"), href: links.rss(language) },
          { text: say("news"), href: links.newsAtom(language) },
        ]}
      />
      <h3 id="calendars">{say("byPartner")}</h3>
      <p>{say("byPartnerLead")}</p>
      <div class="open-data-calendars">
        {sides.map(([country, ids]) => (
          <div key={country}>
            <h4>{localize(programme.countries.find(({ id }) => id === country)?.name ?? {}, language).text}</h4>
            <ul>
              {ids.map((id) => (
                <li key={id}>
                  <a href={links.calendarFeed(language, { organisation: id })}>{directory.name(id, language)}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
