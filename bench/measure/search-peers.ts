import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import MiniSearch from "minisearch";
import type { Context } from "../../src/platform/context.ts";

export interface BenchPassage {
  id: number;
  subject: number;
  isTitle: boolean;
  shadow: string;
}

export interface Peer {
  name: string;
  /** what it cannot do, or does in another way */
  note?: string;
  /** how many subjects it finds; it fetches twenty of them as well */
  search(query: { text: string }): Promise<number>;
  /** subjects that hold all of these, the best first; absent where it ranks nothing */
  rank?(terms: readonly string[]): Promise<number[]>;
  close(): Promise<void>;
}

type Opened = Peer | { absent: string };

/** All look at the same folded texts, so that what they find is the same as far as they are exact. */
export async function openPeer(
  name: string,
  context: Context,
  passages: readonly BenchPassage[],
  folder: string,
): Promise<Opened> {
  switch (name) {
    case "like":
      return openLike(context);
    case "trigram":
      return openTrigram(context);
    case "minisearch":
      return openMiniSearch(passages);
    case "fts5":
      return openFts5(passages, folder);
    default:
      return { absent: "unknown" };
  }
}

function openLike(context: Context): Peer {
  return {
    name: "PostgreSQL LIKE, no index",
    search: async ({ text }) => countByLike(context, text),
    close: async () => undefined,
  };
}

async function countByLike(context: Context, text: string): Promise<number> {
  const { rows } = await sql<{ subjects: number }>`
    SELECT count(DISTINCT p.subject)::int AS subjects FROM search.texts t JOIN search.passages p ON p.id = t.passage
    WHERE t.shadow LIKE ${`%${text}%`}`.execute(context.database.db);
  return rows[0]?.subjects ?? 0;
}

async function openTrigram(context: Context): Promise<Opened> {
  try {
    await sql`CREATE EXTENSION pg_trgm`.execute(context.database.db);
  } catch (error) {
    return { absent: error instanceof Error ? error.message : "pg_trgm" };
  }
  await sql`CREATE INDEX texts_by_trigram ON search.texts USING gin (shadow gin_trgm_ops)`.execute(context.database.db);
  return {
    name: "PostgreSQL LIKE, pg_trgm",
    search: async ({ text }) => countByLike(context, text),
    close: async () => {
      await sql`DROP EXTENSION pg_trgm CASCADE`.execute(context.database.db);
    },
  };
}

function openMiniSearch(passages: readonly BenchPassage[]): Opened {
  if (passages.length > 100_000)
    return { absent: "its index of so many passages does not fit into memory beside the rest" };
  const index = new MiniSearch<BenchPassage>({
    fields: ["shadow"],
    storeFields: ["subject"],
    tokenize: cutGrams,
    processTerm: (term) => term,
  });
  index.addAll(passages);
  const tokenize = (query: string) =>
    [...query].length === 1 ? [query] : cutGrams(query).filter((gram) => [...gram].length === 2);
  const searchAll = (text: string) => index.search(text, { combineWith: "AND", tokenize });
  return {
    name: "MiniSearch, bigrams",
    note: "a phrase is the set of its bigrams: more is found than stands there",
    async search({ text }) {
      return new Set(searchAll(text).map(({ subject }) => subject)).size;
    },
    rank: async (terms) => [...new Set(searchAll(terms.join(" ")).map(({ subject }) => subject))],
    close: async () => undefined,
  };
}

function cutGrams(text: string): string[] {
  return text
    .split(" ")
    .flatMap((run) =>
      [...run].flatMap((character, at, all) => [character, ...(at > 0 ? [`${all[at - 1]}${character}`] : [])]),
    );
}

function openFts5(passages: readonly BenchPassage[], folder: string): Peer {
  const database = new DatabaseSync(join(folder, "peer.sqlite"));
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(shadow, subject UNINDEXED, tokenize = 'trigram')");
  const insert = database.prepare("INSERT INTO texts (shadow, subject) VALUES (?, ?)");
  database.exec("BEGIN");
  for (const { shadow, subject } of passages) insert.run(shadow, subject);
  database.exec("COMMIT");
  const byIndex = database.prepare("SELECT count(DISTINCT subject) AS subjects FROM texts WHERE texts MATCH ?");
  const top = database.prepare("SELECT subject FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20");
  const best = database.prepare("SELECT subject FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 200");
  const byScan = database.prepare("SELECT count(DISTINCT subject) AS subjects FROM texts WHERE shadow LIKE ?");
  return {
    name: "SQLite FTS5, trigram",
    note: "one and two characters are no trigram: it scans",
    async search({ text }) {
      if ([...text].length < 3) return Number(byScan.get(`%${text}%`)?.subjects);
      top.all(`"${text}"`);
      return Number(byIndex.get(`"${text}"`)?.subjects);
    },
    async rank(terms) {
      const rows = best.all(terms.map((term) => `"${term}"`).join(" AND "));
      return [...new Set(rows.map(({ subject }) => Number(subject)))];
    },
    close: async () => database.close(),
  };
}
