import { sql } from "kysely";
import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import { links } from "../../../web/links.ts";
import { type PolicyBlock, textOfBlocks } from "../../policies/blocks.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, passagesOf } from "./record-parts.ts";

interface Row {
  id: string;
  language: Language;
  title: Localized;
  kind: string | null;
  document_number: string | null;
  bodies: string[];
  body_names: string[];
  day: string;
  topic_ids: string[];
  region_ids: string[];
  isPublic: boolean;
  blocks: PolicyBlock[];
  attachments: { name: string; text: string | null }[];
  summary: Localized | null;
  why: Localized | null;
}

/** What the desk holds: its text, and what was written about it. A repost is found by its original. */
export const policies: SearchContributor = {
  name: "policies",
  async readMark(transaction) {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws(' ', coalesce((SELECT max(updated_at) FROM policy_items), 'epoch'), (SELECT count(*) FROM policy_items),
        (SELECT count(*) FROM policy_items p WHERE ${isShown}), (SELECT max(written_at) FROM clippings),
        (SELECT max(approved_at) FROM clippings),
        (SELECT count(*) FROM bulletins WHERE visibility = 'public'), (SELECT revision FROM programme_state)) AS mark`.execute(
      transaction,
    );
    return rows[0]?.mark ?? "";
  },
  async *read(_context, transaction) {
    const { rows } = await sql<{ id: string; bytes: number }>`
      SELECT id, pg_column_size(blocks) + pg_column_size(attachments) AS bytes FROM policy_items p WHERE ${isShown} ORDER BY id`.execute(
      transaction,
    );
    const known = await readKnown(transaction);
    for (const ids of cutSteps(rows)) yield (await readItems(transaction, ids)).map((row) => describe(row, known));
  },
};

const isShown = sql`p.state <> 'dropped' AND p.is_original`;
/** As the public list of policies has it. */
const isPublic = sql<boolean>`(p.state = 'kept' AND p.visibility = 'public')`;
const itemsPerStep = 100;
/** As stored, which is compressed: a law has ten to thirty thousand. */
const bytesPerStep = 50_000;

/** A notice has a hundred words and a law fifty pages: as many as make one longer text. */
function* cutSteps(items: readonly { id: string; bytes: number }[]): Generator<string[]> {
  let step: string[] = [];
  let bytes = 0;
  for (const item of items) {
    step.push(item.id);
    bytes += item.bytes;
    if (step.length < itemsPerStep && bytes < bytesPerStep) continue;
    yield step;
    step = [];
    bytes = 0;
  }
  if (step.length > 0) yield step;
}

async function readItems(transaction: ReadTransaction, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT p.id, p.language, p.title, p.kind, p.document_number, p.bodies, p.body_names, p.day, p.topic_ids, p.region_ids,
      ${isPublic} AS "isPublic", p.blocks, p.attachments, c.summary, c.why
    FROM policy_items p LEFT JOIN clippings c ON c.item = p.id AND c.state = 'approved'
      -- The public reads a clipping in the bulletin.
      AND (NOT ${isPublic} OR EXISTS (SELECT FROM bulletins b WHERE b.month = c.month AND b.visibility = 'public'))
    WHERE p.id = ANY(${ids}::text[]) ORDER BY p.id`.execute(transaction);
  return rows;
}

/** Regions and topics of the desk that are places and topics of the programme as well go by the programme's ids. */
interface Known {
  regions: ReadonlyMap<string, string>;
  topics: ReadonlyMap<string, string>;
}

async function readKnown(transaction: ReadTransaction): Promise<Known> {
  const regions = await transaction.selectFrom("policy_regions").select(["id", "organisation"]).execute();
  const topics = await transaction.selectFrom("policy_topics").select(["id", "topic"]).execute();
  return {
    regions: new Map(regions.map(({ id, organisation }) => [id, organisation ?? id])),
    topics: new Map(topics.map(({ id, topic }) => [id, topic ?? id])),
  };
}

function describe(row: Row, known: Known): SearchSubject {
  const { id, language } = row;
  const text = textOfBlocks(row.blocks);
  return {
    kind: "policy",
    id,
    visibility: row.isPublic ? everybody : allMembers,
    language,
    title: row.title,
    date: row.day,
    fields: {
      number: row.document_number,
      policyKind: row.kind,
      bodies: row.bodies,
      regions: [...new Set(row.region_ids.map((region) => known.regions.get(region) ?? region))],
      topics: [...new Set(row.topic_ids.map((topic) => known.topics.get(topic) ?? topic))],
    },
    href: row.isPublic ? pathOf((of) => links.policy(of, id)) : null,
    memberHref: pathOf((of) => links.deskItem(of, id)),
    passages: [
      ...passagesOf(row.summary, row.why),
      ...(row.body_names.length === 0 ? [] : [{ place: null, language, text: row.body_names.join("\n") }]),
      ...(text === "" ? [] : [{ place: null, language, text }]),
      ...row.attachments.flatMap(({ name, text: attached }) =>
        attached === null ? [] : [{ place: name, language, text: attached }],
      ),
    ],
  };
}
