import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { PolicyBlock } from "../blocks.ts";
import type { PolicyItem, PolicyTarget } from "../item.ts";

interface ItemTextProps {
  item: Pick<PolicyItem, "blocks" | "language">;
  targets: readonly PolicyTarget[];
  language: Language;
}

/** The text as it was read, with an anchor at each block; sentences that targets were read from are marked. */
export function ItemText({ item, targets, language }: ItemTextProps) {
  if (item.blocks.length === 0) return <p class="quiet">{message(language, "desk.item.noText")}</p>;
  const sentences = targets.flatMap(({ id, sentence, state }) =>
    sentence === null || state === "rejected" ? [] : [{ id, sentence }],
  );
  return (
    <div class="item-text" lang={languageTags[item.language]}>
      {item.blocks.map((block, index) => (
        <Block key={index} id={`block-${index + 1}`} block={block} sentences={sentences} />
      ))}
    </div>
  );
}

type Sentence = { id: string; sentence: string };

function Block({ id, block, sentences }: { id: string; block: PolicyBlock; sentences: readonly Sentence[] }) {
  if (block.is === "heading")
    return block.level === 1 ? (
      <h3 id={id}>{block.text}</h3>
    ) : block.level === 2 ? (
      <h4 id={id}>{block.text}</h4>
    ) : (
      <h5 id={id}>{block.text}</h5>
    );
  if (block.is === "table") return <BlockTable id={id} {...block} sentences={sentences} />;
  if (block.is === "signature")
    return (
      <p id={id} class="item-signature">
        {block.text}
      </p>
    );
  return (
    <p id={id} class={block.is === "list-item" ? "item-list-item" : undefined}>
      {markSentences(block.text, sentences)}
    </p>
  );
}

interface BlockTableProps {
  id: string;
  rows: string[][];
  headerRows: number;
  sentences: readonly Sentence[];
}

function BlockTable({ id, rows, headerRows, sentences }: BlockTableProps) {
  return (
    <div class="table-scroll" id={id}>
      <table class="data-table">
        {headerRows > 0 && (
          <thead>
            {rows.slice(0, headerRows).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <th key={column} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {rows.slice(headerRows).map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{markSentences(cell, sentences)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each sentence once, in the order of the text; it has the target's id, so that the target leads to it. */
function markSentences(text: string, sentences: readonly Sentence[]): ComponentChildren[] {
  const found = sentences
    .map(({ id, sentence }) => ({ id, start: text.indexOf(sentence), length: sentence.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { id, start, length } of found) {
    // Several targets are read from one sentence: what is marked already takes the anchor of the next.
    const from = Math.max(start, at);
    const end = Math.max(from, start + length);
    const Mark = end > from ? "mark" : "span";
    parts.push(
      text.slice(at, from),
      <Mark key={id} id={`sentence-${id}`}>
        {text.slice(from, end)}
      </Mark>,
    );
    at = end;
  }
  return [...parts, text.slice(at)];
}
