import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Programme } from "../../programme/programme.ts";
import type { Partnership } from "../partnership.ts";
import { groupByHome } from "../partnership-list.ts";
import { YearMarks } from "./year-marks.tsx";

interface PairListProps {
  partnerships: readonly Partnership[];
  tally: ReadonlyMap<string, { held: number; expected: number }>;
  directory: OrganisationDirectory;
  programme: Programme;
  language: Language;
}

/** The home side once, its partners beside it: a table on wide screens, a list on phones. */
export function PairList(props: PairListProps) {
  const { partnerships, directory, language } = props;
  return (
    <ul class="pair-groups">
      {[...groupByHome(partnerships)].map(([home, pairs]) => (
        <li key={home} class="pair-group">
          <h3>
            <a href={links.organisation(language, home)}>{directory.name(home, language)}</a>
          </h3>
          <ul>
            {pairs.map((partnership) => (
              <Pair key={partnership.id} partnership={partnership} {...props} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Pair({ partnership, tally, directory, programme, language }: { partnership: Partnership } & PairListProps) {
  const { id, partner, basis, funding } = partnership;
  const { held, expected } = tally.get(id) ?? { held: 0, expected: 0 };
  return (
    <li class="pair">
      <p class="pair-name">
        <a href={links.partnership(language, id)}>{directory.name(partner, language)}</a>
      </p>
      <YearMarks partnership={partnership} programme={programme} language={language} />
      <p class="record-facts">
        <span>{choiceMessage(language, "partnership.basis", basis)}</span>
        <span>{choiceMessage(language, "partnership.funding", funding)}</span>
        <span>
          {held + expected === 0 ? (
            message(language, "partnerships.noActivities")
          ) : (
            <a href={links.activities(language, { partnership: id })}>
              {message(language, "partnerships.activities", { held, expected })}
            </a>
          )}
        </span>
      </p>
    </li>
  );
}
