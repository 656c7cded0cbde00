-- What a partner wants and what a city, an institute, an expert or a company can give; how the two come together; company cases.

-- One row a need, wherever it came from: the programme's own list (`needs.csv`) or a member. Texts stand in the language in which they
-- were said, and in others once somebody has put them there.
CREATE TABLE need_items (
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  -- who wants it
  organisation text NOT NULL,
  -- who was asked, where somebody was
  addressed_to text,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  title jsonb NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  topics text[] NOT NULL,
  -- training, expert, joint-research, model-project, equipment, information
  kinds text[] NOT NULL,
  -- how hard it is to meet
  difficulty text CHECK (difficulty IN ('introductory', 'practical', 'advanced')),
  urgency text CHECK (urgency IN ('high', 'medium', 'low')),
  -- languages in which help can be taken
  languages text[] NOT NULL DEFAULT '{}',
  -- ISO 8601-2, with its first and last possible day
  learnt text,
  learnt_from date,
  learnt_to date,
  learnt_by text CHECK (learnt_by IN ('meeting', 'letter', 'survey', 'policy', 'document', 'entered')),
  said_by jsonb NOT NULL DEFAULT '{}',
  -- fiscal year for which it is wanted
  fiscal_year integer,
  state text NOT NULL CHECK (state IN ('heard', 'confirmed', 'matched', 'being-met', 'met', 'withdrawn', 'changed')),
  -- the need that it turned into, where it changed
  replaced_by text REFERENCES need_items (id) ON DELETE SET NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'members', 'sides', 'organisation')),
  -- shown to companies, without who said it and without its evidence
  open_to_companies boolean NOT NULL DEFAULT false,
  owner text,
  sides text[] NOT NULL,
  platform text NOT NULL DEFAULT 'coordination' CHECK (platform IN ('coordination', 'technical')),
  -- document, place and row that state it
  source jsonb,
  created_by text,
  created_at timestamptz NOT NULL,
  changed_by text,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  -- the form that made it: the same form sent twice makes one
  form_key text UNIQUE
);
CREATE INDEX need_items_by_organisation ON need_items (organisation, state);
CREATE INDEX need_items_by_topic ON need_items USING gin (topics);
CREATE INDEX need_items_by_side ON need_items USING gin (sides);

-- What shows that the need is real: a policy item, a target in numbers, a document.
CREATE TABLE need_evidence (
  need text NOT NULL REFERENCES need_items (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('policy', 'target', 'document', 'activity')),
  subject text NOT NULL,
  note jsonb NOT NULL DEFAULT '{}',
  added_by text,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (need, kind, subject)
);
CREATE INDEX need_evidence_by_subject ON need_evidence (kind, subject);

-- How a need shifted: each change with what stood before and after.
CREATE TABLE need_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  need text NOT NULL REFERENCES need_items (id) ON DELETE CASCADE,
  action text NOT NULL,
  state_before text,
  state_after text NOT NULL,
  -- field: {before, after}
  changes jsonb NOT NULL DEFAULT '{}',
  note text,
  by text,
  at timestamptz NOT NULL
);
CREATE INDEX need_events_by_need ON need_events (need, id);

CREATE TABLE offer_items (
  id text PRIMARY KEY,
  origin text NOT NULL CHECK (origin IN ('programme', 'member')),
  organisation text NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  title jsonb NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  topics text[] NOT NULL,
  kinds text[] NOT NULL,
  -- receive (trainees come), dispatch (people go), remote, material
  forms text[] NOT NULL DEFAULT '{}',
  -- up to which difficulty
  difficulty text CHECK (difficulty IN ('introductory', 'practical', 'advanced')),
  languages text[] NOT NULL DEFAULT '{}',
  experience jsonb NOT NULL DEFAULT '{}',
  facilities jsonb NOT NULL DEFAULT '{}',
  conditions jsonb NOT NULL DEFAULT '{}',
  cost_borne_by text CHECK (cost_borne_by IN ('programme', 'provider', 'receiver', 'shared', 'to-be-agreed')),
  capacity_unit text CHECK (capacity_unit IN ('people', 'times', 'projects')),
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  visibility text NOT NULL CHECK (visibility IN ('public', 'members', 'sides', 'organisation')),
  owner text,
  sides text[] NOT NULL,
  platform text NOT NULL DEFAULT 'coordination' CHECK (platform IN ('coordination', 'technical')),
  source jsonb,
  created_by text,
  created_at timestamptz NOT NULL,
  changed_by text,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE
);
CREATE INDEX offer_items_by_organisation ON offer_items (organisation, state);
CREATE INDEX offer_items_by_topic ON offer_items USING gin (topics);
CREATE INDEX offer_items_by_side ON offer_items USING gin (sides);

-- How much of an offer there is in a fiscal year; a year without a row is not limited by anything that was said.
CREATE TABLE offer_capacities (
  offer text NOT NULL REFERENCES offer_items (id) ON DELETE CASCADE,
  fiscal_year integer NOT NULL,
  capacity integer NOT NULL CHECK (capacity >= 0),
  PRIMARY KEY (offer, fiscal_year)
);

-- A need and one or more offers that answer it together.
CREATE TABLE matches (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  need text NOT NULL REFERENCES need_items (id) ON DELETE CASCADE,
  fiscal_year integer NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'consulting', 'agreed', 'declined', 'withdrawn')),
  -- the reasons as they stood when it was proposed, so that later changes do not rewrite them
  reasons jsonb NOT NULL,
  -- what of the need stays uncovered: kinds and topics
  uncovered jsonb NOT NULL,
  -- the broker's own words
  reasoning jsonb NOT NULL DEFAULT '{}',
  -- the side that needs: its answer
  need_answer text NOT NULL DEFAULT 'waiting' CHECK (need_answer IN ('waiting', 'agreed', 'declined')),
  need_answer_note text,
  need_answer_language text,
  need_answered_by text,
  need_answered_at timestamptz,
  -- the record that came of it
  record_kind text CHECK (record_kind IN ('activity', 'project')),
  record_id text,
  entry uuid,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE
);
CREATE INDEX matches_by_need ON matches (need);
CREATE INDEX matches_by_state ON matches (state, changed_at DESC);

CREATE TABLE match_offers (
  match uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
  offer text NOT NULL REFERENCES offer_items (id) ON DELETE CASCADE,
  position integer NOT NULL,
  -- what of the offer's capacity of the year it takes
  quantity integer CHECK (quantity > 0),
  answer text NOT NULL DEFAULT 'waiting' CHECK (answer IN ('waiting', 'agreed', 'declined')),
  note text,
  language text,
  answered_by text,
  answered_at timestamptz,
  PRIMARY KEY (match, offer)
);
CREATE INDEX match_offers_by_offer ON match_offers (offer);

CREATE TABLE match_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  match uuid NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
  action text NOT NULL,
  organisation text,
  note text,
  -- in which the note is written
  language text CHECK (language IN ('ja', 'zh', 'en')),
  by text,
  at timestamptz NOT NULL
);
CREATE INDEX match_events_by_match ON match_events (match, id);

-- As the economic association keeps its list: technology, need, contact, state, obstacle, contract.
CREATE TABLE company_cases (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- who keeps the case
  owner text NOT NULL,
  company text NOT NULL,
  -- who might use the technology
  partner text,
  need text REFERENCES need_items (id) ON DELETE SET NULL,
  -- business-matching event where it began
  activity text,
  title jsonb NOT NULL,
  technology jsonb NOT NULL DEFAULT '{}',
  topics text[] NOT NULL DEFAULT '{}',
  -- a person at the company: seen by the keeper and the platform only
  contact text,
  state text NOT NULL CHECK (state IN ('lead', 'in-talks', 'trial', 'contracted', 'stopped')),
  obstacle jsonb NOT NULL DEFAULT '{}',
  contracted_on date,
  contract_note jsonb NOT NULL DEFAULT '{}',
  contract_minor bigint,
  contract_currency text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE
);
CREATE INDEX company_cases_by_company ON company_cases (company, state);

CREATE TABLE company_case_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES company_cases (id) ON DELETE CASCADE,
  state_before text,
  state_after text NOT NULL,
  note text,
  by text NOT NULL,
  at timestamptz NOT NULL
);

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['need_events', 'matches', 'match_offers', 'match_events', 'company_cases',
                                 'company_case_events'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
