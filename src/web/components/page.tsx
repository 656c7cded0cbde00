import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Language, languageTags } from "../../core/language.ts";
import { PageLanguage } from "./words.tsx";

export interface PageProps {
  language: Language;
  /** name of this page; the site's name is added after it unless they are the same */
  title: string;
  siteName: string;
  stylesheetHref: string;
  /** modules that this page gains from and works without */
  scriptHrefs?: string[] | undefined;
  skipLabel: string;
  description?: string | undefined;
  /** absolute address */
  canonical?: string | undefined;
  /** this page in every language, itself included: absolute addresses, as search engines require */
  alternates?: { language: Language; href: string }[] | undefined;
  /** feeds that belong to this page */
  feeds?: { href: string; title: string; type: string }[] | undefined;
  /** schema.org description, any JSON value */
  jsonLd?: unknown;
  /** keeps the page out of search engines (errors, filtered lists) */
  unlisted?: boolean | undefined;
  /** prints on A4 landscape, for wide tables */
  landscape?: boolean | undefined;
  header?: ComponentChildren;
  breadcrumbs?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** The whole document. Everything else stands inside it. */
export function Page(props: PageProps) {
  const { language, title, siteName } = props;
  return (
    <PageLanguage.Provider value={language}>
      <html lang={languageTags[language]}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === siteName ? title : `${title} | ${siteName}`}</title>
          <HeadLinks {...props} />
        </head>
        <body class={props.landscape ? "print-landscape" : undefined}>
          <a class="skip-link" href="#content">
            {props.skipLabel}
          </a>
          {props.header}
          <div class="page">
            {props.breadcrumbs}
            <main id="content" tabIndex={-1}>
              {props.children}
            </main>
          </div>
          {props.footer}
        </body>
      </html>
    </PageLanguage.Provider>
  );
}

function HeadLinks(props: PageProps) {
  const original = props.alternates?.[0];
  return (
    <>
      {props.description !== undefined && <meta name="description" content={props.description} />}
      {props.unlisted && <meta name="robots" content="noindex" />}
      <meta name="theme-color" content="#00234b" />
      {props.canonical !== undefined && <link rel="canonical" href={props.canonical} />}
      {props.alternates?.map(({ language, href }) => (
        <link key={language} rel="alternate" hreflang={languageTags[language]} href={href} />
      ))}
      {original && <link rel="alternate" hreflang="x-default" href={original.href} />}
      {props.feeds?.map(({ href, title, type }) => (
        <link key={href} rel="alternate" type={type} title={title} href={href} />
      ))}
      <link rel="stylesheet" href={props.stylesheetHref} />
      {props.scriptHrefs?.map((href) => (
        <script key={href} type="module" src={href} />
      ))}
      {props.jsonLd !== undefined && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeJson(props.jsonLd) }} />
      )}
    </>
  );
}

/** HTML Living Standard 4.12.1.3: a script's text must not contain `<!--` or `</script`. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

export function renderDocument(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}
