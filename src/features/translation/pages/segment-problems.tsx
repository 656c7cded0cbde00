import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Problem } from "../checks/problem.ts";
import { Excerpt } from "./highlight.tsx";

interface SegmentProblemsProps {
  problems: readonly Problem[];
  target: string;
  targetLanguage: Language;
  language: Language;
}

/** Whether something is almost surely wrong, so that whoever passes the sentence on is told once more. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** What the checks say of one sentence. They keep nobody from saving. */
export function SegmentProblems({ problems, target, targetLanguage, language }: SegmentProblemsProps) {
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
          {message(language, problem.message, problem.values)}
          {problem.target && problem.target.end > problem.target.start && (
            <q class="problem-excerpt" lang={languageTags[targetLanguage]}>
              <Excerpt text={target} range={problem.target} />
            </q>
          )}
        </li>
      ))}
    </ul>
  );
}
