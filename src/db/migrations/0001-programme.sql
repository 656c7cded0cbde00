-- The records of a programme. Columns follow the sheets of docs/programme-format.md; an EDTF column also has its first and last possible day.

CREATE TABLE countries (
  row_number integer NOT NULL,
  id text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE fiscal_calendars (
  row_number integer NOT NULL,
  id text NOT NULL,
  country text NOT NULL,
  start_month integer NOT NULL,
  start_day integer NOT NULL,
  named_by text NOT NULL,
  label_ja text NOT NULL,
  label_zh text NOT NULL,
  label_en text NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE programme (
  row_number integer NOT NULL,
  id text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  short_name_ja text NOT NULL,
  short_name_zh text NOT NULL,
  short_name_en text NOT NULL,
  summary_ja text NOT NULL,
  summary_zh text NOT NULL,
  summary_en text NOT NULL,
  home_country text NOT NULL,
  partner_country text NOT NULL,
  fiscal_calendar text NOT NULL,
  first_fiscal_year integer NOT NULL,
  last_fiscal_year integer NOT NULL,
  as_of text NOT NULL,
  as_of_from date,
  as_of_to date,
  PRIMARY KEY (id)
);

CREATE TABLE documents (
  row_number integer NOT NULL,
  id text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  publisher text,
  language text NOT NULL,
  published text,
  published_from date,
  published_to date,
  as_of text NOT NULL,
  as_of_from date,
  as_of_to date,
  note_ja text,
  note_zh text,
  note_en text,
  PRIMARY KEY (id)
);

CREATE TABLE organisations (
  row_number integer NOT NULL,
  id text NOT NULL,
  country text,
  tier text NOT NULL,
  parent text,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  short_name_ja text,
  short_name_zh text,
  short_name_en text,
  code_jp text,
  code_cn text,
  code_iso text,
  latitude double precision,
  longitude double precision,
  website text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE organisation_names (
  row_number integer NOT NULL,
  organisation text NOT NULL,
  language text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  valid text,
  valid_from date,
  valid_to date,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (organisation, language, name)
);

CREATE TABLE ledgers (
  row_number integer NOT NULL,
  id text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  owner text,
  precedence integer NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE registers (
  row_number integer NOT NULL,
  id text NOT NULL,
  ledger text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE platforms (
  row_number integer NOT NULL,
  id text NOT NULL,
  role text NOT NULL,
  country text NOT NULL,
  organisation text NOT NULL,
  established text,
  established_from date,
  established_to date,
  established_text text,
  fiscal_years integer[] NOT NULL,
  task_ja text NOT NULL,
  task_zh text NOT NULL,
  task_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE principles (
  row_number integer NOT NULL,
  id text NOT NULL,
  number text NOT NULL,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE structure_nodes (
  row_number integer NOT NULL,
  id text NOT NULL,
  level text NOT NULL,
  country text NOT NULL,
  position integer NOT NULL,
  organisations text[] NOT NULL,
  label_ja text NOT NULL,
  label_zh text NOT NULL,
  label_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE structure_links (
  row_number integer NOT NULL,
  from_node text NOT NULL,
  to_node text NOT NULL,
  mutual boolean NOT NULL,
  label_ja text NOT NULL,
  label_zh text NOT NULL,
  label_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (from_node, to_node)
);

CREATE TABLE topics (
  row_number integer NOT NULL,
  id text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE glossary (
  row_number integer NOT NULL,
  id text NOT NULL,
  term_ja text NOT NULL,
  term_zh text NOT NULL,
  term_en text NOT NULL,
  definition_ja text NOT NULL,
  definition_zh text NOT NULL,
  definition_en text NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE partnerships (
  row_number integer NOT NULL,
  id text NOT NULL,
  home text NOT NULL,
  partner text NOT NULL,
  basis text NOT NULL,
  funding text NOT NULL,
  since text,
  since_from date,
  since_to date,
  note_ja text,
  note_zh text,
  note_en text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE partnership_years (
  row_number integer NOT NULL,
  partnership text NOT NULL,
  fiscal_year integer NOT NULL,
  type text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (partnership, fiscal_year)
);

CREATE TABLE agreements (
  row_number integer NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  signed text,
  signed_from date,
  signed_to date,
  signed_text text,
  valid text,
  valid_from date,
  valid_to date,
  partnership text,
  content_ja text,
  content_zh text,
  content_en text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE agreement_parties (
  row_number integer NOT NULL,
  agreement text NOT NULL,
  organisation text NOT NULL,
  signatory_ja text,
  signatory_zh text,
  signatory_en text,
  PRIMARY KEY (agreement, organisation)
);

CREATE TABLE needs (
  row_number integer NOT NULL,
  id text NOT NULL,
  organisation text NOT NULL,
  addressed_to text,
  raised text,
  raised_from date,
  raised_to date,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  topics text[] NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE plans (
  row_number integer NOT NULL,
  id text NOT NULL,
  fiscal_year integer NOT NULL,
  position integer NOT NULL,
  organisation text NOT NULL,
  partners text[] NOT NULL,
  content_ja text NOT NULL,
  content_zh text NOT NULL,
  content_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE projects (
  row_number integer NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  content_ja text,
  content_zh text,
  content_en text,
  period text,
  period_from date,
  period_to date,
  period_text text,
  partnership text,
  funding text NOT NULL,
  topics text[] NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE project_parties (
  row_number integer NOT NULL,
  project text NOT NULL,
  organisation text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (project, organisation)
);

CREATE TABLE project_milestones (
  row_number integer NOT NULL,
  project text NOT NULL,
  position integer NOT NULL,
  date text,
  date_from date,
  date_to date,
  date_text text,
  status text NOT NULL,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (project, position)
);

CREATE TABLE activities (
  row_number integer NOT NULL,
  id text NOT NULL,
  register text NOT NULL,
  fiscal_year integer NOT NULL,
  number text,
  kind text NOT NULL,
  status text NOT NULL,
  date text,
  date_from date,
  date_to date,
  date_text text,
  stated_days integer,
  level text,
  place text,
  venue_ja text,
  venue_zh text,
  venue_en text,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  theme_ja text,
  theme_zh text,
  theme_en text,
  result_ja text,
  result_zh text,
  result_en text,
  remark_ja text,
  remark_zh text,
  remark_en text,
  others text[] NOT NULL,
  topics text[] NOT NULL,
  funding text NOT NULL,
  partnerships text[] NOT NULL,
  project text,
  agreement text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE activity_parties (
  row_number integer NOT NULL,
  activity text NOT NULL,
  position integer NOT NULL,
  organisation text NOT NULL,
  role text NOT NULL,
  printed_name text,
  PRIMARY KEY (activity, position)
);

CREATE TABLE activity_people (
  row_number integer NOT NULL,
  activity text NOT NULL,
  position integer NOT NULL,
  organisation text,
  categories text[] NOT NULL,
  count integer NOT NULL,
  approximate boolean NOT NULL,
  printed_text text,
  PRIMARY KEY (activity, position)
);

CREATE TABLE achievements (
  row_number integer NOT NULL,
  organisation text NOT NULL,
  position integer NOT NULL,
  type text NOT NULL,
  period text NOT NULL,
  period_from date,
  period_to date,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  note_ja text,
  note_zh text,
  note_en text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (organisation, position)
);

CREATE TABLE evaluation_points (
  row_number integer NOT NULL,
  id text NOT NULL,
  section text NOT NULL,
  position integer NOT NULL,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE concerns (
  row_number integer NOT NULL,
  id text NOT NULL,
  raised text NOT NULL,
  raised_from date,
  raised_to date,
  position integer NOT NULL,
  state text NOT NULL,
  continues text,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  response_ja text,
  response_zh text,
  response_en text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE measures (
  row_number integer NOT NULL,
  id text NOT NULL,
  name_ja text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  definition_ja text NOT NULL,
  definition_zh text NOT NULL,
  definition_en text NOT NULL,
  units text[] NOT NULL,
  registers text[] NOT NULL,
  kinds text[] NOT NULL,
  statuses text[] NOT NULL,
  fundings text[] NOT NULL,
  place_country text,
  group_by text,
  groups text[] NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE claims (
  row_number integer NOT NULL,
  id text NOT NULL,
  measure text NOT NULL,
  fiscal_year integer,
  group_organisation text,
  unit text NOT NULL,
  value integer NOT NULL,
  approximate boolean NOT NULL,
  places text[] NOT NULL,
  as_of text NOT NULL,
  as_of_from date,
  as_of_to date,
  part_of text,
  printed_text text,
  definition_ja text,
  definition_zh text,
  definition_en text,
  explanation_ja text,
  explanation_zh text,
  explanation_en text,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (id)
);

CREATE TABLE coverage (
  row_number integer NOT NULL,
  measure text NOT NULL,
  fiscal_year integer NOT NULL,
  extent text NOT NULL,
  until text,
  until_from date,
  until_to date,
  note_ja text,
  note_zh text,
  note_en text,
  PRIMARY KEY (measure, fiscal_year)
);

CREATE TABLE tables (
  row_number integer NOT NULL,
  id text NOT NULL,
  position integer NOT NULL,
  section text NOT NULL,
  layout text NOT NULL,
  title_ja text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  register text,
  measures text[] NOT NULL,
  columns text[] NOT NULL,
  fiscal_years integer[] NOT NULL,
  documents text[] NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE table_notes (
  row_number integer NOT NULL,
  table_id text NOT NULL,
  fiscal_year integer NOT NULL,
  position integer NOT NULL,
  text_ja text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  source text NOT NULL,
  source_place text NOT NULL,
  source_row text,
  PRIMARY KEY (table_id, fiscal_year, position)
);

CREATE TABLE accepted_findings (
  row_number integer NOT NULL,
  rule text NOT NULL,
  record text NOT NULL,
  reason_ja text NOT NULL,
  reason_zh text NOT NULL,
  reason_en text NOT NULL,
  accepted_on text NOT NULL,
  accepted_on_from date,
  accepted_on_to date,
  PRIMARY KEY (rule, record)
);

ALTER TABLE fiscal_calendars ADD FOREIGN KEY (country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE programme ADD FOREIGN KEY (home_country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE programme ADD FOREIGN KEY (partner_country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE programme ADD FOREIGN KEY (fiscal_calendar) REFERENCES fiscal_calendars (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisations ADD FOREIGN KEY (country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisations ADD FOREIGN KEY (parent) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisations ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_names ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation_names ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ledgers ADD FOREIGN KEY (owner) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE registers ADD FOREIGN KEY (ledger) REFERENCES ledgers (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platforms ADD FOREIGN KEY (country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platforms ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE platforms ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE principles ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE structure_nodes ADD FOREIGN KEY (country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE structure_nodes ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE structure_links ADD FOREIGN KEY (from_node) REFERENCES structure_nodes (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE structure_links ADD FOREIGN KEY (to_node) REFERENCES structure_nodes (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE structure_links ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partnerships ADD FOREIGN KEY (home) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partnerships ADD FOREIGN KEY (partner) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partnerships ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partnership_years ADD FOREIGN KEY (partnership) REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partnership_years ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agreements ADD FOREIGN KEY (partnership) REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agreements ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agreement_parties ADD FOREIGN KEY (agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE agreement_parties ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE needs ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE needs ADD FOREIGN KEY (addressed_to) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE needs ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plans ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plans ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE projects ADD FOREIGN KEY (partnership) REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE projects ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_parties ADD FOREIGN KEY (project) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_parties ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_milestones ADD FOREIGN KEY (project) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE project_milestones ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activities ADD FOREIGN KEY (register) REFERENCES registers (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activities ADD FOREIGN KEY (place) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activities ADD FOREIGN KEY (project) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activities ADD FOREIGN KEY (agreement) REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activities ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activity_parties ADD FOREIGN KEY (activity) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activity_parties ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activity_people ADD FOREIGN KEY (activity) REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE activity_people ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE achievements ADD FOREIGN KEY (organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE achievements ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE evaluation_points ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE concerns ADD FOREIGN KEY (continues) REFERENCES concerns (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE concerns ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE measures ADD FOREIGN KEY (place_country) REFERENCES countries (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claims ADD FOREIGN KEY (measure) REFERENCES measures (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claims ADD FOREIGN KEY (group_organisation) REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claims ADD FOREIGN KEY (part_of) REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE claims ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE coverage ADD FOREIGN KEY (measure) REFERENCES measures (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE tables ADD FOREIGN KEY (register) REFERENCES registers (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE table_notes ADD FOREIGN KEY (table_id) REFERENCES tables (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE table_notes ADD FOREIGN KEY (source) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED;

-- The local government, ministry or institute that an office belongs to: what two records are compared by.
ALTER TABLE organisations ADD COLUMN government text;

CREATE INDEX activities_by_register ON activities (register, fiscal_year, row_number);
CREATE INDEX activities_by_date ON activities (date_from, row_number);
CREATE INDEX activities_by_fiscal_year ON activities (fiscal_year, date_from, row_number);
CREATE INDEX activities_by_kind ON activities (kind, date_from, row_number);
CREATE INDEX activities_by_status ON activities (status, date_from, row_number);
CREATE INDEX activities_by_place ON activities (place);
CREATE INDEX activities_by_project ON activities (project);
CREATE INDEX activities_by_partnership ON activities USING gin (partnerships);
CREATE INDEX activities_by_topic ON activities USING gin (topics);
CREATE INDEX activity_parties_by_organisation ON activity_parties (organisation, activity);
CREATE INDEX organisations_by_parent ON organisations (parent);
CREATE INDEX claims_by_measure ON claims (measure, fiscal_year);
CREATE INDEX partnerships_by_home ON partnerships (home);
CREATE INDEX partnerships_by_partner ON partnerships (partner);
