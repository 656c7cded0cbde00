-- What bulletins add to other parts of the records.

-- A measure whose figures come from bulletins that the desk approved, and not from a register of activities.
ALTER TABLE measures ADD COLUMN counts text CHECK (counts IN ('bulletins'));

-- What a follower was told of, so that nothing is told twice, however often a thing changes or a process dies.
CREATE TABLE follow_told (
  user_id text NOT NULL REFERENCES auth_users ("id") ON DELETE CASCADE,
  -- `policy/…`, `clipping/…`, `target/…`
  subject text NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, subject)
);
CREATE INDEX follows_by_target ON follows (kind, target);
CREATE INDEX clippings_approved ON clippings (approved_at) WHERE state = 'approved';
