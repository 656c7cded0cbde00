// Written by `npm run db:types` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

export type JsonValue = boolean | number | string | null | JsonValue[] | { [key: string]: JsonValue };
export type Json = ColumnType<JsonValue, string, string>;

export interface AcceptedFindings {
  accepted_on: string;
  accepted_on_from: string | null;
  accepted_on_to: string | null;
  reason_en: string;
  reason_ja: string;
  reason_zh: string;
  record: string;
  row_number: number;
  rule: string;
}

export interface Achievements {
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  organisation: string;
  period: string;
  period_from: string | null;
  period_to: string | null;
  position: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
  type: string;
}

export interface Activities {
  agreement: string | null;
  date: string | null;
  date_from: string | null;
  date_text: string | null;
  date_to: string | null;
  fiscal_year: number;
  funding: string;
  id: string;
  kind: string;
  level: string | null;
  number: string | null;
  others: string[];
  partnerships: string[];
  place: string | null;
  project: string | null;
  register: string;
  remark_en: string | null;
  remark_ja: string | null;
  remark_zh: string | null;
  result_en: string | null;
  result_ja: string | null;
  result_zh: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  stated_days: number | null;
  status: string;
  theme_en: string | null;
  theme_ja: string | null;
  theme_zh: string | null;
  title_en: string;
  title_ja: string;
  title_zh: string;
  topics: string[];
  venue_en: string | null;
  venue_ja: string | null;
  venue_zh: string | null;
  words: GeneratedAlways<string>;
}

export interface ActivityParties {
  activity: string;
  organisation: string;
  position: number;
  printed_name: string | null;
  role: string;
  row_number: number;
}

export interface ActivityPeople {
  activity: string;
  approximate: boolean;
  categories: string[];
  count: number;
  organisation: string | null;
  position: number;
  printed_text: string | null;
  row_number: number;
}

export interface AgreementParties {
  agreement: string;
  organisation: string;
  row_number: number;
  signatory_en: string | null;
  signatory_ja: string | null;
  signatory_zh: string | null;
}

export interface Agreements {
  content_en: string | null;
  content_ja: string | null;
  content_zh: string | null;
  id: string;
  kind: string;
  partnership: string | null;
  row_number: number;
  signed: string | null;
  signed_from: string | null;
  signed_text: string | null;
  signed_to: string | null;
  source: string;
  source_place: string;
  source_row: string | null;
  status: string;
  title_en: string;
  title_ja: string;
  title_zh: string;
  valid: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export interface Claims {
  approximate: boolean;
  as_of: string;
  as_of_from: string | null;
  as_of_to: string | null;
  definition_en: string | null;
  definition_ja: string | null;
  definition_zh: string | null;
  explanation_en: string | null;
  explanation_ja: string | null;
  explanation_zh: string | null;
  fiscal_year: number | null;
  group_organisation: string | null;
  id: string;
  measure: string;
  part_of: string | null;
  places: string[];
  printed_text: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  unit: string;
  value: number;
}

export interface Concerns {
  continues: string | null;
  id: string;
  position: number;
  raised: string;
  raised_from: string | null;
  raised_to: string | null;
  response_en: string | null;
  response_ja: string | null;
  response_zh: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  state: string;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface Countries {
  id: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  row_number: number;
}

export interface Coverage {
  extent: string;
  fiscal_year: number;
  measure: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  row_number: number;
  until: string | null;
  until_from: string | null;
  until_to: string | null;
}

export interface Documents {
  as_of: string;
  as_of_from: string | null;
  as_of_to: string | null;
  id: string;
  language: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  published: string | null;
  published_from: string | null;
  published_to: string | null;
  publisher: string | null;
  row_number: number;
  title_en: string;
  title_ja: string;
  title_zh: string;
}

export interface EvaluationPoints {
  id: string;
  position: number;
  row_number: number;
  section: string;
  source: string;
  source_place: string;
  source_row: string | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface Findings {
  details: Json;
  id: GeneratedAlways<number>;
  record: string;
  related: string[];
  rule: string;
  severity: "error" | "warning" | "notice";
  since: string | null;
}

export interface FiscalCalendars {
  country: string;
  id: string;
  label_en: string;
  label_ja: string;
  label_zh: string;
  named_by: string;
  row_number: number;
  start_day: number;
  start_month: number;
}

export interface Glossary {
  definition_en: string;
  definition_ja: string;
  definition_zh: string;
  id: string;
  row_number: number;
  term_en: string;
  term_ja: string;
  term_zh: string;
}

export interface Ledgers {
  id: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  owner: string | null;
  precedence: number;
  row_number: number;
}

export interface Measures {
  definition_en: string;
  definition_ja: string;
  definition_zh: string;
  fundings: string[];
  group_by: string | null;
  groups: string[];
  id: string;
  kinds: string[];
  name_en: string;
  name_ja: string;
  name_zh: string;
  place_country: string | null;
  registers: string[];
  row_number: number;
  statuses: string[];
  units: string[];
}

export interface Needs {
  addressed_to: string | null;
  id: string;
  organisation: string;
  raised: string | null;
  raised_from: string | null;
  raised_to: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
  topics: string[];
}

export interface OrganisationNames {
  kind: string;
  language: string;
  name: string;
  organisation: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  valid: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export interface Organisations {
  code_cn: string | null;
  code_iso: string | null;
  code_jp: string | null;
  country: string | null;
  government: string | null;
  id: string;
  latitude: number | null;
  longitude: number | null;
  name_en: string;
  name_ja: string;
  name_zh: string;
  parent: string | null;
  row_number: number;
  short_name_en: string | null;
  short_name_ja: string | null;
  short_name_zh: string | null;
  source: string;
  source_place: string;
  source_row: string | null;
  tier: string;
  website: string | null;
}

export interface PartnershipYears {
  fiscal_year: number;
  partnership: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  type: string;
}

export interface Partnerships {
  basis: string;
  funding: string;
  home: string;
  id: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  partner: string;
  row_number: number;
  since: string | null;
  since_from: string | null;
  since_to: string | null;
  source: string;
  source_place: string;
  source_row: string | null;
}

export interface Plans {
  content_en: string;
  content_ja: string;
  content_zh: string;
  fiscal_year: number;
  id: string;
  organisation: string;
  partners: string[];
  position: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
}

export interface Platforms {
  country: string;
  established: string | null;
  established_from: string | null;
  established_text: string | null;
  established_to: string | null;
  fiscal_years: number[];
  id: string;
  organisation: string;
  role: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  task_en: string;
  task_ja: string;
  task_zh: string;
}

export interface Principles {
  id: string;
  number: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface Programme {
  as_of: string;
  as_of_from: string | null;
  as_of_to: string | null;
  first_fiscal_year: number;
  fiscal_calendar: string;
  home_country: string;
  id: string;
  last_fiscal_year: number;
  name_en: string;
  name_ja: string;
  name_zh: string;
  partner_country: string;
  row_number: number;
  short_name_en: string;
  short_name_ja: string;
  short_name_zh: string;
  summary_en: string;
  summary_ja: string;
  summary_zh: string;
}

export interface ProgrammeState {
  loaded_at: Date;
  revision: number;
  singleton: Generated<boolean>;
}

export interface ProjectMilestones {
  date: string | null;
  date_from: string | null;
  date_text: string | null;
  date_to: string | null;
  position: number;
  project: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  status: string;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface ProjectParties {
  organisation: string;
  project: string;
  role: string;
  row_number: number;
}

export interface Projects {
  content_en: string | null;
  content_ja: string | null;
  content_zh: string | null;
  funding: string;
  id: string;
  kind: string;
  partnership: string | null;
  period: string | null;
  period_from: string | null;
  period_text: string | null;
  period_to: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  status: string;
  title_en: string;
  title_ja: string;
  title_zh: string;
  topics: string[];
}

export interface Registers {
  id: string;
  ledger: string;
  row_number: number;
  title_en: string;
  title_ja: string;
  title_zh: string;
}

export interface SchemaMigrations {
  applied_at: Generated<Date>;
  name: string;
  sha256: string;
}

export interface StructureLinks {
  from_node: string;
  label_en: string;
  label_ja: string;
  label_zh: string;
  mutual: boolean;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  to_node: string;
}

export interface StructureNodes {
  country: string;
  id: string;
  label_en: string;
  label_ja: string;
  label_zh: string;
  level: string;
  organisations: string[];
  position: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
}

export interface TableNotes {
  fiscal_year: number;
  position: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  table_id: string;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface Tables {
  columns: string[];
  documents: string[];
  fiscal_years: number[];
  id: string;
  layout: string;
  measures: string[];
  position: number;
  register: string | null;
  row_number: number;
  section: string;
  title_en: string;
  title_ja: string;
  title_zh: string;
}

export interface Topics {
  id: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  row_number: number;
}

export interface Schema {
  accepted_findings: AcceptedFindings;
  achievements: Achievements;
  activities: Activities;
  activity_parties: ActivityParties;
  activity_people: ActivityPeople;
  agreement_parties: AgreementParties;
  agreements: Agreements;
  claims: Claims;
  concerns: Concerns;
  countries: Countries;
  coverage: Coverage;
  documents: Documents;
  evaluation_points: EvaluationPoints;
  findings: Findings;
  fiscal_calendars: FiscalCalendars;
  glossary: Glossary;
  ledgers: Ledgers;
  measures: Measures;
  needs: Needs;
  organisation_names: OrganisationNames;
  organisations: Organisations;
  partnership_years: PartnershipYears;
  partnerships: Partnerships;
  plans: Plans;
  platforms: Platforms;
  principles: Principles;
  programme: Programme;
  programme_state: ProgrammeState;
  project_milestones: ProjectMilestones;
  project_parties: ProjectParties;
  projects: Projects;
  registers: Registers;
  schema_migrations: SchemaMigrations;
  structure_links: StructureLinks;
  structure_nodes: StructureNodes;
  table_notes: TableNotes;
  tables: Tables;
  topics: Topics;
}
