import { type Basis, BasisMark } from "./badges.tsx";
import { LinkedWords, type Wording, Words, wordingText } from "./words.tsx";

export interface ShownFigure {
  /** already written for the reader: "1,480"; an em dash where nothing applies */
  value: string;
  unit?: string | undefined;
  /** how the figure came to be: a mark that the table's legend explains */
  basis?: { basis: Basis; label: string } | undefined;
  /** 「記録15、公表22、差−7」, only where both exist and differ */
  difference?: Wording | undefined;
  href?: string | undefined;
}

export interface FigureCellProps {
  figures: ShownFigure[];
  /** venues, printed in brackets under the figures */
  places?: Wording[] | undefined;
  /** joins the places: 「、」 or ", " */
  separator?: string | undefined;
  /** brackets of the language: full width in Japanese and Chinese */
  brackets?: readonly [string, string] | undefined;
}

/** A counted cell of a published table: 「11回 71名（北京）」. */
export function FigureCell({ figures, places = [], separator = "、", brackets = ["（", "）"] }: FigureCellProps) {
  return (
    <div class="figure-cell">
      {figures.map((figure) => (
        <FigureLine key={`${figure.value} ${figure.unit}`} {...figure} />
      ))}
      {places.length > 0 && (
        <span class="figure-places">
          {brackets[0]}
          {places.map((place, index) => (
            <span key={wordingText(place)}>
              {index > 0 && separator}
              <span class="place">
                <Words value={place} />
              </span>
            </span>
          ))}
          {brackets[1]}
        </span>
      )}
    </div>
  );
}

function FigureLine({ value, unit, basis, difference, href }: ShownFigure) {
  return (
    <span class="figure-line">
      <span class="figure-value">
        <LinkedWords text={value} href={href} />
        {unit !== undefined && <span class="unit">{unit}</span>}
        {basis && <BasisMark {...basis} bare />}
      </span>
      {difference !== undefined && (
        <span class="figure-difference">
          <Words value={difference} />
        </span>
      )}
    </span>
  );
}
