import { type Language, languages, languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Downloads } from "../../../web/components/downloads.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import type { BulletinSummary } from "../bulletin.ts";
import { bulletinParts } from "../bulletin.ts";
import { bulletinMediaTypes } from "../render-bulletin.ts";
import { sayApproval, sayDay, sayIssue, sayTitle } from "../say.ts";
import { getBulletin, listMonths } from "../service.ts";
import { BulletinView } from "./bulletin-view.tsx";
import { readNumber } from "./files.ts";

/** One month: a number that was approved, or what the records give. */
export const showBulletin: PageHandler = async ({ context, language, params, url }) => {
  const month = params.month ?? "";
  const number = readNumber(url);
  const { approved, content } = await getBulletin(context, null, month, number);
  const numbers = (await listMonths(context, null)).find((one) => one.month === month)?.numbers ?? [];
  const title = sayTitle(month, language);
  const query = approved === null ? {} : { number: String(approved.number) };
  const parts = bulletinParts.filter((part) => content.entries.some((entry) => entry.part === part));
  return {
    title,
    description: message(language, "bulletin.pageDescription", { issue: sayIssue(month, language) }),
    area: "policies",
    trail: [
      { text: message(language, "policy.title"), href: links.policies(language) },
      { text: message(language, "bulletin.title"), href: links.bulletins(language) },
    ],
    unlisted: number !== undefined,
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "PublicationIssue",
      name: title,
      isPartOf: { "@type": "Periodical", name: message(language, "bulletin.title") },
      inLanguage: languageTags[language],
      publisher: { "@type": "Organization", name: localize(content.maker, language).text },
      ...(approved === null ? {} : { issueNumber: approved.number, datePublished: content.approval?.on }),
      encoding: (["pdf", "docx"] as const).map((ending) => ({
        "@type": "MediaObject",
        encodingFormat: bulletinMediaTypes[ending],
        contentUrl: `${url.origin}${links.bulletinFile(language, month, ending)}`,
      })),
    },
    body: (
      <>
        <PageHeading
          kicker={message(language, "bulletin.title")}
          title={sayIssue(month, language)}
          lead={message(language, "bulletin.intro")}
          meta={[
            { term: message(language, "bulletin.meta.state"), value: sayApproval(content, language) },
            { term: message(language, "bulletin.meta.maker"), value: localize(content.maker, language).text },
            {
              term: message(language, "bulletin.meta.entries"),
              value: message(language, "bulletin.count", { count: content.entries.length }),
            },
          ]}
        />
        {approved === null && (
          <Notice tone="information">
            <p>{message(language, "bulletin.unapprovedNote")}</p>
          </Notice>
        )}
        {approved?.note && <p class="bulletin-note">{approved.note}</p>}
        <nav class="bulletin-parts" aria-label={message(language, "bulletin.contents")}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#part-${part}`}>{message(language, `bulletin.part.${part}`)}</a>
              </li>
            ))}
            <li>
              <a href="#coverage">{message(language, "bulletin.coverage.title")}</a>
            </li>
            <li>
              <a href="#files">{message(language, "bulletin.files")}</a>
            </li>
          </ul>
        </nav>
        <BulletinView content={content} language={language} hrefOf={({ item }) => links.policy(language, item)} />
        <Section id="files" title={message(language, "bulletin.files")}>
          <BulletinFiles
            language={language}
            hrefOf={(ending, edition) => links.bulletinFile(edition, month, ending, query)}
          />
        </Section>
        <OtherNumbers numbers={numbers} shown={approved?.number ?? null} language={language} />
      </>
    ),
  };
};

/** The reader's language first: the other editions are for the other side. */
export function BulletinFiles({
  language,
  hrefOf,
}: {
  language: Language;
  hrefOf(ending: "pdf" | "docx" | "traces.csv", edition: Language): string;
}) {
  const editions = [language, ...languages.filter((other) => other !== language)];
  return (
    <Downloads
      groups={editions.map((edition) => ({
        key: edition,
        title: { text: message(edition, `language.${edition}`), language: edition },
        files: [
          { href: hrefOf("pdf", edition), format: "PDF" },
          { href: hrefOf("docx", edition), format: "Word" },
          { href: hrefOf("traces.csv", edition), format: "CSV", detail: message(language, "bulletin.tracesFile") },
        ],
      }))}
    />
  );
}

function OtherNumbers({
  numbers,
  shown,
  language,
}: {
  numbers: readonly BulletinSummary[];
  shown: number | null;
  language: Language;
}) {
  const others = numbers.filter(({ number }) => number !== shown);
  if (others.length === 0) return null;
  return (
    <Section id="numbers" title={message(language, "bulletin.otherNumbers")}>
      <ul class="link-list">
        {others.map(({ month, number, approvedAt, pages }) => (
          <li key={number}>
            <a href={links.bulletin(language, month, { number: String(number) })}>
              {message(language, "bulletin.row.approved", { number, pages })}
            </a>
            <span class="link-list-note">{sayDay(approvedAt, language)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
