import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { LinkListItem } from "../../../web/components/link-list.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Platform } from "../framework.ts";
import { nameSide } from "../name-side.ts";
import type { Programme } from "../programme.ts";
import { writeFiscalYears } from "../write-fiscal-years.ts";

export interface PlatformRole {
  role: string;
  label: string;
  items: LinkListItem[];
}

/** The bodies by their part; rows of one body in one part are one entry with all its years. */
export function assembleRoles(
  platforms: readonly Platform[],
  directory: OrganisationDirectory,
  programme: Programme,
  language: Language,
): PlatformRole[] {
  return [...new Set(platforms.map(({ role }) => role))].map((role) => {
    const own = platforms.filter((platform) => platform.role === role);
    const bodies = [...new Set(own.map(({ organisation }) => organisation))];
    return {
      role,
      label: choiceMessage(language, "platform.role", role),
      items: bodies.map((organisation) => ({
        text: directory.name(organisation, language, programme.asOf),
        href: links.organisation(language, organisation),
        note: describePart(
          own.filter((platform) => platform.organisation === organisation),
          programme,
          language,
        ),
      })),
    };
  });
}

/** 「日本側（2014年度～2018年度、2015年6月設置）：…を担う。」 */
function describePart(rows: readonly Platform[], programme: Programme, language: Language): string {
  const side = nameSide(programme, rows[0]?.country ?? "", language);
  const allYears = rows.flatMap(({ fiscalYears }) => fiscalYears);
  const years = writeFiscalYears(programme, allYears, language);
  const established = rows.find((row) => row.established !== null)?.established;
  const facts = established
    ? message(language, "about.platforms.factsSince", { side, years, date: writeEdtf(established, language) })
    : message(language, "about.platforms.facts", { side, years });
  const tasks = [...new Set(rows.map(({ task }) => localize(task, language).text))];
  return message(language, "about.platforms.withTask", {
    facts,
    task: tasks.join(message(language, "list.semicolon")),
  });
}
