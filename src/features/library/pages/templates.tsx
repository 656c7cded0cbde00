import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, orderLanguages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { listTemplates, type TemplateRow } from "../templates.ts";
import { KindPicture } from "./kind-picture.tsx";
import { nameKind } from "./kind-words.ts";

/** Which template each kind of document is made with, in each language. */
export const showTemplates: PageHandler<MemberRequest> = async ({ context, actor, language }) => {
  const rows = await listTemplates(context, actor);
  const directory = await getDirectory(context);
  const title = message(language, "library.templates.title");
  const lead = message(language, "library.templates.lead");
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "library.members.title"), href: links.memberDocuments(language) }],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        <table class="template-table">
          <thead>
            <tr>
              <th scope="col">{message(language, "library.templates.kind")}</th>
              {orderLanguages(language).map((one) => (
                <th key={one} scope="col">
                  {message(language, `language.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.kind}>
                <th scope="row">
                  <div class="template-kind">
                    <KindPicture kind={row.kind} />
                    <span>{nameKind(language, row.kind)}</span>
                  </div>
                </th>
                {orderLanguages(language).map((one) => (
                  <td key={one} data-label={message(language, `language.${one}`)}>
                    <TemplateCell row={row} of={one} language={language} directory={directory} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ),
  };
};

interface CellProps {
  row: TemplateRow;
  of: Language;
  language: Language;
  directory: OrganisationDirectory;
}

function TemplateCell({ row, of, language, directory }: CellProps) {
  const found = row.languages.find((one) => one.language === of);
  if (!found) return <span class="hint">{message(language, "library.templates.notInLanguage")}</span>;
  const { own } = found;
  const name =
    own && directory.find(own.organisation) ? directory.shortName(own.organisation, language) : own?.organisation;
  return (
    <>
      <a href={links.template(language, row.kind, of)}>
        {own ? own.name : message(language, "library.template.renkei")}
        <span class="visually-hidden">
          {" "}
          {nameKind(language, row.kind)} {message(language, `language.${of}`)}
        </span>
      </a>
      {own && (
        <span class="hint">
          {message(language, "library.templates.ownSince", {
            organisation: name ?? "",
            date: formatMoment(language, own.addedAt, "day"),
          })}
        </span>
      )}
    </>
  );
}
