import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { type Clipping, longestNote } from "../clipping.ts";

/** For the second person: approve, or give back with a note. The writer is told who it waits for. */
export function ClippingDecision({
  language,
  clipping: { item, version },
  may,
  isOwn,
  noteProblem,
}: {
  language: Language;
  clipping: Clipping;
  may: boolean;
  isOwn: boolean;
  noteProblem: boolean;
}) {
  if (!may)
    return (
      <Notice tone="information">
        <p>{message(language, isOwn ? "clipping.ownWaits" : "clipping.waits")}</p>
      </Notice>
    );
  return (
    <form class="clipping-decision" method="post" action={links.clipping(language, item)}>
      <input type="hidden" name="version" value={version} />
      <p>{message(language, "clipping.decide")}</p>
      <button type="submit" name="intent" value="approve">
        {message(language, "clipping.approve")}
      </button>
      <LabelledField
        id="return-note"
        name="note"
        label={message(language, "clipping.returnNote")}
        error={noteProblem ? message(language, "clipping.problem.note", { limit: longestNote }) : undefined}
        control={{ kind: "area", rows: 2 }}
      />
      <button type="submit" name="intent" value="return" class="button-quiet">
        {message(language, "clipping.return")}
      </button>
    </form>
  );
}
