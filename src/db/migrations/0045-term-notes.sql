-- What a translator should know of a term is read on both sides: a note for each language, as with the term itself.
-- Until now a term had one note, shown as of the language in which it is written. It stays in that language.
ALTER TABLE terms ADD COLUMN note_ja text, ADD COLUMN note_zh text, ADD COLUMN note_en text;
ALTER TABLE desk_terms ADD COLUMN note_ja text, ADD COLUMN note_zh text, ADD COLUMN note_en text;

-- An English note may quote words of the others.
CREATE FUNCTION pg_temp.guess_note_language(note text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN length(regexp_replace(note, '[^A-Za-z]', '', 'g')) > length(regexp_replace(note, '[^\u3041-\u30ff\u3400-\u9fff]', '', 'g'))
      THEN 'en'
    WHEN note ~ '[\u3041-\u30ff]' THEN 'ja'
    WHEN note ~ '[\u3400-\u9fff]' THEN 'zh'
    ELSE 'en'
  END
$$;
-- Nothing that was said changes, so no audit row is asked for.
ALTER TABLE desk_terms DISABLE TRIGGER desk_terms_audited;
UPDATE terms SET
    note_ja = CASE pg_temp.guess_note_language(note) WHEN 'ja' THEN note END,
    note_zh = CASE pg_temp.guess_note_language(note) WHEN 'zh' THEN note END,
    note_en = CASE pg_temp.guess_note_language(note) WHEN 'en' THEN note END
  WHERE note <> '';
UPDATE desk_terms SET
    note_ja = CASE pg_temp.guess_note_language(note) WHEN 'ja' THEN note END,
    note_zh = CASE pg_temp.guess_note_language(note) WHEN 'zh' THEN note END,
    note_en = CASE pg_temp.guess_note_language(note) WHEN 'en' THEN note END
  WHERE note <> '';
ALTER TABLE desk_terms ENABLE TRIGGER desk_terms_audited;
DROP FUNCTION pg_temp.guess_note_language(text);

ALTER TABLE terms DROP COLUMN note;
ALTER TABLE desk_terms DROP COLUMN note;
