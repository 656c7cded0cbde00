import { parseHTML } from "linkedom";
import PostalMime from "postal-mime";
import type { ListEntry } from "../source.ts";
import { cleanTitle, EntryCollector } from "./list-reading.ts";

/** A newsletter: its body becomes an item, and its links may lead to others. */
export interface MailReading {
  /** RFC 5322 Message-ID without its brackets; empty where it has none */
  messageId: string;
  subject: string;
  /** YYYY-MM-DD where the sender's clock stood */
  date: string | null;
  html: string | null;
  text: string | null;
  links: ListEntry[];
}

export async function readMail(content: Uint8Array, include: string | null): Promise<MailReading> {
  const mail = await PostalMime.parse(content, { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 });
  const html = mail.html?.trim() ? mail.html : null;
  const text = mail.text?.trim() ? mail.text : null;
  const header = mail.headers.find(({ key }) => key === "date")?.value ?? "";
  const links = new EntryCollector("mailto:nobody", include);
  if (html !== null)
    for (const link of parseHTML(html).document.querySelectorAll("a[href]"))
      links.add(link.getAttribute("href") ?? "", link.textContent ?? "", null);
  else for (const [address] of (text ?? "").matchAll(/https?:\/\/[^\s<>"'）】]{4,1900}/g)) links.add(address, "", null);
  return {
    messageId: (mail.messageId ?? "").replace(/^<|>$/g, "").slice(0, 500),
    subject: cleanTitle(mail.subject ?? ""),
    date: readDay(header),
    html,
    text,
    links: links.finish().entries,
  };
}

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** RFC 5322 3.3: the day as it stands there, in the sender's own zone. */
function readDay(header: string): string | null {
  const [, day, month, year] = header.match(/(\d{1,2}) (\w{3}) (\d{4})/) ?? [];
  const number = monthNames.indexOf(month ?? "") + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
