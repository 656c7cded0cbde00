import { localizedFromRow } from "../../../core/localized.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { recordKind } from "../../../records/registry.ts";
import { links } from "../../../web/links.ts";
import { readDirectory } from "../../organisations/directory.ts";
import { allNames } from "../../organisations/organisation.ts";
import { findRevision } from "../../programme/revision.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { everybody, inBatches, namesOf, passagesOf, placesOf } from "./record-parts.ts";

type Kind = "activity" | "project" | "agreement" | "partnership" | "organisation" | "news";

/** What the public tables hold; they change with the revision of the records only. */
function contribute(
  kind: Kind,
  read: (transaction: ReadTransaction) => Promise<Omit<SearchSubject, "kind" | "visibility" | "href" | "memberHref">[]>,
): SearchContributor {
  return {
    name: kind,
    readMark: async (transaction) => String(await findRevision(transaction)),
    async *read(_context, transaction) {
      const subjects = (await read(transaction)).map((subject) => ({
        ...subject,
        kind,
        visibility: everybody,
        href: recordKind(kind).publicPath(subject.id),
        memberHref: pathOf((language) => links.memberRecord(language, kind, subject.id)),
      }));
      yield* inBatches(subjects);
    },
  };
}

const activities = contribute("activity", async (transaction) => {
  const directory = await readDirectory(transaction);
  const rows = await transaction.selectFrom("activities").selectAll().orderBy("row_number").execute();
  const parties = await transaction.selectFrom("activity_parties").select(["activity", "organisation"]).execute();
  const partiesOf = Map.groupBy(parties, ({ activity }) => activity);
  return rows.map((row) => {
    const taking = (partiesOf.get(row.id) ?? []).map(({ organisation }) => organisation);
    return {
      id: row.id,
      language: null,
      title: localizedFromRow(row, "title"),
      date: row.date_from,
      fields: {
        topics: row.topics,
        regions: placesOf(directory, [row.place, ...taking]),
        bodies: governmentsOf(taking),
      },
      passages: passagesOf(
        localizedFromRow(row, "theme"),
        localizedFromRow(row, "result"),
        localizedFromRow(row, "venue"),
        localizedFromRow(row, "remark"),
        namesOf(directory, row.place === null ? taking : [...taking, row.place]),
      ),
    };
  });
  function governmentsOf(ids: readonly string[]): string[] {
    return [...new Set(ids.map((id) => directory.get(id).government))].filter(
      (id) => !placesOf(directory, [id]).includes(id),
    );
  }
});

const projects = contribute("project", async (transaction) => {
  const directory = await readDirectory(transaction);
  const rows = await transaction.selectFrom("projects").selectAll().orderBy("row_number").execute();
  const parties = await transaction.selectFrom("project_parties").select(["project", "organisation"]).execute();
  const milestones = await transaction.selectFrom("project_milestones").selectAll().orderBy("row_number").execute();
  const results = await transaction.selectFrom("project_results").selectAll().orderBy("row_number").execute();
  return rows.map((row) => {
    const taking = parties.filter(({ project }) => project === row.id).map(({ organisation }) => organisation);
    return {
      id: row.id,
      language: null,
      title: localizedFromRow(row, "title"),
      date: row.period_from,
      fields: { topics: row.topics, regions: placesOf(directory, taking) },
      passages: passagesOf(
        localizedFromRow(row, "content"),
        localizedFromRow(row, "method"),
        localizedFromRow(row, "data"),
        ...milestones.filter(({ project }) => project === row.id).map((one) => localizedFromRow(one, "text")),
        ...results
          .filter(({ project }) => project === row.id)
          .flatMap((one) => ["text", "policy_text", "indicator"].map((name) => localizedFromRow(one, name))),
        namesOf(directory, taking),
      ),
    };
  });
});

const agreements = contribute("agreement", async (transaction) => {
  const directory = await readDirectory(transaction);
  const rows = await transaction.selectFrom("agreements").selectAll().orderBy("row_number").execute();
  const parties = await transaction.selectFrom("agreement_parties").selectAll().execute();
  return rows.map((row) => {
    const taking = parties.filter(({ agreement }) => agreement === row.id);
    const ids = taking.map(({ organisation }) => organisation);
    return {
      id: row.id,
      language: null,
      title: localizedFromRow(row, "title"),
      date: row.signed_from,
      fields: { regions: placesOf(directory, ids) },
      passages: passagesOf(
        localizedFromRow(row, "content"),
        ...taking.map((party) => localizedFromRow(party, "signatory")),
        namesOf(directory, ids),
      ),
    };
  });
});

const partnerships = contribute("partnership", async (transaction) => {
  const directory = await readDirectory(transaction);
  const rows = await transaction.selectFrom("partnerships").selectAll().orderBy("row_number").execute();
  return rows.map((row) => {
    const sides = [row.home, row.partner];
    return {
      id: row.id,
      language: null,
      title: namesOf(directory, sides),
      date: row.since_from,
      fields: { regions: placesOf(directory, sides) },
      passages: passagesOf(localizedFromRow(row, "note")),
    };
  });
});

const organisations = contribute("organisation", async (transaction) => {
  const directory = await readDirectory(transaction);
  return directory.all.map((organisation) => ({
    id: organisation.id,
    language: null,
    title: organisation.name,
    date: null,
    fields: { regions: placesOf(directory, [organisation.id]) },
    passages: [
      { place: null, language: "ja" as const, text: [...new Set(allNames(organisation))].join("\n") },
      ...passagesOf(namesOf(directory, organisation.parent === null ? [] : [organisation.parent])),
    ],
  }));
});

const news = contribute("news", async (transaction) => {
  const directory = await readDirectory(transaction);
  const rows = await transaction.selectFrom("news").selectAll().orderBy("row_number").execute();
  const pairs = await transaction.selectFrom("partnerships").select(["id", "home", "partner"]).execute();
  return rows.map((row) => {
    const pair = pairs.find(({ id }) => id === row.partnership);
    return {
      id: row.id,
      language: null,
      title: localizedFromRow(row, "title"),
      date: row.published_from,
      fields: { topics: row.topics, regions: placesOf(directory, pair ? [pair.home, pair.partner] : []) },
      passages: passagesOf(localizedFromRow(row, "body")),
    };
  });
});

export const publicRecords: readonly SearchContributor[] = [
  activities,
  projects,
  agreements,
  partnerships,
  organisations,
  news,
];
