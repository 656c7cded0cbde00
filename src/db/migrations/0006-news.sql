-- What the programme tells its readers.
CREATE TABLE news (
  row_number integer NOT NULL,
  id text NOT NULL,
  published text NOT NULL,
  published_from date,
  published_to date,
  topics text[] NOT NULL,
  partnership text,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  body_ja text NOT NULL,
  body_zh text NOT NULL,
  body_en text NOT NULL,
  link text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);
ALTER TABLE news ADD FOREIGN KEY (partnership) REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE news ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX news_newest_first ON news (published_from DESC NULLS LAST, row_number);
