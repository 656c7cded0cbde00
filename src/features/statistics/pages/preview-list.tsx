import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { listTables } from "../service.ts";

const sections = ["coordination", "technical", "partners"] as const;

/** Every published table, each leading to its preview. */
export const showPreviewList: PageHandler<MemberRequest> = async ({ context, language }) => {
  const tables = await listTables(context, language);
  const title = message(language, "preview.list.title");
  const lead = message(language, "preview.list.lead");
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "year.list.title"), href: links.memberYears(language) }],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        {sections.map((section) => (
          <Section key={section} id={section} title={message(language, `tables.section.${section}`)}>
            <LinkList
              items={tables
                .filter((table) => table.section === section)
                .map((table) => ({ text: table.title, href: links.tablePreview(language, table.id) }))}
            />
          </Section>
        ))}
      </>
    ),
  };
};
