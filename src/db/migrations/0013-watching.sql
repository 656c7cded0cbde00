-- Whether this installation asks other sites by itself: somebody of the desk decides to, a first start does not.
CREATE TABLE source_watch (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  started_by text,
  started_at timestamptz NOT NULL
);
