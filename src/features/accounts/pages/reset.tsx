import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, PageContent, PageHandler, VisitorRequest } from "../../../web/page.ts";
import { findVerification, verifyAddress } from "../address.ts";
import { longestPassword } from "../password-strength.ts";
import { findResetPerson, requestReset, resetMinutes, resetPassword } from "../passwords.ts";
import { findLimit, takeAttempt } from "../rate-limits.ts";
import { narrowPage, waitMessage } from "./account-page.tsx";
import { type FieldErrors, FormErrors, TextField } from "./fields.tsx";
import { judgePassword, readPassword, readText } from "./read-fields.ts";

export const showForgotPassword: PageHandler<VisitorRequest> = async (request) => describeForgot(request, {});

export const submitForgotPassword: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, form, network } = request;
  const attempt = await requestReset(context, readText(form, "email", 254), network);
  if (!attempt.allowed)
    return { page: describeForgot(request, { email: waitMessage(language, attempt.waitMinutes) }), status: 429 };
  const page = narrowPage({
    title: message(language, "account.reset.sentTitle"),
    lead: message(language, "account.reset.sentLead", { minutes: resetMinutes }),
    children: (
      <>
        <p>{message(language, "account.reset.sentText")}</p>
        <p>
          <a href={links.signIn(language)}>{message(language, "account.toSignIn")}</a>
        </p>
      </>
    ),
  });
  return { page, status: 200 };
};

function describeForgot({ language }: VisitorRequest, errors: FieldErrors): PageContent {
  return narrowPage({
    title: message(language, "account.reset.forgotTitle"),
    lead: message(language, "account.reset.forgotLead"),
    children: (
      <>
        <FormErrors language={language} errors={errors} />
        <form class="account-form" method="post" action={links.forgotPassword(language)}>
          <TextField
            name="email"
            type="email"
            label={message(language, "account.email")}
            error={errors.email}
            autocomplete="username"
          />
          <button type="submit">{message(language, "account.reset.send")}</button>
        </form>
      </>
    ),
  });
}

export const showResetPassword: PageHandler<VisitorRequest> = async (request) => {
  const person = await findResetPerson(request.context, readToken(request));
  return person ? describeReset(request, person.email, {}) : describeDeadLink(request);
};

export const submitResetPassword: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, form, network } = request;
  const waitMinutes = await countToken(request);
  if (waitMinutes > 0) return { page: describeDeadLink(request, waitMinutes), status: 429 };
  const person = await findResetPerson(context, readToken(request));
  if (!person) return { page: describeDeadLink(request), status: 422 };
  const password = readPassword(form, "password");
  const weakness = await judgePassword(language, password, [person.name, person.email]);
  if (weakness !== null) return { page: describeReset(request, person.email, { password: weakness }), status: 422 };
  if (!(await resetPassword(context, readToken(request), password, network)))
    return { page: describeDeadLink(request), status: 422 };
  return { redirect: links.signIn(language, { done: "passwordSet" }) };
};

function describeReset(request: VisitorRequest, email: string, errors: FieldErrors): PageContent {
  const { language } = request;
  return narrowPage({
    title: message(language, "account.reset.title"),
    lead: message(language, "account.reset.lead", { email }),
    children: (
      <>
        <FormErrors language={language} errors={errors} />
        <form class="account-form" method="post" action={links.resetPassword(language, { token: readToken(request) })}>
          <input type="hidden" name="username" value={email} autocomplete="username" />
          <TextField
            name="password"
            type="password"
            label={message(language, "account.password.next")}
            hint={message(language, "account.password.hint")}
            error={errors.password}
            autocomplete="new-password"
            maxlength={longestPassword}
          />
          <button type="submit">{message(language, "account.reset.set")}</button>
        </form>
      </>
    ),
  });
}

/** The page has a button, as mail filters follow links and would use them up. */
export const showVerifyEmail: PageHandler<VisitorRequest> = async (request) => {
  const { context, language } = request;
  const content = await findVerification(context, readToken(request));
  if (!content?.email) return describeDeadLink(request);
  return narrowPage({
    title: message(language, "account.verify.title"),
    lead: message(language, "account.verify.lead", { email: content.email }),
    children: (
      <form class="account-form" method="post" action={links.verifyEmail(language, { token: readToken(request) })}>
        <button type="submit">{message(language, "account.verify.submit")}</button>
      </form>
    ),
  });
};

export const submitVerifyEmail: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, network, actor } = request;
  const waitMinutes = await countToken(request);
  if (waitMinutes > 0) return { page: describeDeadLink(request, waitMinutes), status: 429 };
  if (!(await verifyAddress(context, readToken(request), network)))
    return { page: describeDeadLink(request), status: 422 };
  const done = { done: "addressVerified" };
  return { redirect: actor ? links.account(language, done) : links.signIn(language, done) };
};

/** Minutes to wait where a network tries many links; 0 where it may go on. */
async function countToken({ context, network }: VisitorRequest): Promise<number> {
  if (network === null) return 0;
  return (await takeAttempt(context, findLimit("token/network", network))).waitMinutes;
}

function readToken({ url }: VisitorRequest): string {
  return url.searchParams.get("token") ?? "";
}

/** A link that was used, ran out, was replaced by a newer one, or never existed. */
export function describeDeadLink({ language }: VisitorRequest, waitMinutes = 0): PageContent {
  return narrowPage({
    title: message(language, "account.deadLink.title"),
    lead: message(language, "account.deadLink.lead"),
    children: (
      <>
        {waitMinutes > 0 && (
          <Notice tone="warning">
            <p>{waitMessage(language, waitMinutes)}</p>
          </Notice>
        )}
        <ul class="link-list">
          <li>
            <a href={links.forgotPassword(language)}>{message(language, "account.deadLink.newReset")}</a>
          </li>
          <li>
            <a href={links.signIn(language)}>{message(language, "account.toSignIn")}</a>
          </li>
        </ul>
        <p>{message(language, "account.deadLink.invitation")}</p>
      </>
    ),
  });
}
