-- The programme's own list of surveys becomes a sheet; what people work on is beside it, as with policies and needs.

ALTER TABLE surveys RENAME TO survey_items;
ALTER TABLE survey_questions RENAME TO survey_item_questions;

CREATE TABLE surveys (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  introduction_ja text,
  introduction_zh text,
  introduction_en text,
  fiscal_year integer NOT NULL,
  asked text NOT NULL,
  asked_from date,
  asked_to date,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text
);
CREATE TABLE survey_questions (
  row_number integer NOT NULL,
  survey text NOT NULL REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
  id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  help_ja text,
  help_zh text,
  help_en text,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (survey, id)
);

-- the survey whose answers the plan was written from
ALTER TABLE plans ADD COLUMN survey text REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED;

-- after the deadline an answer is taken only where the platform says so
ALTER TABLE survey_items ADD COLUMN accepts_late boolean NOT NULL DEFAULT false;
ALTER TABLE survey_items ADD COLUMN reminder_days integer NOT NULL DEFAULT 7 CHECK (reminder_days BETWEEN 0 AND 60);

ALTER TABLE survey_invitations
  ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language IN ('ja', 'zh', 'en'));

-- What the platform made of one row of an answer: a planned activity, a concern, or nothing with a word why.
CREATE TABLE survey_outcomes (
  answer uuid NOT NULL REFERENCES survey_answers (id) ON DELETE CASCADE,
  question text NOT NULL,
  -- key of the row within the answer
  row text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('entry', 'concern', 'set-aside')),
  -- entry of the activity, or concern
  target text,
  -- record of the activity
  record text,
  note text,
  by text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (answer, question, row)
);
CREATE CONSTRAINT TRIGGER survey_outcomes_audited AFTER INSERT OR UPDATE OR DELETE ON survey_outcomes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit();

-- Files of answers, and sheets that came by mail. Added to whatever the view already names.
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW file_uses AS ' || rtrim(pg_get_viewdef('file_uses'::regclass), '; ') || '
    UNION ALL SELECT file FROM survey_answers WHERE file IS NOT NULL
    UNION ALL SELECT value ->> ''sha256'' FROM survey_answers, jsonb_each(answers)
      WHERE jsonb_typeof(value) = ''object'' AND value ->> ''sha256'' IS NOT NULL';
END $$;
