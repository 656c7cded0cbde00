-- Who looked at a sentence as it was drafted and let it stand; a sentence that is drafted anew is looked at anew.
ALTER TABLE evaluation_statements ADD COLUMN checked_by text;
ALTER TABLE evaluation_statements ADD COLUMN checked_at timestamptz;

-- What one person puts before a second one for the finish: {by, at, revision, visibility, reason, language}.
ALTER TABLE evaluations ADD COLUMN proposal jsonb;
