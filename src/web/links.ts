import type { Language } from "../core/language.ts";

type Query = Record<string, string | number | undefined>;

export type TableFileEnding = "xlsx" | "docx" | "pdf" | "csv" | "data.xlsx" | "svg" | "png";

/** Every address of the site, in one place. Ids come from records and are safe in a path. */
export const links = {
  home: (language: Language) => `/${language}`,
  about: (language: Language) => `/${language}/about`,
  structure: (language: Language) => `/${language}/structure`,
  partnerships: (language: Language) => `/${language}/partnerships`,
  partnershipMatrix: (language: Language, query: Query = {}) => withQuery(`/${language}/partnerships/matrix`, query),
  partnership: (language: Language, id: string) => `/${language}/partnerships/${id}`,
  agreements: (language: Language) => `/${language}/agreements`,
  agreement: (language: Language, id: string) => `/${language}/agreements#${id}`,
  organisations: (language: Language, query: Query = {}) => withQuery(`/${language}/organisations`, query),
  organisation: (language: Language, id: string) => `/${language}/organisations/${id}`,
  projects: (language: Language) => `/${language}/projects`,
  project: (language: Language, id: string) => `/${language}/projects/${id}`,
  activities: (language: Language, query: Query = {}) => withQuery(`/${language}/activities`, query),
  activityCalendar: (language: Language, query: Query = {}) => withQuery(`/${language}/activities/calendar`, query),
  activity: (language: Language, id: string) => `/${language}/activities/${id}`,
  years: (language: Language) => `/${language}/years`,
  year: (language: Language, fiscalYear: number) => `/${language}/years/${fiscalYear}`,
  tables: (language: Language) => `/${language}/tables`,
  table: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/tables/${id}`, query),
  /** `xlsx`, `docx`, `pdf`: for paper; `csv`, `data.xlsx`: for machines; `svg`, `png`: the chart */
  tableFile: (language: Language, id: string, ending: TableFileEnding, query: Query = {}) =>
    withQuery(`/${language}/tables/${id}.${ending}`, query),
  /** the numbers of one chart of a table */
  chartData: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/tables/${id}.chart.csv`, query),
  figures: (language: Language) => `/${language}/figures`,
  /** a chart that belongs to no table */
  figureFile: (language: Language, id: string, ending: "svg" | "png" | "csv") => `/${language}/figures/${id}.${ending}`,
  evaluation: (language: Language) => `/${language}/evaluation`,
  documents: (language: Language) => `/${language}/documents`,
  document: (language: Language, id: string) => `/${language}/documents#${id}`,
  glossary: (language: Language) => `/${language}/glossary`,
  quality: (language: Language) => `/${language}/quality`,
  findings: (language: Language, query: Query = {}) => withQuery(`/${language}/quality/findings`, query),
  reconciliation: (language: Language, query: Query = {}) => withQuery(`/${language}/quality/reconciliation`, query),
  apiPage: (language: Language) => `/${language}/api`,
  openData: (language: Language) => `/${language}/open-data`,
  openDataFile: (language: Language, file: string) => `/${language}/open-data/${file}`,
  library: (language: Language, query: Query = {}) => withQuery(`/${language}/library`, query),
  libraryDocument: (language: Language, id: string) => `/${language}/library/${id}`,
  libraryFile: (language: Language, id: string, format: "docx" | "pdf") => `/${language}/library/${id}.${format}`,
  photograph: (language: Language, id: string, width: number) => `/${language}/photographs/${id}-${width}.jpg`,
  search: (language: Language, query: Query = {}) => withQuery(`/${language}/search`, query),
  components: (language: Language) => `/${language}/components`,
  atom: (language: Language) => `/${language}/movements.atom`,
  rss: (language: Language) => `/${language}/movements.rss`,
  calendarFeed: (language: Language, query: Query = {}) => withQuery(`/${language}/activities.ics`, query),
  news: (language: Language) => `/${language}/news`,
  newsAtom: (language: Language) => `/${language}/news.atom`,
  newsItem: (language: Language, id: string) => `/${language}/news/${id}`,
  policies: (language: Language, query: Query = {}) => withQuery(`/${language}/policies`, query),
  policy: (language: Language, id: string) => `/${language}/policies/${id}`,
  policyTargets: (language: Language, query: Query = {}) => withQuery(`/${language}/policies/targets`, query),
  policyRegion: (language: Language, id: string) => `/${language}/policies/regions/${id}`,
  policySources: (language: Language) => `/${language}/policies/sources`,
  policiesAtom: (language: Language, query: Query = {}) => withQuery(`/${language}/policies.atom`, query),
  needs: (language: Language, query: Query = {}) => withQuery(`/${language}/needs`, query),
  offers: (language: Language, query: Query = {}) => withQuery(`/${language}/offers`, query),
  projectTimeline: (language: Language) => `/${language}/projects/timeline`,
  /** what came of all projects: outputs, use in policy, effects */
  projectResults: (language: Language) => `/${language}/projects/results`,
  concerns: (language: Language, query: Query = {}) => withQuery(`/${language}/concerns`, query),
  publicSurveys: (language: Language) => `/${language}/surveys`,
  surveyResults: (language: Language, id: string) => `/${language}/surveys/${id}`,
  /** how far each partnership has come, from exchange to effect */
  deepening: (language: Language) => `/${language}/evaluation/deepening`,
  bulletins: (language: Language) => `/${language}/bulletins`,
  bulletin: (language: Language, month: string, query: Query = {}) =>
    withQuery(`/${language}/bulletins/${month}`, query),
  bulletinFile: (language: Language, month: string, ending: "pdf" | "docx" | "traces.csv", query: Query = {}) =>
    withQuery(`/${language}/bulletins/${month}.${ending}`, query),
  /** with the secret of a member in its address */
  followFeed: (language: Language, secret: string) => `/${language}/follow/${secret}.atom`,

  signIn: (language: Language, query: Query = {}) => withQuery(`/${language}/sign-in`, query),
  signInSecondStep: (language: Language, query: Query = {}) => withQuery(`/${language}/sign-in/second-step`, query),
  signInElsewhere: (language: Language, provider: string) => `/${language}/sign-in/with/${provider}`,
  signOut: (language: Language) => `/${language}/sign-out`,
  forgotPassword: (language: Language) => `/${language}/forgot-password`,
  resetPassword: (language: Language, query: Query = {}) => withQuery(`/${language}/reset-password`, query),
  verifyEmail: (language: Language, query: Query = {}) => withQuery(`/${language}/verify-email`, query),
  invitation: (language: Language, token: string) => `/${language}/invitation/${token}`,
  setup: (language: Language, token: string) => `/${language}/setup/${token}`,
  outbox: (language: Language) => `/${language}/outbox`,

  members: (language: Language, query: Query = {}) => withQuery(`/${language}/members`, query),
  memberRecords: (language: Language, kind: string, query: Query = {}) =>
    withQuery(`/${language}/members/records/${kind}`, query),
  memberRecord: (language: Language, kind: string, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/records/${kind}/${id}`, query),
  recordHistory: (language: Language, kind: string, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/records/${kind}/${id}/history`, query),
  recordComments: (language: Language, kind: string, id: string) =>
    `/${language}/members/records/${kind}/${id}/comments`,
  recordAttachments: (language: Language, kind: string, id: string) =>
    `/${language}/members/records/${kind}/${id}/attachments`,
  attachment: (language: Language, id: string) => `/${language}/members/attachments/${id}`,
  memberPhotograph: (language: Language, id: string, width: number) =>
    `/${language}/members/photographs/${id}-${width}.jpg`,
  activityParticipants: (language: Language, id: string) => `/${language}/members/records/activity/${id}/participants`,
  newEntry: (language: Language, kind: string, query: Query = {}) =>
    withQuery(`/${language}/members/enter/${kind}`, query),
  correctRecord: (language: Language, kind: string, id: string) => `/${language}/members/correct/${kind}/${id}`,
  entry: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/members/entries/${id}`, query),
  entryReview: (language: Language, id: string) => `/${language}/members/entries/${id}/review`,
  understandDate: (language: Language) => `/${language}/members/understand/date`,
  findOrganisations: (language: Language) => `/${language}/members/find/organisations`,
  entries: (language: Language, query: Query = {}) => withQuery(`/${language}/members/entries`, query),
  approvals: (language: Language, query: Query = {}) => withQuery(`/${language}/members/approvals`, query),
  memberYears: (language: Language, query: Query = {}) => withQuery(`/${language}/members/years`, query),
  memberYear: (language: Language, fiscalYear: number, query: Query = {}) =>
    withQuery(`/${language}/members/years/${fiscalYear}`, query),
  memberYearStep: (language: Language, fiscalYear: number, step: "publish" | "propose" | "close" | "reopen") =>
    `/${language}/members/years/${fiscalYear}/${step}`,
  memberTables: (language: Language, query: Query = {}) => withQuery(`/${language}/members/tables`, query),
  tablePreview: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/tables/${id}`, query),
  exchange: (language: Language, query: Query = {}) => withQuery(`/${language}/members/exchange`, query),
  exchangeFile: (language: Language, kind: string, query: Query = {}) =>
    withQuery(`/${language}/members/exchange/${kind}`, query),
  import: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/members/imports/${id}`, query),
  importFile: (language: Language, id: string) => `/${language}/members/imports/${id}/file`,
  people: (language: Language, query: Query = {}) => withQuery(`/${language}/members/people`, query),
  person: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/members/people/${id}`, query),
  roles: (language: Language) => `/${language}/members/roles`,
  account: (language: Language, query: Query = {}) => withQuery(`/${language}/members/account`, query),
  accountSecurity: (language: Language, query: Query = {}) => withQuery(`/${language}/members/account/security`, query),
  accountData: (language: Language) => `/${language}/members/account/data`,
  memberDocuments: (language: Language, query: Query = {}) => withQuery(`/${language}/members/documents`, query),
  makeDocument: (language: Language, kind: string, query: Query = {}) =>
    withQuery(`/${language}/members/documents/make/${kind}`, query),
  memberDocument: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/documents/${id}`, query),
  memberDocumentFile: (language: Language, id: string, format: "docx" | "pdf") =>
    `/${language}/members/documents/${id}.${format}`,
  templates: (language: Language, query: Query = {}) => withQuery(`/${language}/members/templates`, query),
  template: (language: Language, kind: string, of: Language, query: Query = {}) =>
    withQuery(`/${language}/members/templates/${kind}/${of}`, query),
  templateFile: (language: Language, kind: string, of: Language) => `/${language}/members/templates/${kind}/${of}.docx`,
  desk: (language: Language, query: Query = {}) => withQuery(`/${language}/members/desk`, query),
  deskItem: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/desk/items/${id}`, query),
  deskItemAttachment: (language: Language, id: string, position: number) =>
    `/${language}/members/desk/items/${id}/attachments/${position}`,
  deskItemDifference: (language: Language, id: string, other: string) =>
    `/${language}/members/desk/items/${id}/difference/${other}`,
  newDeskItem: (language: Language) => `/${language}/members/desk/new`,
  deskTargets: (language: Language, query: Query = {}) => withQuery(`/${language}/members/desk/targets`, query),
  deskRules: (language: Language, query: Query = {}) => withQuery(`/${language}/members/desk/rules`, query),
  deskSources: (language: Language, query: Query = {}) => withQuery(`/${language}/members/desk/sources`, query),
  deskSource: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/desk/sources/${id}`, query),
  /** a page as it was fetched, as plain text */
  deskSnapshot: (language: Language, id: string) => `/${language}/members/desk/snapshots/${id}`,
  /** a region and an organisation with what only members see of their policies */
  memberRegion: (language: Language, id: string) => `/${language}/members/regions/${id}`,
  memberOrganisation: (language: Language, id: string) => `/${language}/members/organisations/${id}`,
  clipping: (language: Language, item: string, query: Query = {}) =>
    withQuery(`/${language}/members/desk/clippings/${item}`, query),
  deskBulletins: (language: Language, query: Query = {}) => withQuery(`/${language}/members/desk/bulletins`, query),
  deskBulletin: (language: Language, month: string, query: Query = {}) =>
    withQuery(`/${language}/members/desk/bulletins/${month}`, query),
  deskBulletinFile: (language: Language, month: string, ending: "pdf" | "docx" | "traces.csv", query: Query = {}) =>
    withQuery(`/${language}/members/desk/bulletins/${month}.${ending}`, query),
  follows: (language: Language, query: Query = {}) => withQuery(`/${language}/members/follows`, query),
  translations: (language: Language, query: Query = {}) => withQuery(`/${language}/members/translations`, query),
  translation: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/translations/${id}`, query),
  translationFile: (language: Language, id: string, ending: "pdf" | "docx" | "xlf" | "tmx") =>
    `/${language}/members/translations/${id}.${ending}`,
  /** what helps with one sentence; saves it for the island */
  translationSegment: (language: Language, id: string, segment: string) =>
    `/${language}/members/translations/${id}/segments/${segment}`,
  translationReview: (language: Language, id: string) => `/${language}/members/translations/${id}/review`,
  translationImport: (language: Language, id: string) => `/${language}/members/translations/${id}/import`,
  memory: (language: Language, query: Query = {}) => withQuery(`/${language}/members/memory`, query),
  terms: (language: Language, query: Query = {}) => withQuery(`/${language}/members/terms`, query),
  termsFile: (language: Language, ending: "csv" | "tbx") => `/${language}/members/terms.${ending}`,
  memoryFile: (language: Language, query: Query = {}) => withQuery(`/${language}/members/memory.tmx`, query),
  memberSearch: (language: Language, query: Query = {}) => withQuery(`/${language}/members/search`, query),
  savedSearches: (language: Language, query: Query = {}) => withQuery(`/${language}/members/search/saved`, query),
  memberNeeds: (language: Language, query: Query = {}) => withQuery(`/${language}/members/needs`, query),
  /** by city and topic */
  needBoard: (language: Language, query: Query = {}) => withQuery(`/${language}/members/needs/board`, query),
  newNeed: (language: Language, query: Query = {}) => withQuery(`/${language}/members/needs/new`, query),
  memberNeed: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/needs/${id}`, query),
  editNeed: (language: Language, id: string) => `/${language}/members/needs/${id}/edit`,
  memberOffers: (language: Language, query: Query = {}) => withQuery(`/${language}/members/offers`, query),
  newOffer: (language: Language, query: Query = {}) => withQuery(`/${language}/members/offers/new`, query),
  memberOffer: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/offers/${id}`, query),
  editOffer: (language: Language, id: string) => `/${language}/members/offers/${id}/edit`,
  /** needs that wait for a match, matches that wait for an answer */
  matching: (language: Language, query: Query = {}) => withQuery(`/${language}/members/matching`, query),
  needProposals: (language: Language, need: string, query: Query = {}) =>
    withQuery(`/${language}/members/matching/needs/${need}`, query),
  match: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/matching/matches/${id}`, query),
  /** needs beside offers by topic and year */
  needMap: (language: Language, query: Query = {}) => withQuery(`/${language}/members/matching/map`, query),
  needShifts: (language: Language, query: Query = {}) => withQuery(`/${language}/members/matching/shifts`, query),
  companyCases: (language: Language, query: Query = {}) => withQuery(`/${language}/members/companies`, query),
  newCompanyCase: (language: Language, query: Query = {}) => withQuery(`/${language}/members/companies/new`, query),
  companyCase: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/companies/cases/${id}`, query),
  editCompanyCase: (language: Language, id: string) => `/${language}/members/companies/cases/${id}/edit`,
  /** business-matching events, and what came of them */
  companyEvents: (language: Language) => `/${language}/members/companies/events`,
  /** milestones of all projects, overdue ones first */
  memberMilestones: (language: Language, query: Query = {}) => withQuery(`/${language}/members/milestones`, query),
  surveys: (language: Language, query: Query = {}) => withQuery(`/${language}/members/surveys`, query),
  newSurvey: (language: Language, query: Query = {}) => withQuery(`/${language}/members/surveys/new`, query),
  survey: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/members/surveys/${id}`, query),
  surveyQuestions: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/surveys/${id}/questions`, query),
  surveyPreview: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/surveys/${id}/preview`, query),
  answerSurvey: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/surveys/${id}/answer`, query),
  /** the questionnaire as a sheet that can be filled in and sent by mail */
  surveySheet: (language: Language, id: string) => `/${language}/members/surveys/${id}/questionnaire.xlsx`,
  /** a file that an answer holds, or the sheet that it was typed in from */
  surveyFile: (language: Language, id: string, answer: string, question: string) =>
    `/${language}/members/surveys/${id}/answers/${answer}/files/${question}`,
  surveyProxy: (language: Language, id: string, organisation: string) =>
    `/${language}/members/surveys/${id}/proxy/${organisation}`,
  memberSurveyResults: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/surveys/${id}/results`, query),
  surveyResultsFile: (language: Language, id: string) => `/${language}/members/surveys/${id}/results.xlsx`,
  memberConcerns: (language: Language, query: Query = {}) => withQuery(`/${language}/members/concerns`, query),
  newConcern: (language: Language, query: Query = {}) => withQuery(`/${language}/members/concerns/new`, query),
  memberConcern: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/concerns/${id}`, query),
  meetings: (language: Language, query: Query = {}) => withQuery(`/${language}/members/meetings`, query),
  newMeeting: (language: Language, query: Query = {}) => withQuery(`/${language}/members/meetings/new`, query),
  meeting: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/meetings/${id}`, query),
  editMeeting: (language: Language, id: string, part: string) => `/${language}/members/meetings/${id}/${part}`,
  meetingCalendar: (language: Language, id: string) => `/${language}/members/meetings/${id}/meeting.ics`,
  meetingDocument: (
    language: Language,
    id: string,
    document: "invitation" | "name-list" | "agenda" | "minutes",
    ending: "docx" | "pdf",
    query: Query = {},
  ) => withQuery(`/${language}/members/meetings/${id}/${document}.${ending}`, query),
  meetingLetter: (language: Language, id: string, letter: string, ending: "docx" | "pdf") =>
    `/${language}/members/meetings/${id}/letters/${letter}.${ending}`,
  meetingMaterial: (language: Language, id: string, material: string) =>
    `/${language}/members/meetings/${id}/materials/${material}`,
  meetingTasks: (language: Language, query: Query = {}) => withQuery(`/${language}/members/tasks`, query),
  evaluations: (language: Language, query: Query = {}) => withQuery(`/${language}/members/evaluations`, query),
  newEvaluation: (language: Language) => `/${language}/members/evaluations/new`,
  memberEvaluation: (language: Language, id: string, query: Query = {}) =>
    withQuery(`/${language}/members/evaluations/${id}`, query),
  finishEvaluation: (language: Language, id: string) => `/${language}/members/evaluations/${id}/finish`,
  evaluationStatement: (language: Language, id: string, statement: string) =>
    `/${language}/members/evaluations/${id}/statements/${statement}`,
  evaluationAssessment: (language: Language, id: string, partnership: string) =>
    `/${language}/members/evaluations/${id}/partnerships/${partnership}`,
  evaluationFile: (language: Language, id: string, ending: "docx" | "pdf") =>
    `/${language}/members/evaluations/${id}.${ending}`,
  audit: (language: Language, query: Query = {}) => withQuery(`/${language}/members/audit`, query),
  auditFile: (language: Language, query: Query = {}) => withQuery(`/${language}/members/audit/file`, query),
  api: (path: string, query: Query = {}) => withQuery(`/api/v1/${path}`, query),
  openApi: () => "/api/v1/openapi.json",
};

export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The same page in another language: only the first part of the path changes. */
export function inLanguage(url: URL, language: Language): string {
  return `/${language}${url.pathname.replace(/^\/[^/]*/, "")}${url.search}`;
}
