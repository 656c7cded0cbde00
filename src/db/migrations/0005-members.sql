-- The members' side: who people are, what they enter, what became of it. Nothing here refers to the programme's tables by a
-- foreign key: loading a programme empties those.

-- Accounts. Better Auth owns these tables; its columns keep its names.
CREATE TABLE auth_users (
  "id" text PRIMARY KEY,
  "name" text NOT NULL,
  "email" text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  "image" text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "twoFactorEnabled" boolean
);
CREATE TABLE auth_sessions (
  "id" text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  "token" text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE
);
CREATE TABLE auth_accounts (
  "id" text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL
);
CREATE TABLE auth_verifications (
  "id" text PRIMARY KEY,
  "identifier" text NOT NULL,
  "value" text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE auth_two_factors (
  "id" text PRIMARY KEY,
  "secret" text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
CREATE TABLE auth_passkeys (
  "id" text PRIMARY KEY,
  "name" text,
  "publicKey" text NOT NULL,
  "userId" text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  "credentialID" text NOT NULL,
  "counter" integer NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
CREATE TABLE auth_rate_limits (
  "id" text PRIMARY KEY,
  "key" text NOT NULL UNIQUE,
  "count" integer NOT NULL,
  "lastRequest" bigint NOT NULL
);
CREATE INDEX auth_sessions_by_user ON auth_sessions ("userId");
CREATE INDEX auth_accounts_by_user ON auth_accounts ("userId");
CREATE INDEX auth_verifications_by_identifier ON auth_verifications ("identifier");
CREATE INDEX auth_two_factors_by_user ON auth_two_factors ("userId");
CREATE INDEX auth_passkeys_by_user ON auth_passkeys ("userId");
CREATE INDEX auth_passkeys_by_credential ON auth_passkeys ("credentialID");

-- What Renkei adds to an account.
CREATE TABLE profiles (
  user_id text PRIMARY KEY REFERENCES auth_users ("id") ON DELETE CASCADE,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  digest text NOT NULL DEFAULT 'weekly' CHECK (digest IN ('daily', 'weekly', 'none')),
  reminders boolean NOT NULL DEFAULT true,
  disabled_at timestamptz,
  -- the name and address were taken out; what the account did stays
  erased_at timestamptz,
  last_seen_at timestamptz,
  -- where "what changed since I was last here" begins
  seen_until timestamptz NOT NULL,
  digest_sent_at timestamptz
);
CREATE TABLE memberships (
  user_id text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  organisation text NOT NULL,
  role text NOT NULL,
  -- may invite people to this organisation
  administers boolean NOT NULL DEFAULT false,
  since timestamptz NOT NULL,
  PRIMARY KEY (user_id, organisation, role)
);
CREATE INDEX memberships_by_organisation ON memberships (organisation);
CREATE TABLE invitations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of the link's secret; the link itself is in nobody's hands but the invited person's
  token_hash text NOT NULL UNIQUE,
  -- `setup` makes the first administrator and knows no address yet
  purpose text NOT NULL CHECK (purpose IN ('setup', 'invitation')),
  email text,
  organisation text,
  role text NOT NULL,
  administers boolean NOT NULL DEFAULT false,
  language text NOT NULL,
  invited_by text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by text,
  withdrawn_at timestamptz
);

-- Mail that waits to be sent, was sent, or stays here where no mail server is set.
CREATE TABLE mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient text NOT NULL,
  user_id text,
  language text NOT NULL,
  purpose text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  -- a second mail with the same key is the same mail
  once_key text UNIQUE,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_error text
);
CREATE INDEX mails_waiting ON mails (next_attempt_at, id) WHERE sent_at IS NULL;

-- Every approved record of the kinds that people enter: what lists, access and history go by.
CREATE TABLE records (
  kind text NOT NULL,
  id text NOT NULL,
  -- newest approved version
  version integer NOT NULL,
  -- the version that the public tables show; NULL where it is not public, or its year was not published since
  published_version integer,
  visibility text NOT NULL CHECK (visibility IN ('public', 'members', 'sides', 'organisation')),
  -- organisation whose record it is; NULL for records that a document states and nobody here owns
  owner text,
  -- organisations that it concerns, with the governments above them
  sides text[] NOT NULL,
  ledger text,
  -- which platform approves it
  platform text NOT NULL CHECK (platform IN ('coordination', 'technical')),
  fiscal_year integer,
  title_ja text,
  title_zh text,
  title_en text,
  date_from date,
  date_to date,
  removed boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL,
  changed_by text,
  PRIMARY KEY (kind, id)
);
CREATE INDEX records_by_kind ON records (kind, date_from DESC NULLS LAST, id);
CREATE INDEX records_by_side ON records USING gin (sides);
CREATE INDEX records_by_owner ON records (owner, kind);
CREATE INDEX records_by_change ON records (changed_at DESC);
CREATE INDEX records_to_publish ON records (fiscal_year, kind) WHERE published_version IS DISTINCT FROM version;

-- Content is what the sheets would hold, cell by cell. The version that a load brought is written when it is first changed.
CREATE TABLE record_versions (
  kind text NOT NULL,
  record text NOT NULL,
  version integer NOT NULL,
  action text NOT NULL CHECK (action IN ('loaded', 'created', 'corrected', 'restored', 'removed')),
  content jsonb NOT NULL,
  visibility text NOT NULL,
  owner text,
  reason text,
  entry uuid,
  author text,
  approved_by text,
  at timestamptz NOT NULL,
  PRIMARY KEY (kind, record, version)
);
CREATE INDEX record_versions_by_time ON record_versions (at DESC);

-- What somebody is entering, has submitted, or got back.
CREATE TABLE entries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  record text NOT NULL,
  -- 0: a new record
  base_version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'approved', 'withdrawn')),
  content jsonb NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'members', 'sides', 'organisation')),
  owner text NOT NULL,
  sides text[] NOT NULL,
  ledger text,
  platform text NOT NULL CHECK (platform IN ('coordination', 'technical')),
  fiscal_year integer,
  title_ja text,
  title_zh text,
  title_en text,
  reason text,
  removal boolean NOT NULL DEFAULT false,
  restores integer,
  author text NOT NULL,
  edited_by text NOT NULL,
  -- rises with every save; a save that knows an older one is answered with a comparison
  revision integer NOT NULL DEFAULT 1,
  -- the form that made it: the same form sent twice makes one entry
  form_key text UNIQUE,
  import_batch uuid,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  comment text
);
CREATE INDEX entries_by_record ON entries (kind, record);
CREATE INDEX entries_by_owner ON entries (owner, state, changed_at DESC);
CREATE INDEX entries_waiting ON entries (platform, submitted_at) WHERE state = 'submitted';
CREATE UNIQUE INDEX entries_open ON entries (kind, record, owner) WHERE state IN ('draft', 'submitted', 'returned');

-- The state of a fiscal year; a year without a row is open and was never published from here.
CREATE TABLE year_states (
  fiscal_year integer PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('open', 'proposed', 'closed')),
  published_at timestamptz,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  note text
);

CREATE TABLE comments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  record text NOT NULL,
  author text NOT NULL,
  organisation text NOT NULL,
  language text NOT NULL,
  body text NOT NULL,
  form_key text UNIQUE,
  at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX comments_by_record ON comments (kind, record, id);

-- Stored files by the SHA-256 of their content, and where they hang.
CREATE TABLE files (
  sha256 text PRIMARY KEY,
  size bigint NOT NULL,
  media_type text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE attachments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  record text NOT NULL,
  sha256 text NOT NULL REFERENCES files (sha256),
  name text NOT NULL,
  note text,
  owner text NOT NULL,
  form_key text UNIQUE,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  removed_by text,
  removed_at timestamptz
);
CREATE INDEX attachments_by_record ON attachments (kind, record);
CREATE INDEX attachments_by_file ON attachments (sha256);

-- Personal data of those who come to a training: for its organisers only. Family and given name stand apart.
CREATE TABLE participants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  activity text NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  family_name_kana text,
  given_name_kana text,
  family_name_roman text,
  given_name_roman text,
  affiliation text NOT NULL,
  office text,
  category text NOT NULL,
  email text,
  note text,
  form_key text UNIQUE,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL,
  -- name and contact taken out when their time is over; the person still counts
  erased_at timestamptz
);
CREATE INDEX participants_by_activity ON participants (activity, id);

-- Uploaded sheets between the dry run and the decision.
CREATE TABLE imports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  owner text NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('checking', 'checked', 'failed', 'taken', 'dropped')),
  -- share of the work that is done, 0 to 100
  progress integer NOT NULL DEFAULT 0,
  result jsonb,
  -- the sheet as it came, so that it can go back with an error column
  content bytea,
  author text NOT NULL,
  created_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE INDEX imports_by_author ON imports (author, created_at DESC);

-- Who did what, append-only and chained: each row's hash covers the hash before it.
CREATE TABLE audit_log (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text,
  organisation text,
  action text NOT NULL,
  subject text,
  details jsonb NOT NULL,
  -- /24 or /64 of the caller
  network text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  transaction_id text NOT NULL DEFAULT pg_current_xact_id()::text
);
CREATE INDEX audit_log_by_transaction ON audit_log (transaction_id);
CREATE INDEX audit_log_by_actor ON audit_log (actor, number);
CREATE INDEX audit_log_by_subject ON audit_log (subject, number);
CREATE TABLE audit_head (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  number bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO audit_head (number, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

-- No audit row, no change: a transaction that touches one of these tables must have written to the log when it commits.
CREATE FUNCTION require_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM audit_log WHERE transaction_id = pg_current_xact_id()::text) THEN
    RAISE EXCEPTION 'a change of % without an audit row', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['memberships', 'invitations', 'record_versions', 'entries', 'year_states', 'comments',
                                 'attachments', 'participants'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
