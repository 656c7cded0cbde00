import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { isMailAddress } from "../../../platform/mail.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, Outcome, PageContent, PageHandler, VisitorRequest } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { acceptAsMember, acceptAsNewPerson } from "../accept-offer.ts";
import { hasAccount } from "../create-account.ts";
import { findOffer, type Offer } from "../invitations.ts";
import { findOrganisation, listOrganisationChoices } from "../organisation-names.ts";
import { longestPassword } from "../password-strength.ts";
import { findLimit, takeAttempt } from "../rate-limits.ts";
import { signIn } from "../sign-in.ts";
import { narrowPage } from "./account-page.tsx";
import { type FieldErrors, FormErrors, SelectField, TextField } from "./fields.tsx";
import { OrganisationField, readOrganisation } from "./organisation-field.tsx";
import { judgePassword, readLanguage, readName, readPassword, readText } from "./read-fields.ts";
import { describeDeadLink } from "./reset.tsx";

interface Typed {
  name: string;
  email: string;
  language: Language;
  organisation: string;
}

export const showOffer: PageHandler<VisitorRequest> = async (request) => {
  const offer = await findOffer(request.context, request.params.token ?? "");
  if (!offer) return describeDeadLink(request);
  const typed = { name: "", email: offer.email ?? "", language: request.language, organisation: "" };
  return describeOffer(request, offer, typed, {});
};

export const submitOffer: ActionHandler<VisitorRequest> = async (request) => {
  const { context, language, form, network, actor } = request;
  const token = request.params.token ?? "";
  if (network !== null) {
    const attempt = await takeAttempt(context, findLimit("token/network", network));
    if (!attempt.allowed) return { page: describeDeadLink(request, attempt.waitMinutes), status: 429 };
  }
  const offer = await findOffer(context, token);
  if (!offer) return { page: describeDeadLink(request), status: 422 };
  if (offer.email !== null && actor?.email === offer.email) {
    await acceptAsMember(context, token, actor);
    return { redirect: links.account(language, { done: "membershipTaken" }) };
  }
  const typed: Typed = {
    name: readName(form),
    email: (offer.email ?? readText(form, "email", 254)).toLowerCase(),
    language: readLanguage(form, language),
    organisation: offer.organisation ?? readText(form, "organisation"),
  };
  const named = await findOrganisation(context, typed.organisation, language);
  const password = readPassword(form, "password");
  const errors = await judge(request, offer, typed, password);
  if (Object.keys(errors).length > 0) return { page: await describeOffer(request, offer, typed, errors), status: 422 };
  const organisation = named.kind === "found" ? named.id : typed.organisation;
  const made = await acceptAsNewPerson(context, token, { ...typed, organisation, password }, network);
  return welcome(request, { ...typed, password }, made.verified);
};

/** Straight in where the address is proven; else the way to prove it. */
async function welcome(
  request: VisitorRequest,
  { email, password, language }: Typed & { password: string },
  verified: boolean,
): Promise<Outcome> {
  if (verified) {
    const result = await signIn(request.context, { email, password }, request);
    if (result.kind === "done")
      return { redirect: links.accountSecurity(language, { done: "welcome" }), cookies: result.cookies };
    return { redirect: links.signIn(language) };
  }
  const page = narrowPage({
    title: message(request.language, "account.verify.sentTitle"),
    lead: message(request.language, "account.verify.sentLead", { email }),
    children: <p>{message(request.language, "account.verify.sentText")}</p>,
  });
  return { page, status: 200 };
}

async function judge(
  { context, language }: VisitorRequest,
  offer: Offer,
  typed: Typed,
  password: string,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  const directory = await getDirectory(context);
  if (typed.name === "") errors.name = message(language, "account.nameMissing");
  if (!isMailAddress(typed.email)) errors.email = message(language, "account.emailWrong");
  else if (await hasAccount(context, typed.email)) errors.email = message(language, "account.offer.signInFirst");
  const named = await readOrganisation(context, language, typed.organisation);
  if (!offer.organisation && "error" in named) errors.organisation = named.error;
  const organisation = "id" in named ? directory.find(named.id) : null;
  const names = organisation ? [directory.name(organisation.id, language), directory.name(organisation.id, "en")] : [];
  const weakness = await judgePassword(language, password, [typed.name, typed.email, ...names]);
  if (weakness !== null) errors.password = weakness;
  return errors;
}

async function describeOffer(
  request: VisitorRequest,
  offer: Offer,
  typed: Typed,
  errors: FieldErrors,
): Promise<PageContent> {
  const { context, language, actor, params } = request;
  const directory = await getDirectory(context);
  const isSetup = offer.purpose === "setup";
  const action = isSetup ? links.setup(language, params.token ?? "") : links.invitation(language, params.token ?? "");
  const organisation =
    offer.organisation && directory.find(offer.organisation) ? directory.name(offer.organisation, language) : "";
  const known = offer.email !== null && (await hasAccount(context, offer.email));
  const facts = (
    <DefinitionList
      items={[
        ...(organisation ? [{ term: message(language, "people.organisation"), values: [organisation] }] : []),
        { term: message(language, "people.role"), values: [message(language, `role.${offer.role}.name`)] },
        { term: message(language, "role.may"), values: [message(language, `role.${offer.role}.text`)] },
      ]}
    />
  );
  const title = message(language, isSetup ? "account.setup.title" : "account.offer.title");
  if (known && actor?.email === offer.email)
    return narrowPage({
      title,
      lead: message(language, "account.offer.memberLead", { name: actor.name }),
      children: (
        <>
          {facts}
          <form class="account-form" method="post" action={action}>
            <button type="submit">{message(language, "account.offer.accept")}</button>
          </form>
        </>
      ),
    });
  if (known)
    return narrowPage({
      title,
      lead: message(language, "account.offer.signInFirst"),
      children: (
        <>
          {facts}
          <p>
            <a class="button" href={links.signIn(language, { next: action })}>
              {message(language, "account.toSignIn")}
            </a>
          </p>
        </>
      ),
    });
  return narrowPage({
    title,
    lead: message(language, isSetup ? "account.setup.lead" : "account.offer.lead"),
    aside: (
      <>
        <h2>{message(language, "account.offer.given")}</h2>
        {facts}
        <h2>{message(language, "account.password.howTitle")}</h2>
        <p>{message(language, "account.password.how")}</p>
      </>
    ),
    children: (
      <>
        <FormErrors language={language} errors={errors} />
        <form class="account-form" method="post" action={action}>
          <TextField
            name="name"
            label={message(language, "account.name")}
            hint={message(language, "account.nameHint")}
            value={typed.name}
            error={errors.name}
            autocomplete="name"
            maxlength={100}
          />
          {isSetup ? (
            <>
              <TextField
                name="email"
                type="email"
                label={message(language, "account.email")}
                value={typed.email}
                error={errors.email}
                autocomplete="username"
              />
              <OrganisationField
                language={language}
                choices={await listOrganisationChoices(context, language, null)}
                value={typed.organisation}
                error={errors.organisation}
              />
            </>
          ) : (
            <div class="field">
              <span class="field-name">{message(language, "account.email")}</span>
              <p class="field-value">{offer.email}</p>
              <input type="hidden" name="username" value={offer.email ?? ""} autocomplete="username" />
            </div>
          )}
          <TextField
            name="password"
            type="password"
            label={message(language, "account.password.choose")}
            hint={message(language, "account.password.hint")}
            error={errors.password}
            autocomplete="new-password"
            maxlength={longestPassword}
          />
          <SelectField
            name="language"
            label={message(language, "account.language")}
            hint={message(language, "account.languageHint")}
            value={typed.language}
            groups={[{ options: languages.map((value) => ({ value, text: message(value, `language.${value}`) })) }]}
          />
          <button type="submit">{message(language, isSetup ? "account.setup.submit" : "account.offer.submit")}</button>
        </form>
      </>
    ),
  });
}
