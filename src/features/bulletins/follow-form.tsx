import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { FollowKind } from "./follow.ts";

/**
 * A button for a member's page of a region, topic or need; `back`: the address of that page, to which the reader returns. A page
 * that everyone sees alike cannot know who reads it: there a link to the follows' own page does.
 */
export function FollowForm({
  language,
  kind,
  target,
  followed,
  back,
}: {
  language: Language;
  kind: FollowKind;
  target: string;
  followed: boolean;
  back: string;
}) {
  return (
    <form class="follow-form" method="post" action={links.follows(language)}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="target" value={target} />
      <input type="hidden" name="back" value={back} />
      <button
        type="submit"
        name="intent"
        value={followed ? "unfollow" : "follow"}
        class={followed ? "button-quiet" : undefined}
      >
        {message(language, followed ? "follow.stop" : "follow.start")}
      </button>
    </form>
  );
}
