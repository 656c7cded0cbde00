import type { VNode } from "preact";
import type { Language } from "../core/language.ts";
import type { Context } from "../platform/context.ts";

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
  trail?: { text: string; href: string }[];
  body: VNode;
  jsonLd?: unknown;
  feeds?: { href: string; title: string; type: string }[];
  landscape?: boolean;
  /** not for search engines: filtered lists, development pages */
  unlisted?: boolean;
}

export const areas = ["about", "partnerships", "activities", "years", "tables", "figures", "quality"] as const;
export type Area = (typeof areas)[number];

/** A file or feed: anything that is not a page of the site's layout. */
export interface RawContent {
  contentType: string;
  content: string;
  /** file name for saving */
  fileName?: string;
}

export type PageHandler = (request: PageRequest) => Promise<PageContent>;
export type RawHandler = (request: PageRequest) => Promise<RawContent>;

/** One address of a feature below the language prefix; `access` says who may use it. */
export type Route = { path: string; access: "public" } & (
  | { page: PageHandler; raw?: never }
  | { raw: RawHandler; page?: never }
);
