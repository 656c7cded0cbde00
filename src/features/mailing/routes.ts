import type { MemberRoute } from "../../web/page.ts";
import { showOutbox } from "./pages/outbox.tsx";

/** Part of the site only where it is being developed: these mails carry links that sign people in. */
export const outboxRoutes: readonly MemberRoute[] = [{ path: "/outbox", access: "anyone", page: showOutbox }];
