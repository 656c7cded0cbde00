-- Meetings with their papers: agenda, people, materials, minutes, decisions, and tasks that are followed to their end.

CREATE TABLE meetings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('domestic', 'joint', 'expert', 'other')),
  title jsonb NOT NULL,
  -- days and hours (HH:MM) as they stand on the clock of `time_zone`, an IANA name
  starts_on date NOT NULL,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends_on date NOT NULL,
  ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  time_zone text NOT NULL,
  -- hall and address
  place jsonb NOT NULL DEFAULT '{}',
  online_link text,
  languages text[] NOT NULL,
  interpretation text NOT NULL DEFAULT 'none' CHECK (interpretation IN ('none', 'consecutive', 'simultaneous')),
  host text NOT NULL,
  -- office that answers questions, with its telephone number
  contact jsonb NOT NULL DEFAULT '{}',
  contact_email text,
  visibility text NOT NULL CHECK (visibility IN ('members', 'sides')),
  invited text[] NOT NULL DEFAULT '{}',
  -- record of the activity that the meeting is; with an entry that is not approved yet, the id that it will have
  activity text,
  entry uuid,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
  cancel_reason text,
  -- RFC 5545 3.8.7.4: rises with every change that people who were invited have to hear of
  sequence integer NOT NULL DEFAULT 0,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  form_key text UNIQUE,
  CHECK ((ends_on, coalesce(ends_at, '24:00')) >= (starts_on, coalesce(starts_at, '00:00')))
);
CREATE INDEX meetings_by_day ON meetings (starts_on DESC);

CREATE TABLE meeting_agenda (
  id uuid PRIMARY KEY,
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  -- of a meeting of several days
  day date,
  starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer CHECK (minutes BETWEEN 1 AND 1440),
  title jsonb NOT NULL,
  presenter jsonb NOT NULL DEFAULT '{}'
);

-- Personal data: seen by the platforms and by the people of that organisation.
CREATE TABLE meeting_participants (
  id uuid PRIMARY KEY,
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  organisation text NOT NULL,
  -- as the person writes it: ja, zh, and en for Latin letters
  name jsonb NOT NULL DEFAULT '{}',
  post jsonb NOT NULL DEFAULT '{}',
  role text NOT NULL CHECK (role IN ('chair', 'speaker', 'participant', 'interpreter', 'observer')),
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  email text,
  answer text NOT NULL DEFAULT 'invited' CHECK (answer IN ('invited', 'accepted', 'declined')),
  answered_at timestamptz,
  attended boolean,
  -- sequence of the calendar entry that went to the person last
  mailed_sequence integer,
  erased_at timestamptz
);

CREATE TABLE meeting_materials (
  id uuid PRIMARY KEY,
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  title jsonb NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  -- who brings it
  organisation text NOT NULL,
  due date,
  translation_of uuid REFERENCES meeting_materials (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  state text NOT NULL DEFAULT 'expected' CHECK (state IN ('expected', 'received', 'translated')),
  sha256 text,
  size integer,
  media_type text,
  file_name text,
  received_at timestamptz,
  late boolean NOT NULL DEFAULT false,
  CHECK ((state = 'expected') OR (sha256 IS NOT NULL))
);
CREATE INDEX meeting_materials_owed ON meeting_materials (organisation, due) WHERE state = 'expected';

CREATE TABLE meeting_minutes (
  id uuid PRIMARY KEY,
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  text text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'approved')),
  -- office or person; NULL where it was written in this language
  translated_by text,
  UNIQUE (meeting, language) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE meeting_decisions (
  id uuid PRIMARY KEY,
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  text jsonb NOT NULL
);

CREATE TABLE meeting_tasks (
  id uuid PRIMARY KEY,
  -- at which it was decided
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position integer NOT NULL,
  text jsonb NOT NULL,
  organisation text NOT NULL,
  -- ISO 8601-2, with its last possible day
  due text,
  due_to date,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  -- what came of it
  note text,
  closed_at timestamptz,
  closed_by text,
  -- meeting that takes it up again
  carried_to uuid REFERENCES meetings (id) ON DELETE SET NULL,
  CHECK (state = 'open' OR note IS NOT NULL)
);
CREATE INDEX meeting_tasks_open ON meeting_tasks (organisation, due_to) WHERE state = 'open';

-- An invitation to a calendar travels in the mail itself: whoever is invited may have no account here.
ALTER TABLE mails ADD COLUMN calendar text;

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['agenda', 'participants', 'materials', 'minutes', 'decisions', 'tasks'] LOOP
    EXECUTE format('CREATE INDEX %I ON %I (meeting, position)', 'meeting_' || audited || '_by_meeting', 'meeting_' || audited);
  END LOOP;
  FOREACH audited IN ARRAY ARRAY['meetings', 'meeting_agenda', 'meeting_participants', 'meeting_materials',
                                 'meeting_minutes', 'meeting_decisions', 'meeting_tasks'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
  -- Added to whatever the view already names.
  EXECUTE 'CREATE OR REPLACE VIEW file_uses AS ' || rtrim(pg_get_viewdef('file_uses'::regclass), '; ') || '
    UNION ALL SELECT sha256 FROM meeting_materials WHERE sha256 IS NOT NULL';
END $$;
