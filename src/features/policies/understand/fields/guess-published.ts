import { findDates } from "../dates.ts";
import type { Candidate } from "./candidates.ts";

/** Words that stand beside the day below a headline. */
const beside =
  /((?:信息|稿件|文章)?来源|发布(?:时间|日期)|日期|时间|作者|编辑|点击|浏览|阅读|访问|字体|字号|次数|佚名|原创|管理员|打印|关闭|分享|人气|[\d:：\s|｜【】[\]（）()［］大中小次-]|\p{Script=Han}{1,20}(?:局|厅|部|委|网|站|政府|办公室|报|社))+/gu;

/** A day without a label below the headline: nothing else stands in its line but where the page is from and how often it was read. */
export function guessPublished(texts: readonly string[]): Candidate[] {
  for (const text of texts) {
    const [date] = findDates(text);
    if (date && isInfoLine(text)) {
      return [{ field: "published", text: date.date, origin: "heuristic", confidence: 0.6, evidence: text }];
    }
  }
  return [];
}

/** Whether a line holds nothing but a day, where a page is from and how often it was read. */
export function isInfoLine(text: string): boolean {
  if (text.length > 100) return false;
  const dates = findDates(text);
  const [date] = dates;
  if (dates.length > 1 || /(施行|实施|通过|公布|印发|生效|版权|备案|今天|星期)/.test(text)) return false;
  if (!date && !/(来源|浏览|点击|字体)\s*[：:]/.test(text)) return false;
  const rest = date ? text.slice(0, date.index) + text.slice(date.index + date.length) : text;
  // A body and a day are a signature.
  if (date && !/(来源|发布|时间|日期|浏览|点击|阅读|字体|字号|作者|编辑)/.test(rest) && /\p{Script=Han}/u.test(rest))
    return false;
  return rest.replace(beside, "").replace(/[\p{P}\s]/gu, "") === "";
}
