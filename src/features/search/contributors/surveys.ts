import { links } from "../../../web/links.ts";
import { findRevision } from "../../programme/revision.ts";
import { isPublic } from "../../surveys/access.ts";
import { readShownSurveys } from "../../surveys/service.ts";
import type { Question, Survey } from "../../surveys/survey.ts";
import type { SearchContributor, SearchSubject } from "../contribution.ts";
import { pathOf } from "./paths.ts";
import { allMembers, everybody, inBatches, passagesOf } from "./record-parts.ts";

/** What was asked in surveys whose results may be read; the answers stand on the page of results. */
export const surveys: SearchContributor = {
  name: "surveys",
  readMark: async (transaction) => String(await findRevision(transaction)),
  async *read(_context, transaction) {
    const shown = await readShownSurveys(transaction);
    yield* inBatches(shown.map(({ survey, questions }) => describe(survey, questions)));
  },
};

function describe(survey: Survey, questions: readonly Question[]): SearchSubject {
  const { id, title, introduction, askedFrom, deadline } = survey;
  const isEverybodys = isPublic(survey);
  return {
    kind: "survey",
    id,
    visibility: isEverybodys ? everybody : allMembers,
    language: null,
    title,
    date: askedFrom ?? deadline,
    fields: {},
    href: isEverybodys ? pathOf((of) => links.surveyResults(of, id)) : null,
    memberHref: pathOf((of) => links.memberSurveyResults(of, id)),
    passages: passagesOf(introduction, ...questions.filter(({ retired }) => !retired).map(({ text }) => text)),
  };
}
