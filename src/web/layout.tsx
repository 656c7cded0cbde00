import { type Language, languages } from "../core/language.ts";
import { localize } from "../core/localized.ts";
import { type Actor, hasPermission } from "../features/accounts/actor.ts";
import type { Programme } from "../features/programme/programme.ts";
import { getProgramme } from "../features/programme/service.ts";
import { message } from "../messages/message.ts";
import type { Assets } from "./assets.ts";
import { Breadcrumbs } from "./components/breadcrumbs.tsx";
import { Page, renderDocument } from "./components/page.tsx";
import { SiteFooter } from "./components/site-footer.tsx";
import { SiteHeader } from "./components/site-header.tsx";
import { inLanguage, links } from "./links.ts";
import { MemberBar } from "./member-bar.tsx";
import { type Area, areas, type PageContent, type PageRequest } from "./page.ts";

/** The whole page around a handler's content. */
export async function renderPage(
  request: PageRequest & { actor?: Actor | null },
  content: PageContent,
  assets: Pick<Assets, "stylesheetHref" | "islandHrefs">,
): Promise<string> {
  const { language, url, context, actor = null } = request;
  const programme = await getProgramme(context);
  const siteName = localize(programme.shortName, language).text;
  const alternates = languages.map((other) => ({ language: other, href: `${url.origin}${inLanguage(url, other)}` }));
  return renderDocument(
    <Page
      language={language}
      title={content.title}
      siteName={siteName}
      description={content.description}
      stylesheetHref={assets.stylesheetHref}
      scriptHrefs={content.islands?.map((name) => findIsland(assets, name))}
      skipLabel={message(language, "site.skip")}
      canonical={`${url.origin}${url.pathname}${url.search}`}
      alternates={alternates}
      feeds={content.feeds ?? [{ href: links.atom(language), title: siteName, type: "application/atom+xml" }]}
      jsonLd={content.jsonLd}
      unlisted={content.unlisted || actor !== null}
      landscape={content.landscape}
      header={
        <>
          <Header request={request} programme={programme} area={content.area} actor={actor} />
          {actor && <MemberBar language={language} url={url} actor={actor} />}
        </>
      }
      breadcrumbs={content.trail && <Trail language={language} content={content} />}
      footer={<Footer language={language} programme={programme} />}
    >
      {content.body}
    </Page>,
  );
}

function findIsland(assets: Pick<Assets, "islandHrefs">, name: string): string {
  const href = assets.islandHrefs.get(name);
  if (href === undefined) throw new Error(`no island ${name}`);
  return href;
}

interface HeaderProps {
  request: PageRequest;
  programme: Programme;
  area: Area | null;
  actor: Actor | null;
}

function Header({ request, programme, area, actor }: HeaderProps) {
  const { language, url } = request;
  const href: Record<Area, string> = {
    about: links.about(language),
    partnerships: links.partnerships(language),
    activities: links.activities(language),
    policies: links.policies(language),
    years: links.years(language),
    tables: links.tables(language),
    figures: links.figures(language),
    quality: links.quality(language),
  };
  return (
    <SiteHeader
      language={language}
      programmeName={localize(programme.shortName, language).text}
      programmeNote={message(language, "site.note")}
      homeHref={links.home(language)}
      navigationLabel={message(language, "site.navigation")}
      menuLabel={message(language, "site.menu")}
      items={areas.map((name) => ({
        text: message(language, `site.area.${name}`),
        href: href[name],
        current: name === area ? (url.pathname === href[name] ? "page" : "section") : undefined,
      }))}
      membersLink={{ text: message(language, "site.area.members"), href: links.members(language) }}
      search={chooseSearchBox(language, url, actor)}
      languageLabel={message(language, "site.language")}
      languages={languages.map((other) => ({
        language: other,
        text: message(other, `language.${other}`),
        href: inLanguage(url, other),
      }))}
    />
  );
}

/** Leads to all that the reader may find; the page of results has a larger one of its own. */
function chooseSearchBox(language: Language, url: URL, actor: Actor | null) {
  const action = actor && hasPermission(actor, "members.read") ? links.memberSearch(language) : links.search(language);
  if (url.pathname === action) return undefined;
  return { action, label: message(language, "search.box"), button: message(language, "search.button") };
}

function Trail({ language, content }: { language: Language; content: PageContent }) {
  const home = { text: message(language, "site.home"), href: links.home(language) };
  return (
    <Breadcrumbs
      label={message(language, "site.trail")}
      items={[home, ...(content.trail ?? []), { text: content.here ?? content.title }]}
    />
  );
}

function Footer({ language, programme }: { language: Language; programme: Programme }) {
  const link = (text: string, href: string) => ({ text, href });
  return (
    <SiteFooter
      programmeName={localize(programme.name, language).text}
      label={message(language, "site.footerNavigation")}
      notes={[message(language, "site.sources"), message(language, "site.licence")]}
      groups={[
        {
          title: message(language, "site.footer.records"),
          links: [
            link(message(language, "site.area.partnerships"), links.partnerships(language)),
            link(message(language, "site.organisations"), links.organisations(language)),
            link(message(language, "site.agreements"), links.agreements(language)),
            link(message(language, "needs.publicTitle"), links.needs(language)),
            link(message(language, "offers.publicTitle"), links.offers(language)),
            link(message(language, "site.projects"), links.projects(language)),
            link(message(language, "site.area.activities"), links.activities(language)),
            link(message(language, "surveys.publicTitle"), links.publicSurveys(language)),
            link(message(language, "concern.title"), links.concerns(language)),
            link(message(language, "site.evaluation"), links.evaluation(language)),
          ],
        },
        {
          title: message(language, "site.footer.reading"),
          links: [
            link(message(language, "news.title"), links.news(language)),
            link(message(language, "policy.title"), links.policies(language)),
            link(message(language, "site.area.tables"), links.tables(language)),
            link(message(language, "library.public.title"), links.library(language)),
            link(message(language, "site.documents"), links.documents(language)),
            link(message(language, "site.area.quality"), links.quality(language)),
            link(message(language, "site.glossary"), links.glossary(language)),
          ],
        },
        {
          title: message(language, "site.footer.machines"),
          links: [
            link(message(language, "site.openDataPage"), links.openData(language)),
            link(message(language, "site.openData"), links.apiPage(language)),
            link(message(language, "site.atom"), links.atom(language)),
            link(message(language, "news.atom"), links.newsAtom(language)),
            link(message(language, "policy.atom"), links.policiesAtom(language)),
            link(message(language, "site.calendarFeed"), links.calendarFeed(language)),
          ],
        },
      ]}
    />
  );
}
