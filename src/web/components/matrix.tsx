import { TypeMark, type TypeMarkProps } from "./badges.tsx";
import { LinkedWords, type Wording, Words } from "./words.tsx";

export interface MatrixParty {
  key: string;
  name: Wording;
  href?: string | undefined;
}

export interface MatrixCell extends TypeMarkProps {
  row: string;
  column: string;
  href: string;
}

export interface MatrixProps {
  id: string;
  caption: Wording;
  /** heading over the rows and over the columns: 「日本側」「中国側」 */
  rowsLabel: string;
  columnsLabel: string;
  rows: MatrixParty[];
  columns: MatrixParty[];
  cells: MatrixCell[];
  scrollHint: string;
}

/** Who works with whom, and how: a table on wide screens and on paper, a list on phones. */
export function Matrix(props: MatrixProps) {
  const captionId = `${props.id}-caption`;
  return (
    <div class="matrix-block" id={props.id}>
      <p class="scroll-hint" aria-hidden="true">
        {props.scrollHint}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard */}
      <section class="table-scroll wide-only" aria-labelledby={captionId} tabIndex={0}>
        <table class="matrix">
          <caption id={captionId}>
            <span class="caption-text">
              <Words value={props.caption} />
            </span>
          </caption>
          <thead>
            <tr>
              <td class="matrix-corner">
                <span class="matrix-columns-label">{props.columnsLabel}</span>
                <span class="matrix-rows-label">{props.rowsLabel}</span>
              </td>
              {props.columns.map(({ key, name, href }) => (
                <th key={key} scope="col">
                  <LinkedWords text={name} href={href} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <MatrixRow key={row.key} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      <MatrixList {...props} />
    </div>
  );
}

function MatrixRow({ row, columns, cells }: { row: MatrixParty } & MatrixProps) {
  return (
    <tr>
      <th scope="row">
        <LinkedWords text={row.name} href={row.href} />
      </th>
      {columns.map((column) => {
        const cell = cells.find((candidate) => candidate.row === row.key && candidate.column === column.key);
        return (
          <td key={column.key}>
            {cell && (
              <a href={cell.href}>
                <TypeMark mark={cell.mark} label={cell.label} strong={cell.strong} />
              </a>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function MatrixList({ caption, rows, columns, cells }: MatrixProps) {
  return (
    <div class="matrix-list narrow-only">
      <p class="matrix-list-title">
        <Words value={caption} />
      </p>
      <dl>
        {rows.map((row) => (
          <div key={row.key}>
            <dt>
              <LinkedWords text={row.name} href={row.href} />
            </dt>
            {cells
              .filter((cell) => cell.row === row.key)
              .map((cell) => (
                <dd key={cell.column}>
                  <a href={cell.href}>
                    <TypeMark mark={cell.mark} label={cell.label} strong={cell.strong} />{" "}
                    <Words value={columns.find(({ key }) => key === cell.column)?.name ?? cell.column} />
                  </a>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
