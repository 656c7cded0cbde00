import { bareText } from "../clean-text.ts";
import type { LabelledValue, RememberedField } from "../model.ts";
import type { Candidate } from "./candidates.ts";
import { findFieldOfLabel, isOfDocumentBlock } from "./labels.ts";

/**
 * Values beside labels as candidates: of the document block where the page has one (索引号, 发文字号, 成文日期 …), else of the
 * line below the headline, which says when the page was put up. 来源 is where a page was taken from, not who issued anything.
 */
export function readLabels(labelled: readonly LabelledValue[], remembered: readonly RememberedField[]): Candidate[] {
  const hasBlock = labelled.filter(({ label }) => isOfDocumentBlock(label)).length >= 2;
  const found: Candidate[] = [];
  for (const { label, value } of labelled) {
    const evidence = `${label}：${value}`;
    for (const { field, label: learnt } of remembered) {
      if (bareText(learnt) === bareText(label)) {
        found.push({ field, text: value, origin: "remembered", confidence: 0.97, evidence });
      }
    }
    const field = findFieldOfLabel(label);
    if (field) found.push(propose(field, label, value, hasBlock));
    else if (label === "废止日期" || label === "失效日期" || label === "失效时间") {
      found.push({ field: "validity", text: `${label} ${value}`, origin: "document-block", confidence: 0.5, evidence });
    }
  }
  return found;
}

function propose(field: Candidate["field"], label: string, value: string, hasBlock: boolean): Candidate {
  const evidence = `${label}：${value}`;
  if (isOfDocumentBlock(label)) return { field, text: value, origin: "document-block", confidence: 0.95, evidence };
  const isVague = /^(日期|时间|分类|字号|更新时间)$/.test(label);
  if (hasBlock && !isVague) return { field, text: value, origin: "document-block", confidence: 0.85, evidence };
  return { field, text: value, origin: "heuristic", confidence: isVague ? 0.6 : 0.85, evidence };
}
