import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links, withQuery } from "../../../web/links.ts";
import type { MemberRequest, Outcome, PageContent } from "../../../web/page.ts";
import { describePhotograph } from "../describe-photograph.ts";
import { UnfitPhotograph } from "../photograph.ts";
import { emptyDraft, type PhotographDraft, PhotographFields } from "../photograph-fields.tsx";
import { readPhotograph } from "../read-photograph.ts";
import { getAttachments } from "../service.ts";

/** Changes the words of a photograph, or makes an image one. */
export async function submitDescription(request: MemberRequest & { form: FormData }): Promise<Outcome> {
  const { context, actor, language, params, form } = request;
  const id = String(form.get("attachment") ?? "");
  const draft = readPhotograph(form);
  try {
    await describePhotograph(context, actor, id, draft.isPhotograph ? draft.text : null);
  } catch (error) {
    if (!(error instanceof UnfitPhotograph)) throw error;
    return { page: await describeEditing(request, id, { ...draft, problems: error.problems }), status: 422 };
  }
  const address = links.recordAttachments(language, params.kind ?? "", params.id ?? "");
  return { redirect: `${withQuery(address, { done: "described" })}#attachments` };
}

/** The form for the words of one image, with the image beside it. */
export async function describeEditing(
  { context, actor, language, params, url }: MemberRequest,
  id = url.searchParams.get("edit") ?? "",
  draft?: PhotographDraft,
): Promise<PageContent> {
  const { record, attachments } = await getAttachments(context, actor, params.kind ?? "", params.id ?? "");
  const attachment = attachments.find((candidate) => candidate.id === id);
  if (!attachment?.mayRemove || attachment.image === null) throw new AppError("not-found", { kind: "photograph", id });
  const { photograph, name, image } = attachment;
  const shown = draft ?? (photograph ? { isPhotograph: true, text: photograph, problems: {} } : emptyDraft);
  const title = message(language, "photograph.editTitle");
  const address = links.recordAttachments(language, record.kind, record.id);
  return {
    title,
    description: message(language, "photograph.editOf", { name }),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} kicker={localize(record.title, language)} />
        {Object.keys(shown.problems).length > 0 && (
          <Notice tone="error">
            <p>{message(language, "photograph.notSaved")}</p>
          </Notice>
        )}
        <p class="photograph-file">
          <img
            src={links.attachment(language, id)}
            width={image.width}
            height={image.height}
            alt={message(language, "photograph.imageOf", { name })}
          />
          <a class="attachment-name" href={links.attachment(language, id)}>
            {name}
          </a>
        </p>
        <form method="post" action={address}>
          <input type="hidden" name="attachment" value={id} />
          <PhotographFields language={language} record={record} draft={shown} />
          <button type="submit" name="intent" value="describe">
            {message(language, "photograph.save")}
          </button>{" "}
          <a href={`${address}#attachments`}>{message(language, "photograph.back")}</a>
        </form>
      </>
    ),
  };
}
