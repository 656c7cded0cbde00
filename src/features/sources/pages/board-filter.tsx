import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { type BoardRow, shownStates } from "../board.ts";
import { sourceKinds } from "../source.ts";

interface Chosen {
  region: string;
  state: string;
  kind: string;
}

export function BoardFilter(props: { rows: readonly BoardRow[]; chosen: Chosen; language: Language }) {
  const { rows, chosen, language } = props;
  const regions = new Map(
    rows.flatMap(({ source, regionName }) =>
      source.region !== null && regionName ? [[source.region, localize(regionName, language).text] as const] : [],
    ),
  );
  const fields = [
    { name: "region", options: [...regions] },
    {
      name: "state",
      options: shownStates.map((state) => [state, message(language, `sources.state.${state}`)] as const),
    },
    { name: "kind", options: sourceKinds.map((kind) => [kind, message(language, `sources.kind.${kind}`)] as const) },
  ] as const;
  return (
    <form class="record-filter" method="get" action={links.deskSources(language)}>
      {fields.map(({ name, options }) => (
        <div key={name} class="field">
          <label for={`filter-${name}`}>{message(language, `sources.board.filter.${name}`)}</label>
          <select id={`filter-${name}`} name={name}>
            <option value="">{message(language, "sources.board.filter.all")}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value} selected={value === chosen[name]}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div class="record-filter-actions">
        <button type="submit">{message(language, "sources.board.filter.show")}</button>
        <a href={links.deskSources(language)}>{message(language, "sources.board.filter.clear")}</a>
      </div>
    </form>
  );
}
