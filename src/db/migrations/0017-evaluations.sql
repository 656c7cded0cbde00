-- Yearly and mid-term evaluations: drafted from records, written by people, with the records that each sentence rests on.

CREATE TABLE evaluations (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('yearly', 'mid-term')),
  first_year integer NOT NULL,
  last_year integer NOT NULL,
  title jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'self-assessment', 'final')),
  -- the day as of which records were counted
  as_of date NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  finished_at timestamptz,
  finished_by text,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE,
  CHECK (first_year <= last_year)
);

-- One sentence or paragraph, in its place. What was drafted from records stays beside what people made of it.
CREATE TABLE evaluation_statements (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  evaluation text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
  -- achievement (of an organisation), progress, result, benefit-home, task
  section text NOT NULL CHECK (section IN ('achievement', 'progress', 'result', 'benefit-home', 'task')),
  organisation text,
  position integer NOT NULL,
  -- NULL where a person wrote it from the start
  drafted jsonb,
  text jsonb NOT NULL,
  -- records that it rests on: [{kind, id}]
  evidence jsonb NOT NULL,
  -- a statement that rests on nothing says so
  without_evidence_reason text,
  state text NOT NULL CHECK (state IN ('drafted', 'written', 'dropped')),
  written_by text,
  written_at timestamptz,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX evaluation_statements_in_order ON evaluation_statements (evaluation, section, organisation, position);

-- Type A or B of a local government with what it was counted from.
CREATE TABLE evaluation_types (
  evaluation text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
  organisation text NOT NULL,
  counted text NOT NULL CHECK (counted IN ('A', 'B', 'none')),
  -- records that make it so: [{kind, id, reason}]
  reasons jsonb NOT NULL,
  -- where people decide otherwise, with their reason
  decided text CHECK (decided IN ('A', 'B', 'none')),
  decided_reason jsonb,
  decided_by text,
  PRIMARY KEY (evaluation, organisation)
);

CREATE TABLE evaluation_assessments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  evaluation text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
  partnership text NOT NULL,
  organisation text NOT NULL,
  -- 1 to 5: usefulness, depth, communication, sustainability
  marks jsonb NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  comment text NOT NULL DEFAULT '',
  translations jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('draft', 'submitted')),
  author text NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz,
  revision integer NOT NULL DEFAULT 1,
  UNIQUE (evaluation, partnership, organisation)
);

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['evaluations', 'evaluation_statements', 'evaluation_types', 'evaluation_assessments'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
