import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import type { OfferField, OfferInput } from "../check-offer.ts";
import { compareFields } from "../save-need.ts";
import { tellChange } from "../tell-change.ts";
import type { NeedWords } from "../words.ts";

const compared = [
  "organisation",
  "language",
  "title",
  "detail",
  "kinds",
  "topics",
  "forms",
  "difficulty",
  "languages",
  "experience",
  "facilities",
  "conditions",
  "costBorneBy",
  "capacityUnit",
  "state",
  "visibility",
] as const satisfies readonly OfferField[];

/** What the other person made of the offer, field by field, where it differs from what was typed here. */
export function OfferConflict({ present, input, words }: { present: OfferInput; input: OfferInput; words: NeedWords }) {
  const { language } = words;
  const changes = [
    ...Object.entries(compareFields<OfferInput>(compared, present, input)),
    ...Object.entries(
      compareFields(
        ["capacities"],
        { capacities: sayCapacities(present, words) },
        { capacities: sayCapacities(input, words) },
      ),
    ),
  ];
  return (
    <Notice tone="warning" title={message(language, "needForm.conflict")}>
      <p>{message(language, "offerForm.conflictText")}</p>
      <ul>
        {changes.map(([field, change]) => (
          <li key={field}>{tellChange(field, change, words, { how: "conflict", form: "offerForm" })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Rows that were left empty say nothing. */
function sayCapacities({ capacities }: Pick<OfferInput, "capacities">, words: NeedWords): string[] {
  return capacities
    .filter(({ year, capacity }) => year !== "" || capacity !== "")
    .map(({ year, capacity }) => `${/^\d+$/.test(year) ? words.year(Number(year)) : year} ${capacity}`.trim())
    .toSorted();
}
