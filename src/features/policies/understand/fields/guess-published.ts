import { findDates } from "../dates.ts";
import type { Candidate } from "./candidates.ts";

/** Words that stand beside the day below a headline. */
const beside =
  /(来源|作者|编辑|点击|浏览|阅读|访问|字体|字号|次数|打印|关闭|分享|人气|[\d:：\s|｜【】[\]（）()［］大中小次-]|\p{Script=Han}{2,20}(?:局|厅|部|委|网|政府|办公室|报|社))+/gu;

/** A day without a label below the headline: nothing else stands in its line but where the page is from and how often it was read. */
export function guessPublished(texts: readonly string[]): Candidate[] {
  for (const text of texts) {
    if (text.length > 80) continue;
    const [date, ...others] = findDates(text);
    if (!date || others.length > 0 || /(施行|实施|通过|公布|印发|生效|版权|备案|今天|星期)/.test(text)) continue;
    const rest = text.slice(0, date.index) + text.slice(date.index + date.length);
    if (rest.replace(beside, "").replace(/[\p{P}\s]/gu, "") !== "") continue;
    return [{ field: "published", text: date.date, origin: "heuristic", confidence: 0.6, evidence: text }];
  }
  return [];
}
