import { accountRoutes } from "../features/accounts/routes.ts";
import { activityRoutes } from "../features/activities/routes.ts";
import { attachmentRoutes, photographRoutes } from "../features/attachments/routes.ts";
import { auditRoutes } from "../features/audit/routes.ts";
import { bulletinDeskRoutes, bulletinRoutes } from "../features/bulletins/routes.ts";
import { commentRoutes } from "../features/comments/routes.ts";
import { companyRoutes } from "../features/companies/routes.ts";
import { concernRoutes, memberConcernRoutes } from "../features/concerns/routes.ts";
import { evaluationRoutes, memberEvaluationRoutes } from "../features/evaluation/routes.ts";
import { exchangeRoutes } from "../features/exchange/routes.ts";
import { findingRoutes } from "../features/findings/routes.ts";
import { documentRoutes, libraryRoutes } from "../features/library/routes.ts";
import { outboxRoutes } from "../features/mailing/routes.ts";
import { matchingRoutes } from "../features/matching/routes.ts";
import { matchingViewRoutes } from "../features/matching/view-routes.ts";
import { meetingRoutes } from "../features/meetings/routes.ts";
import { memberNeedRoutes, needRoutes } from "../features/needs/routes.ts";
import { newsRoutes } from "../features/news/routes.ts";
import { openDataArchiveRoutes, openDataRoutes } from "../features/open-data/routes.ts";
import { memberOrganisationRoutes, organisationRoutes } from "../features/organisations/routes.ts";
import { participantRoutes } from "../features/participants/routes.ts";
import { partnershipRoutes } from "../features/partnerships/routes.ts";
import { deskRoutes, policyRoutes } from "../features/policies/routes.ts";
import { programmeRoutes } from "../features/programme/routes.ts";
import { projectMemberRoutes, projectRoutes } from "../features/projects/routes.ts";
import { formRoutes } from "../features/records/form-routes.ts";
import { recordRoutes } from "../features/records/routes.ts";
import { yearRoutes } from "../features/records/year-routes.ts";
import { searchRoutes } from "../features/search/routes.ts";
import { publicSourceRoutes, sourceRoutes } from "../features/sources/routes.ts";
import { previewRoutes } from "../features/statistics/member-routes.ts";
import { statisticsRoutes } from "../features/statistics/routes.ts";
import { publicSurveyRoutes, surveyRoutes } from "../features/surveys/routes.ts";
import { translationRoutes } from "../features/translation/routes.ts";
import { workRoutes } from "../features/work/routes.ts";
import { apiRoutes } from "./api/routes.ts";
import type { MemberRoute, PublicRoute } from "./page.ts";

export const publicRoutes: readonly PublicRoute[] = [
  ...publicSourceRoutes,
  ...programmeRoutes,
  ...partnershipRoutes,
  ...organisationRoutes,
  ...projectRoutes,
  ...activityRoutes,
  ...statisticsRoutes,
  ...evaluationRoutes,
  ...concernRoutes,
  ...findingRoutes,
  ...needRoutes,
  ...newsRoutes,
  ...bulletinRoutes,
  ...policyRoutes,
  ...publicSurveyRoutes,
  ...libraryRoutes,
  ...photographRoutes,
  ...openDataRoutes,
  ...apiRoutes,
];

export const memberRoutes: readonly MemberRoute[] = [
  ...sourceRoutes,
  ...accountRoutes,
  ...workRoutes,
  ...recordRoutes,
  ...projectMemberRoutes,
  ...formRoutes,
  ...commentRoutes,
  ...memberConcernRoutes,
  ...attachmentRoutes,
  ...participantRoutes,
  ...exchangeRoutes,
  ...yearRoutes,
  ...bulletinDeskRoutes,
  ...memberNeedRoutes,
  ...matchingViewRoutes,
  ...companyRoutes,
  ...memberEvaluationRoutes,
  ...previewRoutes,
  ...documentRoutes,
  ...deskRoutes,
  ...memberOrganisationRoutes,
  ...matchingRoutes,
  ...searchRoutes,
  ...translationRoutes,
  ...meetingRoutes,
  ...surveyRoutes,
  ...auditRoutes,
  ...openDataArchiveRoutes,
];

/** Only where NODE_ENV is development. */
export const developmentRoutes: readonly MemberRoute[] = [...outboxRoutes];
