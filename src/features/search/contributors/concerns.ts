import { sql } from "kysely";
import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { links } from "../../../web/links.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches, passagesOf } from "./record-parts.ts";

interface Row {
  id: string;
  language: Language;
  text: Localized;
  raised: string;
  isPublic: boolean;
  responses: Localized[];
  notes: Localized[];
}

/** What members raised and what was said to it; a withdrawn one is found by nobody. */
export const concerns: SearchContributor = {
  name: "concerns",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws(' ', (SELECT revision FROM programme_state), (SELECT count(*) FROM concern_items),
        (SELECT max(changed_at) FROM concern_items)) AS mark`.execute(transaction);
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const { rows } = await sql<Row>`
      SELECT id, language, text, raised_from::text AS raised, visibility = 'public' AS "isPublic",
        coalesce((SELECT json_agg(r.text ORDER BY r.id) FROM concern_responses r WHERE r.concern = c.id), '[]') AS responses,
        coalesce((SELECT json_agg(j.note ORDER BY j.id) FROM concern_judgements j WHERE j.concern = c.id), '[]') AS notes
      FROM concern_items c WHERE state <> 'withdrawn' ORDER BY raised_from, position, id`.execute(transaction);
    yield* inBatches(rows.map(describe));
  },
};

function describe({ id, language, text, raised, isPublic, responses, notes }: Row): SearchSubject {
  return {
    kind: "concern",
    id,
    visibility: isPublic ? everybody : allMembers,
    language: Object.keys(text).length > 1 ? null : language,
    title: text,
    date: raised,
    fields: {},
    href: isPublic ? pathOf((of) => `${links.concerns(of)}#${id}`) : null,
    memberHref: pathOf((of) => links.memberConcern(of, id)),
    passages: passagesOf(text, ...responses, ...notes),
  };
}
