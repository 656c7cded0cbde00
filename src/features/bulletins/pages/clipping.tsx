import { writeEdtf } from "../../../core/edtf-format.ts";
import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { decideItem } from "../../policies/decide.ts";
import type { PolicyItem } from "../../policies/item.ts";
import { getItem } from "../../policies/service.ts";
import { refreshRevision } from "../../programme/revision.ts";
import { getWaitingTexts } from "../../work/waiting-texts.ts";
import { type Clipping, type ClippingForm, type ClippingProblems, formOf, longestNote } from "../clipping.ts";
import { approveClipping, findClipping, mayApprove, returnClipping, writeClipping } from "../clippings.ts";
import { ClippingDecision } from "./clipping-decision.tsx";
import { ClippingFields } from "./clipping-fields.tsx";
import { describeOriginal } from "./clipping-original.tsx";
import { describeRepost } from "./clipping-repost.tsx";
import { ClippingText } from "./clipping-text.tsx";

export const showClipping: PageHandler<MemberRequest> = (request) => describeClipping(request);

export const submitClipping: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const item = params.item ?? "";
  const version = Number(form.get("version"));
  if (!Number.isInteger(version)) throw new AppError("invalid-input", { field: "version" });
  const intent = String(form.get("intent") ?? "");
  const back = (done: string) => ({ redirect: links.clipping(language, item, { done }) });
  const typed = readClippingForm(form);
  try {
    if (intent === "approve") {
      await approveClipping(context, actor, item, version);
      await keepItem(request, item);
      return back("approved");
    }
    if (intent === "return") {
      const note = String(form.get("note") ?? "").trim();
      if (note === "" || note.length > longestNote)
        return { page: await describeClipping(request, { noteProblem: true }), status: 422 };
      await returnClipping(context, actor, item, { version, note });
      return back("returned");
    }
    const submit = intent === "submit";
    const problems = await writeClipping(context, actor, item, { form: typed, version, submit });
    if (problems.size > 0) return { page: await describeClipping(request, { typed, problems }), status: 422 };
    await keepItem(request, item);
    return back(submit ? "submitted" : "saved");
  } catch (error) {
    const reason = error instanceof AppError && error.code === "conflict" ? error.details.reason : null;
    if (reason !== "changed" && reason !== "state") throw error;
    // What was typed stays in the form; what somebody else wrote meanwhile is not lost.
    const isWriting = intent !== "approve" && intent !== "return";
    return { page: await describeClipping(request, { ...(isWriting && { typed }), conflict: true }), status: 409 };
  }
};

/** Of what somebody writes about, nobody has to decide any more whether it is kept. */
async function keepItem({ context, actor }: MemberRequest, id: string): Promise<void> {
  const { state } = await getItem(context, actor, id);
  if (state !== "found" || !hasPermission(actor, "policies.edit")) return;
  await decideItem(context, actor, id, { state: "kept" });
  await refreshRevision(context);
}

function readClippingForm(form: FormData): ClippingForm {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\P{Cc}\n]/gu, "")
      .trim();
  const texts = (name: string) => ({ ja: text(`${name}.ja`), zh: text(`${name}.zh`), en: text(`${name}.en`) });
  return { month: text("month"), title: texts("title"), summary: texts("summary"), why: texts("why") };
}

interface Attempt {
  typed?: ClippingForm;
  problems?: ClippingProblems;
  conflict?: boolean;
  noteProblem?: boolean;
}

async function describeClipping(request: MemberRequest, attempt: Attempt = {}): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const item = await getItem(context, actor, params.item ?? "");
  const clipping = await findClipping(context, actor, item.id);
  const title = localize(item.title, language);
  const edits = hasPermission(actor, "policies.edit");
  const name = message(language, edits ? "clipping.title" : "clipping.readTitle");
  const state = clipping === null ? "none" : clipping.state;
  const done = url.searchParams.get("done");
  const isDone = done === "saved" || done === "submitted" || done === "approved" || done === "returned";
  return {
    title: name,
    description: message(language, edits ? "clipping.lead" : "clipping.readLead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "bulletin.desk.desk"), href: links.desk(language) }],
    body: (
      <>
        <PageHeading
          kicker={name}
          title={title}
          meta={[
            { term: message(language, "clipping.stateLabel"), value: message(language, `clipping.state.${state}`) },
            ...(clipping === null || clipping.month === null
              ? []
              : [
                  {
                    term: message(language, "clipping.month"),
                    value: <a href={links.deskBulletin(language, clipping.month)}>{clipping.month}</a>,
                  },
                ]),
          ]}
          links={[{ text: message(language, "clipping.toItem"), href: links.deskItem(language, item.id) }]}
        />
        {isDone && (
          <Notice tone="success">
            <p>{message(language, `clipping.done.${done}`)}</p>
            {(done === "approved" || done === "returned") && (await describeNext(request, clipping))}
          </Notice>
        )}
        {attempt.conflict && (
          <Notice tone="error">
            <p>{message(language, "clipping.conflict")}</p>
            {clipping !== null && <p lang="ja">{clipping.summary.ja}</p>}
          </Notice>
        )}
        {(edits || hasPermission(actor, "policies.approve")) && (await describeRepost(request, item))}
        {clipping?.state === "draft" && clipping.note !== null && (
          <Notice tone="warning" title={message(language, "clipping.returnedTitle")}>
            <p class="preformatted">{clipping.note}</p>
          </Notice>
        )}
        <div class="clipping-desk">
          <div class="clipping-form">
            {clipping !== null && clipping.state === "submitted" && (
              <ClippingDecision
                language={language}
                clipping={clipping}
                may={mayApprove(actor, clipping)}
                isOwn={clipping.writtenBy === actor.userId}
                noteProblem={attempt.noteProblem === true}
              />
            )}
            {edits ? (
              <ClippingFields
                language={language}
                item={item.id}
                form={attempt.typed ?? startForm(item, clipping)}
                version={clipping?.version ?? 0}
                problems={attempt.problems ?? new Map()}
                isApproved={clipping?.state === "approved"}
                isSubmitted={clipping?.state === "submitted"}
              />
            ) : (
              <ClippingText clipping={clipping} language={language} />
            )}
          </div>
          {await describeOriginal({ request, item })}
        </div>
      </>
    ),
  };
}

/** Where whoever has decided goes on: the next clipping that waits, and the bulletin of the one just decided. */
async function describeNext({ context, actor, language }: MemberRequest, clipping: Clipping | null) {
  const { clippings } = await getWaitingTexts(context, actor, 2);
  const next = clippings.items.find(({ item }) => item !== clipping?.item);
  const month = clipping?.state === "approved" ? clipping.month : null;
  return (
    <>
      <p>
        {next === undefined ? (
          message(language, "clipping.noneNext")
        ) : (
          <>
            {message(language, "clipping.next")}{" "}
            <a href={links.clipping(language, next.item)}>
              <Words value={localize(next.title, language)} />
            </a>
          </>
        )}
      </p>
      {month !== null && (
        <p>
          <a href={links.deskBulletin(language, month)}>
            {message(language, "clipping.toBulletin", { month: writeEdtf(month, language) })}
          </a>
        </p>
      )}
    </>
  );
}

/** What is kept, or a beginning: the titles that the item has, in the month of its publication. */
function startForm(item: PolicyItem, clipping: Clipping | null): ClippingForm {
  if (clipping !== null) return formOf(clipping);
  const nothing: Localized = {};
  const known = Object.fromEntries(languages.flatMap((one) => (item.title[one] ? [[one, item.title[one]]] : [])));
  return formOf({ month: item.day.slice(0, 7), title: known, summary: nothing, why: nothing });
}
