import { limits } from "../limits.ts";
import type { AttachmentLink } from "../model.ts";
import type { HtmlElement } from "./parse-html.ts";
import { isHidden, textOf, walkElements } from "./walk.ts";

const fileEnding = /\.(pdf|docx?|xlsx?|wps|et|zip|rar|7z|ofd|pptx?|ceb|txt)(?=$|[?#])/i;
const downloadAddress = /(download|attach|fujian|\/file\/|affix|annex)/i;

/** Files that a page links to: in the main text wherever it is, and on the rest of the page where it says so. */
export function findAttachments(root: HtmlElement, main: HtmlElement | null, base: string | null): AttachmentLink[] {
  const found = new Map<string, AttachmentLink>();
  const collect = (element: HtmlElement, isMain: boolean): void => {
    for (const link of walkElements(element)) {
      if (found.size >= limits.attachments) return;
      const { href } = link.attributes;
      if (link.name !== "a" || !href || isHidden(link)) continue;
      const name = textOf(link) || (link.attributes.title ?? "");
      if (!isFile(href, name, isMain)) continue;
      const url = resolveUrl(href, base);
      if (url && !found.has(url)) found.set(url, { name: name || nameOf(url), url });
    }
  };
  if (main) collect(main, true);
  collect(root, false);
  return [...found.values()];
}

function isFile(href: string, name: string, isMain: boolean): boolean {
  if (fileEnding.test(href)) return isMain || /附件|附表|附录|下载|全文/.test(name) || fileEnding.test(name);
  return fileEnding.test(name) || (isMain && downloadAddress.test(href) && /附件|附表|下载/.test(name));
}

/** Only addresses of the web: what a page calls an attachment is fetched later. */
function resolveUrl(href: string, base: string | null): string | null {
  const url = URL.parse(href.trim(), base ?? undefined);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  url.hash = "";
  return url.href;
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
