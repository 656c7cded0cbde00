import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import type { Issued } from "../name-issuers.ts";
import { nameBodies, type PolicyWords } from "../policy-words.ts";

interface BodyNamesProps {
  item: Issued;
  words: PolicyWords;
}

/** Who issued it, in a line; a name in another language than the page says so. */
export function BodyNames({ item, words }: BodyNamesProps) {
  return (
    <span>
      {nameBodies(item, words).map((name, index) => (
        <>
          {index > 0 && message(words.language, "list.slash")}
          <Words value={name} />
        </>
      ))}
    </span>
  );
}
