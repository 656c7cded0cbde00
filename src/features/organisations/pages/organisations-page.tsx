import { message } from "../../../messages/message.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import { OffsetPagination } from "../../../web/offset-pagination.tsx";
import type { PageHandler } from "../../../web/page.ts";
import { choosePage } from "../../../web/paging.ts";
import { getProgramme } from "../../programme/service.ts";
import { getDirectory } from "../directory.ts";
import { countUnit, cutIntoPages, listUnits } from "../organisation-list.ts";
import { OrganisationFilterForm } from "./organisation-filter-form.tsx";
import { readOrganisationQuery } from "./organisation-query.ts";
import { OrganisationTree } from "./organisation-tree.tsx";

/** Up to so many stand on one page; more are cut into pages of half as many. */
const mostOnOnePage = 200;

/** Every organisation by country and tier, or those that a search finds. */
export const showOrganisations: PageHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const { filter, problems } = readOrganisationQuery(url, programme, language);
  const units = listUnits(
    directory,
    filter,
    programme.countries.map(({ id }) => id),
  );
  const total = units.reduce((sum, unit) => sum + countUnit(unit), 0);
  const pages = total <= mostOnOnePage ? [units] : cutIntoPages(units, mostOnOnePage / 2);
  const page = choosePage(pages, 1, url);
  const before = pages
    .slice(0, page.number - 1)
    .flat()
    .reduce((sum, unit) => sum + countUnit(unit), 0);
  const shown = page.items.flat();
  const position = { first: before + 1, last: before + shown.reduce((sum, unit) => sum + countUnit(unit), 0), total };
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const title = message(language, "organisations.title");
  return {
    title,
    description: message(language, "organisations.description", { count: directory.all.length }),
    area: "partnerships",
    trail: [{ text: message(language, "site.area.partnerships"), href: links.partnerships(language) }],
    unlisted: isFiltered,
    body: (
      <>
        <PageHeading title={title} lead={message(language, "organisations.lead", { count: directory.all.length })} />
        {problems.map((problem) => (
          <Notice key={problem} tone="warning">
            <p>{problem}</p>
          </Notice>
        ))}
        <OrganisationFilterForm url={url} filter={filter} programme={programme} language={language} />
        {isFiltered && <p>{message(language, "organisations.found", { count: total })}</p>}
        {total === 0 ? (
          <EmptyState
            title={message(language, "organisations.none")}
            text={message(language, "organisations.noneText")}
            links={[{ text: message(language, "organisations.clear"), href: links.organisations(language) }]}
          />
        ) : (
          <OrganisationTree units={shown} programme={programme} directory={directory} language={language} />
        )}
        <OffsetPagination page={{ ...page, ...position }} url={url} language={language} />
      </>
    ),
  };
};
