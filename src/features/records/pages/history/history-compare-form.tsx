import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { RecordVersion } from "../../record.ts";

export function CompareForm({
  language,
  action,
  versions,
  from,
  to,
}: {
  language: Language;
  action: string;
  versions: readonly RecordVersion[];
  from: number | undefined;
  to: number | undefined;
}) {
  const options = versions.map(({ version, at }) => ({
    version,
    text: message(language, "history.option", { version, day: formatMoment(language, at, "day") }),
  }));
  const select = (name: "from" | "to", chosen: number | undefined) => (
    <p class="field">
      <label for={`compare-${name}`}>{message(language, `history.${name}`)}</label>
      <select id={`compare-${name}`} name={name}>
        {options.map(({ version, text }) => (
          <option key={version} value={version} selected={version === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form class="record-filter" method="get" action={action}>
      {select("from", from)}
      {select("to", to)}
      <p class="record-filter-actions">
        <button type="submit">{message(language, "history.compareNow")}</button>
      </p>
    </form>
  );
}
