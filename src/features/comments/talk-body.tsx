import { type Language, languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { Comment } from "./comment.ts";

interface TalkBodyProps {
  comment: Pick<Comment, "words" | "language"> & { body: string };
  language: Language;
}

/** What Renkei says in the reader's language, what a person wrote in the language in which it was written. */
export function TalkBody({ comment: { words, language: spoken, body }, language }: TalkBodyProps) {
  const said = localize(words, language);
  return (
    <>
      {said.text !== "" && (
        <p class="talk-body" lang={languageTags[said.language]}>
          {said.text}
        </p>
      )}
      {body !== "" && (
        <p class="talk-body" lang={languageTags[spoken]}>
          {body}
        </p>
      )}
    </>
  );
}
