import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Problem } from "../checks/problem.ts";
import { Excerpt } from "./highlight.tsx";
import { ProblemWords, type Sides } from "./problem-words.tsx";

interface SegmentProblemsProps {
  problems: readonly Problem[];
  target: string;
  sides: Sides;
  language: Language;
}

/** Whether something is almost surely wrong, so that whoever passes the sentence on is told once more. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** What the checks say of one sentence. They keep nobody from saving. */
export function SegmentProblems({ problems, target, sides, language }: SegmentProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <ul class="segment-problem-list" aria-label={message(language, "translation.problems")}>
      {problems.map((problem, index) => (
        <li
          key={index}
          class={`problem-${problem.severity}`}
          data-start={problem.target?.start}
          data-end={problem.target?.end}
        >
          <span class={`tag severity-${problem.severity}`}>
            {message(language, `translation.severity.${problem.severity}`)}
          </span>{" "}
          <ProblemWords {...{ problem, sides, language }} />
          {problem.target && problem.target.end > problem.target.start && (
            <q class="problem-excerpt" lang={languageTags[sides.targetLanguage]}>
              <Excerpt text={target} range={problem.target} />
            </q>
          )}
        </li>
      ))}
    </ul>
  );
}
