import { LinkedWords, type Wording, Words, wordingText } from "./words.tsx";

export interface StructureNode {
  name: Wording;
  href?: string | undefined;
  /** its part: 「総合調整」 */
  role?: Wording | undefined;
}

export interface StructureLevel {
  key: string;
  /** 「中央政府」 */
  label: Wording;
  home: StructureNode[];
  partner: StructureNode[];
  /** what passes between the two sides at this level: consultation, memorandum, joint research */
  between: Wording[];
  /** what passes to the level below: guidance, funds */
  downwards?: { home?: Wording | undefined; partner?: Wording | undefined } | undefined;
}

export interface StructureFigureProps {
  id: string;
  title: Wording;
  homeLabel: Wording;
  partnerLabel: Wording;
  levels: StructureLevel[];
}

/** The multi-level structure of the programme. It is text in a grid, so that it reads aloud, wraps and prints. */
export function StructureFigure({ id, title, homeLabel, partnerLabel, levels }: StructureFigureProps) {
  return (
    <figure class="structure-figure" aria-labelledby={id}>
      <figcaption id={id}>
        <Words value={title} />
      </figcaption>
      <p class="structure-sides" aria-hidden="true">
        <span class="structure-home">
          <Words value={homeLabel} />
        </span>
        <span class="structure-partner">
          <Words value={partnerLabel} />
        </span>
      </p>
      <ol>
        {levels.map((level) => (
          <Level key={level.key} level={level} homeLabel={homeLabel} partnerLabel={partnerLabel} />
        ))}
      </ol>
    </figure>
  );
}

interface LevelProps {
  level: StructureLevel;
  homeLabel: Wording;
  partnerLabel: Wording;
}

function Level({ level, homeLabel, partnerLabel }: LevelProps) {
  const { label, home, partner, between, downwards } = level;
  return (
    <li class="structure-level">
      <p class="structure-label">
        <Words value={label} />
      </p>
      <Side side="home" label={homeLabel} nodes={home} downwards={downwards?.home} />
      <ul class="structure-between">
        {between.map((words) => (
          <li key={wordingText(words)}>
            <Words value={words} />
          </li>
        ))}
      </ul>
      <Side side="partner" label={partnerLabel} nodes={partner} downwards={downwards?.partner} />
    </li>
  );
}

interface SideProps {
  side: "home" | "partner";
  label: Wording;
  nodes: StructureNode[];
  downwards: Wording | undefined;
}

function Side({ side, label, nodes, downwards }: SideProps) {
  return (
    <div class={`structure-side structure-${side}`}>
      <p class="structure-side-label">
        <Words value={label} />
      </p>
      <ul class="structure-nodes">
        {nodes.map(({ name, href, role }) => (
          <li key={wordingText(name)}>
            <LinkedWords text={name} href={href} />
            {role !== undefined && (
              <span class="structure-role">
                <Words value={role} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {downwards !== undefined && (
        <p class="structure-downwards">
          <Words value={downwards} />
        </p>
      )}
    </div>
  );
}
