import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { Offer } from "../offer.ts";
import type { NeedWords } from "../words.ts";
import { writeCapacity } from "./offer-rows.tsx";

interface CapacityUseProps {
  offer: Offer;
  use: readonly { fiscalYear: number; quantity: number; matches: string[] }[];
  words: NeedWords;
}

/** What each year holds, and how much of it agreed matches take. */
export function CapacityUse({ offer, use, words }: CapacityUseProps) {
  const { language } = words;
  const years = [...new Set([...offer.capacities, ...use].map(({ fiscalYear }) => fiscalYear))].toSorted(
    (a, b) => a - b,
  );
  if (years.length === 0) return <p class="quiet">{message(language, "offers.capacity.none")}</p>;
  const write = (count: number) => writeCapacity(count, offer, words);
  return (
    <div class="table-scroll">
      <table class="data-table">
        <caption class="visually-hidden">{message(language, "offers.capacity.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{message(language, "offers.capacity.year")}</th>
            <th scope="col">{message(language, "offers.capacity.used")}</th>
            <th scope="col">{message(language, "offers.capacity.left")}</th>
            {use.length > 0 && <th scope="col">{message(language, "offers.matches")}</th>}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const capacity = offer.capacities.find(({ fiscalYear }) => fiscalYear === year)?.capacity ?? null;
            const used = use.find(({ fiscalYear }) => fiscalYear === year);
            const quantity = used?.quantity ?? 0;
            return (
              <tr key={year}>
                <th scope="row">{words.year(year)}</th>
                <td>
                  <UseBar capacity={capacity} used={quantity} />
                  {capacity === null
                    ? write(quantity)
                    : message(language, "offers.capacity.line", { used: write(quantity), capacity: write(capacity) })}
                </td>
                <td>
                  {capacity === null
                    ? message(language, "offers.capacity.unlimited")
                    : write(Math.max(0, capacity - quantity))}
                </td>
                {use.length > 0 && (
                  <td>
                    {used?.matches.map((match, index) => (
                      <a key={match} href={links.match(language, match)} class="offer-match">
                        {index + 1}
                      </a>
                    ))}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function UseBar({ capacity, used }: { capacity: number | null; used: number }) {
  if (capacity === null || capacity === 0) return null;
  return (
    <svg class="offer-use" width="100%" height="12" aria-hidden="true">
      <rect class="offer-use-all" x="0" y="1" width="100%" height="10" />
      <rect class="offer-use-used" x="0" y="1" width={`${Math.min(100, (used / capacity) * 100)}%`} height="10" />
    </svg>
  );
}
