import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Platform } from "../accounts/roles.ts";

/** Kinds of things that a search finds, in the order in which its page names them. */
export const subjectKinds = [
  "policy",
  "translation",
  "news",
  "activity",
  "project",
  "partnership",
  "agreement",
  "need",
  "offer",
  "organisation",
  "concern",
  "survey",
  "library-document",
  "source-document",
  "term",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Who finds a subject; the rule of features/records/access.ts, written down where the index can use it. */
export interface SubjectVisibility {
  /** everybody, members as well */
  public: boolean;
  /** beside the public: every member, or the people of these organisations */
  organisations: readonly string[] | "all-members";
  /** beside these: every member who does not stand for companies alone */
  allButCompanies?: boolean;
  /** people of this platform see it as well */
  platform?: Platform | undefined;
}

/** One thing that can be found. */
export interface SearchSubject {
  kind: SubjectKind;
  id: string;
  /** `newest`: an approved version that the public pages do not show yet; it stands for the published one wherever it may be seen */
  edition?: "published" | "newest" | undefined;
  visibility: SubjectVisibility;
  /** null where it stands in several */
  language: Language | null;
  title: Localized;
  /** YYYY-MM-DD */
  date: string | null;
  fields: {
    number?: string | null | undefined;
    /** ids of regions or organisations that are places */
    regions?: readonly string[] | undefined;
    topics?: readonly string[] | undefined;
    /** issuing bodies, or organisations that take part */
    bodies?: readonly string[] | undefined;
    policyKind?: string | null | undefined;
  };
  /** path after /{language}; null where no public page shows it */
  href: string | null;
  /** the same for members */
  memberHref?: string | null | undefined;
  /** whole texts; the index cuts them into passages */
  passages: readonly { place: string | null; language: Language; text: string }[];
}

/** What a feature puts into the index. */
export interface SearchContributor {
  /** names its part of the index, in which no other writes */
  name: string;
  /** differs whenever something that `read` gives may differ: while it stands still, nothing is read */
  readMark(transaction: ReadTransaction): Promise<string>;
  /** everything, in batches */
  read(context: Context, transaction: ReadTransaction): AsyncIterable<SearchSubject[]>;
  /**
   * Where a part is large: what changed since the mark, and the ids of what is gone. Null: everything has to be read.
   */
  readChanges?(
    context: Context,
    transaction: ReadTransaction,
    since: string,
  ): Promise<{ changed: AsyncIterable<SearchSubject[]>; gone: readonly { kind: SubjectKind; id: string }[] } | null>;
}
