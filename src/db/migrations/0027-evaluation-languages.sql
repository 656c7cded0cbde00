-- Languages of a sentence that nobody has looked at since another language of it was changed.
ALTER TABLE evaluation_statements ADD COLUMN older_languages text[] NOT NULL DEFAULT '{}';
