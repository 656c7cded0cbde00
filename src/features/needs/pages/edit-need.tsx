import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { AlikeNotice } from "../../../web/components/alike-notice.tsx";
import type { Option } from "../../../web/components/form/field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { readField, readFields } from "../../../web/read-fields.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { isFormKey, makeFormKey } from "../../comments/form-key.ts";
import { isOpenMatch } from "../../matching/match.ts";
import { listMatches } from "../../matching/service.ts";
import { findStanding, ownOrganisations } from "../../records/access.ts";
import { gatherTyping, listFiscalYears } from "../../records/form/gather-form.ts";
import { canChangeNeed } from "../access.ts";
import type { FieldProblem, NeedField, NeedInput } from "../check-need.ts";
import { type Need, needSteps } from "../need.ts";
import { correctNeed, enterNeed, findChanges, type SaveNeedResult } from "../save-need.ts";
import { getNeed } from "../service.ts";
import { tellChange } from "../tell-change.ts";
import { gatherNeedWords, type NeedWords } from "../words.ts";
import { NeedForm } from "./need-form.tsx";
import { type PostedNeed, readNeedForm } from "./read-need-form.ts";

interface FormState {
  input: NeedInput;
  formKey: string;
  /** the need that is corrected */
  need: Need | null;
  revision: number;
  /** the need that turns into this one */
  replaces: Need | null;
  replacesNote: string;
  posted?: PostedNeed;
  problems?: readonly FieldProblem<NeedField>[];
  /** said above the form */
  problem?: string;
  /** somebody saved it meanwhile */
  present?: Need;
  /** needs of the same city that say the same */
  alike?: readonly Need[];
}

export const showNewNeed: PageHandler<MemberRequest> = async (request) => {
  const replaces = await findReplaced(request, readText(request.url, "replaces"));
  return describeForm(request, {
    input: await startInput(request, replaces),
    formKey: makeFormKey(),
    need: null,
    revision: 0,
    replaces,
    replacesNote: "",
  });
};

export const submitNewNeed: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const posted = readNeedForm(form, await gatherTyping(context, language));
  const key = readField(form, "form_key");
  const replaces = await findReplaced(request, readField(form, "replaces") || undefined);
  const replacesNote = readField(form, "replaces_note");
  const state: FormState = {
    input: posted.input,
    formKey: isFormKey(key) ? key : makeFormKey(),
    need: null,
    revision: 0,
    replaces,
    replacesNote,
    posted,
  };
  if (replaces && replacesNote === "")
    return {
      page: await describeForm(request, { ...state, problem: message(language, "needForm.noteMissing") }),
      status: 422,
    };
  const result = await enterNeed(context, actor, posted.input, {
    formKey: state.formKey,
    replaces: replaces && { need: replaces.id, note: replacesNote },
    knownAlike: readFields(form, "known_alike"),
  });
  return answer(request, state, result, "entered");
};

export const showEditNeed: PageHandler<MemberRequest> = async (request) => {
  const need = await findOwnNeed(request);
  return describeForm(request, {
    input: need,
    formKey: makeFormKey(),
    need,
    revision: need.revision,
    replaces: null,
    replacesNote: "",
  });
};

export const submitEditNeed: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const need = await findOwnNeed(request);
  const posted = readNeedForm(form, await gatherTyping(context, language));
  const revision = Number(readField(form, "revision")) || 0;
  const result = await correctNeed(context, actor, need.id, posted.input, revision);
  const state = { input: posted.input, formKey: "", need, revision, replaces: null, replacesNote: "", posted };
  return answer(request, state, result, "corrected");
};

async function answer(
  request: MemberRequest,
  state: FormState,
  result: SaveNeedResult,
  done: "entered" | "corrected",
): Promise<Outcome> {
  const { language } = request;
  if (result.state === "done") return { redirect: links.memberNeed(language, result.id, { done }) };
  if (result.state === "problems")
    return { page: await describeForm(request, { ...state, problems: result.problems }), status: 422 };
  if (result.state === "alike")
    return { page: await describeForm(request, { ...state, alike: result.needs }), status: 409 };
  // Sending again saves over the present version, which now stands beside what was typed.
  const page = await describeForm(request, { ...state, present: result.present, revision: result.present.revision });
  return { page, status: 409 };
}

/** Throws `not-found`, and `forbidden` for the need of another city. */
async function findOwnNeed({ context, actor, params }: MemberRequest): Promise<Need> {
  const need = await getNeed(context, actor, params.id ?? "");
  if (!canChangeNeed(await findStanding(context, actor), need))
    throw new AppError("forbidden", { kind: "need", id: need.id });
  return need;
}

async function findReplaced({ context, actor }: MemberRequest, id: string | undefined): Promise<Need | null> {
  if (id === undefined) return null;
  const need = await getNeed(context, actor, id);
  const isOwn = canChangeNeed(await findStanding(context, actor), need);
  return isOwn && needSteps[need.state].includes("changed") ? need : null;
}

/** In the language of the page; of a need that changed, what it was. */
async function startInput({ context, actor, language, url }: MemberRequest, replaces: Need | null): Promise<NeedInput> {
  const owners = await listOwners(context, actor);
  const isBroker = hasPermission(actor, "needs.broker");
  const asked = readText(url, "organisation");
  if (replaces) return { ...replaces, learnt: context.clock.today() };
  return {
    organisation: isBroker ? (asked ?? "") : (owners[0] ?? ""),
    addressedTo: null,
    language,
    title: {},
    detail: {},
    topics: [],
    kinds: [],
    difficulty: null,
    urgency: null,
    languages: [],
    learnt: context.clock.today(),
    learntBy: isBroker ? null : "entered",
    saidBy: {},
    fiscalYear: null,
    visibility: "members",
    openToCompanies: false,
  };
}

/** The government first: what a bureau needs, its city needs. */
async function listOwners(context: MemberRequest["context"], actor: MemberRequest["actor"]): Promise<string[]> {
  return ownOrganisations(await findStanding(context, actor)).toReversed();
}

async function describeForm(request: MemberRequest, state: FormState): Promise<PageContent> {
  const { context, actor, language } = request;
  const words = await gatherNeedWords(context, language);
  const owners = await listOwners(context, actor);
  const { need, replaces } = state;
  const title = message(
    language,
    need ? "needForm.editTitle" : replaces ? "needForm.changedTitle" : "needForm.newTitle",
  );
  return {
    title,
    description: message(language, "needForm.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "needs.title"), href: links.memberNeeds(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, need ? "needForm.editLead" : "needForm.lead")} />
        {state.problem !== undefined && (
          <Notice tone="error">
            <p>{state.problem}</p>
          </Notice>
        )}
        {state.present && <Conflict present={state.present} input={state.input} words={words} />}
        {need && (await listMatches(context, actor, { need: need.id })).some(isOpenMatch) && (
          <Notice tone="information">
            <p>{message(language, "needForm.tellsMatches")}</p>
          </Notice>
        )}
        {state.alike && (
          <AlikeNotice
            title={message(language, "needForm.alike", { count: state.alike.length })}
            text={message(language, "needForm.alikeText", { button: message(language, "needForm.enterAnyway") })}
            items={state.alike.map(({ id, title: name, state: stands }) => ({
              id,
              title: name,
              href: links.memberNeed(language, id),
              state: message(language, `need.states.${stands}`),
            }))}
            language={language}
          />
        )}
        {replaces && (
          <Notice tone="information" title={message(language, "needForm.replacing")}>
            <p>
              <Words value={localize(replaces.title, language)} />
            </p>
            <label class="need-note" for="replaces-note">
              {message(language, "needForm.replacesNote")}
              <textarea id="replaces-note" name="replaces_note" rows={2} form="need-form" required>
                {state.replacesNote}
              </textarea>
            </label>
          </Notice>
        )}
        <NeedForm
          words={words}
          action={need ? links.editNeed(language, need.id) : links.newNeed(language)}
          input={state.input}
          posted={state.posted}
          problems={state.problems}
          hidden={
            need
              ? [{ name: "revision", value: String(state.revision) }]
              : [
                  { name: "form_key", value: state.formKey },
                  ...(replaces ? [{ name: "replaces", value: replaces.id }] : []),
                  ...(state.alike ?? []).map(({ id }) => ({ name: "known_alike", value: id })),
                ]
          }
          owners={hasPermission(actor, "needs.broker") ? null : owners.map((value) => toOption(value, words))}
          years={await listFiscalYears(context, language)}
          submitLabel={message(
            language,
            need ? "needForm.save" : state.alike ? "needForm.enterAnyway" : "needForm.enter",
          )}
        />
      </>
    ),
  };
}

function toOption(value: string, words: NeedWords): Option {
  return { value, text: words.organisation(value) };
}

/** What the other person made of it, field by field, where it differs from what was typed here. */
function Conflict({ present, input, words }: { present: Need; input: NeedInput; words: NeedWords }) {
  const { language } = words;
  return (
    <Notice tone="warning" title={message(language, "needForm.conflict")}>
      <p>{message(language, "needForm.conflictText")}</p>
      <ul>
        {Object.entries(findChanges(present, input)).map(([field, change]) => (
          <li key={field}>{tellChange(field, change, words, { how: "conflict" })}</li>
        ))}
      </ul>
    </Notice>
  );
}
