-- Translation: terms, texts cut into segments with the marks of their review, and the memory of what was translated.

-- Terms that the desk adds, changes or takes out; they stand before those of the programme's sheet `terms` with the same id.
CREATE TABLE desk_terms (
  id text PRIMARY KEY,
  domain text NOT NULL,
  term_ja text NOT NULL,
  term_zh text NOT NULL,
  term_en text NOT NULL,
  variants_ja text[] NOT NULL DEFAULT '{}',
  variants_zh text[] NOT NULL DEFAULT '{}',
  variants_en text[] NOT NULL DEFAULT '{}',
  forbidden_ja text[] NOT NULL DEFAULT '{}',
  forbidden_zh text[] NOT NULL DEFAULT '{}',
  forbidden_en text[] NOT NULL DEFAULT '{}',
  note text,
  -- taken out: hides the programme's term of this id as well
  removed boolean NOT NULL DEFAULT false,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE translations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subject_kind text NOT NULL CHECK (subject_kind IN ('policy', 'activity', 'news', 'text')),
  subject text NOT NULL,
  source_language text NOT NULL CHECK (source_language IN ('ja', 'zh')),
  target_language text NOT NULL CHECK (target_language IN ('ja', 'zh', 'en')),
  title text NOT NULL,
  -- of the subject: what is not public never leaves this machine
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  state text NOT NULL CHECK (state IN ('open', 'in-review', 'approved')),
  -- the source as it stands in the segments: PolicyBlock[]
  blocks jsonb NOT NULL,
  source_hash text NOT NULL,
  organisation text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  submitted_by text,
  submitted_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  CHECK (target_language <> source_language),
  UNIQUE (subject_kind, subject, target_language)
);
CREATE INDEX translations_newest ON translations (made_at DESC);

CREATE TABLE translation_segments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  translation uuid NOT NULL REFERENCES translations (id) ON DELETE CASCADE,
  position integer NOT NULL,
  -- [block, sentence], [block, row, cell, 0] within a table, [-1, 0] for the title
  block_path integer[] NOT NULL,
  source text NOT NULL,
  target text NOT NULL,
  mark text NOT NULL CHECK (mark IN ('empty', 'machine', 'edited', 'reviewed')),
  origin text CHECK (origin IN ('memory', 'machine', 'person', 'import')),
  -- which provider wrote the draft; stays when a person has edited it
  provider text,
  -- per cent, of a draft from the memory
  memory_score integer,
  version integer NOT NULL DEFAULT 1,
  changed_by text,
  changed_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  CHECK ((mark = 'empty') = (target = '')),
  CHECK ((mark = 'reviewed') = (reviewed_by IS NOT NULL)),
  -- four eyes
  CHECK (reviewed_by IS NULL OR reviewed_by IS DISTINCT FROM changed_by),
  UNIQUE (translation, position) DEFERRABLE INITIALLY DEFERRED
);

-- Every state that a segment has had, also of those whose sentence has gone from the source.
CREATE TABLE segment_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  translation uuid NOT NULL,
  segment uuid NOT NULL,
  version integer NOT NULL,
  source text NOT NULL,
  target text NOT NULL,
  mark text NOT NULL,
  origin text,
  provider text,
  -- the sentence has gone from the source
  removed boolean NOT NULL DEFAULT false,
  changed_by text,
  changed_at timestamptz NOT NULL
);
CREATE INDEX segment_history_by_segment ON segment_history (segment, version);
CREATE INDEX segment_history_removed ON segment_history (translation) WHERE removed;
CREATE FUNCTION refuse_segment_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of segments is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER segment_history_append_only BEFORE UPDATE OR DELETE ON segment_history
  FOR EACH ROW EXECUTE FUNCTION refuse_segment_history_change();

CREATE TABLE translation_memory (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source_language text NOT NULL CHECK (source_language IN ('ja', 'zh', 'en')),
  target_language text NOT NULL CHECK (target_language IN ('ja', 'zh', 'en')),
  source text NOT NULL,
  target text NOT NULL,
  -- folded, numbers as placeholders: what is compared
  source_shadow text NOT NULL,
  shadow_length integer NOT NULL GENERATED ALWAYS AS (length(source_shadow)) STORED,
  -- overlapping bigrams of the shadow
  grams text[] NOT NULL,
  mark text NOT NULL CHECK (mark IN ('edited', 'reviewed')),
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  translation uuid REFERENCES translations (id) ON DELETE SET NULL,
  -- of the segment that it comes from, whose later text replaces it; NULL for what was brought in
  segment uuid,
  changed_by text,
  changed_at timestamptz NOT NULL,
  CHECK (target_language <> source_language)
);
CREATE UNIQUE INDEX translation_memory_once ON translation_memory
  (source_language, target_language, md5(source), md5(target));
CREATE INDEX translation_memory_by_shadow ON translation_memory (source_language, target_language, md5(source_shadow));
CREATE INDEX translation_memory_by_grams ON translation_memory USING gin (grams);
CREATE INDEX translation_memory_by_segment ON translation_memory (segment) WHERE segment IS NOT NULL;

-- Drafts that were asked for, and how far they are. A process that dies leaves its draft to the next.
CREATE TABLE translation_drafts (
  translation uuid PRIMARY KEY REFERENCES translations (id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  -- memory only, or the machine as well for what the memory lacks
  machine boolean NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  -- a running draft that has not been heard of for long is taken over
  heard_at timestamptz,
  finished_at timestamptz,
  segments_total integer NOT NULL DEFAULT 0,
  segments_done integer NOT NULL DEFAULT 0,
  from_memory integer NOT NULL DEFAULT 0,
  from_machine integer NOT NULL DEFAULT 0,
  -- why the machine's part was left out or ended: not-public, no-provider, auth, quota, unreachable, bad-answer, too-large
  problem text
);

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['desk_terms', 'translations', 'translation_segments'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
