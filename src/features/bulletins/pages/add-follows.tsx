import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { Follow, FollowKind } from "../follow.ts";
import type { Target, Targets } from "./name-targets.ts";

interface AddFollowsProps {
  language: Language;
  targets: Targets;
  follows: readonly Follow[];
  /** id of the bulletin's follow */
  bulletin: string;
  /** region from whose page the reader comes */
  chosen?: string | undefined;
}

/** One form for each kind of thing; what is followed already is not offered. */
export function AddFollows({ language, targets, follows, bulletin, chosen }: AddFollowsProps) {
  const isFree = (kind: FollowKind) => (target: Target) =>
    !follows.some((follow) => follow.kind === kind && follow.target === target.id);
  const groups: Record<"region" | "topic" | "need", { label?: string; options: Target[] }[]> = {
    region: targets.regions
      .map(({ label, options }) => ({ label, options: options.filter(isFree("region")) }))
      .filter(({ options }) => options.length > 0),
    topic: [{ options: targets.topics.filter(isFree("topic")) }],
    need: [{ options: targets.needs.filter(isFree("need")) }],
  };
  const followsBulletin = follows.some(({ kind }) => kind === "bulletin");
  return (
    <Section id="add" title={message(language, "follow.add")}>
      <div class="follow-forms">
        {(["region", "topic", "need"] as const).map((kind) =>
          groups[kind].every(({ options }) => options.length === 0) ? null : (
            <form key={kind} method="post" action={links.follows(language)}>
              <label for={`follow-${kind}`}>{message(language, `follow.kind.${kind}`)}</label>
              <input type="hidden" name="kind" value={kind} />
              <select id={`follow-${kind}`} name="target">
                {groups[kind].map(({ label, options }) =>
                  label === undefined ? (
                    options.map(toOption)
                  ) : (
                    <optgroup key={label} label={label}>
                      {options.map(toOption)}
                    </optgroup>
                  ),
                )}
              </select>
              <button type="submit" name="intent" value="follow">
                {message(language, "follow.start")}
              </button>
            </form>
          ),
        )}
        {!followsBulletin && (
          <form method="post" action={links.follows(language)}>
            <p class="follow-form-label">{message(language, "bulletin.title")}</p>
            <input type="hidden" name="kind" value="bulletin" />
            <input type="hidden" name="target" value={bulletin} />
            <button type="submit" name="intent" value="follow">
              {message(language, "follow.startBulletin")}
            </button>
          </form>
        )}
      </div>
    </Section>
  );

  function toOption({ id, name }: Target) {
    return (
      <option key={id} value={id} selected={id === chosen}>
        {name}
      </option>
    );
  }
}
