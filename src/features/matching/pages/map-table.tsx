import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { MapCell, MapMark, NeedMap } from "../need-map.ts";
import type { MapQuery } from "./map-filter.tsx";

interface NeedMapTableProps {
  map: NeedMap;
  words: NeedWords;
  query: MapQuery;
}

const marks: Record<MapMark, string> = { short: "▲", converging: "◆", unused: "○" };

/** Topics down, years across; in each cell what is asked for above, what is offered below. Every number is written, so that colour only adds. */
export function NeedMapTable({ map, words, query }: NeedMapTableProps) {
  const { language } = words;
  const most = Math.max(1, ...map.rows.flatMap(({ cells }) => cells.map(({ open }) => open)));
  return (
    <>
      <MapLegend words={words} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="need-map-caption" tabIndex={0}>
        <table class="matrix map-table">
          <caption id="need-map-caption">{message(language, "needMap.caption")}</caption>
          <thead>
            <tr>
              <th scope="col" class="map-corner">
                {message(language, "needMap.topic")}
              </th>
              {map.years.map((year) => (
                <th key={year ?? "undated"} scope="col" class="map-year">
                  {nameYear(year, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map(({ topic, cells }) => (
              <tr key={topic}>
                <th scope="row">{words.topic(topic)}</th>
                {cells.map((cell) => (
                  <td key={cell.year ?? "undated"} class="map-cell">
                    <Cell cell={cell} topic={topic} most={most} words={words} query={query} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="map-note">
        {message(language, "needMap.note")}
        {map.earlier > 0 && ` ${message(language, "needMap.earlier", { count: map.earlier })}`}
      </p>
    </>
  );
}

interface CellProps {
  cell: MapCell;
  topic: string;
  /** the most open needs of all cells */
  most: number;
  words: NeedWords;
  query: MapQuery;
}

function Cell({ cell, topic, most, words, query }: CellProps) {
  const { language } = words;
  const { year, asked, open, offers } = cell;
  const { city, provider } = query.chosen;
  const heat = open === 0 ? 0 : Math.ceil((open / most) * 4);
  return (
    <>
      {asked === 0 ? (
        <span class="map-half map-needs">
          <span aria-hidden="true">·</span>
          <span class="visually-hidden">{message(language, "needMap.noNeeds")}</span>
        </span>
      ) : (
        <a
          class={`map-half map-needs map-heat-${heat}`}
          href={links.memberNeeds(language, {
            topic,
            ...(year === null ? {} : { year: String(year) }),
            ...(city === undefined ? {} : { organisation: city }),
          })}
          title={tellNeeds(cell, words)}
        >
          <span class="visually-hidden">{tellNeeds(cell, words)}</span>
          <strong aria-hidden="true">{open}</strong>
          <small aria-hidden="true">/{asked}</small>
          <Marks cell={cell} of={["short", "converging"]} />
        </a>
      )}
      {offers > 0 && (
        <a
          class={`map-half map-offers ${year === null ? "is-undated" : ""}`}
          href={links.memberOffers(language, { topic, ...(provider === undefined ? {} : { organisation: provider }) })}
          title={tellOffers(cell, words)}
        >
          <span class="visually-hidden">{tellOffers(cell, words)}</span>
          <Marks cell={cell} of={["unused"]} />
          <span aria-hidden="true">{offers}</span>
          {cell.used > 0 && <small aria-hidden="true">（{cell.used}）</small>}
          {cell.left.length > 0 && (
            <small class="map-left" aria-hidden="true">
              {tellLeft(cell, words)}
            </small>
          )}
        </a>
      )}
    </>
  );
}

function Marks({ cell, of }: { cell: MapCell; of: readonly MapMark[] }) {
  const shown = cell.marks.filter((mark) => of.includes(mark));
  if (shown.length === 0) return null;
  return (
    <span class="map-marks" aria-hidden="true">
      {shown.map((mark) => marks[mark])}
    </span>
  );
}

function tellNeeds({ asked, open, met, cities, marks: found }: MapCell, { language }: NeedWords): string {
  return [
    message(language, "needMap.cell.needs", { asked, open, met, cities }),
    ...(["short", "converging"] as const)
      .filter((mark) => found.includes(mark))
      .map((mark) => message(language, `needMap.mark.${mark}`)),
  ].join(message(language, "needMap.cell.join"));
}

function tellOffers(cell: MapCell, words: NeedWords): string {
  const { offers, used, left, marks: found } = cell;
  const { language } = words;
  return [
    cell.year === null
      ? message(language, "needMap.cell.undatedOffers", { offers })
      : message(language, "needMap.cell.offers", { offers, used }),
    ...(left.length > 0 ? [tellLeft(cell, words)] : []),
    ...(found.includes("unused") ? [message(language, "needMap.mark.unused")] : []),
  ].join(message(language, "needMap.cell.join"));
}

function tellLeft({ left }: MapCell, { language }: NeedWords): string {
  const amounts = left.map(({ unit, amount }) => message(language, `offer.capacityUnits.${unit}`, { count: amount }));
  return message(language, "needMap.cell.left", { amount: amounts.join(message(language, "list.dot")) });
}

function nameYear(year: number | null, words: NeedWords): string {
  return year === null ? message(words.language, "needMap.undated") : words.year(year);
}

/** A cell taken apart, and what each mark means. */
function MapLegend({ words: { language } }: { words: NeedWords }) {
  return (
    <ul class="map-legend">
      <li>
        <span class="map-half map-needs map-heat-3" aria-hidden="true">
          <strong>3</strong>
          <small>/5</small>
        </span>
        {message(language, "needMap.legend.needs")}
      </li>
      <li>
        <span class="map-half map-offers" aria-hidden="true">
          8<small>（1）</small>
        </span>
        {message(language, "needMap.legend.offers")}
      </li>
      <li>
        <span class="map-half map-offers is-undated" aria-hidden="true">
          15
        </span>
        {message(language, "needMap.legend.undated")}
      </li>
      {(["converging", "short", "unused"] as const).map((mark) => (
        <li key={mark}>
          <span class="map-marks" aria-hidden="true">
            {marks[mark]}
          </span>
          {message(language, `needMap.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
