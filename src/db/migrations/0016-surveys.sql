-- Questionnaires to organisations and their answers; concerns that were raised, answered, judged, and that return.

CREATE TABLE surveys (
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  title jsonb NOT NULL,
  introduction jsonb NOT NULL DEFAULT '{}',
  fiscal_year integer NOT NULL,
  languages text[] NOT NULL,
  -- ISO 8601-2, where nobody knows the day
  asked text,
  asked_from date,
  asked_to date,
  deadline date,
  -- answers are kept without the organisation that gave them
  anonymous boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  -- who may see the results
  results text NOT NULL DEFAULT 'platform' CHECK (results IN ('platform', 'members', 'public')),
  -- the survey that it was copied from
  based_on text REFERENCES surveys (id) ON DELETE SET NULL,
  -- rises with every change of its questions; an answer keeps the one that it answered
  questions_revision integer NOT NULL DEFAULT 1,
  source jsonb,
  created_by text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE
);

CREATE TABLE survey_questions (
  survey text NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
  -- stays the same when the question is reused in another year, so that years can be compared
  id text NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('choice', 'choices', 'scale', 'table', 'text', 'file', 'plan', 'concerns')),
  text jsonb NOT NULL,
  help jsonb NOT NULL DEFAULT '{}',
  required boolean NOT NULL DEFAULT false,
  -- choices [{id, text}], scale {from, to, texts}, table {rows, columns}
  options jsonb NOT NULL DEFAULT '{}',
  -- no longer asked; answers to it stay
  retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (survey, id)
);

CREATE TABLE survey_invitations (
  survey text NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
  organisation text NOT NULL,
  invited_at timestamptz,
  reminded_at timestamptz,
  -- an anonymous survey tells who has answered, and not what
  answered_at timestamptz,
  PRIMARY KEY (survey, organisation)
);

CREATE TABLE survey_answers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  survey text NOT NULL REFERENCES surveys (id) ON DELETE CASCADE,
  -- NULL in an anonymous survey once it is submitted
  organisation text,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'late')),
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  -- by question
  answers jsonb NOT NULL,
  questions_revision integer NOT NULL,
  -- typed in by the platform from a file that came by mail
  by_proxy boolean NOT NULL DEFAULT false,
  file text,
  proxy_note text,
  author text,
  revision integer NOT NULL DEFAULT 1,
  started_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz
);
CREATE UNIQUE INDEX survey_answers_of_organisation ON survey_answers (survey, organisation) WHERE organisation IS NOT NULL;
CREATE INDEX survey_answers_by_survey ON survey_answers (survey, state);

-- A text answer in another language.
CREATE TABLE survey_translations (
  answer uuid NOT NULL REFERENCES survey_answers (id) ON DELETE CASCADE,
  -- question, and the row and column of a table where it has some
  place text NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  text text NOT NULL,
  by text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (answer, place, language)
);

-- One row each time that a concern is raised; `continues` leads to the time before.
CREATE TABLE concern_items (
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  -- who raised it; NULL where the source tells only that members did
  organisation text,
  survey text REFERENCES surveys (id) ON DELETE SET NULL,
  -- activity record of the meeting at which it was raised
  meeting text,
  raised text NOT NULL,
  raised_from date NOT NULL,
  raised_to date NOT NULL,
  position integer NOT NULL DEFAULT 1,
  -- contract-and-budget, needs-and-matching, joint-work, information, companies, communication, effect, capacity, other
  theme text NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  text jsonb NOT NULL,
  -- open, answered (a response stands), solved, partly-solved, not-solved (as judged by those who raised it)
  state text NOT NULL CHECK (state IN ('open', 'answered', 'solved', 'partly-solved', 'not-solved', 'withdrawn')),
  continues text REFERENCES concern_items (id) ON DELETE SET NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  source jsonb,
  created_by text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE
);
CREATE INDEX concern_items_by_raised ON concern_items (raised_from, position);

CREATE TABLE concern_responses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  concern text NOT NULL REFERENCES concern_items (id) ON DELETE CASCADE,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  -- the platform or ministry that answers
  organisation text,
  text jsonb NOT NULL,
  -- ISO 8601-2; the day of entry where a person answers here
  answered text,
  answered_from date,
  answered_to date,
  by text,
  at timestamptz NOT NULL
);
CREATE INDEX concern_responses_by_concern ON concern_responses (concern, id);

CREATE TABLE concern_judgements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  concern text NOT NULL REFERENCES concern_items (id) ON DELETE CASCADE,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  organisation text,
  verdict text NOT NULL CHECK (verdict IN ('solved', 'partly', 'not')),
  note jsonb NOT NULL DEFAULT '{}',
  judged text,
  by text,
  at timestamptz NOT NULL
);
CREATE INDEX concern_judgements_by_concern ON concern_judgements (concern, id);

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['survey_invitations', 'survey_translations'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
