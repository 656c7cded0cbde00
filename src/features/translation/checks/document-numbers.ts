import { foldText } from "../../../core/text-folding.ts";
import { foldWidth } from "./fold-width.ts";
import type { Check, Problem, Range } from "./problem.ts";

/** 国发〔2013〕37号 and its deviations: other brackets, 第, spaces; agency, year, number. GB/T 9704—2012 7.2.5. */
export const documentNumberPattern =
  /([\p{Script=Han}]{0,12})\s?[〔[(【［〈]\s?((?:19|20)\d{2})\s?[〕\])】］〉]\s?第?\s?(?:No\.?\s?)?(\d{1,5})\s?[号號]?/gu;

interface DocumentNumber extends Range {
  text: string;
  agency: string;
  year: string;
  number: string;
}

/** The number of a document is copied; in Japanese its characters may take their Japanese forms. */
export const checkDocumentNumbers: Check = ({ source, target, targetLanguage }) => {
  const there = findDocumentNumbers(target);
  return findDocumentNumbers(source)
    .filter(({ text }) => /[号號]$/.test(text))
    .flatMap((wanted): Problem[] => {
      const same = there.find(({ year, number }) => year === wanted.year && number === wanted.number);
      const report = (message: Problem["message"], found: DocumentNumber | undefined): Problem => ({
        check: "document-numbers",
        severity: "error",
        message,
        values: { number: wanted.text, found: found?.text ?? "" },
        source: rangeOf(wanted),
        target: found ? rangeOf(found) : null,
      });
      if (!same) return [report("translationCheck.documentNumber.missing", undefined)];
      if (targetLanguage === "en") return [];
      // What stands before the bracket may be the end of a sentence: the agency's characters come last.
      const length = Math.min(foldText(wanted.agency).length, 4);
      const isSameAgency = foldText(same.agency).endsWith(foldText(wanted.agency).slice(-Math.min(length, 2)));
      return isSameAgency ? [] : [report("translationCheck.documentNumber.agency", same)];
    });
};

function findDocumentNumbers(text: string): DocumentNumber[] {
  return [...foldWidth(text).matchAll(documentNumberPattern)].map(
    ({ 0: word, 1: agency = "", 2: year = "", 3: number = "", index }) => ({
      ...{ start: index, end: index + word.length, text: text.slice(index, index + word.length) },
      ...{ agency, year, number },
    }),
  );
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
