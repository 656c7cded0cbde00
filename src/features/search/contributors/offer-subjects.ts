import { links } from "../../../web/links.ts";
import type { Offer } from "../../needs/offer.ts";
import { readOfferStamp, readOffers } from "../../needs/service.ts";
import { readDirectory } from "../../organisations/directory.ts";
import { findRevision } from "../../programme/revision.ts";
import type { SearchContributor, SearchSubject, SubjectVisibility } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches, namesOf, passagesOf, placesOf } from "./record-parts.ts";

/** What can be given, with experience, facilities and conditions. */
export const offerSubjects: SearchContributor = {
  name: "offers",
  async readMark(transaction) {
    return `${await findRevision(transaction)} ${await readOfferStamp(transaction)}`;
  },
  async *read(_context, transaction) {
    const directory = await readDirectory(transaction);
    const offers = await readOffers(transaction, "unrestricted");
    yield* inBatches(
      offers.map((offer): SearchSubject => {
        const { id, organisation, visibility, topics, title, detail, experience, facilities, conditions } = offer;
        return {
          kind: "offer",
          id,
          visibility: findReaders(offer),
          language: null,
          title,
          date: null,
          fields: { topics, regions: placesOf(directory, [organisation]), bodies: [organisation] },
          href: visibility === "public" ? pathOf((of) => links.offers(of, { organisation })) : null,
          memberHref: pathOf((of) => links.memberOffer(of, id)),
          passages: passagesOf(detail, experience, facilities, conditions, namesOf(directory, [organisation])),
        };
      }),
    );
  },
};

/** As `visibleTo` has it. */
function findReaders({ visibility, owner, sides, platform }: Offer): SubjectVisibility {
  if (visibility === "public") return everybody;
  if (visibility === "members") return allMembers;
  const concerned = visibility === "sides" ? sides : [];
  return { public: false, organisations: [...concerned, ...(owner === null ? [] : [owner])], platform };
}
