-- One row: which version of the records every page and cache speaks of.
CREATE TABLE programme_state (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  revision bigint NOT NULL,
  loaded_at timestamptz NOT NULL
);

-- What the checks found in this revision. A finding that only time brings about holds from `since` on.
CREATE TABLE findings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning', 'notice')),
  record text NOT NULL,
  related text[] NOT NULL,
  details jsonb NOT NULL,
  since date
);
CREATE INDEX findings_by_rule ON findings (rule, id);
CREATE INDEX findings_by_record ON findings (record);
CREATE INDEX findings_by_related ON findings USING gin (related);
