import { checkBodies } from "./checks/bodies.ts";
import { checkBrackets } from "./checks/brackets.ts";
import { checkDates } from "./checks/dates.ts";
import { checkDocumentNumbers } from "./checks/document-numbers.ts";
import { checkForeignCharacters } from "./checks/foreign-characters.ts";
import { checkNumbers } from "./checks/numbers.ts";
import { checkOmissions } from "./checks/omissions.ts";
import { checkPollutants } from "./checks/pollutants.ts";
import type { Check, CheckInput, Problem } from "./checks/problem.ts";
import { checkTermsUsed } from "./checks/terms.ts";
import { checkUnits } from "./checks/units.ts";
import { checkWidth } from "./checks/width.ts";

/** In the order in which a translator wants to know. */
const checks: readonly Check[] = [
  checkOmissions,
  checkNumbers,
  checkUnits,
  checkDates,
  checkDocumentNumbers,
  checkPollutants,
  checkTermsUsed,
  checkBodies,
  checkBrackets,
  checkForeignCharacters,
  checkWidth,
];

/** What seems wrong with a translated sentence; nothing for one that is not translated yet. */
export function checkSegment(input: CheckInput): Problem[] {
  if (input.target.trim() === "") return [];
  const problems = checks.flatMap((check) => check(input));
  // Of a sentence that was not translated, every other finding follows.
  const copied = problems.filter(({ message }) => message === "translationCheck.omission.copied");
  return copied.length > 0 ? copied : tellUnitsOnce(problems);
}

/** A unit is a term as well (微克/立方米): what is told is the word that must not stand there, or else the unit. */
function tellUnitsOnce(problems: readonly Problem[]): Problem[] {
  const isWithin = (term: Problem, unit: Problem) =>
    term.check === "terms" &&
    unit.check === "units" &&
    term.source !== null &&
    unit.source !== null &&
    term.source.start >= unit.source.start &&
    term.source.end <= unit.source.end;
  const isForbidden = ({ message }: Problem) => message === "translationCheck.term.forbidden";
  return problems.filter(
    (one) =>
      !problems.some((other) =>
        isForbidden(other) ? isWithin(other, one) : !isForbidden(one) && isWithin(one, other),
      ),
  );
}
