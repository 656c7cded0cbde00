import { foldText } from "../../../core/text-folding.ts";
import { type FoundTerm, findTerms } from "../find-terms.ts";
import { toJapaneseForms } from "./foreign-characters.ts";
import type { Check, Problem } from "./problem.ts";

/** A body that the target names and the source does not: an office may only be named where the original names it. */
export const checkBodies: Check = ({ source, target, sourceLanguage, targetTerms }) => {
  const found = findTerms(target, targetTerms).filter((term) => isBody(term, target));
  const told = new Set<string>();
  return [...Map.groupBy(found, ({ start }) => start).values()].flatMap((candidates): Problem[] => {
    const [first] = candidates;
    if (!first || told.has(first.text) || isKept(first.text, source)) return [];
    const isNamed = candidates.some(({ term: { words, variants, forbidden } }) =>
      [words, variants, forbidden].flatMap((list) => list[sourceLanguage]).some((word) => contains(source, word)),
    );
    if (isNamed) return [];
    told.add(first.text);
    return [
      {
        ...{ check: "bodies", severity: "warning", message: "translationCheck.bodyAdded" },
        values: { body: first.text },
        source: null,
        target: { start: first.start, end: first.end },
      },
    ];
  });
};

/** 環境保護部, not 省 or 部長 or the 環境保護部 of 環境保護部門. */
function isBody({ term, text, end }: FoundTerm, target: string): boolean {
  if (term.domain !== "government") return false;
  if (/^[\x20-\x7E’]+$/.test(text))
    return /\b(?:Ministry|Council|Commission|Bureau|Administration|Agency|Congress)\b/.test(text);
  return [...text].length >= 3 && /[部院局委会庁厅署省]$/.test(text) && !/^[門门長长]/.test(target.slice(end));
}

function isKept(body: string, source: string): boolean {
  return contains(source, body) || contains(toJapaneseForms(source), body);
}

function contains(text: string, word: string): boolean {
  return word !== "" && foldText(text).includes(foldText(word));
}
