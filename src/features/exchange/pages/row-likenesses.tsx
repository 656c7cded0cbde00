import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { RecordKindId } from "../../../records/kind.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import { changeQuery } from "../../../web/query.ts";
import { describeLikeness } from "../../records/likenesses/describe-likeness.ts";
import type { RowLikeness, RowResult } from "../plan.ts";

/** Value of `show` in the address for the rows that look like something else. */
export const showAlike = "alike";

export function isAlike({ likenesses }: RowResult): boolean {
  return (likenesses?.length ?? 0) > 0;
}

/** Before the decision: how many rows are in doubt, and where they are. */
export function AlikeNotice({ language, url, rows }: { language: Language; url: URL; rows: readonly RowResult[] }) {
  const count = rows.filter(isAlike).length;
  if (count === 0) return null;
  return (
    <Notice tone="warning">
      <p>{message(language, "likeness.sheet.count", { count })}</p>
      <p>
        <a href={`${changeQuery(url, { show: showAlike, page: undefined })}#rows`}>
          {message(language, "likeness.sheet.show")}
        </a>
      </p>
    </Notice>
  );
}

interface LikenessesProps {
  language: Language;
  kind: RecordKindId;
  row: RowResult;
}

export function RowLikenesses({ language, kind, row }: LikenessesProps) {
  if (!isAlike(row)) return null;
  const kindName = message(language, `record.kind.${kind}`);
  const name = (title: string) => (title === "" ? kindName : title);
  return (
    <ul class="exchange-likenesses">
      {(row.likenesses ?? []).map((likeness) => {
        const other = { ...likeness, title: name(likeness.title) };
        const href = findPage(likeness, kind, language);
        return (
          <li key={`${likeness.sort} ${other.title} ${href}`}>
            {describeLikeness(likeness.sort, { title: name(row.title), in: "row" }, other, language)}
            {href !== null && (
              <>
                {" "}
                <a href={href}>{other.title}</a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function findPage({ id, place }: RowLikeness, kind: RecordKindId, language: Language): string | null {
  if (place.in === "entries") return links.entry(language, place.entry);
  return id === null ? null : links.memberRecord(language, kind, id);
}
