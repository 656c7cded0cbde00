import type { MemberRoute } from "../../web/page.ts";
import { downloadMemory, downloadTermsCsv, downloadTermsTbx, downloadTranslation, postXliff } from "./pages/files.ts";
import { postMemory, showMemory } from "./pages/memory.tsx";
import { postReview } from "./pages/post-review.ts";
import { postStart } from "./pages/post-start.ts";
import { postTerms } from "./pages/post-terms.ts";
import { postTranslation } from "./pages/post-translation.ts";
import { postSegment, showSegmentHelp } from "./pages/segment-answers.tsx";
import { showTerms } from "./pages/terms.tsx";
import { showTranslation } from "./pages/translation.tsx";
import { showTranslations } from "./pages/translations.tsx";

export const translationRoutes: readonly MemberRoute[] = [
  { path: "/members/translations", access: "members.read", page: showTranslations },
  { path: "/members/translations", access: "translations.write", action: postStart },
  {
    path: "/members/translations/:file{.+\\.(?:pdf|docx|xlf|tmx)}",
    access: "members.read",
    raw: downloadTranslation,
  },
  { path: "/members/translations/:id", access: "members.read", page: showTranslation },
  { path: "/members/translations/:id", access: "translations.write", action: postTranslation },
  { path: "/members/translations/:id/review", access: "translations.review", action: postReview },
  { path: "/members/translations/:id/import", access: "translations.write", action: postXliff },
  { path: "/members/translations/:id/segments/:segment", access: "members.read", raw: showSegmentHelp },
  { path: "/members/translations/:id/segments/:segment", access: "translations.write", action: postSegment },
  { path: "/members/terms.csv", access: "members.read", raw: downloadTermsCsv },
  { path: "/members/terms.tbx", access: "members.read", raw: downloadTermsTbx },
  { path: "/members/terms", access: "members.read", page: showTerms },
  { path: "/members/terms", access: "translations.write", action: postTerms },
  { path: "/members/memory.tmx", access: "members.read", raw: downloadMemory },
  { path: "/members/memory", access: "members.read", page: showMemory },
  { path: "/members/memory", access: "translations.write", action: postMemory },
];
