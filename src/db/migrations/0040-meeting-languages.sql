-- What came of a task, and why a meeting was cancelled, are read on both sides: kept with the language in which they were written.
ALTER TABLE meeting_tasks ADD COLUMN outcome jsonb NOT NULL DEFAULT '{}';
ALTER TABLE meetings ADD COLUMN reason jsonb NOT NULL DEFAULT '{}';

-- Kana are Japanese, a text without Chinese characters is English; of the others whoever wrote it has said in which language he or she reads.
CREATE FUNCTION pg_temp.guess_language(words text, writer text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN words ~ '[\u3041-\u30ff]' THEN 'ja'
    WHEN words !~ '[\u3400-\u9fff]' THEN 'en'
    ELSE coalesce((SELECT language FROM profiles WHERE user_id = writer AND language IN ('ja', 'zh')), 'zh')
  END
$$;
UPDATE meeting_tasks SET outcome = jsonb_build_object(pg_temp.guess_language(note, closed_by), note) WHERE note <> '';
UPDATE meetings SET reason = jsonb_build_object(pg_temp.guess_language(cancel_reason, changed_by), cancel_reason)
  WHERE cancel_reason <> '';

-- With it goes the check that a closed task says what came of it.
ALTER TABLE meeting_tasks DROP COLUMN note;
ALTER TABLE meeting_tasks RENAME COLUMN outcome TO note;
ALTER TABLE meeting_tasks ADD CHECK (state = 'open' OR note <> '{}') NOT VALID;
ALTER TABLE meetings DROP COLUMN cancel_reason;
ALTER TABLE meetings RENAME COLUMN reason TO cancel_reason;
