import type { Place } from "./catalogue.ts";
import { escapeHtml } from "./render-text.ts";
import type { Site } from "./site.ts";

export const fictionNote = "本页为测试用虚构内容";

export function renderHead(site: Site, title: string, tags: string): string {
  const charset =
    site.metaCharset === null
      ? ""
      : site.encoding === "gb18030"
        ? `<meta http-equiv="Content-Type" content="text/html; charset=${site.metaCharset}">`
        : `<meta charset="${site.metaCharset}">`;
  const type =
    site.look === "trs"
      ? '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
      : site.look === "bare"
        ? ""
        : "<!DOCTYPE html>";
  return `${type}<html lang="zh-CN"><head>${charset}\n<title>${escapeHtml(title)}_${site.body}</title>\n${tags}
<script>function doZoom(size){document.getElementById("zoom").style.fontSize=size+"px"}</script></head>`;
}

export function renderNavigation(site: Site, { prefix }: Place): string {
  const columns = site.columns.map(({ path, label, kind }) =>
    kind === "list" ? `<a href="${prefix}${path}">${label}</a>` : "",
  );
  const words = ["首页", "机构设置", "政务公开", "办事服务", "互动交流"].map(
    (word) => `<a href="${prefix}/search/?q=${encodeURIComponent(word)}">${word}</a>`,
  );
  return `<div class="header"><div class="logo">${site.body}</div><div class="nav">${[...words, ...columns].join(" | ")}</div>
<form action="${prefix}/search/"><input name="q" value="请输入关键字"><input type="submit" value="搜索"></form></div>`;
}

/** Every page says that it is invented. */
export function endPage(site: Site): string {
  return `<div class="footer"><p>主办单位：${site.body}　网站标识码：bm90000001　京ICP备00000000号</p>
<p class="fiction"><strong>${fictionNote}</strong>（This page is fictitious, for tests.）</p></div>\n</body></html>\n`;
}
