import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showMemberDocument, submitMemberDocument } from "./pages/document.tsx";
import { showMemberDocuments } from "./pages/documents.tsx";
import { downloadLibraryFile, downloadMemberDocument } from "./pages/files.ts";
import { showLibrary } from "./pages/library.tsx";
import { showLibraryDocument } from "./pages/library-document.tsx";
import { showMakeDocument, submitMakeDocument } from "./pages/make.tsx";
import { downloadTemplate, showTemplate, submitTemplate } from "./pages/template.tsx";
import { showTemplates } from "./pages/templates.tsx";

export const libraryRoutes: readonly PublicRoute[] = [
  { path: "/library", access: "public", page: showLibrary },
  { path: "/library/:file{.+\\.(?:docx|pdf)}", access: "public", raw: downloadLibraryFile },
  { path: "/library/:id", access: "public", page: showLibraryDocument },
];

export const documentRoutes: readonly MemberRoute[] = [
  { path: "/members/documents", access: "members.read", page: showMemberDocuments },
  { path: "/members/documents/make/:kind", access: "documents.make", page: showMakeDocument },
  { path: "/members/documents/make/:kind", access: "documents.make", action: submitMakeDocument },
  { path: "/members/documents/:file{.+\\.(?:docx|pdf)}", access: "members.read", raw: downloadMemberDocument },
  { path: "/members/documents/:id", access: "members.read", page: showMemberDocument },
  { path: "/members/documents/:id", access: "members.read", action: submitMemberDocument },
  { path: "/members/templates", access: "templates.manage", page: showTemplates },
  { path: "/members/templates/:kind/:file{.+\\.docx}", access: "templates.manage", raw: downloadTemplate },
  { path: "/members/templates/:kind/:of", access: "templates.manage", page: showTemplate },
  { path: "/members/templates/:kind/:of", access: "templates.manage", action: submitTemplate },
];
