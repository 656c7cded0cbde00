-- Search. Everything but saved_searches is worked out from other tables and can be made again by `renkei search index`; it lives in
-- a schema of its own, which backups leave out.
-- A restore makes the other schema anew and comes by here again.
DROP SCHEMA IF EXISTS search CASCADE;
CREATE SCHEMA search;

-- Sets of readers: few, so that a passage holds a number only. Tokens: public, member, organisation:…, platform:…
CREATE TABLE search.audiences (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  readers text[] NOT NULL UNIQUE
);
INSERT INTO search.audiences (readers) VALUES ('{public}');

CREATE TABLE search.subjects (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- who put it here, and the hash of what was put
  contributor text NOT NULL,
  fingerprint text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  -- `newest`: approved and not on the public pages; whoever may see it does not get the published edition beside it
  edition text NOT NULL CHECK (edition IN ('published', 'newest')),
  audience integer NOT NULL REFERENCES search.audiences (id),
  language text,
  title_ja text,
  title_zh text,
  title_en text,
  date date,
  number text,
  -- folded, for the field of a query
  number_shadow text,
  policy_kind text,
  regions text[] NOT NULL,
  topics text[] NOT NULL,
  bodies text[] NOT NULL,
  href text,
  member_href text,
  UNIQUE (kind, subject, edition)
);
CREATE INDEX subjects_by_contributor ON search.subjects (contributor);
CREATE INDEX subjects_newest ON search.subjects (date DESC NULLS LAST, id);

-- Narrow rows, of which a search for a frequent character walks over hundreds of thousands; the texts stand beside them.
CREATE TABLE search.passages (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject integer NOT NULL REFERENCES search.subjects (id) ON DELETE CASCADE,
  audience integer NOT NULL,
  is_title boolean NOT NULL,
  grams tsvector NOT NULL
);
ALTER TABLE search.passages ALTER COLUMN grams SET STORAGE EXTERNAL;
ALTER TABLE search.passages SET (toast_tuple_target = 128);
CREATE INDEX passages_by_subject ON search.passages (subject);
CREATE INDEX passages_by_gram ON search.passages USING gin (grams);

-- Some thirty passages of a subject at a time: which subjects hold a character or a pair is told by a tenth of the rows.
CREATE TABLE search.chapters (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject integer NOT NULL REFERENCES search.subjects (id) ON DELETE CASCADE,
  audience integer NOT NULL,
  grams tsvector NOT NULL
);
ALTER TABLE search.chapters ALTER COLUMN grams SET STORAGE EXTERNAL;
ALTER TABLE search.chapters SET (toast_tuple_target = 128);
CREATE INDEX chapters_by_subject ON search.chapters (subject);
CREATE INDEX chapters_by_gram ON search.chapters USING gin (grams);

CREATE TABLE search.texts (
  passage integer PRIMARY KEY REFERENCES search.passages (id) ON DELETE CASCADE,
  position integer NOT NULL,
  language text NOT NULL,
  place text,
  -- as it is shown
  text text NOT NULL,
  -- as it is searched: features/search/fold.ts
  shadow text COLLATE "C" NOT NULL
);
ALTER TABLE search.texts ALTER COLUMN text SET STORAGE EXTERNAL;
ALTER TABLE search.texts ALTER COLUMN shadow SET STORAGE EXTERNAL;
ALTER TABLE search.texts SET (toast_tuple_target = 4080);

-- In how many passages a gram stands, of all and of the public ones: what rarity is judged by.
CREATE TABLE search.grams (
  gram text COLLATE "C" PRIMARY KEY,
  passages integer NOT NULL,
  public_passages integer NOT NULL
);

-- How far each contributor is, and how much there is.
CREATE TABLE search.marks (
  contributor text PRIMARY KEY,
  mark text NOT NULL,
  at timestamptz NOT NULL
);
CREATE TABLE search.totals (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  -- rises whenever what a search finds may have changed
  revision bigint NOT NULL,
  passages integer NOT NULL,
  public_passages integer NOT NULL
);
INSERT INTO search.totals (revision, passages, public_passages) VALUES (0, 0, 0);

CREATE TABLE saved_searches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  name text NOT NULL,
  -- the address's own query: words, facets, order
  query text NOT NULL,
  form_key text UNIQUE,
  saved_at timestamptz NOT NULL
);
CREATE INDEX saved_searches_by_user ON saved_searches (user_id, saved_at DESC);
CREATE CONSTRAINT TRIGGER saved_searches_audited AFTER INSERT OR UPDATE OR DELETE ON saved_searches
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit();
