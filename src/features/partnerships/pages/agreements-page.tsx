import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { writeDate } from "../../activities/summarise.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getAgreements, getPartnerships } from "../service.ts";
import { type AgreementContext, describeAgreement } from "./describe-agreement.tsx";

/** Every memorandum, agreement and understanding, in order of signing; each with its own anchor. */
export const showAgreements: PageHandler = async ({ context, language, url }) => {
  const agreements = await getAgreements(context);
  const books = await getBooks(context);
  const partnerships = new Map((await getPartnerships(context)).map((partnership) => [partnership.id, partnership]));
  const describeContext: AgreementContext = { language, directory: await getDirectory(context), partnerships };
  const page = choosePage(agreements, 100, url);
  const title = message(language, "agreements.title");
  const signed = agreements.filter(({ status }) => status === "signed").length;
  const counts = { count: agreements.length, signed };
  return {
    title,
    description: message(language, "agreements.description", counts),
    area: "partnerships",
    trail: [{ text: message(language, "site.area.partnerships"), href: links.partnerships(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "agreements.lead", counts)} />
        <ol class="agreement-list">
          {page.items.map((agreement) => (
            <li key={agreement.id} id={agreement.id}>
              <p class="record-facts">
                <span>{choiceMessage(language, "agreement.kind", agreement.kind)}</span>
                {agreement.status !== "agreed" && (
                  <span>{choiceMessage(language, "agreement.status", agreement.status)}</span>
                )}
                <span>{writeDate(agreement.signed, agreement.signedText, language).date}</span>
              </p>
              <h2>
                <Words value={localize(agreement.title, language)} />
              </h2>
              {localize(agreement.content, language).text !== "" && (
                <p>
                  <Words value={localize(agreement.content, language)} />
                </p>
              )}
              <DefinitionList items={describeAgreement(agreement, describeContext)} />
              <SourceList documents={citeSources([agreement.source], books, language)} />
            </li>
          ))}
        </ol>
        <OffsetPagination page={page} url={url} language={language} />
      </>
    ),
  };
};
