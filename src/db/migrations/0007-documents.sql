-- What is produced from the records: documents that are kept as they went out, the templates they are made with, photographs,
-- and the open data of each month.

-- A document that was made: a snapshot that can be made again, byte for byte, from `content`.
CREATE TABLE library_documents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  -- what it was asked to cover: fiscal year, partnership, activity, …
  parameters jsonb NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  title text NOT NULL,
  as_of date NOT NULL,
  -- the public records, or all approved ones, published or not
  basis text NOT NULL CHECK (basis IN ('public', 'approved')),
  visibility text NOT NULL CHECK (visibility IN ('public', 'members')),
  -- NULL: the one that Renkei brings
  template text REFERENCES files (sha256),
  -- the values that were filled in, the figures with their keys, the records with their versions
  content jsonb NOT NULL,
  -- which program wrote the files: another one may set the same content differently
  writer text NOT NULL,
  docx_sha256 text NOT NULL REFERENCES files (sha256),
  pdf_sha256 text NOT NULL REFERENCES files (sha256),
  pages integer NOT NULL,
  note text,
  form_key text UNIQUE,
  organisation text,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  removed_by text,
  removed_at timestamptz
);
CREATE INDEX library_documents_newest ON library_documents (made_at DESC);

-- A DOCX of the institute's own, in place of the one that Renkei brings.
CREATE TABLE document_templates (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('ja', 'zh', 'en')),
  sha256 text NOT NULL REFERENCES files (sha256),
  name text NOT NULL,
  organisation text NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz NOT NULL,
  -- replaced by a newer one, or given up for the one that Renkei brings
  ended_by text,
  ended_at timestamptz
);
CREATE UNIQUE INDEX document_templates_in_use ON document_templates (kind, language) WHERE ended_at IS NULL;

-- Photographs are attachments whose image was made anew without what the camera wrote into it.
ALTER TABLE attachments
  ADD COLUMN photograph boolean NOT NULL DEFAULT false,
  -- shown with the public record and in public documents
  ADD COLUMN published boolean NOT NULL DEFAULT false,
  ADD COLUMN caption_ja text,
  ADD COLUMN caption_zh text,
  ADD COLUMN caption_en text,
  ADD COLUMN alt_ja text,
  ADD COLUMN alt_zh text,
  ADD COLUMN alt_en text,
  ADD COLUMN credit text,
  ADD COLUMN width integer,
  ADD COLUMN height integer;
CREATE INDEX attachments_published ON attachments (kind, record) WHERE published AND removed_at IS NULL;

-- The public records of a month as one archive. A release never changes; a correction makes the next version of the month.
CREATE TABLE open_data_releases (
  month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
  version integer NOT NULL,
  sha256 text NOT NULL REFERENCES files (sha256),
  size bigint NOT NULL,
  -- fingerprint of what is inside, so that nothing is released twice
  fingerprint text NOT NULL,
  as_of date NOT NULL,
  -- datasets with their row counts, and what changed since the release before
  contents jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (month, version)
);

-- Everything that names a stored file; what nothing names may be swept away.
CREATE VIEW file_uses AS
  SELECT sha256 FROM attachments
  UNION ALL SELECT docx_sha256 FROM library_documents
  UNION ALL SELECT pdf_sha256 FROM library_documents
  UNION ALL SELECT template FROM library_documents WHERE template IS NOT NULL
  UNION ALL SELECT jsonb_array_elements_text(content -> 'images') FROM library_documents
  UNION ALL SELECT sha256 FROM document_templates
  UNION ALL SELECT sha256 FROM open_data_releases;

DO $$
DECLARE audited text;
BEGIN
  FOREACH audited IN ARRAY ARRAY['library_documents', 'document_templates'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION require_audit()', audited || '_audited', audited);
  END LOOP;
END $$;
