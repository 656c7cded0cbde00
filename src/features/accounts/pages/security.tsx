import type { VNode } from "preact";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { changePassword } from "../passwords.ts";
import {
  beginEnrolment,
  confirmEnrolment,
  type FactorResult,
  findPendingEnrolment,
  findSecurityState,
  removePasskey,
  renewRecoveryCodes,
  turnOffSecondFactor,
} from "../second-factor.ts";
import { endAllSessions, endSession, listSessions } from "../sessions.ts";
import { DoneNotice, waitMessage } from "./account-page.tsx";
import { EnrolmentSheet, RecoveryCodes } from "./enrolment.tsx";
import { type FieldErrors, FormErrors } from "./fields.tsx";
import { judgePassword, readPassword, readText } from "./read-fields.ts";
import { PasskeySection, PasswordSection, SecondFactorSection, SessionSection } from "./security-sections.tsx";

type Submit = MemberRequest & { form: FormData };

export const showSecurity: PageHandler<MemberRequest> = async (request) => describeSecurity(request, {});

export const submitSecurity: ActionHandler = async (request) => {
  const intent = readText(request.form, "intent");
  const handler = handlers[intent];
  return handler ? handler(request) : { redirect: links.accountSecurity(request.language) };
};

const handlers: Record<string, (request: Submit) => Promise<Outcome>> = {
  async password(request) {
    const { context, language, actor, form, headers } = request;
    const next = readPassword(form, "next");
    const weakness = await judgePassword(language, next, [actor.name, actor.email]);
    if (weakness !== null) return refuse(request, { next: weakness });
    const result = await changePassword(context, actor, { present: readPassword(form, "present"), next }, headers);
    if (result.kind === "done") return done(request, "passwordChanged");
    return result.kind === "wait"
      ? refuse(request, { present: waitMessage(language, result.minutes) }, 429)
      : refuse(request, { present: message(language, "account.password.wrong") });
  },
  async "app-begin"(request) {
    const { context, actor, form, headers } = request;
    const result = await beginEnrolment(context, actor, readPassword(form, "app-password"), headers);
    if (result.kind !== "done") return refuseFactor(request, result, "app-password");
    return sheet(request, <EnrolmentSheet language={request.language} enrolment={result.value} />, result.cookies);
  },
  async "app-confirm"(request) {
    const { context, language, actor, form, headers } = request;
    const { secondFactor: wasOn } = await findSecurityState(context, actor.userId);
    const result = await confirmEnrolment(context, actor, readText(form, "code", 12), headers);
    if (result.kind === "done")
      return wasOn
        ? done(request, "secondFactorOn", result.cookies)
        : sheet(request, <RecoveryCodes language={language} codes={result.value} first />, result.cookies);
    const enrolment = await findPendingEnrolment(context, actor);
    // Nothing waits for a code: it was proven in another window, or never begun.
    if (!enrolment) return { redirect: links.accountSecurity(language) };
    const text =
      result.kind === "wait" ? waitMessage(language, result.minutes) : message(language, "signIn.secondStep.appWrong");
    const body = <EnrolmentSheet language={language} enrolment={enrolment} error={text} />;
    return { ...(await sheet(request, body, [])), status: result.kind === "wait" ? 429 : 422 };
  },
  async "app-off"(request) {
    const { context, actor, form, headers } = request;
    const result = await turnOffSecondFactor(context, actor, readPassword(form, "app-password"), headers);
    if (result.kind === "done") return done(request, "secondFactorOff", result.cookies);
    return refuseFactor(request, result, "app-password");
  },
  async codes(request) {
    const { context, actor, form, headers } = request;
    const result = await renewRecoveryCodes(context, actor, readPassword(form, "codes-password"), headers);
    if (result.kind !== "done") return refuseFactor(request, result, "codes-password");
    return sheet(
      request,
      <RecoveryCodes language={request.language} codes={result.value} first={false} />,
      result.cookies,
    );
  },
  async "passkey-remove"(request) {
    await removePasskey(request.context, request.actor, readText(request.form, "id"));
    return done(request, "passkeyRemoved");
  },
  async "session-end"(request) {
    await endSession(request.context, request.actor, readText(request.form, "id"));
    return done(request, "sessionEnded");
  },
  async "sessions-end"(request) {
    await endAllSessions(request.context, request.actor);
    return { redirect: links.signIn(request.language, { done: "signedOutEverywhere" }) };
  },
};

async function done({ language }: Submit, key: string, cookies: string[] = []): Promise<Outcome> {
  return { redirect: links.accountSecurity(language, { done: key }), cookies };
}

async function refuse(request: Submit, errors: FieldErrors, status: 422 | 429 = 422): Promise<Outcome> {
  return { page: await describeSecurity(request, errors), status };
}

function refuseFactor(
  request: Submit,
  result: Exclude<FactorResult<unknown>, { kind: "done" }>,
  field: string,
): Promise<Outcome> {
  const { language } = request;
  return result.kind === "wait"
    ? refuse(request, { [field]: waitMessage(language, result.minutes) }, 429)
    : refuse(request, { [field]: message(language, "account.password.wrong") });
}

/** What is shown once, as the answer of the POST itself: it stands nowhere that a second look could reach. */
async function sheet(
  { language }: Submit,
  body: VNode,
  cookies: string[],
): Promise<{ page: PageContent; status: 200; cookies: string[] }> {
  const title = message(language, "account.security.appTitle");
  return { page: { ...frame(language, title), body: <div class="account-page">{body}</div> }, status: 200, cookies };
}

function frame(language: MemberRequest["language"], title: string) {
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "account.title"), href: links.account(language) }],
  };
}

async function describeSecurity(request: MemberRequest, errors: FieldErrors): Promise<PageContent> {
  const { context, language, actor, url, headers } = request;
  const state = await findSecurityState(context, actor.userId);
  const sessions = await listSessions(context, actor.userId, headers);
  const title = message(language, "account.security.title");
  return {
    ...frame(language, title),
    islands: ["passkey"],
    body: (
      <div class="account-page">
        <PageHeading title={title} lead={message(language, "account.security.lead")} />
        <DoneNotice language={language} url={url} />
        {!state.secondFactor && state.passkeys.length === 0 && (
          <Notice tone="information" title={message(language, "account.security.adviceTitle")}>
            <p>{message(language, "account.security.advice")}</p>
          </Notice>
        )}
        <FormErrors language={language} errors={errors} />
        <SecondFactorSection language={language} on={state.secondFactor} errors={errors} />
        <PasskeySection language={language} passkeys={state.passkeys} />
        <PasswordSection language={language} email={actor.email} errors={errors} />
        <SessionSection language={language} sessions={sessions} />
      </div>
    ),
  };
}
