import { AppError } from "../../../core/errors.ts";
import { isLanguage } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { findMessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links, withQuery } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { type CommentProblem, commentLimits, readComment } from "../comment.ts";
import { CommentSection, type CommentSectionProps } from "../comment-section.tsx";
import { addComment, findTalk, takeBackComment } from "../service.ts";

export const showComments: PageHandler<MemberRequest> = (request) => describeComments(request);

export const submitComment: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const subject = { kind: params.kind ?? "", id: params.id ?? "" };
  const address = links.recordComments(language, subject.kind, subject.id);
  const backTo = (done: string) => `${withQuery(address, { done })}#comments`;
  try {
    if (form.get("intent") === "remove") {
      await takeBackComment(context, actor, subject, String(form.get("comment") ?? ""));
      return { redirect: backTo("removed") };
    }
    const input = readComment(form);
    if (typeof input === "string") return { page: await describeComments(request, input), status: 422 };
    await addComment(context, actor, subject, input);
    return { redirect: backTo("added") };
  } catch (error) {
    const problem = findProblem(error);
    if (problem === null) throw error;
    const status = problem === "tooOften" ? 429 : 409;
    return { page: await describeComments(request, problem), status };
  }
};

type Problem = CommentProblem | "tooOften" | "gone";

function findProblem(error: unknown): Problem | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === "too-many-requests") return "tooOften";
  if (error.details.reason === "full") return "full";
  return error.code === "not-found" && error.details.kind === "comment" ? "gone" : null;
}

async function describeComments(
  { context, actor, language, params, url, form }: MemberRequest & { form?: FormData },
  problem?: Problem,
): Promise<PageContent> {
  const { kind = "", id = "" } = params;
  const talk = await findTalk(context, actor, kind, id);
  if (!talk) throw new AppError("forbidden", { permission: "records.comment" });
  const title = localize(talk.record.title, language);
  const key = findMessageKey(`comment.problem.${problem ?? ""}`);
  const values: MessageValues = { limit: problem === "full" ? commentLimits.perRecord : commentLimits.characters };
  const written = String(form?.get("language") ?? "");
  const draft: CommentSectionProps["draft"] =
    key === null
      ? undefined
      : {
          body: String(form?.get("body") ?? ""),
          language: isLanguage(written) ? written : language,
          error: message(language, key, values),
        };
  return {
    title: message(language, "comment.title"),
    description: message(language, "comment.pageDescription", { title: title.text }),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} kicker={message(language, "comment.title")} />
        <CommentSection
          language={language}
          talk={talk}
          directory={await getDirectory(context)}
          done={url.searchParams.get("done") ?? undefined}
          draft={draft}
        />
        <LinkList
          items={[{ text: message(language, "comment.backToRecord"), href: links.memberRecord(language, kind, id) }]}
        />
      </>
    ),
  };
}
