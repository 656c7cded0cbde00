import type { ComponentChildren } from "preact";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { assembleTranslation, clauseNumberOf, type TranslatedBlock, type TranslatedText } from "../assemble.ts";
import { segmentMarks, type Translation } from "../translation.ts";
import type { Workspace } from "./gather-workspace.ts";
import { MarkTag } from "./marks.tsx";

/** Source and translation side by side, as the document stands; what is not reviewed says so at each sentence. */
export function ReadView({ workspace, language }: { workspace: Workspace; language: Language }) {
  const { translation } = workspace;
  const { title, blocks } = assembleTranslation(translation);
  return (
    <>
      {translation.state !== "approved" && (
        <Notice tone="warning">
          <p>{message(language, "translation.read.notApproved")}</p>
        </Notice>
      )}
      <Legend progress={translation.progress} language={language} />
      <article class="read-text">
        <div class="read-pair read-sides" aria-hidden="true">
          <p>{message(language, `translation.languages.${translation.sourceLanguage}`)}</p>
          <p>{message(language, `translation.languages.${translation.targetLanguage}`)}</p>
        </div>
        <Pair look="read-title" texts={[title]} translation={translation} language={language} />
        {blocks.map((block, index) =>
          block.is === "table" ? (
            <Tables key={index} block={block} translation={translation} language={language} />
          ) : (
            <Pair
              key={index}
              look={block.is === "heading" ? `read-heading read-heading-${block.level}` : `read-${block.is}`}
              texts={block.texts}
              translation={translation}
              language={language}
            />
          ),
        )}
      </article>
    </>
  );
}

/** Of the marks that stand in the text; none where every sentence is reviewed. */
function Legend({ progress, language }: { progress: Translation["progress"]; language: Language }) {
  const present = segmentMarks.filter((mark) => progress[mark] > 0);
  if (!present.some((mark) => mark !== "reviewed")) return null;
  return (
    <div class="read-legend">
      <p>{message(language, progress.reviewed > 0 ? "translation.read.legend" : "translation.read.legendMarked")}</p>
      <ul>
        {present.map((mark) => (
          <li key={mark}>
            <MarkTag mark={mark} language={language} /> <span class="numeral">{progress[mark]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SideProps {
  translation: Translation;
  language: Language;
}

function Pair({ look, texts, translation, language }: SideProps & { look: string; texts: readonly TranslatedText[] }) {
  const source = texts.map((text) => text.source).join("");
  const clause = clauseNumberOf(source);
  return (
    <div class={`read-pair ${look}`}>
      <p lang={languageTags[translation.sourceLanguage]}>
        {clause === null ? (
          source
        ) : (
          <>
            <span class="clause-number">{clause}</span>
            {source.slice(clause.length)}
          </>
        )}
      </p>
      <p lang={languageTags[translation.targetLanguage]}>
        {texts.map((text, index) => (
          <Sentence key={index} text={text} translation={translation} language={language} />
        ))}
      </p>
    </div>
  );
}

/** Symbol, colour and word: a machine's sentence is never taken for a person's. */
function Sentence({ text, translation, language }: SideProps & { text: TranslatedText }) {
  const { mark, source, target } = text;
  const space = translation.targetLanguage === "en" ? " " : "";
  if (mark === "reviewed") return <>{`${target}${space}`}</>;
  return (
    <span
      class={`read-sentence mark-${mark}`}
      lang={mark === "empty" ? languageTags[translation.sourceLanguage] : undefined}
      title={message(language, `translation.mark.${mark}`)}
    >
      {mark === "empty" ? source : target}
      <span class="visually-hidden" lang={languageTags[language]}>
        {message(language, "translation.read.aside", { mark: message(language, `translation.mark.${mark}`) })}
      </span>
      {space}
    </span>
  );
}

/** A table stands twice, so that neither loses its columns. */
function Tables({ block, translation, language }: SideProps & { block: TranslatedTable }) {
  const { sourceLanguage, targetLanguage } = translation;
  return (
    <div class="read-pair read-tables">
      <SideTable block={block} of={sourceLanguage} language={language} cell={({ source }) => <>{source}</>} />
      <SideTable
        block={block}
        of={targetLanguage}
        language={language}
        cell={(text) => <Sentence text={text} translation={translation} language={language} />}
      />
    </div>
  );
}

type TranslatedTable = Extract<TranslatedBlock, { is: "table" }>;

interface SideTableProps {
  block: TranslatedTable;
  of: Language;
  language: Language;
  cell: (text: TranslatedText) => ComponentChildren;
}

function SideTable({ block, of, language, cell }: SideTableProps) {
  const label = message(language, `translation.languages.${of}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, a scroll area must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      <table class="data-table" lang={languageTags[of]}>
        <tbody>
          {block.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((text, cellIndex) =>
                rowIndex < block.headerRows ? (
                  <th key={cellIndex} scope="col">
                    {cell(text)}
                  </th>
                ) : (
                  <td key={cellIndex}>{cell(text)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
