import { sql } from "kysely";
import type { Language } from "../../../core/language.ts";
import { links } from "../../../web/links.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody } from "./record-parts.ts";

interface Row {
  id: string;
  subject_kind: string;
  subject: string;
  source_language: Language;
  target_language: Language;
  title: string;
  visibility: "public" | "members";
  state: string;
  approved_at: string | null;
  segments: { target: string; isTitle: boolean; block: number }[] | null;
}

/** What people have written or gone over; a machine's draft is nobody's word yet. The public finds what was approved. */
export const translations: SearchContributor = {
  name: "translations",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws(' ', (SELECT md5(string_agg(concat_ws(' ', id, state, visibility, title), ',' ORDER BY id)) FROM translations),
        (SELECT count(*) FROM translation_segments WHERE mark IN ('edited', 'reviewed')),
        (SELECT max(changed_at) FROM translation_segments), (SELECT max(reviewed_at) FROM translation_segments)) AS mark`.execute(
      transaction,
    );
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const { rows: all } = await sql<{ id: string }>`SELECT id FROM translations ORDER BY id`.execute(transaction);
    for (const { id } of all) {
      const { rows } = await sql<Row>`
        SELECT t.id, t.subject_kind, t.subject, t.source_language, t.target_language, t.title, t.visibility, t.state,
          to_char(t.approved_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS approved_at,
          (SELECT json_agg(json_build_object('target', s.target, 'isTitle', s.block_path[1] = -1, 'block', s.block_path[1])
            ORDER BY s.position) FROM translation_segments s
            WHERE s.translation = t.id AND s.mark IN ('edited', 'reviewed')) AS segments
        FROM translations t WHERE t.id = ${id}`.execute(transaction);
      yield rows.map(describe);
    }
  },
};

function describe(row: Row): SearchSubject {
  const { id, subject_kind, subject, source_language, target_language, title } = row;
  const segments = row.segments ?? [];
  const isPublic = row.visibility === "public" && row.state === "approved" && subject_kind === "policy";
  const blocks = Map.groupBy(
    segments.filter(({ isTitle }) => !isTitle),
    ({ block }) => block,
  );
  // Sentences of a block belong together; those of Latin script need the space between them.
  const between = target_language === "en" ? " " : "";
  return {
    kind: "translation",
    id,
    visibility: isPublic ? everybody : allMembers,
    language: target_language,
    title: { [source_language]: title, [target_language]: segments.find(({ isTitle }) => isTitle)?.target ?? title },
    date: row.approved_at,
    fields: {},
    href: isPublic ? pathOf((of) => links.policy(of, subject)) : null,
    memberHref: pathOf((of) => links.translation(of, id)),
    passages: [
      {
        place: null,
        language: target_language,
        text: [...blocks.values()].map((own) => own.map(({ target }) => target).join(between)).join("\n"),
      },
    ],
  };
}
