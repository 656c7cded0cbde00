import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { findMessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links, withQuery } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler, RawHandler } from "../../../web/page.ts";
import { isFormKey } from "../../comments/form-key.ts";
import { getRecordInSight } from "../../comments/record-in-sight.ts";
import { longestNote } from "../attachment.ts";
import type { AttachmentDraft } from "../attachment-section.tsx";
import { UnfitPhotograph } from "../photograph.ts";
import type { PhotographDraft } from "../photograph-fields.tsx";
import { hasWords, readLine, readPhotograph } from "../read-photograph.ts";
import { addAttachment, openAttachment, removeAttachment, type UploadInput } from "../service.ts";
import { describeEditing, submitDescription } from "./describe-photograph.tsx";
import { describeAttachmentSection } from "./shelf.tsx";

export const showAttachments: PageHandler<MemberRequest> = (request) =>
  request.url.searchParams.has("edit") ? describeEditing(request) : describeAttachments(request);

/** The file under its name, to be saved: never shown by the browser as a part of this site. */
export const downloadAttachment: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const { content, mediaType, name } = await openAttachment(context, actor, params.id ?? "");
  return { content, contentType: mediaType, fileName: name };
};

export const submitAttachment: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const subject = { kind: params.kind ?? "", id: params.id ?? "" };
  const address = links.recordAttachments(language, subject.kind, subject.id);
  const backTo = (done: string) => `${withQuery(address, { done })}#attachments`;
  if (form.get("intent") === "describe") return submitDescription(request);
  if (form.get("intent") === "remove") {
    await removeAttachment(context, actor, String(form.get("attachment") ?? ""));
    return { redirect: backTo("removed") };
  }
  try {
    await addAttachment(context, actor, subject, await readUpload(form));
    return { redirect: backTo("added") };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const draft = { note: String(form.get("note") ?? ""), photograph: readUploadedPhotograph(form) };
    if (error instanceof UnfitPhotograph) {
      const photograph = { ...draft.photograph, problems: error.problems };
      // A browser never sends a chosen file back: it has to be chosen again.
      const again = message(language, "photograph.chooseAgain");
      return { page: await describeAttachments(request, { ...draft, error: again, photograph }), status: 422 };
    }
    const text = explain(language, error);
    if (text === null) throw error;
    return { page: await describeAttachments(request, { ...draft, error: text }), status: statusOf(error) };
  }
};

async function readUpload(form: FormData): Promise<UploadInput> {
  const file = form.get("file");
  const formKey = String(form.get("form_key") ?? "");
  const note = readLine(form, "note");
  if (!isFormKey(formKey)) throw new AppError("invalid-input", { reason: "form" });
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    throw new AppError("invalid-input", { reason: "missing" });
  if ([...note].length > longestNote) throw new AppError("invalid-input", { reason: "note", limit: longestNote });
  const content = new Uint8Array(await file.arrayBuffer());
  const { isPhotograph, text } = readUploadedPhotograph(form);
  return { name: file.name, note: note === "" ? null : note, content, photograph: isPhotograph ? text : null, formKey };
}

/** Whoever writes a caption means a photograph, tick or no tick. */
function readUploadedPhotograph(form: FormData): PhotographDraft {
  const draft = readPhotograph(form);
  return { ...draft, isPhotograph: draft.isPhotograph || hasWords(draft) };
}

/** What was wrong with the file, in the reader's language; null for what is no matter of the file. */
function explain(language: Language, error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  const reason = error.code === "too-large" ? "too-large" : String(error.details.reason ?? "");
  const key = findMessageKey(`attachment.problem.${reason}`);
  if (key === null) return null;
  const values: MessageValues = {};
  for (const [name, value] of Object.entries(error.details))
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  return message(language, key, values);
}

function statusOf({ code }: AppError): Extract<Outcome, { page: PageContent }>["status"] {
  if (code === "too-large") return 413;
  if (code === "conflict") return 409;
  return code === "unavailable" ? 503 : 422;
}

async function describeAttachments(request: MemberRequest, draft?: AttachmentDraft): Promise<PageContent> {
  const { context, actor, language, params } = request;
  const { kind = "", id = "" } = params;
  const { record } = await getRecordInSight(context, actor, kind, id);
  const title = localize(record.title, language);
  return {
    title: message(language, "attachment.title"),
    description: message(language, "attachment.pageDescription", { title: title.text }),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} kicker={message(language, "attachment.title")} />
        {await describeAttachmentSection(request, { kind, id }, draft)}
        <LinkList
          items={[{ text: message(language, "comment.backToRecord"), href: links.memberRecord(language, kind, id) }]}
        />
      </>
    ),
  };
}
