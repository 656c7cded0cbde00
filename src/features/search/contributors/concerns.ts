import { links } from "../../../web/links.ts";
import type { Concern } from "../../concerns/concern.ts";
import { readConcernStamp, readConcerns } from "../../concerns/service.ts";
import { findRevision } from "../../programme/revision.ts";
import type { SearchContributor, SearchSubject, SubjectVisibility } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allButCompanies, everybody, inBatches, passagesOf } from "./record-parts.ts";

/** What members raised and what was said to it; a withdrawn one is found by nobody. */
export const concerns: SearchContributor = {
  name: "concerns",
  async readMark(transaction) {
    return `${await findRevision(transaction)} ${await readConcernStamp(transaction)}`;
  },
  async *read(_context, transaction) {
    const found = await readConcerns(transaction, "members");
    yield* inBatches(found.filter(({ state }) => state !== "withdrawn").map(describe));
  },
};

function describe(concern: Concern): SearchSubject {
  const { id, language, text, raisedFrom, responses, judgements } = concern;
  const isPublic = concern.visibility === "public";
  return {
    kind: "concern",
    id,
    visibility: isPublic ? everybody : findReaders(concern),
    language: Object.keys(text).length > 1 ? null : language,
    title: text,
    date: raisedFrom,
    fields: {},
    href: isPublic ? pathOf((of) => `${links.concerns(of)}#${id}`) : null,
    memberHref: pathOf((of) => links.memberConcern(of, id)),
    passages: passagesOf(text, ...responses.map((response) => response.text), ...judgements.map(({ note }) => note)),
  };
}

/** As `listConcerns` has it: a company finds what it raised itself. */
function findReaders({ organisation }: Concern): SubjectVisibility {
  return { ...allButCompanies, organisations: organisation === null ? [] : [organisation] };
}
