import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { PartnershipRecord } from "./partnership-record.ts";

/** schema.org has no word for a tie of two governments; `Project`, an organisation for a purpose, comes nearest. */
export function writePartnershipJsonLd(record: PartnershipRecord, description: string, origin: string): unknown {
  const { partnership, names, programme, projects, language } = record;
  const { home, partner, since } = partnership;
  const organisation = (name: string, id: string) => ({
    "@type": "Organization",
    name,
    url: `${origin}${links.organisation(language, id)}`,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Project",
    name: message(language, "partnerships.pair", names),
    description,
    url: `${origin}${links.partnership(language, partnership.id)}`,
    ...(since !== null && /^\d{4}-\d{2}-\d{2}$/.test(since) ? { foundingDate: since } : {}),
    member: [organisation(names.home, home), organisation(names.partner, partner)],
    parentOrganization: {
      "@type": "Project",
      name: localize(programme.name, language).text,
      url: `${origin}${links.home(language)}`,
    },
    subOrganization: projects.map((project) => ({
      "@type": "Project",
      name: localize(project.title, language).text,
      url: `${origin}${links.project(language, project.id)}`,
    })),
  };
}
