-- What a need of the programme's own list says besides its text, and what shows that it is real.
ALTER TABLE needs
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN difficulty text,
  ADD COLUMN urgency text,
  ADD COLUMN language text NOT NULL DEFAULT 'ja',
  ADD COLUMN learnt_by text,
  ADD COLUMN said_by_ja text,
  ADD COLUMN said_by_zh text,
  ADD COLUMN said_by_en text,
  ADD COLUMN state text NOT NULL DEFAULT 'heard',
  ADD COLUMN fiscal_year integer,
  ADD COLUMN open_to_companies boolean NOT NULL DEFAULT false;
ALTER TABLE needs ALTER COLUMN kinds DROP DEFAULT, ALTER COLUMN language DROP DEFAULT, ALTER COLUMN state DROP DEFAULT,
  ALTER COLUMN open_to_companies DROP DEFAULT;

-- The sheet; what members see and add to stands in `need_evidence`.
CREATE TABLE need_grounds (
  row_number integer NOT NULL,
  need text NOT NULL,
  position integer NOT NULL,
  policy text,
  target text,
  document text,
  note_ja text,
  note_zh text,
  note_en text,
  PRIMARY KEY (need, position)
);
ALTER TABLE need_grounds ADD FOREIGN KEY (need) REFERENCES needs (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE need_grounds ADD FOREIGN KEY (policy) REFERENCES policies (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE need_grounds ADD FOREIGN KEY (target) REFERENCES policy_targets (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE need_grounds ADD FOREIGN KEY (document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;

-- A database that already holds a programme shows its needs without waiting for the next load.
INSERT INTO need_items (id, origin, organisation, addressed_to, language, title, topics, kinds, learnt, learnt_from, learnt_to,
  state, visibility, sides, source, created_at, changed_at)
SELECT id, 'programme', organisation, addressed_to, 'ja', jsonb_build_object('ja', text_ja, 'zh', text_zh, 'en', text_en), topics,
  '{}', raised, raised_from, raised_to, 'heard', 'public', array_remove(ARRAY[organisation, addressed_to], NULL),
  jsonb_build_object('document', source, 'place', source_place, 'row', source_row), now(), now()
FROM needs
ON CONFLICT (id) DO NOTHING;
