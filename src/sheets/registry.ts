import { activityPartySheet, activityPeopleSheet, activitySheet } from "../features/activities/sheets.ts";
import { concernSheet } from "../features/concerns/sheets.ts";
import { achievementSheet, evaluationPointSheet } from "../features/evaluation/sheets.ts";
import { acceptedFindingSheet } from "../features/findings/sheets.ts";
import { offerSheet, offerYearSheet } from "../features/needs/offer-sheets.ts";
import { needGroundSheet, needSheet } from "../features/needs/sheets.ts";
import { newsSheet } from "../features/news/sheets.ts";
import { organisationNameSheet, organisationSheet } from "../features/organisations/sheets.ts";
import {
  agreementPartySheet,
  agreementSheet,
  partnershipSheet,
  partnershipYearSheet,
  planSheet,
} from "../features/partnerships/sheets.ts";
import {
  policyBodySheet,
  policyClippingSheet,
  policyLinkSheet,
  policyRegionSheet,
  policySheet,
  policySourceSheet,
  policyTargetSheet,
  policyTopicSheet,
} from "../features/policies/sheets.ts";
import {
  countrySheet,
  documentSheet,
  fiscalCalendarSheet,
  glossarySheet,
  ledgerSheet,
  platformSheet,
  principleSheet,
  programmeSheet,
  registerSheet,
  structureLinkSheet,
  structureNodeSheet,
  topicSheet,
} from "../features/programme/sheets.ts";
import { projectActualSheet, projectResultSheet } from "../features/projects/result-sheets.ts";
import {
  projectMilestoneSheet,
  projectPartySheet,
  projectPhaseSheet,
  projectSheet,
  projectSiteSheet,
} from "../features/projects/sheets.ts";
import { claimSheet, coverageSheet, measureSheet, tableNoteSheet, tableSheet } from "../features/statistics/sheets.ts";
import { surveyQuestionSheet, surveySheet } from "../features/surveys/sheets.ts";
import { termSheet } from "../features/translation/sheets.ts";
import type { Sheet } from "./sheet.ts";

/** Every sheet of a programme, in the order in which a person would fill them. */
export const sheets: readonly Sheet[] = [
  countrySheet,
  fiscalCalendarSheet,
  programmeSheet,
  documentSheet,
  organisationSheet,
  organisationNameSheet,
  ledgerSheet,
  registerSheet,
  platformSheet,
  principleSheet,
  structureNodeSheet,
  structureLinkSheet,
  topicSheet,
  glossarySheet,
  partnershipSheet,
  partnershipYearSheet,
  agreementSheet,
  agreementPartySheet,
  needSheet,
  surveySheet,
  surveyQuestionSheet,
  offerSheet,
  offerYearSheet,
  planSheet,
  projectSheet,
  projectPartySheet,
  projectPhaseSheet,
  projectMilestoneSheet,
  projectSiteSheet,
  projectResultSheet,
  projectActualSheet,
  activitySheet,
  activityPartySheet,
  activityPeopleSheet,
  achievementSheet,
  evaluationPointSheet,
  concernSheet,
  newsSheet,
  measureSheet,
  claimSheet,
  coverageSheet,
  tableSheet,
  tableNoteSheet,
  acceptedFindingSheet,
  policyRegionSheet,
  policyBodySheet,
  policyTopicSheet,
  policySourceSheet,
  policySheet,
  policyLinkSheet,
  policyTargetSheet,
  policyClippingSheet,
  needGroundSheet,
  termSheet,
];
