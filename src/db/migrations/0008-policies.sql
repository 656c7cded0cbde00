-- The policy desk: what is watched, what was found there, what is understood of it, what goes out every month.

-- Reference data and the programme's own list of policies: sheets, emptied and filled by a load.
CREATE TABLE policy_regions (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  level text NOT NULL CHECK (level IN ('country', 'key-region', 'province', 'city', 'county')),
  code text,
  parent text,
  members text[] NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  aliases text[] NOT NULL,
  organisation text
);
CREATE TABLE policy_bodies (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  level text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  aliases text[] NOT NULL,
  codes text[] NOT NULL,
  region text,
  since text,
  since_from date,
  since_to date,
  until text,
  until_from date,
  until_to date,
  successor text,
  organisation text
);
CREATE TABLE policy_topics (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  topic text,
  terms text[] NOT NULL,
  terms_excluded text[] NOT NULL
);
CREATE TABLE policy_sources (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  body text NOT NULL,
  tier text NOT NULL CHECK (tier IN ('central', 'key-region', 'partner')),
  region text,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  language text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('feed', 'list', 'sitemap', 'rsshub', 'mail', 'manual')),
  address text,
  item_selector text,
  link_selector text,
  date_selector text,
  next_selector text,
  include text,
  every_hours integer NOT NULL,
  quiet_days integer NOT NULL,
  tried text,
  tried_from date,
  tried_to date,
  note_ja text,
  note_zh text,
  note_en text
);
CREATE TABLE policies (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  kind text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  document_number text,
  bodies text[] NOT NULL,
  written text,
  written_from date,
  written_to date,
  published text NOT NULL,
  published_from date,
  published_to date,
  in_force text,
  in_force_from date,
  in_force_to date,
  ended text,
  ended_from date,
  ended_to date,
  regions text[] NOT NULL,
  topics text[] NOT NULL,
  importance text NOT NULL,
  url text,
  reference_title text NOT NULL,
  reference_url text,
  checked text NOT NULL
);
CREATE TABLE policy_links (
  row_number integer NOT NULL,
  policy text NOT NULL,
  kind text NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (policy, kind, target)
);
CREATE TABLE policy_targets (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  policy text NOT NULL,
  place text,
  region text,
  indicator text NOT NULL,
  measure text NOT NULL,
  value double precision NOT NULL,
  unit text NOT NULL,
  bound text NOT NULL,
  base_year integer,
  target_year integer NOT NULL
);
CREATE TABLE policy_clippings (
  row_number integer NOT NULL,
  policy text PRIMARY KEY,
  summary_ja text NOT NULL,
  summary_zh text NOT NULL,
  summary_en text NOT NULL,
  why_ja text NOT NULL,
  why_zh text NOT NULL,
  why_en text NOT NULL
);
CREATE TABLE terms (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  domain text NOT NULL,
  term_ja text NOT NULL,
  term_zh text NOT NULL,
  term_en text NOT NULL,
  variants_ja text[] NOT NULL,
  variants_zh text[] NOT NULL,
  variants_en text[] NOT NULL,
  forbidden_ja text[] NOT NULL,
  forbidden_zh text[] NOT NULL,
  forbidden_en text[] NOT NULL,
  note text
);

-- Sources that the desk added or changed; they take the place of a declaration of the same id.
CREATE TABLE desk_sources (
  id text PRIMARY KEY,
  declaration jsonb NOT NULL,
  paused boolean NOT NULL DEFAULT false,
  changed_by text,
  changed_at timestamptz NOT NULL
);
-- Topic rules that the desk changed, likewise.
CREATE TABLE desk_topics (
  id text PRIMARY KEY,
  name jsonb NOT NULL,
  topic text,
  terms text[] NOT NULL,
  terms_excluded text[] NOT NULL,
  changed_by text,
  changed_at timestamptz NOT NULL
);

-- What a fetch brought, kept by hash: one row for each answer whose content was new for its address.
CREATE TABLE source_snapshots (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source text NOT NULL,
  url text NOT NULL,
  -- where redirects led
  final_url text NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  sha256 text NOT NULL REFERENCES files (sha256),
  size integer NOT NULL,
  media_type text NOT NULL,
  charset text,
  charset_by text CHECK (charset_by IN ('header', 'meta', 'bom', 'detection')),
  fetched_at timestamptz NOT NULL
);
CREATE INDEX source_snapshots_by_url ON source_snapshots (url, fetched_at DESC);
CREATE INDEX source_snapshots_by_source ON source_snapshots (source, fetched_at DESC);
-- Each look at a source: what coverage and health are counted from.
CREATE TABLE source_checks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  checked_at timestamptz NOT NULL,
  -- `unchanged`: 304 or the same bytes
  outcome text NOT NULL CHECK (outcome IN ('read', 'unchanged', 'empty', 'failed', 'refused')),
  -- what went wrong: code and values for the reader's language
  problem jsonb,
  listed integer NOT NULL DEFAULT 0,
  fresh integer NOT NULL DEFAULT 0,
  snapshot uuid REFERENCES source_snapshots (id),
  milliseconds integer NOT NULL
);
CREATE INDEX source_checks_by_source ON source_checks (source, checked_at DESC);
CREATE TABLE source_states (
  source text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('waiting', 'new', 'quiet', 'failing', 'suspicious')),
  since timestamptz NOT NULL,
  last_checked_at timestamptz,
  last_good_at timestamptz,
  last_fresh_at timestamptz,
  last_good_snapshot uuid REFERENCES source_snapshots (id),
  failures integer NOT NULL DEFAULT 0,
  next_check_at timestamptz NOT NULL,
  etag text,
  last_modified text,
  alerted_state text
);
CREATE INDEX source_states_due ON source_states (next_check_at);
CREATE TABLE fetch_hosts (
  host text PRIMARY KEY,
  robots text,
  robots_status integer,
  robots_at timestamptz,
  next_allowed_at timestamptz NOT NULL,
  failures integer NOT NULL DEFAULT 0
);
-- Every address of an article that a source led to.
CREATE TABLE source_pages (
  url text PRIMARY KEY,
  source text NOT NULL,
  title text,
  published date,
  state text NOT NULL CHECK (state IN ('waiting', 'fetched', 'understood', 'failed', 'refused')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  problem jsonb,
  etag text,
  last_modified text,
  snapshot uuid REFERENCES source_snapshots (id),
  item text,
  found_at timestamptz NOT NULL
);
CREATE INDEX source_pages_due ON source_pages (state, next_attempt_at);
CREATE INDEX source_pages_by_source ON source_pages (source, found_at DESC);

-- A policy document: found, loaded from a folder, entered, or of the programme's own list.
CREATE TABLE policy_items (
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('fetched', 'folder', 'mail', 'manual', 'programme')),
  source text,
  -- body, region and tier of the source when it was found: what rules, and the order of the bulletin, go by
  place jsonb,
  url text,
  snapshot uuid REFERENCES source_snapshots (id),
  sha256 text,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  title jsonb NOT NULL,
  -- the original's title as other documents name it: without brackets, years and words of ceremony
  title_key text NOT NULL,
  kind text,
  document_number text,
  bodies text[] NOT NULL,
  body_names text[] NOT NULL,
  written text,
  published text,
  day date NOT NULL,
  in_force text,
  ended text,
  validity text,
  fields jsonb NOT NULL,
  topics jsonb NOT NULL,
  regions jsonb NOT NULL,
  -- ids of tags in force, for filters
  topic_ids text[] NOT NULL,
  region_ids text[] NOT NULL,
  importance text CHECK (importance IN ('high', 'medium', 'low')),
  importance_proposed text NOT NULL CHECK (importance_proposed IN ('high', 'medium', 'low')),
  importance_reasons jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('found', 'kept', 'dropped')),
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  group_head text,
  is_original boolean NOT NULL DEFAULT true,
  blocks jsonb NOT NULL,
  text_sha256 text NOT NULL,
  attachments jsonb NOT NULL,
  reference jsonb,
  decided_by text,
  decided_at timestamptz,
  found_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX policy_items_newest ON policy_items (day DESC, id);
CREATE INDEX policy_items_by_number ON policy_items (document_number) WHERE document_number IS NOT NULL;
CREATE INDEX policy_items_by_group ON policy_items (group_head) WHERE group_head IS NOT NULL;
CREATE INDEX policy_items_by_topic ON policy_items USING gin (topic_ids);
CREATE INDEX policy_items_by_region ON policy_items USING gin (region_ids);
CREATE INDEX policy_items_by_url ON policy_items (url);
CREATE INDEX policy_items_by_title_key ON policy_items (title_key);
-- MinHash of an item's text, and its bands for finding near-duplicates.
CREATE TABLE policy_signatures (
  item text PRIMARY KEY REFERENCES policy_items (id) ON DELETE CASCADE,
  signature bytea NOT NULL,
  bands bigint[] NOT NULL
);
CREATE INDEX policy_signatures_by_band ON policy_signatures USING gin (bands);
-- How items belong together: proposed by rules, decided by people.
CREATE TABLE item_links (
  item text NOT NULL REFERENCES policy_items (id) ON DELETE CASCADE,
  kind text NOT NULL,
  target text NOT NULL REFERENCES policy_items (id) ON DELETE CASCADE,
  reasons jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected')),
  PRIMARY KEY (item, kind, target)
);
CREATE INDEX item_links_by_target ON item_links (target);
-- What an item's text names by number or title, found here or not: what comes later finds who spoke of it.
CREATE TABLE item_references (
  item text NOT NULL REFERENCES policy_items (id) ON DELETE CASCADE,
  number text,
  title_key text
);
CREATE INDEX item_references_by_item ON item_references (item);
CREATE INDEX item_references_by_number ON item_references (number) WHERE number IS NOT NULL;
CREATE INDEX item_references_by_title ON item_references (title_key) WHERE title_key IS NOT NULL;
CREATE TABLE item_targets (
  id text PRIMARY KEY,
  item text NOT NULL REFERENCES policy_items (id) ON DELETE CASCADE,
  sentence text,
  place text,
  region text,
  indicator text NOT NULL,
  measure text NOT NULL,
  value double precision NOT NULL,
  unit text NOT NULL,
  bound text NOT NULL,
  base_year integer,
  target_year integer,
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected')),
  decided_by text,
  decided_at timestamptz
);
CREATE INDEX item_targets_by_item ON item_targets (item);
-- What people set right, and what of it holds for every page of a source (`item` IS NULL: as `{"label": "发布机构"}`).
CREATE TABLE item_corrections (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item text REFERENCES policy_items (id) ON DELETE CASCADE,
  source text,
  field text NOT NULL,
  value jsonb NOT NULL,
  corrected_by text NOT NULL,
  corrected_at timestamptz NOT NULL
);
CREATE INDEX item_corrections_by_item ON item_corrections (item);
CREATE INDEX item_corrections_by_source ON item_corrections (source);

-- A clipping: what the desk says of an item in the bulletin.
CREATE TABLE clippings (
  item text PRIMARY KEY REFERENCES policy_items (id) ON DELETE CASCADE,
  -- of the bulletin that it stands in; NULL where the day of publication is not known to the month
  month text CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  title jsonb NOT NULL,
  summary jsonb NOT NULL,
  why jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
  note text,
  version integer NOT NULL DEFAULT 1,
  written_by text,
  written_at timestamptz NOT NULL,
  approved_by text,
  approved_at timestamptz
);
CREATE INDEX clippings_by_month ON clippings (month, state);
-- The bulletin of a month: what was approved and sent. A correction is the month's next number.
CREATE TABLE bulletins (
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  number integer NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  -- entries, coverage and traces as they stood
  content jsonb NOT NULL,
  -- SHA-256 of each file: `ja.pdf`, `ja.docx`, …
  files jsonb NOT NULL,
  pages integer NOT NULL,
  note text,
  approved_by text,
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (month, number)
);
-- What a member wants to hear of, and how often.
CREATE TABLE follows (
  user_id text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('region', 'topic', 'need', 'bulletin')),
  target text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (user_id, kind, target)
);
CREATE TABLE follow_settings (
  user_id text PRIMARY KEY REFERENCES auth_users ("id") ON DELETE CASCADE,
  rhythm text NOT NULL CHECK (rhythm IN ('daily', 'weekly', 'none')),
  -- SHA-256 of the secret in the address of the personal feed
  feed_hash text UNIQUE,
  sent_until timestamptz NOT NULL
);

CREATE OR REPLACE VIEW file_uses AS
  SELECT sha256 FROM attachments
  UNION ALL SELECT docx_sha256 FROM library_documents
  UNION ALL SELECT pdf_sha256 FROM library_documents
  UNION ALL SELECT template FROM library_documents WHERE template IS NOT NULL
  UNION ALL SELECT jsonb_array_elements_text(content -> 'images') FROM library_documents
  UNION ALL SELECT sha256 FROM document_templates
  UNION ALL SELECT sha256 FROM open_data_releases
  UNION ALL SELECT sha256 FROM source_snapshots
  UNION ALL SELECT attachment ->> 'sha256' FROM policy_items, jsonb_array_elements(attachments) AS attachment
    WHERE attachment ->> 'sha256' IS NOT NULL
  UNION ALL SELECT value FROM bulletins, jsonb_each_text(files);

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['desk_topics', 'item_corrections', 'bulletins'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
