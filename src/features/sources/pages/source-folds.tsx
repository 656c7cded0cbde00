import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { Fold } from "../../../web/components/fold.tsx";
import { type BoardRow, shownStates } from "../board.ts";
import { StateMark } from "./state-mark.tsx";

interface SourceFoldsProps {
  /** of one part of the bulletin */
  rows: readonly BoardRow[];
  /** all of them, or only where something is wrong */
  open: "all" | "troubled";
  language: Language;
  children: (rows: readonly BoardRow[]) => ComponentChildren;
}

/** Sources by region in the order of the list, those of the whole country by issuing body; how they are stands beside the name. */
export function SourceFolds({ rows, open, language, children }: SourceFoldsProps) {
  const groups = Map.groupBy(rows, ({ source }) => source.region ?? source.body);
  return (
    <div class="fold-columns">
      {[...groups].map(([id, own]) => {
        const [first] = own;
        if (!first) return null;
        return (
          <Fold
            key={id}
            id={`sources-${first.source.tier}-${id}`}
            level={3}
            title={localize(first.regionName ?? first.bodyName, language)}
            note={countStates(own).map(({ state, count }) => (
              <span key={state}>
                <StateMark state={state} language={language} /> {count}
              </span>
            ))}
            open={open === "all" || own.some(isTroubled)}
          >
            {children(own)}
          </Fold>
        );
      })}
    </div>
  );
}

function countStates(rows: readonly BoardRow[]) {
  return shownStates
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0);
}

function isTroubled({ state, source }: BoardRow): boolean {
  return !source.paused && (state === "failing" || state === "suspicious");
}
