import type { VNode } from "preact";
import type { Language } from "../core/language.ts";
import type { Actor } from "../features/accounts/actor.ts";
import type { Permission } from "../features/accounts/roles.ts";
import type { Context } from "../platform/context.ts";
import type { TextLink, Wording } from "./components/words.tsx";

/** What a page handler gets. */
export interface PageRequest {
  context: Context;
  language: Language;
  /** address as asked for, with the public origin */
  url: URL;
  /** parts of the path, as `:id`; free of control characters */
  params: Record<string, string>;
}

/** What a page handler gives; the layout does the rest. */
export interface PageContent {
  title: string;
  description: string;
  /** entry of the main navigation that the page belongs to */
  area: Area | null;
  /** the way from the start page to here, without both ends */
  trail?: TextLink[];
  /** what the end of the way here says, where the title stands in another language */
  here?: Wording;
  body: VNode;
  jsonLd?: unknown;
  feeds?: { href: string; title: string; type: string }[];
  landscape?: boolean;
  /** not for search engines: filtered lists, development pages */
  unlisted?: boolean;
  /** islands of this page (web/islands/*.ts), which it works without */
  islands?: readonly string[];
}

export const areas = [
  "about",
  "partnerships",
  "activities",
  "policies",
  "years",
  "tables",
  "figures",
  "quality",
] as const;
export type Area = (typeof areas)[number];

/** A file or feed: anything that is not a page of the site's layout. */
export interface RawContent {
  contentType: string;
  content: string | Uint8Array<ArrayBuffer>;
  /** file name for saving; may hold any script */
  fileName?: string;
}

export type PageHandler<Request = PageRequest> = (request: Request) => Promise<PageContent>;
export type RawHandler<Request = PageRequest> = (request: Request) => Promise<RawContent>;
/** Answers a POST. Throws an AppError where a designed error page is the right answer. */
export type ActionHandler<Request = MemberRequest> = (request: Request & { form: FormData }) => Promise<Outcome>;

/** A request that may come from someone signed in; its answer is never kept. */
export interface VisitorRequest extends PageRequest {
  actor: Actor | null;
  /** of the HTTP request, for the sign-in library */
  headers: Headers;
  /** /24 or /64 of the caller */
  network: string | null;
}

export interface MemberRequest extends VisitorRequest {
  actor: Actor;
}

/** What became of a POST: after success a redirect, so that reloading repeats nothing; else the form again, with its errors. */
export type Outcome = { cookies?: readonly string[] } & (
  | { redirect: string }
  | { page: PageContent; status: 200 | 400 | 401 | 403 | 409 | 413 | 422 | 429 | 503 }
  | { file: RawContent }
  | { json: unknown; status?: 200 | 400 | 401 | 403 | 409 | 413 | 422 | 429 | 503 }
);

type Handlers<Request> =
  | { page: PageHandler<Request>; raw?: never; action?: never }
  | { raw: RawHandler<Request>; page?: never; action?: never }
  | { action: ActionHandler<Request>; page?: never; raw?: never };

/** One address of a feature below the language prefix; `access` says who may use it. */
export type Route = PublicRoute | MemberRoute;

/** Everyone sees the same, so the answer is kept for the next reader. */
export type PublicRoute = { path: string; access: "public" } & (
  | { page: PageHandler; raw?: never }
  | { raw: RawHandler; page?: never }
);

/** Never kept. `anyone`: signed in or not; otherwise an account with that permission. */
export type MemberRoute =
  | ({ path: string; access: "anyone" } & Handlers<VisitorRequest>)
  | ({ path: string; access: Permission } & Handlers<MemberRequest>);
