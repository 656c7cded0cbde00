import { type Language, orderLanguages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { readText } from "../../../web/query.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { reportKinds } from "../../reports/kinds/registry.ts";
import type { ReportKind } from "../../reports/report-kind.ts";
import type { DocumentSummary } from "../document.ts";
import { orderEditions } from "../order-editions.ts";
import { listDocuments } from "../service.ts";
import { DocumentRows } from "./document-rows.tsx";
import { KindPicture } from "./kind-picture.tsx";
import { describeKind, describeNeeds, nameKind } from "./kind-words.ts";

const rowsOfPage = 30;

/** What can be made from the records, for those who may, and everything that was made. */
export const showMemberDocuments: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const documents = await listDocuments(context, actor);
  const directory = await getDirectory(context);
  const chosen = reportKinds.find(({ id }) => id === readText(url, "kind"));
  const shown = orderEditions(chosen ? documents.filter(({ kind }) => kind === chosen.id) : documents, language);
  const page = choosePage(shown, rowsOfPage, url);
  const makes = hasPermission(actor, "documents.make");
  const title = message(language, "library.members.title");
  const lead = message(language, makes ? "library.members.lead" : "library.members.readerLead");
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[
            { text: message(language, "library.members.toPublic"), href: links.library(language) },
            ...(hasPermission(actor, "templates.manage")
              ? [{ text: message(language, "library.templates.title"), href: links.templates(language) }]
              : []),
          ]}
        />
        {readText(url, "done") === "removed" && (
          <Notice tone="success">
            <p>{message(language, "library.done.removed")}</p>
          </Notice>
        )}
        {makes && (
          <Section id="make" title={message(language, "library.members.make")}>
            <KindCards kinds={reportKinds} language={language} />
          </Section>
        )}
        <Section id="made" title={message(language, "library.members.made")}>
          {documents.length > 0 && <KindFilter kinds={reportKinds} chosen={chosen?.id ?? ""} language={language} />}
          {shown.length === 0 ? (
            <EmptyState
              title={message(language, documents.length === 0 ? "library.members.none" : "library.members.noneOfKind")}
            />
          ) : (
            <DocumentRows
              documents={page.items}
              language={language}
              hrefOf={({ id }) => links.memberDocument(language, id)}
              fileHrefOf={({ id }, format) => links.memberDocumentFile(language, id, format)}
              detail={(document) => [
                message(language, `library.basis.${document.basis}`),
                ...nameOffice(document, (id) => directory.find(id) && directory.shortName(id, language)),
              ]}
            />
          )}
          <OffsetPagination page={page} url={url} language={language} />
        </Section>
      </>
    ),
  };
};

function nameOffice({ organisation }: DocumentSummary, find: (id: string) => string | null): string[] {
  if (organisation === null) return [];
  return [find(organisation) ?? organisation];
}

function KindCards({ kinds, language }: { kinds: readonly ReportKind[]; language: Language }) {
  return (
    <ul class="kind-cards">
      {kinds.map(({ id, languages }) => (
        <li key={id}>
          <KindPicture kind={id} />
          <div>
            <h3>
              <a href={links.makeDocument(language, id)}>{nameKind(language, id)}</a>
            </h3>
            <p>{describeKind(language, id)}</p>
            <p class="kind-card-needs">
              <span>{message(language, "library.kindNeeds")}</span> {describeNeeds(language, id)}
            </p>
            <p class="kind-card-languages">
              {orderLanguages(language)
                .filter((one) => languages.includes(one))
                .map((one) => message(language, `language.${one}`))
                .join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function KindFilter(props: { kinds: readonly ReportKind[]; chosen: string; language: Language }) {
  const { kinds, chosen, language } = props;
  return (
    <form class="record-filter" method="get" action={`${links.memberDocuments(language)}#made`}>
      <div class="field">
        <label for="kind">{message(language, "library.filter.kind")}</label>
        <select id="kind" name="kind">
          <option value="">{message(language, "library.filter.all")}</option>
          {kinds.map(({ id }) => (
            <option key={id} value={id} selected={id === chosen}>
              {nameKind(language, id)}
            </option>
          ))}
        </select>
      </div>
      <div class="record-filter-actions">
        <button type="submit">{message(language, "library.filter.show")}</button>
      </div>
    </form>
  );
}
