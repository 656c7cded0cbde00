import type { VNode } from "preact";
import { defaultFileSettings } from "../../../platform/files/file-settings.ts";
import type { MemberRequest } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { AttachmentSection, type AttachmentSectionProps } from "../attachment-section.tsx";
import { getAttachments } from "../service.ts";

/** Throws `not-found` for a record that the actor may not see. */
export async function describeAttachmentSection(
  { context, actor, language, url }: MemberRequest,
  record: { kind: string; id: string },
  draft?: AttachmentSectionProps["draft"],
): Promise<VNode> {
  const shelf = await getAttachments(context, actor, record.kind, record.id);
  return (
    <AttachmentSection
      language={language}
      shelf={shelf}
      directory={await getDirectory(context)}
      settings={context.config.files ?? defaultFileSettings}
      done={url.searchParams.get("done") ?? undefined}
      draft={draft}
    />
  );
}
