import { type Library, linkTo, listPages, type Page, type Place } from "./catalogue.ts";
import { printDate } from "./dates.ts";
import { endPage, renderHead, renderNavigation } from "./page-frame.ts";
import { escapeHtml, renderText, writeLines } from "./render-text.ts";

/** The page of a publication in the structure of its site. */
export function renderArticle(library: Library, page: Page, place: Place, day: string): string {
  const { site, publication } = page;
  const around = `${renderRelated(library, page, place, day)}\n${endPage(site)}`;
  const text = renderText(writeLines(page), site.look === "bare" ? "breaks" : "paragraphs");
  const files = renderAttachments(page, place);
  const title = escapeHtml(publication.title);
  const head = renderHead(site, publication.title, describe(page, place));
  const navigation = renderNavigation(site, place);
  const published = printDate(publication.published, site.dates);
  const source = escapeHtml(publication.source ?? site.body);
  switch (site.look) {
    case "trs":
      return `${head}<body>\n${navigation}\n<div class="path">当前位置：首页 &gt; 政策法规 &gt; ${title}</div>
<div class="main">${publication.number ? renderBlock(page, "headInfo") : ""}<h2 class="cont_title">${title}</h2>
<div class="font_switch">字号：<a href="javascript:doZoom(16)">[大]</a> <a href="javascript:doZoom(14)">[中]</a> <a href="javascript:doZoom(12)">[小]</a> <a href="javascript:window.print()">[打印]</a></div>
<div class="info">${published}　来源：${source}</div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{line-height:2;font-size:14px}</style>${text}</div>${files}</div>
${around}`;
    case "state-council":
      return `${head}<body>\n${navigation}\n<div class="content">${publication.number ? renderBlock(page, "bd1") : `<h1>${title}</h1><div class="pages-date">${publication.published} 09:30 <span>来源：${source}</span></div>`}
<table width="100%"><tr><td class="b12c" id="UCAP-CONTENT">${text}</td></tr></table>${files}</div>\n${around}`;
    case "modern":
      return `${head}<body>\n${navigation}\n<main><div class="crumbs">您现在的位置：首页 / 公开</div>${publication.number ? renderList(page) : ""}
<h1 class="article-title">${title}</h1><div class="article-info"><span>发布时间：${published}</span><span>信息来源：${source}</span><span>浏览次数：<i id="hits"></i></span></div>
<div class="share">分享到：<a href="#" class="weixin">微信</a><a href="#" class="weibo">微博</a></div>
<div class="article-content" id="zoom">${text}</div>${files}</main>\n${around}`;
    case "plain":
      return `${head}<body>\n${navigation}\n<div id="con_con"><h2 class="art_title">${title}</h2>
<p class="txt_time">发布时间：${published}　来源：${source}　【关闭】</p><div class="txt">${text}</div>${files}</div>\n${around}`;
    case "bare":
      return `${head}<body bgcolor="#ffffff">\n${navigation}\n<table width="960"><tr><td width="180" valign="top">${renderRelated(library, page, place, day)}</td><td>
<table width="100%"><tr><td align="center"><font size="5" color="#990000"><b>${title}</b></font></td></tr>
<tr><td align="center"><font size="2">${published}　点击：128次</font></td></tr><tr><td><font size="3">${text}</font></td></tr></table></td></tr></table>
${endPage(site)}`;
  }
}

/** Government meta tags (政府网站发展指引, GB/T 政府网站 series), where the site writes them. */
function describe({ site, publication, path }: Page, place: Place): string {
  if (site.look === "bare" || site.name === "hebei") return "";
  const { title, published, source, theme } = publication;
  const values: [string, string][] = [
    ["SiteName", `${site.body}网站`],
    ["SiteDomain", `${site.name}.test`],
    ["ColumnName", site.columns[0]?.label ?? ""],
    ["ColumnType", "政策文件"],
    ["ArticleTitle", title],
    ["PubDate", site.look === "modern" ? `${published} 10:00` : published],
    ["ContentSource", source ?? site.body],
    ["Keywords", theme ?? "环境保护"],
    ["Url", `${place.origin}${place.prefix}${path}`],
  ];
  return values.map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`).join("\n");
}

function collectFields(page: Page): [string, string][] {
  const { site, publication } = page;
  const { number = "", written, theme = "环境保护", indexNumber } = publication;
  return [
    ["索引号", indexNumber ?? `000014672/2016-${page.path.match(/9\d{3}/)?.[0] ?? "9000"}`],
    ["主题分类", theme],
    ["发文机关", (publication.bodies ?? [site.body]).join(site.look === "trs" ? " " : "、")],
    ["成文日期", written ? printDate(written, site.dates) : ""],
    ["标题", publication.title],
    ["发文字号", number],
    ["发布日期", printDate(publication.published, site.dates)],
    ["主题词", ""],
  ];
}

/** The block above a document; labels are spread with spaces, as the sites do. */
function renderBlock(page: Page, name: string): string {
  const fields = collectFields(page).map(
    ([label, value]) => `<td class="label"><b>${spread(label)}：</b></td><td>${escapeHtml(value)}</td>`,
  );
  const rows = Array.from({ length: fields.length / 2 }, (_, row) => fields.slice(row * 2, row * 2 + 2).join(""));
  return `<table class="${name}" width="100%"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("\n")}</tbody></table>`;
}

function renderList(page: Page): string {
  const items = collectFields(page).map(
    ([label, value]) => `<li><label>${label}：</label><span>${escapeHtml(value)}</span></li>`,
  );
  return `<ul class="xxgk-info">${items.join("\n")}</ul>`;
}

const spread = (label: string) =>
  label.length === 2 ? [...label].join("　　") : label.length === 3 ? [...label].join(" ") : label;

function renderAttachments({ site, publication, attachments, path }: Page, place: Place): string {
  if (attachments.length === 0) return "";
  const links = attachments.map(
    ({ path: file, index }) =>
      `<li><a href="${linkTo(site, place, path, file)}">附件：${escapeHtml(publication.attachments?.[index]?.name ?? "")}</a></li>`,
  );
  return `<ul class="enclosure">${links.join("")}</ul>`;
}

/** Newer and older pages of the same site, which are no part of the text. */
function renderRelated(library: Library, page: Page, place: Place, day: string): string {
  const { site } = page;
  const column = site.columns.find(({ name }) => name === page.column) ?? site.columns[0];
  const others = column
    ? listPages(library, site, column, day).filter((other) => other !== page && !other.publication.forbidden)
    : [];
  const links = others
    .slice(0, 4)
    .map(
      (other) =>
        `<li><a href="${linkTo(site, place, page.path, other.path)}">${escapeHtml(other.publication.title)}</a></li>`,
    );
  return `<div class="related"><h3>相关链接</h3><ul>${links.join("\n")}</ul></div>`;
}
