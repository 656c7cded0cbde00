import type { HtmlElement } from "./parse-html.ts";
import { isPartOfSite } from "./parts-of-site.ts";
import { countText, isHidden } from "./walk.ts";

/**
 * Names that content systems of Chinese governments give the main text, by how surely they mean it: TRS WCM, UCAP, Boda
 * (vsb, wp_), and gov.cn. Compared with ids and single classes, in lower case.
 */
const sureNames = new Set(
  "trs_editor trs_ueditor trs_editor_view view_trs_editor ucap-content ucapcontent zoom zoomcon fontzoom pages_content v_news_content wp_articlecontent vsb_content vsb_content_2 articlecontent article_content article-content news_content newscontent news-content xxgk_content content_body con_text contxt wzxq_content bt_content maintext neiright_jpz_gk_cp ivs_content article_content custom_unionstyle arti_content artical_content text_content infocontent info_content detail_content detail-content contentbox".split(
    " ",
  ),
);
const likelyNames = new Set(
  "article content con conn cont main_content maincontent main-content txt text nr nry neirong detail details view body_content left_content w-content article_con news_con zw zhengwen xl_content info entry-content post-content".split(
    " ",
  ),
);

/** Characters without which nothing counts as a main text. */
const least = 40;

/**
 * The element that holds the main text: the one of a known name whose text is longest and least made of links. Null where
 * no name is known.
 */
export function findMainByName(root: HtmlElement): HtmlElement | null {
  const found: { element: HtmlElement; isSure: boolean; length: number }[] = [];
  const visit = (element: HtmlElement, isWithinSure: boolean): void => {
    if (isHidden(element) && element.name !== "head") return;
    const rank = rankName(element);
    if (rank !== null && !(rank === "sure" && isWithinSure)) {
      const { all, linked } = countText(element);
      const isMostlyLinks = linked > all * 0.6;
      if (all >= least && !isMostlyLinks) found.push({ element, isSure: rank === "sure", length: all - linked });
    }
    for (const child of element.children) if (typeof child !== "string") visit(child, isWithinSure || rank === "sure");
  };
  visit(root, false);
  const sure = longest(found.filter(({ isSure }) => isSure));
  const likely = smallestOf(found.filter(({ isSure }) => !isSure));
  if (!sure) return likely?.element ?? null;
  // A sure name that holds a scrap beside a long text is something else: a summary, a note.
  return likely && sure.length < likely.length * 0.25 ? likely.element : sure.element;
}

function rankName({ name, attributes }: HtmlElement): "sure" | "likely" | null {
  if (name === "ucapcontent") return "sure";
  if (name === "article") return "likely";
  if (name !== "div" && name !== "td" && name !== "section" && name !== "table" && name !== "span") return null;
  const names = `${attributes.id ?? ""} ${attributes.class ?? ""}`.toLowerCase().split(/\s+/);
  if (names.some((each) => sureNames.has(each) || /^js_content|^zoom/.test(each))) return "sure";
  return names.some((each) => likelyNames.has(each)) ? "likely" : null;
}

interface Found {
  element: HtmlElement;
  length: number;
}

function longest<Each extends Found>(found: readonly Each[]): Each | null {
  return found.reduce<Each | null>((best, each) => (best && best.length >= each.length ? best : each), null);
}

/** Of elements within each other that hold nearly the same text, the innermost: without what surrounds the article. */
function smallestOf<Each extends Found>(found: readonly Each[]): Each | null {
  const most = longest(found);
  if (!most) return null;
  return found.filter(({ length }) => length >= most.length * 0.8).at(-1) ?? most;
}

const holders = new Set(["div", "td", "section", "article", "body", "form", "center", "main", "#document"]);

/** Without any known name: the element that holds most text of its own, as the pages of old sites keep it in one cell. */
export function findMainByDensity(root: HtmlElement): HtmlElement | null {
  let best: { element: HtmlElement; length: number } | null = null;
  const visit = (element: HtmlElement): number => {
    let own = 0;
    for (const child of element.children) {
      if (typeof child === "string") own += child.replace(/\s+/g, "").length;
      else if (child.name !== "a" && !isHidden(child) && !isPartOfSite(child)) {
        const length = visit(child);
        if (!holders.has(child.name) && child.name !== "table") own += length;
      }
    }
    if (holders.has(element.name) && own > (best?.length ?? 20)) best = { element, length: own };
    return own;
  };
  visit(root);
  return pick(best);
}

function pick(best: { element: HtmlElement } | null): HtmlElement | null {
  return best?.element ?? null;
}
