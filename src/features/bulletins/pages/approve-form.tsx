import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { type BulletinVisibility, bulletinVisibilities } from "../bulletin.ts";
import { longestNote } from "../clipping.ts";

export type ApproveProblem = "changed" | "empty" | "approved" | "note" | "render";

interface ApproveFormProps {
  language: Language;
  month: string;
  /** of what is on the page: approval is of that and nothing else */
  seen: Record<BulletinVisibility, string>;
  counts: Record<BulletinVisibility, number>;
  /** the number that it would be */
  next: number;
  refused:
    | { problem: ApproveProblem; places: readonly string[]; note: string; visibility: BulletinVisibility }
    | undefined;
}

export function ApproveForm({ language, month, seen, counts, next, refused }: ApproveFormProps) {
  const isEmpty = counts.members === 0;
  if (isEmpty) return <p>{message(language, "bulletin.desk.nothingToApprove")}</p>;
  const chosen = refused?.visibility ?? (counts.public === counts.members ? "public" : "members");
  return (
    <>
      {refused && (
        <Notice tone="error">
          <p>{message(language, `bulletin.desk.problem.${refused.problem}`, { limit: longestNote })}</p>
          {refused.places.length > 0 && (
            <ul>
              {refused.places.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <form class="bulletin-approve" method="post" action={links.deskBulletin(language, month)}>
        <fieldset>
          <legend>{message(language, "bulletin.desk.visibility")}</legend>
          {bulletinVisibilities.map((visibility) => (
            <label key={visibility} class="radio">
              <input
                type="radio"
                name="visibility"
                value={visibility}
                checked={visibility === chosen}
                disabled={counts[visibility] === 0}
              />
              <span>{message(language, `bulletin.desk.for.${visibility}`, { count: counts[visibility] })}</span>
            </label>
          ))}
        </fieldset>
        {bulletinVisibilities.map((visibility) => (
          <input key={visibility} type="hidden" name={`seen.${visibility}`} value={seen[visibility]} />
        ))}
        <input type="hidden" name="next" value={next} />
        <LabelledField
          id="note"
          name="note"
          label={message(language, "bulletin.desk.note")}
          hint={message(language, next === 1 ? "bulletin.desk.noteHint" : "bulletin.desk.correctionHint")}
          control={{ kind: "area", rows: 3, value: refused?.note ?? "" }}
        />
        <p class="hint">{message(language, "bulletin.desk.sendsMail")}</p>
        <button type="submit" name="intent" value="approve">
          {message(language, "bulletin.desk.approveNumber", { number: next })}
        </button>
        <p class="hint">{message(language, "bulletin.desk.takesTime")}</p>
      </form>
    </>
  );
}
