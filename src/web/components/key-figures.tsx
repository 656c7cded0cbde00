import { type Basis, BasisMark } from "./badges.tsx";
import { LinkedWords, type Wording, Words, wordingText } from "./words.tsx";

export interface KeyFigure {
  label: Wording;
  /** already written for the reader: "1,480", "114" */
  value: string;
  unit: string;
  /** what it counts, until when */
  note?: Wording | undefined;
  basis?: { basis: Basis; label: string } | undefined;
  href?: string | undefined;
}

export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl class="key-figures">
      {figures.map((figure) => (
        <div key={wordingText(figure.label)}>
          <dt>
            <LinkedWords text={figure.label} href={figure.href} />
          </dt>
          <dd class="key-figure-value">
            <span class="numeral">{figure.value}</span> <span class="unit">{figure.unit}</span>
          </dd>
          {(figure.note !== undefined || figure.basis) && (
            <dd class="key-figure-note">
              {figure.note !== undefined && <Words value={figure.note} />}{" "}
              {figure.basis && <BasisMark {...figure.basis} />}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
