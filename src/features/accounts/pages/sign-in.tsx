import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, PageContent, PageHandler, VisitorRequest } from "../../../web/page.ts";
import { openIdProvider } from "../auth.ts";
import { signIn, signOut, startOpenId } from "../sign-in.ts";
import { DoneNotice, narrowPage, waitMessage } from "./account-page.tsx";
import { type FieldErrors, FormErrors, TextField } from "./fields.tsx";
import { readNext, readPassword, readText } from "./read-fields.ts";

export const showSignIn: PageHandler<VisitorRequest> = async (request) => {
  const { language, actor, url } = request;
  const failed = url.searchParams.has("error");
  const errors: FieldErrors = failed ? { form: message(language, "signIn.openIdFailed") } : {};
  return describeSignIn(request, { email: "", errors, signedInAs: actor?.name });
};

export const submitSignIn: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, form, url } = request;
  const email = readText(form, "email", 254);
  const next = url.searchParams.get("next");
  const result = await signIn(context, { email, password: readPassword(form, "password") }, request);
  if (result.kind === "done") return { redirect: readNext(next, links.members(language)), cookies: result.cookies };
  if (result.kind === "second-step")
    return { redirect: links.signInSecondStep(language, { next: next ?? undefined }), cookies: result.cookies };
  const text = {
    refused: message(language, "signIn.refused"),
    unverified: message(language, "signIn.unverified"),
    wait: result.kind === "wait" ? waitMessage(language, result.minutes) : "",
  }[result.kind];
  return {
    page: describeSignIn(request, { email, errors: { email: text } }),
    status: result.kind === "wait" ? 429 : 422,
  };
};

export const submitSignOut: ActionHandler<VisitorRequest> = async (request) => {
  const cookies = await signOut(request.context, request);
  return { redirect: links.signIn(request.language, { done: "signedOut" }), cookies };
};

/** Says where the reader is about to type a password, and leads there: a form may not be sent to another site (CSP form-action). */
export const submitOpenId: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, url, headers, params } = request;
  const next = readNext(url.searchParams.get("next"), links.members(language));
  const provider = params.provider === openIdProvider ? context.config.oidc : undefined;
  const started =
    provider && (await startOpenId(context, { next, failed: links.signIn(language, { error: 1 }) }, headers));
  if (!provider || !started) {
    const errors = { form: message(language, "signIn.openIdUnreachable") };
    return { page: describeSignIn(request, { email: "", errors }), status: 422 };
  }
  const values = { name: provider.name, host: new URL(started.url).hostname };
  const page = narrowPage({
    title: message(language, "signIn.openIdTitle", values),
    lead: message(language, "signIn.openIdLead", values),
    children: (
      <p>
        <a class="button" href={started.url}>
          {message(language, "signIn.openIdGo", values)}
        </a>
      </p>
    ),
  });
  return { page, status: 200, cookies: started.cookies };
};

function describeSignIn(
  { context, language, url }: VisitorRequest,
  { email, errors, signedInAs }: { email: string; errors: FieldErrors; signedInAs?: string | undefined },
): PageContent {
  const next = url.searchParams.get("next") ?? undefined;
  const { oidc } = context.config;
  return narrowPage({
    title: message(language, "signIn.title"),
    lead: message(language, "signIn.lead"),
    islands: ["passkey"],
    aside: (
      <>
        <h2>{message(language, "signIn.noAccount")}</h2>
        <p>{message(language, "signIn.noAccountText")}</p>
        <h2>{message(language, "signIn.trouble")}</h2>
        <p>{message(language, "signIn.troubleText")}</p>
      </>
    ),
    children: (
      <>
        <DoneNotice language={language} url={url} />
        {signedInAs !== undefined && (
          <Notice tone="information" title={message(language, "signIn.already", { name: signedInAs })}>
            <p>
              <a href={links.members(language)}>{message(language, "signIn.toMembers")}</a>
            </p>
          </Notice>
        )}
        <FormErrors language={language} errors={errors} />
        <form class="account-form" method="post" action={links.signIn(language, { next })}>
          <TextField
            name="email"
            type="email"
            label={message(language, "account.email")}
            value={email}
            autocomplete="username webauthn"
          />
          <TextField
            name="password"
            type="password"
            label={message(language, "account.password.label")}
            autocomplete="current-password"
          />
          <div class="form-actions">
            <button type="submit">{message(language, "signIn.submit")}</button>
            <a href={links.forgotPassword(language)}>{message(language, "signIn.forgot")}</a>
          </div>
        </form>
        <div
          class="other-ways"
          data-passkey="sign-in"
          data-next={readNext(next ?? null, links.members(language))}
          data-failed={message(language, "signIn.passkeyFailed")}
          hidden
        >
          <p>{message(language, "signIn.or")}</p>
          <button type="button" class="quiet">
            {message(language, "signIn.passkey")}
          </button>
          <p class="field-error" role="status" />
        </div>
        {oidc && (
          <form
            class="other-ways"
            method="post"
            action={withNext(links.signInElsewhere(language, openIdProvider), next)}
          >
            <button type="submit" class="quiet">
              {message(language, "signIn.openId", { name: oidc.name })}
            </button>
          </form>
        )}
      </>
    ),
  });
}

function withNext(path: string, next: string | undefined): string {
  return next === undefined ? path : `${path}?${new URLSearchParams({ next })}`;
}
