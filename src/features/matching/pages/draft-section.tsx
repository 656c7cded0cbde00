import type { ComponentChild } from "preact";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { CommentFields } from "../../comments/comment-section.tsx";
import { EntryRemarks } from "../../comments/entry-remarks.tsx";
import type { NeedWords } from "../../needs/words.ts";
import type { MatchRecord } from "../draft.ts";
import type { TypedMatch } from "./match.tsx";
import type { Problem } from "./problem.tsx";

type Draft = NonNullable<MatchRecord["draft"]>;

interface DraftSectionProps {
  /** id */
  match: string;
  draft: Draft;
  /** all that it says */
  content: ComponentChild;
  words: NeedWords;
  typed: TypedMatch | null;
  problem: Problem | null;
}

/** What is written down in the names of both sides before it is approved, and what they say of it. */
export function DraftSection({ match, draft, content, words, typed, problem }: DraftSectionProps) {
  const { language, directory } = words;
  const { remarks, maySpeak } = draft;
  const isTyped = typed?.intent === "remark";
  return (
    <Section
      id="draft"
      title={message(language, "matching.draft.title")}
      lead={message(language, "matching.draft.lead")}
    >
      <details class="match-draft" open>
        <summary>{message(language, "matching.draft.show")}</summary>
        {content}
      </details>
      <EntryRemarks comments={remarks} directory={directory} language={language} />
      {maySpeak && (
        <details class="task" open={isTyped}>
          <summary>{message(language, "comment.write")}</summary>
          <form method="post" action={links.match(language, match)} class="match-form">
            <input type="hidden" name="intent" value="remark" />
            <CommentFields
              language={language}
              draft={
                isTyped && problem
                  ? { body: typed.note, language: typed.language, error: message(language, "matching.problem.remark") }
                  : undefined
              }
            />
            <button type="submit">{message(language, "comment.send")}</button>
          </form>
        </details>
      )}
    </Section>
  );
}
