-- What the programme's own list says of a concern besides its text: its theme, where it was raised, when it was answered, how and
-- in which later survey it was judged.
ALTER TABLE concerns
  ADD COLUMN theme text NOT NULL DEFAULT 'other',
  ADD COLUMN organisation text REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN survey text REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN point text REFERENCES evaluation_points (id) DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN answered text,
  ADD COLUMN answered_from date,
  ADD COLUMN answered_to date,
  ADD COLUMN answered_place text,
  ADD COLUMN verdict text,
  ADD COLUMN judged text,
  ADD COLUMN judged_from date,
  ADD COLUMN judged_to date,
  ADD COLUMN judged_in text REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE concerns ALTER COLUMN theme DROP DEFAULT;
UPDATE concerns SET verdict = CASE state WHEN 'partly-addressed' THEN 'partly' WHEN 'addressed' THEN 'solved' END;
ALTER TABLE concerns DROP COLUMN state;

ALTER TABLE concern_items
  -- the point of an evaluation that raises it
  ADD COLUMN point text,
  ADD CHECK (continues <> id);
ALTER TABLE concern_responses
  ADD COLUMN source jsonb,
  ADD COLUMN form_key text UNIQUE;
ALTER TABLE concern_judgements
  -- the later survey in which it was judged
  ADD COLUMN survey text REFERENCES survey_items (id) ON DELETE SET NULL,
  -- of a judgement that the platform writes down for those who are not named
  ADD COLUMN source jsonb,
  ADD COLUMN form_key text UNIQUE;

-- A database that already holds a programme shows its concerns without waiting for the next load.
INSERT INTO concern_items (id, origin, raised, raised_from, raised_to, position, theme, language, text, state, visibility, source,
  created_at, changed_at)
SELECT id, 'programme', raised, raised_from, raised_to, position, theme, 'ja',
  jsonb_build_object('ja', text_ja, 'zh', text_zh, 'en', text_en),
  CASE WHEN verdict = 'partly' THEN 'partly-solved' WHEN verdict = 'solved' THEN 'solved'
    WHEN response_ja IS NOT NULL THEN 'answered' ELSE 'open' END,
  'public', jsonb_build_object('document', source, 'place', source_place, 'row', source_row), now(), now()
FROM concerns WHERE raised_from IS NOT NULL AND raised_to IS NOT NULL
ON CONFLICT (id) DO NOTHING;
UPDATE concern_items SET continues = concerns.continues FROM concerns
WHERE concerns.id = concern_items.id AND concerns.continues <> concerns.id;
INSERT INTO concern_responses (concern, origin, text, at)
SELECT concerns.id, 'programme', jsonb_strip_nulls(jsonb_build_object('ja', response_ja, 'zh', response_zh, 'en', response_en)), now()
FROM concerns JOIN concern_items USING (id) WHERE response_ja IS NOT NULL;
INSERT INTO concern_judgements (concern, origin, verdict, at)
SELECT concerns.id, 'programme', verdict, now() FROM concerns JOIN concern_items USING (id) WHERE verdict IS NOT NULL;
