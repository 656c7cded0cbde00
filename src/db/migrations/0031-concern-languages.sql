-- In which language a response and the words of a judgement were written: translations are added later and never pass for it.
ALTER TABLE concern_responses ADD COLUMN language text CHECK (language IN ('ja', 'zh', 'en'));
ALTER TABLE concern_judgements ADD COLUMN language text CHECK (language IN ('ja', 'zh', 'en'));

UPDATE concern_responses SET language = CASE
    WHEN jsonb_exists(concern_responses.text, items.language) THEN items.language
    ELSE (SELECT key FROM jsonb_object_keys(concern_responses.text) AS key LIMIT 1) END
  FROM concern_items items WHERE items.id = concern_responses.concern;
UPDATE concern_judgements SET language = (SELECT key FROM jsonb_object_keys(note) AS key LIMIT 1);
