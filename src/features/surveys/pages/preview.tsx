import { type Language, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { getDirectory } from "../../organisations/directory.ts";
import { getBooks } from "../../programme/books.ts";
import { getManagedSurvey } from "../service.ts";
import { AnswerForm } from "./answer-form.tsx";

/** The form as organisations see it, page and all: each language is the page in that language. */
export const showPreview: PageHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const { survey, questions } = await getManagedSurvey(context, actor, params.id ?? "");
  const directory = await getDirectory(context);
  const { topics } = await getBooks(context);
  const title = localize(survey.title, language);
  const sheet = (each: Language) => `${links.surveySheet(language, survey.id)}?in=${each}`;
  return {
    title: title.text,
    description: message(language, "surveyManage.preview"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "surveys.title"), href: links.surveys(language) },
      { text: title, href: links.survey(language, survey.id) },
    ],
    body: (
      <>
        <Notice tone="information" title={message(language, "surveyPreview.title")}>
          <p>{message(language, "surveyPreview.text")}</p>
          <ul class="page-links">
            {languages
              .filter((each) => survey.languages.includes(each))
              .map((each) => (
                <li key={each}>
                  <a href={sheet(each)}>
                    {message(language, "surveyPreview.sheet", {
                      language: message(language, `documents.languageName.${each}`),
                    })}
                  </a>
                </li>
              ))}
          </ul>
        </Notice>
        <LinkTabs
          label={message(language, "surveyPreview.languages")}
          tabs={languages.map((each) => ({
            text: message(each, `language.${each}`),
            href: links.surveyPreview(each, survey.id),
            current: each === language,
            language: each,
          }))}
        />
        {!survey.languages.includes(language) && (
          <Notice tone="warning">
            <p>{message(language, "surveyPreview.notOffered")}</p>
          </Notice>
        )}
        <PageHeading title={title} />
        <OnlyLanguage text={survey.title} language={language} />
        {survey.anonymous && (
          <Notice tone="information" title={message(language, "surveyForm.anonymousTitle")}>
            <p>{message(language, "surveyForm.anonymous")}</p>
          </Notice>
        )}
        <AnswerForm
          survey={survey}
          questions={questions}
          answers={{}}
          problems={[]}
          language={language}
          directory={directory}
          topics={topics}
          action={links.surveyPreview(language, survey.id)}
          hidden={{}}
          fileHref={() => null}
        />
      </>
    ),
  };
};
