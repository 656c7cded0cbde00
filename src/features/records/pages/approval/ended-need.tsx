import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { links } from "../../../../web/links.ts";
import { type EndedNeed, sayEndedNeed } from "../../../matching/ended-needs.ts";

/** In a list: that what it came of is there no more as it was. */
export function EndedNeedTag({ ended, language }: { ended: EndedNeed | undefined; language: Language }) {
  return ended ? <span class="tag need-ended">{sayEndedNeed(ended, language)}</span> : null;
}

/** Before a decision is taken. */
export function EndedNeedNotice({
  ended: { match, need },
  seesMatch,
  language,
}: {
  ended: EndedNeed;
  seesMatch: boolean;
  language: Language;
}) {
  const title =
    need === null
      ? message(language, "approval.ended.agreement")
      : message(language, "approval.ended.need", { state: message(language, `need.states.${need}`) });
  return (
    <Notice tone="warning" title={title}>
      <p>{message(language, need === null ? "approval.ended.agreementText" : "approval.ended.needText")}</p>
      {seesMatch && (
        <p>
          <a href={links.match(language, match)}>{message(language, "approval.ended.toMatch")}</a>
        </p>
      )}
    </Notice>
  );
}
