import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { AboutView } from "./about-view.tsx";
import { composeEditor } from "./edit-view.tsx";
import { readView } from "./editor-query.ts";
import { gatherWorkspace } from "./gather-workspace.ts";
import { ReadView } from "./read-view.tsx";
import { composeReview } from "./review-view.tsx";
import { frameTranslation } from "./translation-frame.tsx";

/** One translation: `?view=` edit, review, read, about. */
export const showTranslation: PageHandler<MemberRequest> = async (request) => {
  const view = readView(request.url);
  if (view === "edit") return composeEditor(request, new Map());
  if (view === "review") return composeReview(request, null);
  const workspace = await gatherWorkspace(request);
  const { language } = request;
  return frameTranslation(
    { request, workspace, view },
    view === "read" ? (
      <ReadView workspace={workspace} language={language} />
    ) : (
      <AboutView workspace={workspace} language={language} taken={null} />
    ),
  );
};
