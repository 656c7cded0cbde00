import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, PageContent, PageHandler, VisitorRequest } from "../../../web/page.ts";
import { completeSecondStep } from "../sign-in.ts";
import { narrowPage, waitMessage } from "./account-page.tsx";
import { CheckField, type FieldErrors, FormErrors, TextField } from "./fields.tsx";
import { isChecked, readNext, readText } from "./read-fields.ts";

export const showSecondStep: PageHandler<VisitorRequest> = async (request) => describeSecondStep(request, {});

export const submitSecondStep: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, form, url } = request;
  const kind = readText(form, "kind") === "recovery" ? "recovery" : "app";
  const result = await completeSecondStep(
    context,
    { code: readText(form, kind === "app" ? "code" : "recovery", 40), kind, trustDevice: isChecked(form, "trust") },
    request,
  );
  if (result.kind === "done")
    return { redirect: readNext(url.searchParams.get("next"), links.members(language)), cookies: result.cookies };
  const text =
    result.kind === "wait"
      ? waitMessage(language, result.minutes)
      : message(language, `signIn.secondStep.${kind}Wrong`);
  return {
    page: describeSecondStep(request, { [kind === "app" ? "code" : "recovery"]: text }),
    status: result.kind === "wait" ? 429 : 422,
  };
};

function describeSecondStep({ language, url }: VisitorRequest, errors: FieldErrors): PageContent {
  const action = links.signInSecondStep(language, { next: url.searchParams.get("next") ?? undefined });
  const trust = (
    <CheckField
      name="trust"
      label={message(language, "signIn.secondStep.trust")}
      hint={message(language, "signIn.secondStep.trustHint")}
    />
  );
  return narrowPage({
    title: message(language, "signIn.secondStep.title"),
    lead: message(language, "signIn.secondStep.lead"),
    children: (
      <>
        <FormErrors language={language} errors={errors} />
        <form class="account-form" method="post" action={action}>
          <input type="hidden" name="kind" value="app" />
          <TextField
            name="code"
            label={message(language, "signIn.secondStep.code")}
            hint={message(language, "signIn.secondStep.codeHint")}
            error={errors.code}
            autocomplete="one-time-code"
            inputmode="numeric"
            maxlength={12}
          />
          {trust}
          <button type="submit">{message(language, "signIn.submit")}</button>
        </form>
        <details class="account-details" open={errors.recovery !== undefined}>
          <summary>{message(language, "signIn.secondStep.lost")}</summary>
          <form class="account-form" method="post" action={action}>
            <input type="hidden" name="kind" value="recovery" />
            <TextField
              name="recovery"
              label={message(language, "signIn.secondStep.recovery")}
              hint={message(language, "signIn.secondStep.recoveryHint")}
              error={errors.recovery}
              autocomplete="off"
              maxlength={40}
            />
            <button type="submit">{message(language, "signIn.secondStep.recoverySubmit")}</button>
          </form>
          <p>{message(language, "signIn.secondStep.noCodes")}</p>
        </details>
        <p>
          <a href={links.signIn(language)}>{message(language, "signIn.secondStep.again")}</a>
        </p>
      </>
    ),
  });
}
