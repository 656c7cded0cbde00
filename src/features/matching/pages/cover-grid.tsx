import { message } from "../../../messages/message.ts";
import type { Need } from "../../needs/need.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Proposal } from "../engine/propose.ts";

interface CoverGridProps {
  need: Pick<Need, "topics" | "kinds">;
  members: readonly Pick<Proposal, "offer" | "covered">[];
  words: NeedWords;
}

/** What of the need each member covers: topics and kinds down, members across. */
export function CoverGrid({ need, members, words }: CoverGridProps) {
  const { language } = words;
  const rows = [
    ...need.topics.map((topic) => ({
      key: topic,
      label: words.topic(topic),
      has: members.map(({ covered }) => covered.topics.includes(topic)),
    })),
    ...need.kinds.map((kind) => ({
      key: kind,
      label: message(language, `need.kinds.${kind}`),
      has: members.map(({ covered }) => covered.kinds.includes(kind)),
    })),
  ];
  return (
    <table class="match-grid">
      <caption class="visually-hidden">{message(language, "matching.proposals.wanted")}</caption>
      <thead>
        <tr>
          <td />
          {members.map(({ offer }, at) => (
            <th key={offer} scope="col">
              {String.fromCodePoint(65 + at)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, has }) => (
          <tr key={key} class={has.includes(true) ? undefined : "is-open"}>
            <th scope="row">{label}</th>
            {has.map((yes, at) => (
              <td key={members[at]?.offer}>
                <svg width="16" height="16" aria-hidden="true">
                  {yes ? <rect x="1" y="1" width="14" height="14" /> : <circle class="is-no" cx="8" cy="8" r="1.5" />}
                </svg>
                <span class="visually-hidden">{message(language, yes ? "record.yes" : "record.no")}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
