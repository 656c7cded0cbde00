import { links } from "../../../web/links.ts";
import { isShownToPublic } from "../../needs/company-view.ts";
import type { Need } from "../../needs/need.ts";
import { readNeedStamp, readNeeds } from "../../needs/service.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { readDirectory } from "../../organisations/directory.ts";
import { findRevision } from "../../programme/revision.ts";
import type { SearchContributor, SearchSubject, SubjectVisibility } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allButCompanies, allMembers, everybody, inBatches, namesOf, passagesOf, placesOf } from "./record-parts.ts";

/** What is wanted: title, details, and who wants it. Who said it stands on the need's own page. */
export const needSubjects: SearchContributor = {
  name: "needs",
  async readMark(transaction) {
    return `${await findRevision(transaction)} ${await readNeedStamp(transaction)}`;
  },
  async *read(_context, transaction) {
    const directory = await readDirectory(transaction);
    const needs = await readNeeds(transaction, "unrestricted");
    yield* inBatches(needs.map((need) => describe(need, directory)));
  },
};

function describe(need: Need, directory: OrganisationDirectory): SearchSubject {
  const { id, organisation, addressedTo } = need;
  const parties = [organisation, ...(addressedTo === null ? [] : [addressedTo])];
  return {
    kind: "need",
    id,
    visibility: findReaders(need, directory),
    language: null,
    title: need.title,
    date: need.learntFrom,
    fields: { topics: need.topics, regions: placesOf(directory, parties), bodies: parties },
    href: isShownToPublic(need, directory) ? pathOf((of) => `${links.needs(of)}#${id}`) : null,
    memberHref: pathOf((of) => links.memberNeed(of, id)),
    passages: passagesOf(need.detail, namesOf(directory, parties)),
  };
}

/** As `visibleTo` has it; companies find those that were opened to them. */
function findReaders(need: Need, directory: OrganisationDirectory): SubjectVisibility {
  const { visibility, owner, sides, platform, openToCompanies } = need;
  if (isShownToPublic(need, directory)) return everybody;
  // What waits for its confirmation to be public is the members' until then.
  if (visibility === "members" || visibility === "public") return openToCompanies ? allMembers : allButCompanies;
  const concerned = visibility === "sides" ? sides : [];
  return { public: false, organisations: [...concerned, ...(owner === null ? [] : [owner])], platform };
}
