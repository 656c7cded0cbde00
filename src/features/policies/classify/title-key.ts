import { foldText } from "../../../core/text-folding.ts";
import { readTitle } from "./title-parts.ts";

/**
 * What a title is compared by: without 中华人民共和国, without （试行） and （2018年修正）, one form of each character. A notice that
 * issues a plan has the plan's key; one that changes, repeals, explains or asks about it has its own.
 */
export function titleKey(title: string): string {
  const { core, action } = readTitle(title);
  return keyOfName(action === null || issuingActions.has(action) ? core : title);
}

/** Of a name as it stands between 《 and 》. */
export function keyOfName(name: string): string {
  return foldText(
    name
      .normalize("NFKC")
      .replace(/\s+/g, "")
      .replace(
        /\((?:试行|暂行|修订版?|修正版?|(?:19|20)\d{2}年?[^()]{0,6}|[^()]{0,8}(?:修订|修正|修改)|GB[^()]*|HJ[^()]*|DB[^()]*)\)/g,
        "",
      )
      .replace(/中华人民共和国/g, ""),
  );
}

const issuingActions: ReadonlySet<string> = new Set(["印发", "发布", "公布", "批准", "转发"]);
