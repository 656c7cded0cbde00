import type { MemberRoute, PublicRoute } from "../../web/page.ts";
import { showOpenData } from "./pages/open-data.tsx";
import { sendArchive, sendFile } from "./send-file.ts";

export const openDataRoutes: readonly PublicRoute[] = [
  { path: "/open-data", access: "public", page: showOpenData },
  { path: "/open-data/:file{.+\\.(?:csv|json|jsonld|ttl|xlsx|xml)}", access: "public", raw: sendFile },
];

/** Open to everyone; listed here because archives are too large for the cache that public routes go through. */
export const openDataArchiveRoutes: readonly MemberRoute[] = [
  { path: "/open-data/:file{.+\\.zip}", access: "anyone", raw: sendArchive },
];
