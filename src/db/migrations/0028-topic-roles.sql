-- What matching must know of a topic: whether it is a subject, or a method that means something only together with one, and which topics
-- help with one another. It stood in the program; who runs another programme writes it in topics.csv.
ALTER TABLE topics
  ADD COLUMN role text CHECK (role IN ('subject', 'method')),
  ADD COLUMN related text[] NOT NULL DEFAULT '{}';
ALTER TABLE topics ALTER COLUMN related DROP DEFAULT;
-- Of a programme loaded before: what the program took its topics for.
UPDATE topics SET role = 'subject'
  WHERE id IN ('pm25', 'ozone', 'voc', 'nox', 'heavy-metals', 'vehicle-exhaust', 'boilers-power');
UPDATE topics SET role = 'method' WHERE id IN ('monitoring', 'source-apportionment', 'planning', 'education');
UPDATE topics SET related = ARRAY(SELECT one.id FROM topics AS one WHERE (topics.id, one.id) IN (
  ('ozone', 'voc'), ('ozone', 'nox'), ('pm25', 'source-apportionment'), ('pm25', 'monitoring'), ('source-apportionment', 'monitoring'),
  ('heavy-metals', 'monitoring'), ('heavy-metals', 'pm25'), ('voc', 'industry'), ('nox', 'vehicle-exhaust'), ('nox', 'boilers-power'),
  ('industry', 'boilers-power'), ('industry', 'energy-saving'), ('boilers-power', 'energy-saving')));
