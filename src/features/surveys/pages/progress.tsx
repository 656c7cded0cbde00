import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { ManagedSurvey } from "../service.ts";
import type { Invitation } from "../survey.ts";

interface ProgressProps {
  managed: ManagedSurvey;
  directory: OrganisationDirectory;
  language: Language;
  action: string;
}

const marks = { none: "○", draft: "◐", submitted: "●", late: "●" } as const;
type Standing = keyof typeof marks;

/** How far everybody is: one bar for all, one line each. Drafts are seen as being there, not read. */
export function Progress({ managed, directory, language, action }: ProgressProps) {
  const { survey, invitations, states, proxies } = managed;
  if (invitations.length === 0) return null;
  const standingOf = ({ organisation, answeredAt }: Invitation): Standing =>
    states.find((each) => each.organisation === organisation)?.state ?? (answeredAt === null ? "none" : "submitted");
  const counts = (["submitted", "late", "draft", "none"] as const)
    .map((standing) => ({ standing, count: invitations.filter((each) => standingOf(each) === standing).length }))
    .filter(({ count }) => count > 0);
  return (
    <Section id="progress" title={message(language, "surveyManage.progress", { count: invitations.length })}>
      <div class="survey-progress" aria-hidden="true">
        {counts.map(({ standing, count }) => (
          <span key={standing} class={`survey-share survey-answer-${standing}`} style={`flex-grow:${count}`} />
        ))}
      </div>
      <ul class="survey-progress-counts">
        {counts.map(({ standing, count }) => (
          <li key={standing}>
            <span class={`survey-key survey-answer-${standing}`} aria-hidden="true" />
            {message(language, `survey.answer.${standing}`)} <strong>{count}</strong>
          </li>
        ))}
      </ul>
      <ul class="survey-invitations">
        {invitations.map((invitation) => {
          const standing = standingOf(invitation);
          const name = directory.name(invitation.organisation, language);
          const proxy = proxies.get(invitation.organisation);
          const isFree = standing === "none" && survey.origin === "member";
          return (
            <li key={invitation.organisation}>
              <span class={`survey-mark survey-answer-${standing}`} aria-hidden="true">
                {marks[standing]}
              </span>
              <span class="survey-invited">
                {name} <span class="tag">{message(language, `survey.answer.${standing}`)}</span>{" "}
                {proxy && <span class="tag">{message(language, "surveyManage.byProxy")}</span>}
                <span class="survey-facts">
                  <span>{message(language, `documents.languageName.${invitation.language}`)}</span>
                  {invitation.invitedAt && (
                    <span>
                      {message(language, "surveyManage.invitedOn", {
                        date: formatMoment(language, invitation.invitedAt, "day"),
                      })}
                    </span>
                  )}
                  {invitation.remindedAt && (
                    <span>
                      {message(language, "surveyManage.remindedOn", {
                        date: formatMoment(language, invitation.remindedAt, "day"),
                      })}
                    </span>
                  )}
                  {proxy && (
                    <span>
                      {message(language, "surveyManage.byProxyOn", { date: formatMoment(language, proxy.at, "day") })}
                    </span>
                  )}
                  {proxy?.hasSheet && (
                    <a href={links.surveyFile(language, survey.id, proxy.answer, "sheet")}>
                      {message(language, "surveyManage.sheet")}
                      <span class="visually-hidden"> {name}</span>
                    </a>
                  )}
                  {proxy && proxy.note !== "" && <span>{proxy.note}</span>}
                </span>
              </span>
              {survey.origin === "member" && survey.state !== "draft" && !survey.anonymous && (
                <a href={links.surveyProxy(language, survey.id, invitation.organisation)}>
                  {message(language, "surveyManage.proxy")}
                  <span class="visually-hidden"> {name}</span>
                </a>
              )}
              {isFree && <InvitationForm invitation={invitation} name={name} language={language} action={action} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function InvitationForm({
  invitation,
  name,
  language,
  action,
}: {
  invitation: Invitation;
  name: string;
  language: Language;
  action: string;
}) {
  return (
    <details class="survey-invitation">
      <summary>
        {message(language, "surveyManage.change")}
        <span class="visually-hidden"> {name}</span>
      </summary>
      <form method="post" action={action}>
        <input type="hidden" name="organisation" value={invitation.organisation} />
        <select name="language" aria-label={message(language, "surveyManage.language")}>
          {languages.map((each) => (
            <option key={each} value={each} selected={each === invitation.language}>
              {message(language, `documents.languageName.${each}`)}
            </option>
          ))}
        </select>
        <button type="submit" name="intent" value="language" class="button-quiet">
          {message(language, "surveyManage.setLanguage")}
        </button>
        <button type="submit" name="intent" value="withdraw" class="button-quiet">
          {message(language, "surveyManage.withdraw")}
        </button>
      </form>
    </details>
  );
}
