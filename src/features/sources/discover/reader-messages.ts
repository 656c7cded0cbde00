import type { CharsetSource } from "../../../platform/fetch/decode-text.ts";
import type { ListReading, ReadingRules } from "./list-reading.ts";
import type { MailReading } from "./read-mail.ts";

interface Page {
  content: Uint8Array;
  /** the encoding that the answer's header named */
  headerCharset: string | null;
}

/** What a thread is asked to read. */
export type ReaderRequest =
  | (Page & { what: "list" | "feed" | "sitemap"; url: string; rules: ReadingRules; today: string })
  | (Page & { what: "text" })
  | { what: "mail"; content: Uint8Array; include: string | null };

export interface Decoded {
  charset: string;
  by: CharsetSource;
  lie: string | null;
}

export type ReaderAnswer =
  | { what: "list" | "feed" | "sitemap"; reading: ListReading; decoded: Decoded }
  | { what: "text"; text: string; decoded: Decoded }
  | { what: "mail"; mail: MailReading };

export type ReaderReply = { answer: ReaderAnswer } | { failed: string };
