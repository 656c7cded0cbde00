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

export interface Attachments {
  added_at: Date;
  added_by: string;
  alt_en: string | null;
  alt_ja: string | null;
  alt_zh: string | null;
  caption_en: string | null;
  caption_ja: string | null;
  caption_zh: string | null;
  credit: string | null;
  form_key: string | null;
  height: number | null;
  id: Generated<string>;
  kind: string;
  name: string;
  note: string | null;
  owner: string;
  photograph: Generated<boolean>;
  published: Generated<boolean>;
  record: string;
  removed_at: Date | null;
  removed_by: string | null;
  sha256: string;
  width: number | null;
}

export interface AuditHead {
  hash: string;
  number: number;
  singleton: Generated<boolean>;
}

export interface AuditLog {
  action: string;
  actor: string | null;
  at: Date;
  details: Json;
  hash: string;
  network: string | null;
  number: number;
  organisation: string | null;
  previous_hash: string;
  subject: string | null;
  transaction_id: Generated<string>;
}

export interface AuthAccounts {
  accessToken: string | null;
  accessTokenExpiresAt: Date | null;
  accountId: string;
  createdAt: Generated<Date>;
  id: string;
  idToken: string | null;
  password: string | null;
  providerId: string;
  refreshToken: string | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  updatedAt: Date;
  userId: string;
}

export interface AuthPasskeys {
  aaguid: string | null;
  backedUp: boolean;
  counter: number;
  createdAt: Date | null;
  credentialID: string;
  deviceType: string;
  id: string;
  name: string | null;
  publicKey: string;
  transports: string | null;
  userId: string;
}

export interface AuthRateLimits {
  count: number;
  id: string;
  key: string;
  lastRequest: number;
}

export interface AuthSessions {
  createdAt: Generated<Date>;
  expiresAt: Date;
  id: string;
  ipAddress: string | null;
  token: string;
  updatedAt: Date;
  userAgent: string | null;
  userId: string;
}

export interface AuthTwoFactors {
  backupCodes: string;
  failedVerificationCount: number | null;
  id: string;
  lockedUntil: Date | null;
  secret: string;
  userId: string;
  verified: boolean | null;
}

export interface AuthUsers {
  createdAt: Generated<Date>;
  email: string;
  emailVerified: boolean;
  id: string;
  image: string | null;
  name: string;
  twoFactorEnabled: boolean | null;
  updatedAt: Generated<Date>;
}

export interface AuthVerifications {
  createdAt: Generated<Date>;
  expiresAt: Date;
  id: string;
  identifier: string;
  updatedAt: Generated<Date>;
  value: string;
}

export interface Bulletins {
  approved_at: Date;
  approved_by: string | null;
  content: Json;
  files: Json;
  month: string;
  note: string | null;
  number: number;
  pages: number;
  visibility: "public" | "members";
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

export interface Clippings {
  approved_at: Date | null;
  approved_by: string | null;
  item: string;
  month: string | null;
  note: string | null;
  state: "draft" | "submitted" | "approved";
  summary: Json;
  title: Json;
  version: Generated<number>;
  why: Json;
  written_at: Date;
  written_by: string | null;
}

export interface Comments {
  at: Date;
  author: string;
  body: string;
  form_key: string | null;
  id: GeneratedAlways<number>;
  kind: string;
  language: string;
  organisation: string;
  record: string;
  removed_at: Date | null;
  words: ColumnType<JsonValue, string | undefined, string>;
}

export interface CompanyCaseEvents {
  at: Date;
  by: string;
  case_id: string;
  fields: Generated<string[]>;
  id: GeneratedAlways<number>;
  note: string | null;
  state_after: string;
  state_before: string | null;
}

export interface CompanyCases {
  activity: string | null;
  changed_at: Date;
  changed_by: string;
  company: string;
  contact: string | null;
  contract_currency: string | null;
  contract_minor: number | null;
  contract_note: ColumnType<JsonValue, string | undefined, string>;
  contracted_on: string | null;
  created_at: Date;
  created_by: string;
  form_key: string | null;
  id: Generated<string>;
  need: string | null;
  obstacle: ColumnType<JsonValue, string | undefined, string>;
  obstacle_kinds: Generated<string[]>;
  owner: string;
  partner: string | null;
  revision: Generated<number>;
  state: "lead" | "in-talks" | "trial" | "contracted" | "stopped";
  technology: ColumnType<JsonValue, string | undefined, string>;
  title: Json;
  topics: Generated<string[]>;
}

export interface ConcernItems {
  changed_at: Date;
  continues: string | null;
  created_at: Date;
  created_by: string | null;
  form_key: string | null;
  id: string;
  language: "ja" | "zh" | "en";
  meeting: string | null;
  organisation: string | null;
  origin: "programme" | "member";
  point: string | null;
  position: Generated<number>;
  raised: string;
  raised_from: string;
  raised_to: string;
  revision: Generated<number>;
  source: Json | null;
  state: "open" | "answered" | "solved" | "partly-solved" | "not-solved" | "withdrawn";
  survey: string | null;
  text: Json;
  theme: string;
  visibility: "public" | "members";
}

export interface ConcernJudgements {
  at: Date;
  by: string | null;
  concern: string;
  form_key: string | null;
  id: GeneratedAlways<number>;
  judged: string | null;
  language: "ja" | "zh" | "en" | null;
  note: ColumnType<JsonValue, string | undefined, string>;
  organisation: string | null;
  origin: "programme" | "member";
  source: Json | null;
  survey: string | null;
  verdict: "solved" | "partly" | "not";
}

export interface ConcernResponses {
  answered: string | null;
  answered_from: string | null;
  answered_to: string | null;
  at: Date;
  by: string | null;
  concern: string;
  form_key: string | null;
  id: GeneratedAlways<number>;
  language: "ja" | "zh" | "en" | null;
  organisation: string | null;
  origin: "programme" | "member";
  source: Json | null;
  text: Json;
}

export interface Concerns {
  answered: string | null;
  answered_from: string | null;
  answered_place: string | null;
  answered_to: string | null;
  continues: string | null;
  id: string;
  judged: string | null;
  judged_from: string | null;
  judged_in: string | null;
  judged_to: string | null;
  organisation: string | null;
  point: string | null;
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
  survey: string | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
  theme: string;
  verdict: string | null;
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

export interface DeskSources {
  changed_at: Date;
  changed_by: string | null;
  declaration: Json;
  id: string;
  paused: Generated<boolean>;
}

export interface DeskTerms {
  changed_at: Date;
  changed_by: string;
  domain: string;
  forbidden_en: Generated<string[]>;
  forbidden_ja: Generated<string[]>;
  forbidden_zh: Generated<string[]>;
  id: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  removed: Generated<boolean>;
  term_en: string;
  term_ja: string;
  term_zh: string;
  variants_en: Generated<string[]>;
  variants_ja: Generated<string[]>;
  variants_zh: Generated<string[]>;
}

export interface DeskTopics {
  changed_at: Date;
  changed_by: string | null;
  id: string;
  name: Json;
  terms: string[];
  terms_excluded: string[];
  topic: string | null;
}

export interface DocumentTemplates {
  added_at: Date;
  added_by: string;
  ended_at: Date | null;
  ended_by: string | null;
  id: Generated<string>;
  kind: string;
  language: "ja" | "zh" | "en";
  name: string;
  organisation: string;
  sha256: string;
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

export interface Entries {
  author: string;
  base_version: number;
  changed_at: Date;
  comment: string | null;
  content: Json;
  created_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
  edited_by: string;
  fiscal_year: number | null;
  form_key: string | null;
  id: Generated<string>;
  import_batch: string | null;
  kind: string;
  ledger: string | null;
  owner: string;
  platform: "coordination" | "technical";
  reason: string | null;
  record: string;
  removal: Generated<boolean>;
  restores: number | null;
  revision: Generated<number>;
  sides: string[];
  state: "draft" | "submitted" | "returned" | "approved" | "withdrawn";
  submitted_at: Date | null;
  title_en: string | null;
  title_ja: string | null;
  title_zh: string | null;
  visibility: "public" | "members" | "sides" | "organisation";
}

export interface EvaluationAssessments {
  author: string;
  changed_at: Date;
  comment: Generated<string>;
  evaluation: string;
  id: Generated<string>;
  language: "ja" | "zh" | "en";
  marks: Json;
  organisation: string;
  partnership: string;
  revision: Generated<number>;
  state: "draft" | "submitted";
  submitted_at: Date | null;
  translations: ColumnType<JsonValue, string | undefined, string>;
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

export interface EvaluationStatements {
  checked_at: Date | null;
  checked_by: string | null;
  drafted: Json | null;
  evaluation: string;
  evidence: Json;
  id: Generated<string>;
  older_languages: Generated<string[]>;
  organisation: string | null;
  position: number;
  revision: Generated<number>;
  section: "achievement" | "progress" | "result" | "benefit-home" | "task";
  state: "drafted" | "written" | "dropped";
  text: Json;
  without_evidence_reason: Json | null;
  written_at: Date | null;
  written_by: string | null;
}

export interface EvaluationTypes {
  counted: "A" | "B" | "none";
  decided: "A" | "B" | "none" | null;
  decided_by: string | null;
  decided_reason: Json | null;
  evaluation: string;
  organisation: string;
  reasons: Json;
}

export interface Evaluations {
  as_of: string;
  changed_at: Date;
  created_at: Date;
  created_by: string;
  finished_at: Date | null;
  finished_by: string | null;
  first_year: number;
  form_key: string | null;
  frozen: Json | null;
  id: string;
  kind: "yearly" | "mid-term";
  last_year: number;
  proposal: Json | null;
  revision: Generated<number>;
  state: "draft" | "self-assessment" | "final";
  title: Json;
}

export interface FetchHosts {
  failures: Generated<number>;
  host: string;
  next_allowed_at: Date;
  robots: string | null;
  robots_at: Date | null;
  robots_status: number | null;
}

export interface FileUses {
  sha256: string | null;
}

export interface Files {
  created_at: Date;
  media_type: string;
  sha256: string;
  size: number;
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

export interface FollowSettings {
  feed_hash: string | null;
  rhythm: "daily" | "weekly" | "none";
  sent_until: Date;
  user_id: string;
}

export interface FollowTold {
  subject: string;
  told_at: Date;
  user_id: string;
}

export interface Follows {
  kind: "region" | "topic" | "need" | "bulletin";
  since: Date;
  target: string;
  user_id: string;
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

export interface Imports {
  author: string;
  content: Buffer | null;
  created_at: Date;
  decided_at: Date | null;
  file_name: string;
  id: Generated<string>;
  kind: string;
  owner: string;
  progress: Generated<number>;
  result: Json | null;
  state: "checking" | "checked" | "failed" | "taken" | "dropped";
}

export interface Invitations {
  accepted_at: Date | null;
  accepted_by: string | null;
  administers: Generated<boolean>;
  created_at: Date;
  email: string | null;
  expires_at: Date;
  id: GeneratedAlways<number>;
  invited_by: string | null;
  language: string;
  organisation: string | null;
  purpose: "setup" | "invitation";
  role: string;
  token_hash: string;
  withdrawn_at: Date | null;
}

export interface ItemCorrections {
  corrected_at: Date;
  corrected_by: string;
  field: string;
  id: GeneratedAlways<number>;
  item: string | null;
  source: string | null;
  value: Json;
}

export interface ItemLinks {
  item: string;
  kind: string;
  reasons: Json;
  state: "proposed" | "confirmed" | "rejected";
  target: string;
}

export interface ItemReferences {
  item: string;
  number: string | null;
  title_key: string | null;
}

export interface ItemTargets {
  base_year: number | null;
  bound: string;
  decided_at: Date | null;
  decided_by: string | null;
  id: string;
  indicator: string;
  item: string;
  measure: string;
  place: string | null;
  region: string | null;
  scope: Json | null;
  sentence: string | null;
  state: "proposed" | "confirmed" | "rejected";
  target_year: number | null;
  unit: string;
  value: number;
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

export interface LibraryDocuments {
  as_of: string;
  basis: "public" | "approved";
  content: Json;
  docx_sha256: string;
  form_key: string | null;
  id: Generated<string>;
  kind: string;
  language: "ja" | "zh" | "en";
  made_at: Date;
  made_by: string;
  note: string | null;
  organisation: string | null;
  pages: number;
  parameters: Json;
  pdf_sha256: string;
  removed_at: Date | null;
  removed_by: string | null;
  template: string | null;
  title: string;
  visibility: "public" | "members";
  writer: string;
}

export interface Mails {
  attempts: Generated<number>;
  body: string;
  calendar: string | null;
  created_at: Date;
  id: GeneratedAlways<number>;
  language: string;
  last_error: string | null;
  next_attempt_at: Date | null;
  once_key: string | null;
  purpose: string;
  recipient: string;
  sent_at: Date | null;
  subject: string;
  user_id: string | null;
}

export interface MatchEvents {
  action: string;
  at: Date;
  by: string | null;
  id: GeneratedAlways<number>;
  language: "ja" | "zh" | "en" | null;
  match: string;
  note: string | null;
  organisation: string | null;
}

export interface MatchOffers {
  answer: Generated<"waiting" | "agreed" | "declined">;
  answered_at: Date | null;
  answered_by: string | null;
  language: string | null;
  match: string;
  note: string | null;
  offer: string;
  position: number;
  quantity: number | null;
}

export interface Matches {
  changed_at: Date;
  created_at: Date;
  created_by: string;
  entry: string | null;
  fiscal_year: number;
  form_key: string | null;
  id: Generated<string>;
  need: string;
  need_answer: Generated<"waiting" | "agreed" | "declined">;
  need_answer_language: string | null;
  need_answer_note: string | null;
  need_answered_at: Date | null;
  need_answered_by: string | null;
  reasoning: ColumnType<JsonValue, string | undefined, string>;
  reasons: Json;
  record_id: string | null;
  record_kind: "activity" | "project" | null;
  revision: Generated<number>;
  state: "proposed" | "consulting" | "agreed" | "declined" | "withdrawn";
  uncovered: Json;
}

export interface Measures {
  counts: string | null;
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

export interface MeetingAgenda {
  day: string | null;
  id: string;
  meeting: string;
  minutes: number | null;
  position: number;
  presenter: ColumnType<JsonValue, string | undefined, string>;
  starts_at: string | null;
  title: Json;
}

export interface MeetingDecisions {
  id: string;
  meeting: string;
  position: number;
  text: Json;
}

export interface MeetingLetters {
  addressee: string | null;
  document: "invitation" | "name-list";
  docx_sha256: string;
  erased_at: Date | null;
  form_key: string | null;
  id: Generated<string>;
  issue: number;
  issued_at: Date;
  issued_by: string;
  language: "ja" | "zh" | "en";
  meeting: string;
  pdf_sha256: string;
  people: Generated<string[]>;
  recipients: number;
  untranslated: Generated<number>;
}

export interface MeetingMaterials {
  due: string | null;
  file_name: string | null;
  id: string;
  language: "ja" | "zh" | "en";
  late: Generated<boolean>;
  media_type: string | null;
  meeting: string;
  organisation: string;
  position: number;
  received_at: Date | null;
  sha256: string | null;
  size: number | null;
  state: Generated<"expected" | "received" | "translated">;
  title: Json;
  translation_of: string | null;
}

export interface MeetingMinutes {
  id: string;
  language: "ja" | "zh" | "en";
  meeting: string;
  position: number;
  state: "draft" | "approved";
  text: string;
  translated_by: string | null;
}

export interface MeetingParticipants {
  answer: Generated<"invited" | "accepted" | "declined">;
  answered_at: Date | null;
  attended: boolean | null;
  email: string | null;
  erased_at: Date | null;
  id: string;
  language: "ja" | "zh" | "en";
  mailed_sequence: number | null;
  meeting: string;
  name: ColumnType<JsonValue, string | undefined, string>;
  organisation: string;
  position: number;
  post: ColumnType<JsonValue, string | undefined, string>;
  role: "chair" | "speaker" | "participant" | "interpreter" | "observer";
}

export interface MeetingTasks {
  carried_to: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  due: string | null;
  due_to: string | null;
  id: string;
  meeting: string;
  note: ColumnType<JsonValue, string | undefined, string>;
  organisation: string;
  position: number;
  state: Generated<"open" | "done" | "dropped">;
  text: Json;
}

export interface Meetings {
  activity: string | null;
  cancel_reason: ColumnType<JsonValue, string | undefined, string>;
  changed_at: Date;
  changed_by: string;
  contact: ColumnType<JsonValue, string | undefined, string>;
  contact_email: string | null;
  created_at: Date;
  created_by: string;
  ends_at: string | null;
  ends_on: string;
  entry: string | null;
  form_key: string | null;
  host: string;
  id: Generated<string>;
  interpretation: Generated<"none" | "consecutive" | "simultaneous">;
  invited: Generated<string[]>;
  kind: "domestic" | "joint" | "expert" | "other";
  languages: string[];
  online_link: string | null;
  place: ColumnType<JsonValue, string | undefined, string>;
  revision: Generated<number>;
  sequence: Generated<number>;
  starts_at: string | null;
  starts_on: string;
  state: Generated<"planned" | "held" | "cancelled">;
  time_zone: string;
  title: Json;
  visibility: "members" | "sides";
}

export interface Memberships {
  administers: Generated<boolean>;
  organisation: string;
  role: string;
  since: Date;
  user_id: string;
}

export interface NeedEvents {
  action: string;
  at: Date;
  by: string | null;
  changes: ColumnType<JsonValue, string | undefined, string>;
  id: GeneratedAlways<number>;
  need: string;
  note: string | null;
  state_after: string;
  state_before: string | null;
}

export interface NeedEvidence {
  added_at: Date;
  added_by: string | null;
  kind: "policy" | "target" | "document" | "activity";
  need: string;
  note: ColumnType<JsonValue, string | undefined, string>;
  subject: string;
}

export interface NeedGrounds {
  document: string | null;
  need: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  policy: string | null;
  position: number;
  row_number: number;
  target: string | null;
}

export interface NeedItems {
  addressed_to: string | null;
  changed_at: Date;
  changed_by: string | null;
  created_at: Date;
  created_by: string | null;
  detail: ColumnType<JsonValue, string | undefined, string>;
  difficulty: "introductory" | "practical" | "advanced" | null;
  fiscal_year: number | null;
  form_key: string | null;
  id: string;
  kinds: string[];
  language: "ja" | "zh" | "en";
  languages: Generated<string[]>;
  learnt: string | null;
  learnt_by: "meeting" | "letter" | "survey" | "policy" | "document" | "entered" | null;
  learnt_from: string | null;
  learnt_to: string | null;
  open_to_companies: Generated<boolean>;
  organisation: string;
  origin: "programme" | "member";
  owner: string | null;
  platform: Generated<"coordination" | "technical">;
  replaced_by: string | null;
  revision: Generated<number>;
  said_by: ColumnType<JsonValue, string | undefined, string>;
  sides: string[];
  source: Json | null;
  state: "heard" | "confirmed" | "matched" | "being-met" | "met" | "withdrawn" | "changed";
  title: Json;
  topics: string[];
  urgency: "high" | "medium" | "low" | null;
  visibility: "public" | "members" | "sides" | "organisation";
}

export interface Needs {
  addressed_to: string | null;
  difficulty: string | null;
  fiscal_year: number | null;
  id: string;
  kinds: string[];
  language: string;
  learnt_by: string | null;
  open_to_companies: boolean;
  organisation: string;
  raised: string | null;
  raised_from: string | null;
  raised_to: string | null;
  row_number: number;
  said_by_en: string | null;
  said_by_ja: string | null;
  said_by_zh: string | null;
  source: string;
  source_place: string;
  source_row: string | null;
  state: string;
  text_en: string;
  text_ja: string;
  text_zh: string;
  topics: string[];
  urgency: string | null;
}

export interface News {
  body_en: string;
  body_ja: string;
  body_zh: string;
  id: string;
  link: string | null;
  partnership: string | null;
  published: string;
  published_from: string | null;
  published_to: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  title_en: string;
  title_ja: string;
  title_zh: string;
  topics: string[];
}

export interface OfferCapacities {
  capacity: number;
  fiscal_year: number;
  offer: string;
}

export interface OfferItems {
  capacity_unit: "people" | "times" | "projects" | null;
  changed_at: Date;
  changed_by: string | null;
  conditions: ColumnType<JsonValue, string | undefined, string>;
  cost_borne_by: "programme" | "provider" | "receiver" | "shared" | "to-be-agreed" | null;
  created_at: Date;
  created_by: string | null;
  detail: ColumnType<JsonValue, string | undefined, string>;
  difficulty: "introductory" | "practical" | "advanced" | null;
  experience: ColumnType<JsonValue, string | undefined, string>;
  facilities: ColumnType<JsonValue, string | undefined, string>;
  form_key: string | null;
  forms: Generated<string[]>;
  id: string;
  kinds: string[];
  language: "ja" | "zh" | "en";
  languages: Generated<string[]>;
  organisation: string;
  origin: "programme" | "member";
  owner: string | null;
  platform: Generated<"coordination" | "technical">;
  revision: Generated<number>;
  sides: string[];
  source: Json | null;
  state: "open" | "closed";
  title: Json;
  topics: string[];
  visibility: "public" | "members" | "sides" | "organisation";
}

export interface OfferYears {
  capacity: number;
  fiscal_year: number;
  offer: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
}

export interface Offers {
  capacity_unit: string | null;
  conditions_en: string | null;
  conditions_ja: string | null;
  conditions_zh: string | null;
  cost_borne_by: string | null;
  detail_en: string | null;
  detail_ja: string | null;
  detail_zh: string | null;
  difficulty: string | null;
  experience_en: string | null;
  experience_ja: string | null;
  experience_zh: string | null;
  facilities_en: string | null;
  facilities_ja: string | null;
  facilities_zh: string | null;
  forms: string[];
  id: string;
  kinds: string[];
  languages: string[];
  organisation: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  title_en: string;
  title_ja: string;
  title_zh: string;
  topics: string[];
}

export interface OpenDataReleases {
  as_of: string;
  contents: Json;
  fingerprint: string;
  made_at: Date;
  month: string;
  sha256: string;
  size: number;
  version: number;
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

export interface Participants {
  activity: string;
  affiliation: string;
  category: string;
  email: string | null;
  entered_at: Date;
  entered_by: string;
  erased_at: Date | null;
  family_name: string;
  family_name_kana: string | null;
  family_name_roman: string | null;
  form_key: string | null;
  given_name: string;
  given_name_kana: string | null;
  given_name_roman: string | null;
  id: GeneratedAlways<number>;
  note: string | null;
  office: string | null;
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
  survey: string | null;
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

export interface Policies {
  bodies: string[];
  checked: string;
  document_number: string | null;
  ended: string | null;
  ended_from: string | null;
  ended_to: string | null;
  id: string;
  importance: string;
  in_force: string | null;
  in_force_from: string | null;
  in_force_to: string | null;
  kind: string;
  published: string;
  published_from: string | null;
  published_to: string | null;
  reference_title: string;
  reference_url: string | null;
  regions: string[];
  row_number: number;
  title_en: string;
  title_ja: string;
  title_zh: string;
  topics: string[];
  url: string | null;
  written: string | null;
  written_from: string | null;
  written_to: string | null;
}

export interface PolicyBodies {
  aliases: string[];
  codes: string[];
  id: string;
  level: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  organisation: string | null;
  region: string | null;
  row_number: number;
  since: string | null;
  since_from: string | null;
  since_to: string | null;
  successor: string | null;
  until: string | null;
  until_from: string | null;
  until_to: string | null;
}

export interface PolicyClippings {
  policy: string;
  row_number: number;
  summary_en: string;
  summary_ja: string;
  summary_zh: string;
  why_en: string;
  why_ja: string;
  why_zh: string;
}

export interface PolicyItems {
  attachments: Json;
  blocks: Json;
  bodies: string[];
  body_names: string[];
  day: string;
  decided_at: Date | null;
  decided_by: string | null;
  document_number: string | null;
  ended: string | null;
  fields: Json;
  found_at: Date;
  group_head: string | null;
  id: string;
  importance: "high" | "medium" | "low" | null;
  importance_proposed: "high" | "medium" | "low";
  importance_reasons: Json;
  in_force: string | null;
  is_original: Generated<boolean>;
  kind: string | null;
  language: "ja" | "zh" | "en";
  origin: "fetched" | "folder" | "mail" | "manual" | "programme";
  place: Json | null;
  published: string | null;
  reference: Json | null;
  region_ids: string[];
  regions: Json;
  sha256: string | null;
  snapshot: string | null;
  source: string | null;
  state: "found" | "kept" | "dropped";
  text_sha256: string;
  title: Json;
  title_key: string;
  topic_ids: string[];
  topics: Json;
  updated_at: Date;
  url: string | null;
  validity: string | null;
  visibility: "public" | "members";
  written: string | null;
}

export interface PolicyLinks {
  kind: string;
  policy: string;
  row_number: number;
  target: string;
}

export interface PolicyRegions {
  aliases: string[];
  code: string | null;
  id: string;
  level: "country" | "key-region" | "province" | "city" | "county";
  members: string[];
  name_en: string;
  name_ja: string;
  name_zh: string;
  organisation: string | null;
  parent: string | null;
  row_number: number;
}

export interface PolicySignatures {
  bands: number[];
  item: string;
  signature: Buffer;
}

export interface PolicySources {
  address: string | null;
  body: string;
  date_selector: string | null;
  every_hours: number;
  id: string;
  include: string | null;
  item_selector: string | null;
  kind: "feed" | "list" | "sitemap" | "rsshub" | "mail" | "manual";
  language: string;
  link_selector: string | null;
  name_en: string;
  name_ja: string;
  name_zh: string;
  next_selector: string | null;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  quiet_days: number;
  region: string | null;
  row_number: number;
  tier: "central" | "key-region" | "partner";
  tried: string | null;
  tried_from: string | null;
  tried_to: string | null;
}

export interface PolicyTargets {
  base_year: number | null;
  bound: string;
  id: string;
  indicator: string;
  measure: string;
  place: string | null;
  policy: string;
  region: string | null;
  row_number: number;
  scope_en: string | null;
  scope_ja: string | null;
  scope_zh: string | null;
  target_year: number;
  unit: string;
  value: number;
}

export interface PolicyTopics {
  id: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  row_number: number;
  terms: string[];
  terms_excluded: string[];
  topic: string | null;
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

export interface Profiles {
  digest: Generated<"daily" | "weekly" | "none">;
  digest_sent_at: Date | null;
  disabled_at: Date | null;
  erased_at: Date | null;
  language: "ja" | "zh" | "en";
  last_seen_at: Date | null;
  reminders: Generated<boolean>;
  seen_until: Date;
  user_id: string;
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

export interface ProjectActuals {
  period: string;
  period_from: string | null;
  period_text: string | null;
  period_to: string | null;
  project: string;
  result: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  uncertainty: number | null;
  value: number;
}

export interface ProjectMilestones {
  date: string | null;
  date_from: string | null;
  date_text: string | null;
  date_to: string | null;
  phase: number | null;
  position: number;
  project: string;
  responsible: string | null;
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
  description_en: string | null;
  description_ja: string | null;
  description_zh: string | null;
  organisation: string;
  project: string;
  role: string;
  row_number: number;
}

export interface ProjectPhases {
  name_en: string;
  name_ja: string;
  name_zh: string;
  number: number;
  period: string | null;
  period_from: string | null;
  period_text: string | null;
  period_to: string | null;
  project: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  status: string;
}

export interface ProjectResults {
  baseline_period: string | null;
  baseline_period_from: string | null;
  baseline_period_to: string | null;
  baseline_value: number | null;
  date: string | null;
  date_from: string | null;
  date_text: string | null;
  date_to: string | null;
  indicator_en: string | null;
  indicator_ja: string | null;
  indicator_zh: string | null;
  method_en: string | null;
  method_ja: string | null;
  method_zh: string | null;
  number: number;
  policy: string | null;
  policy_text_en: string | null;
  policy_text_ja: string | null;
  policy_text_zh: string | null;
  project: string;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  stage: string;
  state: string;
  target_period: string | null;
  target_period_from: string | null;
  target_period_to: string | null;
  target_value: number | null;
  text_en: string;
  text_ja: string;
  text_zh: string;
  uncertainty_en: string | null;
  uncertainty_ja: string | null;
  uncertainty_zh: string | null;
  unit: string | null;
  verified_by: string | null;
  verified_text_en: string | null;
  verified_text_ja: string | null;
  verified_text_zh: string | null;
}

export interface ProjectSites {
  name_en: string;
  name_ja: string;
  name_zh: string;
  place: string | null;
  position: number;
  project: string;
  purpose_en: string | null;
  purpose_ja: string | null;
  purpose_zh: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
}

export interface Projects {
  agreement: string | null;
  budget_reference: string | null;
  content_en: string | null;
  content_ja: string | null;
  content_zh: string | null;
  data_en: string | null;
  data_ja: string | null;
  data_zh: string | null;
  funding: string;
  id: string;
  kind: string;
  method_en: string | null;
  method_ja: string | null;
  method_zh: string | null;
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

export interface RecordVersions {
  action: "loaded" | "created" | "corrected" | "restored" | "removed";
  approved_by: string | null;
  at: Date;
  author: string | null;
  content: Json;
  entry: string | null;
  kind: string;
  owner: string | null;
  reason: string | null;
  record: string;
  version: number;
  visibility: string;
}

export interface Records {
  changed_at: Date;
  changed_by: string | null;
  date_from: string | null;
  date_to: string | null;
  fiscal_year: number | null;
  id: string;
  kind: string;
  ledger: string | null;
  owner: string | null;
  platform: "coordination" | "technical";
  published_version: number | null;
  removed: Generated<boolean>;
  sides: string[];
  title_en: string | null;
  title_ja: string | null;
  title_zh: string | null;
  version: number;
  visibility: "public" | "members" | "sides" | "organisation";
}

export interface Registers {
  id: string;
  ledger: string;
  row_number: number;
  title_en: string;
  title_ja: string;
  title_zh: string;
}

export interface SavedSearches {
  form_key: string | null;
  id: Generated<string>;
  name: string;
  query: string;
  saved_at: Date;
  user_id: string;
}

export interface SchemaMigrations {
  applied_at: Generated<Date>;
  name: string;
  sha256: string;
}

export interface SegmentHistory {
  changed_at: Date;
  changed_by: string | null;
  id: GeneratedAlways<number>;
  mark: string;
  origin: string | null;
  provider: string | null;
  removed: Generated<boolean>;
  segment: string;
  source: string;
  target: string;
  translation: string;
  version: number;
}

export interface SourceChecks {
  checked_at: Date;
  fresh: Generated<number>;
  id: GeneratedAlways<number>;
  listed: Generated<number>;
  milliseconds: number;
  outcome: "read" | "unchanged" | "empty" | "failed" | "refused";
  problem: Json | null;
  snapshot: string | null;
  source: string;
}

export interface SourcePages {
  attempts: Generated<number>;
  etag: string | null;
  found_at: Date;
  item: string | null;
  last_modified: string | null;
  next_attempt_at: Date;
  problem: Json | null;
  published: string | null;
  snapshot: string | null;
  source: string;
  state: "waiting" | "fetched" | "understood" | "failed" | "refused";
  title: string | null;
  url: string;
}

export interface SourceSnapshots {
  charset: string | null;
  charset_by: "header" | "meta" | "bom" | "detection" | null;
  fetched_at: Date;
  final_url: string;
  headers: Json;
  id: Generated<string>;
  media_type: string;
  sha256: string;
  size: number;
  source: string;
  status: number;
  url: string;
}

export interface SourceStates {
  alerted_state: string | null;
  etag: string | null;
  failures: Generated<number>;
  last_checked_at: Date | null;
  last_fresh_at: Date | null;
  last_good_at: Date | null;
  last_good_snapshot: string | null;
  last_modified: string | null;
  next_check_at: Date;
  since: Date;
  source: string;
  state: "waiting" | "new" | "quiet" | "failing" | "suspicious";
}

export interface SourceWatch {
  singleton: Generated<boolean>;
  started_at: Date;
  started_by: string | null;
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

export interface SurveyAnswers {
  answers: Json;
  author: string | null;
  by_proxy: Generated<boolean>;
  changed_at: Date;
  file: string | null;
  id: Generated<string>;
  language: "ja" | "zh" | "en";
  organisation: string | null;
  proxy_note: string | null;
  questions_revision: number;
  revision: Generated<number>;
  started_at: Date;
  state: "draft" | "submitted" | "late";
  submitted_at: Date | null;
  survey: string;
}

export interface SurveyInvitations {
  answered_at: Date | null;
  invited_at: Date | null;
  language: Generated<"ja" | "zh" | "en">;
  organisation: string;
  reminded_at: Date | null;
  survey: string;
}

export interface SurveyItemQuestions {
  earlier_words: ColumnType<JsonValue, string | undefined, string>;
  help: ColumnType<JsonValue, string | undefined, string>;
  id: string;
  kind: "choice" | "choices" | "scale" | "table" | "text" | "file" | "plan" | "concerns";
  options: ColumnType<JsonValue, string | undefined, string>;
  position: number;
  required: Generated<boolean>;
  retired: Generated<boolean>;
  survey: string;
  text: Json;
}

export interface SurveyItems {
  accepts_late: Generated<boolean>;
  anonymous: Generated<boolean>;
  asked: string | null;
  asked_from: string | null;
  asked_to: string | null;
  based_on: string | null;
  changed_at: Date;
  created_at: Date;
  created_by: string | null;
  deadline: string | null;
  fiscal_year: number;
  form_key: string | null;
  id: string;
  introduction: ColumnType<JsonValue, string | undefined, string>;
  languages: string[];
  origin: "programme" | "member";
  questions_revision: Generated<number>;
  reminder_days: Generated<number>;
  results: Generated<"platform" | "members" | "public">;
  revision: Generated<number>;
  source: Json | null;
  state: "draft" | "open" | "closed";
  title: Json;
}

export interface SurveyOutcomes {
  answer: string;
  at: Date;
  by: string;
  kind: "entry" | "concern" | "set-aside";
  note: string | null;
  question: string;
  record: string | null;
  row: string;
  target: string | null;
}

export interface SurveyQuestions {
  help_en: string | null;
  help_ja: string | null;
  help_zh: string | null;
  id: string;
  kind: string;
  position: number;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  survey: string;
  text_en: string;
  text_ja: string;
  text_zh: string;
}

export interface SurveyTranslations {
  answer: string;
  at: Date;
  by: string;
  language: "ja" | "zh" | "en";
  place: string;
  text: string;
}

export interface Surveys {
  asked: string;
  asked_from: string | null;
  asked_to: string | null;
  fiscal_year: number;
  id: string;
  introduction_en: string | null;
  introduction_ja: string | null;
  introduction_zh: string | null;
  row_number: number;
  source: string;
  source_place: string;
  source_row: string | null;
  title_en: string;
  title_ja: string;
  title_zh: string;
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

export interface Terms {
  domain: string;
  forbidden_en: string[];
  forbidden_ja: string[];
  forbidden_zh: string[];
  id: string;
  note_en: string | null;
  note_ja: string | null;
  note_zh: string | null;
  row_number: number;
  term_en: string;
  term_ja: string;
  term_zh: string;
  variants_en: string[];
  variants_ja: string[];
  variants_zh: string[];
}

export interface Topics {
  id: string;
  name_en: string;
  name_ja: string;
  name_zh: string;
  related: string[];
  role: "subject" | "method" | null;
  row_number: number;
}

export interface TranslationDrafts {
  finished_at: Date | null;
  from_machine: Generated<number>;
  from_memory: Generated<number>;
  heard_at: Date | null;
  machine: boolean;
  problem: string | null;
  requested_at: Date;
  requested_by: string;
  segments_done: Generated<number>;
  segments_total: Generated<number>;
  state: "waiting" | "running" | "done" | "failed";
  translation: string;
}

export interface TranslationMemory {
  changed_at: Date;
  changed_by: string | null;
  grams: string[];
  id: Generated<string>;
  mark: "edited" | "reviewed";
  segment: string | null;
  shadow_length: GeneratedAlways<number>;
  source: string;
  source_language: "ja" | "zh" | "en";
  source_shadow: string;
  target: string;
  target_language: "ja" | "zh" | "en";
  translation: string | null;
  visibility: "public" | "members";
}

export interface TranslationRemarks {
  at: Date;
  author: string;
  body: string;
  id: GeneratedAlways<number>;
  translation: string;
}

export interface TranslationSegments {
  block_path: number[];
  changed_at: Date | null;
  changed_by: string | null;
  id: Generated<string>;
  mark: "empty" | "machine" | "edited" | "reviewed";
  memory_score: number | null;
  origin: "memory" | "machine" | "person" | "import" | null;
  position: number;
  provider: string | null;
  reviewed_at: Date | null;
  reviewed_by: string | null;
  source: string;
  target: string;
  translation: string;
  version: Generated<number>;
}

export interface Translations {
  approved_at: Date | null;
  approved_by: string | null;
  blocks: Json;
  id: Generated<string>;
  made_at: Date;
  made_by: string;
  organisation: string | null;
  source_hash: string;
  source_language: "ja" | "zh";
  state: "open" | "in-review" | "approved";
  subject: string;
  subject_kind: "policy" | "activity" | "news" | "text";
  submitted_at: Date | null;
  submitted_by: string | null;
  target_language: "ja" | "zh" | "en";
  title: string;
  visibility: "public" | "members";
}

export interface YearStates {
  changed_at: Date;
  changed_by: string;
  fiscal_year: number;
  note: string | null;
  published_at: Date | null;
  state: "open" | "proposed" | "closed";
}

export interface Schema {
  accepted_findings: AcceptedFindings;
  achievements: Achievements;
  activities: Activities;
  activity_parties: ActivityParties;
  activity_people: ActivityPeople;
  agreement_parties: AgreementParties;
  agreements: Agreements;
  attachments: Attachments;
  audit_head: AuditHead;
  audit_log: AuditLog;
  auth_accounts: AuthAccounts;
  auth_passkeys: AuthPasskeys;
  auth_rate_limits: AuthRateLimits;
  auth_sessions: AuthSessions;
  auth_two_factors: AuthTwoFactors;
  auth_users: AuthUsers;
  auth_verifications: AuthVerifications;
  bulletins: Bulletins;
  claims: Claims;
  clippings: Clippings;
  comments: Comments;
  company_case_events: CompanyCaseEvents;
  company_cases: CompanyCases;
  concern_items: ConcernItems;
  concern_judgements: ConcernJudgements;
  concern_responses: ConcernResponses;
  concerns: Concerns;
  countries: Countries;
  coverage: Coverage;
  desk_sources: DeskSources;
  desk_terms: DeskTerms;
  desk_topics: DeskTopics;
  document_templates: DocumentTemplates;
  documents: Documents;
  entries: Entries;
  evaluation_assessments: EvaluationAssessments;
  evaluation_points: EvaluationPoints;
  evaluation_statements: EvaluationStatements;
  evaluation_types: EvaluationTypes;
  evaluations: Evaluations;
  fetch_hosts: FetchHosts;
  file_uses: FileUses;
  files: Files;
  findings: Findings;
  fiscal_calendars: FiscalCalendars;
  follow_settings: FollowSettings;
  follow_told: FollowTold;
  follows: Follows;
  glossary: Glossary;
  imports: Imports;
  invitations: Invitations;
  item_corrections: ItemCorrections;
  item_links: ItemLinks;
  item_references: ItemReferences;
  item_targets: ItemTargets;
  ledgers: Ledgers;
  library_documents: LibraryDocuments;
  mails: Mails;
  match_events: MatchEvents;
  match_offers: MatchOffers;
  matches: Matches;
  measures: Measures;
  meeting_agenda: MeetingAgenda;
  meeting_decisions: MeetingDecisions;
  meeting_letters: MeetingLetters;
  meeting_materials: MeetingMaterials;
  meeting_minutes: MeetingMinutes;
  meeting_participants: MeetingParticipants;
  meeting_tasks: MeetingTasks;
  meetings: Meetings;
  memberships: Memberships;
  need_events: NeedEvents;
  need_evidence: NeedEvidence;
  need_grounds: NeedGrounds;
  need_items: NeedItems;
  needs: Needs;
  news: News;
  offer_capacities: OfferCapacities;
  offer_items: OfferItems;
  offer_years: OfferYears;
  offers: Offers;
  open_data_releases: OpenDataReleases;
  organisation_names: OrganisationNames;
  organisations: Organisations;
  participants: Participants;
  partnership_years: PartnershipYears;
  partnerships: Partnerships;
  plans: Plans;
  platforms: Platforms;
  policies: Policies;
  policy_bodies: PolicyBodies;
  policy_clippings: PolicyClippings;
  policy_items: PolicyItems;
  policy_links: PolicyLinks;
  policy_regions: PolicyRegions;
  policy_signatures: PolicySignatures;
  policy_sources: PolicySources;
  policy_targets: PolicyTargets;
  policy_topics: PolicyTopics;
  principles: Principles;
  profiles: Profiles;
  programme: Programme;
  programme_state: ProgrammeState;
  project_actuals: ProjectActuals;
  project_milestones: ProjectMilestones;
  project_parties: ProjectParties;
  project_phases: ProjectPhases;
  project_results: ProjectResults;
  project_sites: ProjectSites;
  projects: Projects;
  record_versions: RecordVersions;
  records: Records;
  registers: Registers;
  saved_searches: SavedSearches;
  schema_migrations: SchemaMigrations;
  segment_history: SegmentHistory;
  source_checks: SourceChecks;
  source_pages: SourcePages;
  source_snapshots: SourceSnapshots;
  source_states: SourceStates;
  source_watch: SourceWatch;
  structure_links: StructureLinks;
  structure_nodes: StructureNodes;
  survey_answers: SurveyAnswers;
  survey_invitations: SurveyInvitations;
  survey_item_questions: SurveyItemQuestions;
  survey_items: SurveyItems;
  survey_outcomes: SurveyOutcomes;
  survey_questions: SurveyQuestions;
  survey_translations: SurveyTranslations;
  surveys: Surveys;
  table_notes: TableNotes;
  tables: Tables;
  terms: Terms;
  topics: Topics;
  translation_drafts: TranslationDrafts;
  translation_memory: TranslationMemory;
  translation_remarks: TranslationRemarks;
  translation_segments: TranslationSegments;
  translations: Translations;
  year_states: YearStates;
}
