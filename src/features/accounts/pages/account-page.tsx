import type { ComponentChildren, VNode } from "preact";
import type { Language } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import type { PageContent, VisitorRequest } from "../../../web/page.ts";

export interface NarrowPage {
  title: string;
  lead?: string;
  /** beside the form on a wide screen, below it on a narrow one */
  aside?: VNode;
  islands?: string[];
  children: ComponentChildren;
}

/** A page with one task: a form of reading width, with help beside it. */
export function narrowPage({ title, lead, aside, islands, children }: NarrowPage): PageContent {
  return {
    title,
    description: lead ?? title,
    area: null,
    unlisted: true,
    ...(islands ? { islands } : {}),
    body: (
      <div class="account-page">
        <PageHeading title={title} lead={lead} />
        <div class={aside ? "account-columns" : "account-column"}>
          <div class="account-main">{children}</div>
          {aside && <aside class="account-aside">{aside}</aside>}
        </div>
      </div>
    ),
  };
}

/** What a redirect after a POST says was done. */
export function DoneNotice({ language, url }: Pick<VisitorRequest, "language" | "url">) {
  const key = findMessageKey(`account.done.${url.searchParams.get("done") ?? ""}`);
  return key === null ? null : (
    <Notice tone="success">
      <p role="status">{message(language, key)}</p>
    </Notice>
  );
}

export function waitMessage(language: Language, minutes: number): string {
  return message(language, "account.wait", { minutes });
}
