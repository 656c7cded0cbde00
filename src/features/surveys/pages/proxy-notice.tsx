import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { ProxyOrigin } from "../proxy-origin.ts";

/** Says of an answer that the platform entered it: who, when, from what, and how that was received. */
export function ProxyNotice({
  origin,
  survey,
  language,
  directory,
  advice,
}: {
  origin: ProxyOrigin;
  survey: string;
  language: Language;
  directory: OrganisationDirectory;
  /** what its organisation is asked to do */
  advice?: "check" | "checkDraft" | "tell";
}) {
  const { office, organisation, state, at, answer, hasSheet, note } = origin;
  const names = {
    office: office === null ? message(language, "surveyForm.byProxy.platform") : directory.name(office, language),
    organisation: directory.name(organisation, language),
  };
  return (
    <Notice
      tone="information"
      title={message(language, `surveyForm.byProxy.${state === "draft" ? "draftTitle" : "title"}`, names)}
    >
      <div class="survey-proxy">
        <DefinitionList
          items={[
            { term: message(language, "surveyForm.byProxy.at"), values: [formatMoment(language, at)] },
            {
              term: message(language, "surveyForm.byProxy.sheet"),
              values: [
                hasSheet ? (
                  <a href={links.surveyFile(language, survey, answer, "sheet")}>
                    {message(language, "surveyForm.byProxy.file")}
                  </a>
                ) : (
                  message(language, "surveyForm.byProxy.noFile")
                ),
              ],
            },
            {
              term: message(language, "surveyProxy.note"),
              values: [note === "" ? message(language, "surveyForm.byProxy.noNote") : note],
            },
          ]}
        />
      </div>
      {advice && <p>{message(language, `surveyForm.byProxy.${advice}`)}</p>}
    </Notice>
  );
}
