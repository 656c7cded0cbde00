-- What a project is made of beyond its steps: method, data, phases, sites, and the chain of its results up to their effect.

ALTER TABLE projects ADD COLUMN budget_reference text;
ALTER TABLE projects ADD COLUMN agreement text;
ALTER TABLE projects ADD COLUMN method_ja text;
ALTER TABLE projects ADD COLUMN method_zh text;
ALTER TABLE projects ADD COLUMN method_en text;
ALTER TABLE projects ADD COLUMN data_ja text;
ALTER TABLE projects ADD COLUMN data_zh text;
ALTER TABLE projects ADD COLUMN data_en text;
ALTER TABLE projects ADD FOREIGN KEY (agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE project_parties ADD COLUMN description_ja text;
ALTER TABLE project_parties ADD COLUMN description_zh text;
ALTER TABLE project_parties ADD COLUMN description_en text;

-- Milestones and values name phases and results by a number of their own: a row that goes does not move what others point at.
CREATE TABLE project_phases (
  row_number integer NOT NULL,
  project text NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  period text,
  period_from date,
  period_to date,
  period_text text,
  status text NOT NULL,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (project, number)
);

ALTER TABLE project_milestones ADD COLUMN phase integer;
ALTER TABLE project_milestones ADD COLUMN responsible text;
ALTER TABLE project_milestones ADD FOREIGN KEY (project, phase) REFERENCES project_phases (project, number)
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_milestones ADD FOREIGN KEY (responsible) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE project_sites (
  row_number integer NOT NULL,
  project text NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  place text REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
  purpose_ja text,
  purpose_zh text,
  purpose_en text,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (project, position)
);

CREATE TABLE project_results (
  row_number integer NOT NULL,
  project text NOT NULL REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL,
  stage text NOT NULL,
  state text NOT NULL,
  date text,
  date_from date,
  date_to date,
  date_text text,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  policy text REFERENCES policies (id) DEFERRABLE INITIALLY DEFERRED,
  policy_text_ja text,
  policy_text_zh text,
  policy_text_en text,
  indicator_ja text,
  indicator_zh text,
  indicator_en text,
  unit text,
  baseline_value double precision,
  baseline_period text,
  baseline_period_from date,
  baseline_period_to date,
  target_value double precision,
  target_period text,
  target_period_from date,
  target_period_to date,
  method_ja text,
  method_zh text,
  method_en text,
  uncertainty_ja text,
  uncertainty_zh text,
  uncertainty_en text,
  verified_by text REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
  verified_text_ja text,
  verified_text_zh text,
  verified_text_en text,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (project, number)
);

CREATE TABLE project_actuals (
  row_number integer NOT NULL,
  project text NOT NULL,
  result integer NOT NULL,
  period text NOT NULL,
  period_from date,
  period_to date,
  period_text text,
  value double precision NOT NULL,
  uncertainty double precision,
  source text NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (project, result, period),
  FOREIGN KEY (project, result) REFERENCES project_results (project, number) DEFERRABLE INITIALLY DEFERRED
);
