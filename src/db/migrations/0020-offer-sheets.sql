-- The programme's own list of what can be given (`offers.csv`, `offer_years.csv`), taken over into `offer_items` after a load.

CREATE TABLE offers (
  row_number integer NOT NULL,
  id text PRIMARY KEY,
  organisation text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  detail_ja text,
  detail_zh text,
  detail_en text,
  topics text[] NOT NULL,
  kinds text[] NOT NULL,
  forms text[] NOT NULL,
  difficulty text,
  languages text[] NOT NULL,
  experience_ja text,
  experience_zh text,
  experience_en text,
  facilities_ja text,
  facilities_zh text,
  facilities_en text,
  conditions_ja text,
  conditions_zh text,
  conditions_en text,
  cost_borne_by text,
  capacity_unit text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text
);

CREATE TABLE offer_years (
  row_number integer NOT NULL,
  offer text NOT NULL,
  fiscal_year integer NOT NULL,
  capacity integer NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (offer, fiscal_year)
);

ALTER TABLE offers ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE offers ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE offer_years ADD FOREIGN KEY (offer) REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE offer_years ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;

-- Work lists ask for what waits.
CREATE INDEX match_offers_waiting ON match_offers (offer) WHERE answer = 'waiting';
