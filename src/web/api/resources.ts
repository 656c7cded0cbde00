import { activityResources } from "../../features/activities/api.ts";
import { bulletinResources } from "../../features/bulletins/api.ts";
import { concernResources } from "../../features/concerns/api.ts";
import { evaluationFileResources, evaluationResources } from "../../features/evaluation/api.ts";
import { findingResources } from "../../features/findings/api.ts";
import { documentResources } from "../../features/library/api.ts";
import { needResources } from "../../features/needs/api.ts";
import { newsResources } from "../../features/news/api.ts";
import { openDataResources } from "../../features/open-data/api.ts";
import { organisationResources } from "../../features/organisations/api.ts";
import { agreementResources } from "../../features/partnerships/agreements-api.ts";
import { partnershipResources } from "../../features/partnerships/api.ts";
import { policyResources } from "../../features/policies/api.ts";
import { projectResources } from "../../features/projects/api.ts";
import { searchResources } from "../../features/search/api.ts";
import { claimResources } from "../../features/statistics/claims-api.ts";
import { tableFileResources, tableResources } from "../../features/statistics/tables-api.ts";
import { surveyResources } from "../../features/surveys/api.ts";
import type { FileResource, Resource } from "./resource.ts";

/** Everything that the API gives, in the order in which its page shows it. */
export const resources: readonly Resource[] = [
  ...organisationResources,
  ...partnershipResources,
  ...agreementResources,
  ...projectResources,
  ...activityResources,
  ...newsResources,
  ...needResources,
  ...policyResources,
  ...surveyResources,
  ...concernResources,
  ...evaluationResources,
  ...tableResources,
  ...claimResources,
  ...documentResources,
  ...bulletinResources,
  ...searchResources,
  ...findingResources,
  ...openDataResources,
];

/** What the API gives as files. */
export const fileResources: readonly FileResource[] = [...tableFileResources, ...evaluationFileResources];
