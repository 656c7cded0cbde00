import type { MemberRoute } from "../../web/page.ts";
import { showTablePreview } from "./pages/preview.tsx";
import { showPreviewList } from "./pages/preview-list.tsx";

export const previewRoutes: readonly MemberRoute[] = [
  { path: "/members/tables", access: "members.read", page: showPreviewList },
  { path: "/members/tables/:id", access: "members.read", page: showTablePreview },
];
