-- What a reviewer says on giving a translation back to be worked on.
CREATE TABLE translation_remarks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  translation uuid NOT NULL REFERENCES translations (id) ON DELETE CASCADE,
  author text NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  at timestamptz NOT NULL
);
CREATE INDEX translation_remarks_of ON translation_remarks (translation, at DESC);
CREATE CONSTRAINT TRIGGER translation_remarks_audited AFTER INSERT OR UPDATE OR DELETE ON translation_remarks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_audit();
