import { sql } from "kysely";
import { localizedFromRow } from "../../../core/localized.ts";
import { localizedCells, type RecordContent, splitCell } from "../../../records/kind.ts";
import { links } from "../../../web/links.ts";
import { readDirectory } from "../../organisations/directory.ts";
import type { RecordSummary, Visibility } from "../../records/record.ts";
import type { SearchContributor, SearchSubject, SubjectVisibility } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, inBatches, namesOf, passagesOf, placesOf } from "./record-parts.ts";

interface Row {
  kind: RecordSummary["kind"];
  id: string;
  visibility: Visibility;
  owner: string | null;
  sides: string[];
  platform: RecordSummary["platform"];
  title_ja: string | null;
  title_zh: string | null;
  title_en: string | null;
  date_from: string | null;
  content: RecordContent;
}

/** Approved versions of records that the public pages do not show, or not yet: for those members who may see them. */
export const approvedRecords: SearchContributor = {
  name: "approved-records",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws(' ', count(*), max(changed_at), sum(version), sum(published_version)) AS mark FROM records`.execute(
      transaction,
    );
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const directory = await readDirectory(transaction);
    const { rows } = await sql<Row>`
      SELECT r.kind, r.id, r.visibility, r.owner, r.sides, r.platform, r.title_ja, r.title_zh, r.title_en, r.date_from, v.content
      FROM records r JOIN record_versions v ON (v.kind, v.record, v.version) = (r.kind, r.id, r.version)
      WHERE NOT r.removed AND r.published_version IS DISTINCT FROM r.version AND r.kind <> 'claim'`.execute(
      transaction,
    );
    yield* inBatches(
      rows.map((row): SearchSubject => {
        const { fields } = row.content;
        const names = [...new Set(Object.keys(fields).flatMap((name) => /^(.+)_(?:ja|zh|en)$/.exec(name)?.[1] ?? []))];
        return {
          kind: row.kind === "claim" ? "activity" : row.kind,
          id: row.id,
          edition: "newest",
          visibility: visibilityOf(row),
          language: null,
          title: localizedFromRow(row, "title"),
          date: row.date_from,
          fields: { topics: splitCell(fields.topics), regions: placesOf(directory, row.sides) },
          href: null,
          memberHref: pathOf((language) => links.memberRecord(language, row.kind, row.id)),
          passages: passagesOf(
            ...names.filter((name) => name !== "title").map((name) => localizedCells(fields, name)),
            namesOf(directory, row.sides),
          ),
        };
      }),
    );
  },
};

/** As `canSee` in records/access.ts has it: what is to become public is every member's already. */
export function visibilityOf({
  visibility,
  owner,
  sides,
  platform,
}: Pick<Row, "visibility" | "owner" | "sides" | "platform">): SubjectVisibility {
  if (visibility === "public" || visibility === "members") return allMembers;
  const owners = owner === null ? [] : [owner];
  return { public: false, organisations: visibility === "sides" ? [...owners, ...sides] : owners, platform };
}
