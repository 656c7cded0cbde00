-- Why a sentence has no evidence, and why missing self-assessments are not waited for, is read on both sides: kept with the language
-- in which it was written. Nothing that was said changes, so no audit row is asked for.
ALTER TABLE evaluation_statements DISABLE TRIGGER evaluation_statements_audited;
ALTER TABLE evaluations DISABLE TRIGGER evaluations_audited;

-- Kana are Japanese, a text without Chinese characters is English; of the others whoever wrote it has said in which language he or she reads.
CREATE FUNCTION pg_temp.guess_reason_language(words text, writer text) RETURNS text LANGUAGE sql AS $$
  SELECT CASE
    WHEN words ~ '[\u3041-\u30ff]' THEN 'ja'
    WHEN words !~ '[\u3400-\u9fff]' THEN 'en'
    ELSE coalesce((SELECT language FROM profiles WHERE user_id = writer AND language IN ('ja', 'zh')), 'zh')
  END
$$;
-- {language: text}, or "not-recorded" where the records hold nothing of the matter
ALTER TABLE evaluation_statements ADD COLUMN reason jsonb;
UPDATE evaluation_statements SET reason = CASE
    WHEN without_evidence_reason = 'not-recorded' THEN to_jsonb(without_evidence_reason)
    ELSE jsonb_build_object(pg_temp.guess_reason_language(without_evidence_reason, written_by), without_evidence_reason)
  END
  WHERE without_evidence_reason <> '';
ALTER TABLE evaluation_statements DROP COLUMN without_evidence_reason;
ALTER TABLE evaluation_statements RENAME COLUMN reason TO without_evidence_reason;

UPDATE evaluations SET proposal = (proposal - 'language') || jsonb_build_object('reason', CASE proposal ->> 'reason'
    WHEN '' THEN '{}'
    ELSE jsonb_build_object(proposal ->> 'language', proposal ->> 'reason')
  END)
  WHERE proposal IS NOT NULL;
UPDATE evaluations SET frozen = jsonb_set(frozen, '{missingWords}', ((frozen -> 'missingWords') - 'language')
    || jsonb_build_object('reason', jsonb_build_object(frozen #>> '{missingWords,language}', frozen #>> '{missingWords,reason}')))
  WHERE frozen ? 'missingWords';

ALTER TABLE evaluation_statements ENABLE TRIGGER evaluation_statements_audited;
ALTER TABLE evaluations ENABLE TRIGGER evaluations_audited;
DROP FUNCTION pg_temp.guess_reason_language(text, text);
