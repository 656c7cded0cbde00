-- Letters of invitation and lists of names as they went out: a letter made again after a change stands beside the one before.

CREATE TABLE meeting_letters (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  meeting uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  document text NOT NULL CHECK (document IN ('invitation', 'name-list')),
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  -- organisation that a letter is addressed to; NULL: all who are invited
  addressee text,
  -- of the same letter in the same language to the same addressee: 1, 2, …
  issue integer NOT NULL,
  -- organisations that a letter goes to, people on a list of names
  recipients integer NOT NULL,
  -- texts that stood in it in another language than its own, marked as such
  untranslated integer NOT NULL DEFAULT 0,
  docx_sha256 text NOT NULL,
  pdf_sha256 text NOT NULL,
  issued_by text NOT NULL,
  issued_at timestamptz NOT NULL,
  form_key text UNIQUE,
  -- people whom a list of names tells of
  people uuid[] NOT NULL DEFAULT '{}',
  -- a list of names goes when a person on it is erased; that it was issued stays
  erased_at timestamptz
);
CREATE UNIQUE INDEX meeting_letters_by_meeting
  ON meeting_letters (meeting, document, language, coalesce(addressee, ''), issue);

DO $$
BEGIN
  CREATE CONSTRAINT TRIGGER meeting_letters_audited AFTER INSERT OR UPDATE OR DELETE ON meeting_letters
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit();
  -- Added to whatever the view already names.
  EXECUTE 'CREATE OR REPLACE VIEW file_uses AS ' || rtrim(pg_get_viewdef('file_uses'::regclass), '; ') || '
    UNION ALL SELECT docx_sha256 FROM meeting_letters WHERE erased_at IS NULL
    UNION ALL SELECT pdf_sha256 FROM meeting_letters WHERE erased_at IS NULL';
END $$;
