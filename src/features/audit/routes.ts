import type { MemberRoute } from "../../web/page.ts";
import { showAudit, verifyNow } from "./pages/audit.tsx";
import { sendAuditFile } from "./pages/audit-file.ts";

export const auditRoutes: readonly MemberRoute[] = [
  { path: "/members/audit", access: "audit.read", page: showAudit },
  { path: "/members/audit", access: "audit.read", action: verifyNow },
  { path: "/members/audit/file", access: "audit.read", raw: sendAuditFile },
];
