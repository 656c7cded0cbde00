import type { PublicRoute } from "../../web/page.ts";
import { showAbout } from "./pages/about.tsx";
import { showDocuments } from "./pages/documents.tsx";
import { showGlossary } from "./pages/glossary.tsx";
import { showHome } from "./pages/home.tsx";
import { showStructure } from "./pages/structure.tsx";

export const programmeRoutes: readonly PublicRoute[] = [
  { path: "", access: "public", page: showHome },
  { path: "/about", access: "public", page: showAbout },
  { path: "/structure", access: "public", page: showStructure },
  { path: "/documents", access: "public", page: showDocuments },
  { path: "/glossary", access: "public", page: showGlossary },
];
