import { sql } from "kysely";
import type { Localized } from "../../../core/localized.ts";
import { links } from "../../../web/links.ts";
import { readDirectory } from "../../organisations/directory.ts";
import type { SearchContributor, SearchSubject, SubjectVisibility } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches, namesOf, passagesOf, placesOf } from "./record-parts.ts";

/** What can be given, with experience, facilities and conditions. */
export const offerSubjects: SearchContributor = {
  name: "offers",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string | null }>`
      SELECT concat_ws(' ', (SELECT revision FROM programme_state), (SELECT max(changed_at) FROM offer_items),
        (SELECT count(*) FROM offer_items)) AS mark`.execute(transaction);
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const directory = await readDirectory(transaction);
    const rows = await transaction.selectFrom("offer_items").selectAll().orderBy("id").execute();
    yield* inBatches(
      rows.map((row): SearchSubject => {
        const { id, organisation, visibility, topics } = row;
        const texts = [row.detail, row.experience, row.facilities, row.conditions].map((text) => text as Localized);
        return {
          kind: "offer",
          id,
          visibility: findReaders(row),
          language: null,
          title: row.title as Localized,
          date: null,
          fields: { topics, regions: placesOf(directory, [organisation]), bodies: [organisation] },
          href: visibility === "public" ? pathOf((of) => links.offers(of, { organisation })) : null,
          memberHref: pathOf((of) => links.memberOffer(of, id)),
          passages: passagesOf(...texts, namesOf(directory, [organisation])),
        };
      }),
    );
  },
};

interface Scope {
  visibility: "public" | "members" | "sides" | "organisation";
  owner: string | null;
  sides: string[];
  platform: "coordination" | "technical";
}

/** As `visibleTo` has it. */
function findReaders({ visibility, owner, sides, platform }: Scope): SubjectVisibility {
  if (visibility === "public") return everybody;
  if (visibility === "members") return allMembers;
  const concerned = visibility === "sides" ? sides : [];
  return { public: false, organisations: [...concerned, ...(owner === null ? [] : [owner])], platform };
}
