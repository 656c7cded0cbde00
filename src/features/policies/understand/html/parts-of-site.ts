import type { HtmlElement } from "./parse-html.ts";
import { countText } from "./walk.ts";

const sitePart =
  /share|fenxiang|bdshare|jiathis|(^|[-_ ])print|font-?size|(^|[-_ ])related|relevant|xgwz|xgyd|xgxx|xglj|xgjd|xgzc|recommend|crumb|breadcrumb|(^|[-_ ])position|dqwz|(^|[-_ ])nav|(^|[-_ ])menu|footer|copyright|qrcode|ewm|erweima|toolbar|pagination|pagelist|page-?nav|(^|[-_ ])pager($|[-_ ])|prev-?next|shangyi|(^|[-_ ])tools?($|[-_ ])|zrbj/i;

/** Navigation, sharing, related links: by name, but never a long text, whatever it is called. */
export function isPartOfSite(element: HtmlElement): boolean {
  if (element.name === "nav" || element.name === "footer" || element.name === "header") {
    return countText(element).all < 400;
  }
  const names = `${element.attributes.id ?? ""} ${element.attributes.class ?? ""}`;
  if (names === " " || !sitePart.test(names)) return false;
  const { all, linked } = countText(element);
  return all < 120 || linked > all * 0.5;
}

/** Lines that serve the page: print, close, type size, previous and next. */
export function isButton(line: string): boolean {
  const bare = line.replace(/[\s【】[\]［］〔〕()（）|｜\-—>＞»·:：]/g, "");
  return /^(打印(本页|此页|正文|页面)?|关闭(窗口|本页|页面)?|字体|字号|[大中小]{1,3}|分享(到|至)?|微信|微博|qq空间|新浪微博|收藏|返回(顶部|首页|上页|列表)?|我要纠错|纠错|扫一扫.{0,20}|上一篇.*|下一篇.*|上一条.*|下一条.*|责任编辑.{0,12}|编辑.{0,8}|浏览(次数|量)?\d*次?|点击(数|量|次数)\d*次?|访问量\d*|相关(链接|新闻|信息|文章|文档|解读|稿件|阅读|附件下载)|视力保护色|繁體|首页|当前位置.*|您(现在|当前)?的?位置.*|printclose)+$/i.test(
    bare,
  );
}
