import type { ComponentChildren } from "preact";
import { type Wording, Words } from "./words.tsx";

/** How far a link has come; `given` is what was put in. */
export type LinkStanding = "given" | "measured" | "achieved" | "stated" | "expected" | "not-measured" | "none";

export interface ChainItem {
  key: string;
  text: Wording;
  /** state and date, before the text */
  mark: { standing: LinkStanding; label: string } | undefined;
  date?: string | undefined;
  /** what hangs on it: the policy that took it up, its values */
  more?: ComponentChildren;
}

export interface ChainStageProps {
  key: string;
  name: string;
  standing: LinkStanding;
  /** 「達成」「未測定」 */
  standingLabel: string;
  items: ChainItem[];
  /** said where there are no items */
  empty: string;
  /** it does not follow from the link before it: what it hangs on, in words */
  branch?: string | undefined;
}

/** What was put in, what was made of it, who took it up, what that did: arrows that lead into each other, with their words below. */
export function ResultsChain({ id, title, stages }: { id: string; title: Wording; stages: ChainStageProps[] }) {
  const [line, branches] = [stages.filter(({ branch }) => !branch), stages.filter(({ branch }) => branch)];
  return (
    <figure class="results-chain" aria-labelledby={id}>
      <figcaption id={id} class="visually-hidden">
        <Words value={title} />
      </figcaption>
      <ol>
        {line.map((stage) => (
          <Stage {...stage} key={stage.key} />
        ))}
      </ol>
      {branches.map((stage) => (
        <Branch {...stage} key={stage.key} />
      ))}
    </figure>
  );
}

function Stage(stage: ChainStageProps) {
  return (
    <li class={`chain-stage chain-${stage.standing}`}>
      <div class="chain-head">
        <ChainShape />
        <StageName {...stage} />
      </div>
      <StageItems {...stage} />
    </li>
  );
}

/** What leaves the line early: below it, tied to the links that it comes from and to no later one. */
function Branch(stage: ChainStageProps) {
  return (
    <div class={`chain-branch chain-${stage.standing}`}>
      <p class="chain-branch-from">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M5 0V12a4 4 0 0 0 4 4H20M15 10l6 6-6 6" />
        </svg>
        {stage.branch}
      </p>
      <div class="chain-branch-body">
        <div class="chain-branch-head">
          <StageName {...stage} />
        </div>
        <StageItems {...stage} />
      </div>
    </div>
  );
}

function StageName({ name, standing, standingLabel }: ChainStageProps) {
  return (
    <>
      <h3 class="chain-name">{name}</h3>
      <p class="chain-standing">
        <StandingGlyph standing={standing} />
        {standingLabel}
      </p>
    </>
  );
}

function StageItems({ items, empty }: ChainStageProps) {
  return (
    <>
      {items.length === 0 ? (
        <p class="chain-empty">{empty}</p>
      ) : (
        <ul class="chain-items">
          {items.map((item) => (
            <Item {...item} key={item.key} />
          ))}
        </ul>
      )}
    </>
  );
}

function Item({ text, mark, date, more }: ChainItem) {
  return (
    <li class={mark ? `chain-item chain-${mark.standing}` : "chain-item"}>
      {(mark || date) && (
        <p class="chain-facts">
          {mark && <StandingMark {...mark} />}
          {date && <span>{date}</span>}
        </p>
      )}
      <p>
        <Words value={text} />
      </p>
      {more}
    </li>
  );
}

/** A sign and its word: the sign alone says it to nobody who does not know it. */
export function StandingMark({ standing, label }: { standing: LinkStanding; label: string }) {
  return (
    <span class={`standing-mark standing-${standing}`}>
      <StandingGlyph standing={standing} />
      {label}
    </span>
  );
}

/** Sideways where the stages stand beside each other, downwards where they stand below each other; the style sheet shows one. */
function ChainShape() {
  return (
    <>
      <svg class="chain-shape chain-shape-across" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polygon points="0.5,1 91,1 99.5,50 91,99 0.5,99 9,50" vector-effect="non-scaling-stroke" />
      </svg>
      <svg class="chain-shape chain-shape-down" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polygon points="0.5,1 50,14 99.5,1 99.5,85 50,99 0.5,85" vector-effect="non-scaling-stroke" />
      </svg>
    </>
  );
}

/** Told apart by form, in print without colour as well: tick, filled, half, open, barred, absent. */
export function StandingGlyph({ standing }: { standing: LinkStanding }) {
  return (
    <svg class="standing-glyph" viewBox="0 0 16 16" aria-hidden="true">
      {glyphs[standing]}
    </svg>
  );
}

const line = { fill: "none", stroke: "currentColor", "stroke-width": 1.75 };
const glyphs: Record<LinkStanding, ComponentChildren> = {
  given: <path d="M2 8h9M8 4l4 4-4 4" {...line} />,
  measured: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" />
      <path d="M4.6 8.3l2.4 2.5 4.6-5" {...line} class="glyph-inner" />
    </>
  ),
  achieved: <circle cx="8" cy="8" r="6.2" fill="currentColor" />,
  stated: (
    <>
      <circle cx="8" cy="8" r="6" {...line} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  expected: <circle cx="8" cy="8" r="6" {...line} />,
  "not-measured": (
    <>
      <rect x="2" y="2" width="12" height="12" {...line} stroke-dasharray="2.5 1.5" />
      <path d="M4.5 11.5l7-7" {...line} />
    </>
  ),
  none: <path d="M4 8h8" {...line} />,
};
