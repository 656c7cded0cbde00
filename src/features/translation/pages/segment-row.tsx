import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { clauseNumberOf } from "../assemble.ts";
import type { Problem } from "../checks/problem.ts";
import type { NamePerson } from "../people.ts";
import { isTitle, type Segment, type Translation } from "../translation.ts";
import { anchorOf } from "./editor-query.ts";
import { Highlighted } from "./highlight.tsx";
import { MarkTag } from "./marks.tsx";

/** How a sentence stands in the source: its look follows from it, and cells say which they are. */
export function lookOf({ blocks }: Pick<Translation, "blocks">, segment: Segment): string {
  if (isTitle(segment)) return "segment-title";
  const block = blocks[segment.path[0] ?? 0];
  const starts = segment.path.at(-1) === 0 ? " segment-start" : "";
  if (!block) return "";
  if (block.is === "table") {
    const [, row = 0, cell = 0] = segment.path;
    const look = row < block.headerRows ? "segment-cell segment-head-cell" : "segment-cell";
    return cell === 0 ? `${look} segment-start` : look;
  }
  return `segment-${block.is}${starts}`;
}

export function placeOf({ blocks }: Pick<Translation, "blocks">, segment: Segment, language: Language): string | null {
  if (isTitle(segment)) return message(language, "translation.place.title");
  const block = blocks[segment.path[0] ?? 0];
  if (block?.is === "heading") return message(language, "translation.place.heading");
  if (block?.is !== "table") return segment.path.at(-1) === 0 ? clauseNumberOf(segment.source) : null;
  const [index = 0, row = 0, cell = 0] = segment.path;
  const table = blocks.slice(0, index + 1).filter(({ is }) => is === "table").length;
  return message(language, "translation.place.cell", { table, row: row + 1, cell: cell + 1 });
}

interface SegmentHeadProps {
  translation: Translation;
  segment: Segment;
  language: Language;
  name: NamePerson;
}

/** Number, place, mark, where the text comes from and who stands for it. */
export function SegmentHead({ translation, segment, language, name }: SegmentHeadProps) {
  const place = placeOf(translation, segment, language);
  return (
    <p class="segment-facts">
      <a class="segment-number numeral" href={`#${anchorOf(segment.position)}`}>
        {segment.position + 1}
      </a>
      {place !== null && (
        // The number of a clause is quoted from the source; any other place is said in the reader's words.
        <span
          class="segment-place"
          lang={place === clauseNumberOf(segment.source) ? languageTags[translation.sourceLanguage] : undefined}
        >
          {place}
        </span>
      )}
      <span data-mark>
        <MarkFacts segment={segment} language={language} name={name} />
      </span>
    </p>
  );
}

export function MarkFacts({ segment, language, name }: Omit<SegmentHeadProps, "translation">) {
  const { mark, origin, provider, memoryScore, changed, reviewed } = segment;
  return (
    <>
      <MarkTag mark={mark} language={language} />
      {mark !== "empty" && origin === "memory" && (
        <span class="segment-origin">
          {message(language, "translation.origin.memory", { score: memoryScore ?? 100 })}
        </span>
      )}
      {mark !== "empty" && origin === "machine" && provider !== null && (
        <span class="segment-origin">{message(language, "translation.origin.machine", { provider })}</span>
      )}
      {mark !== "empty" && origin === "import" && (
        <span class="segment-origin">{message(language, "translation.origin.import")}</span>
      )}
      {changed?.by && mark !== "empty" && (
        <span class="segment-who">{message(language, "translation.translatedBy", { name: name(changed.by) })}</span>
      )}
      {reviewed && (
        <span class="segment-who">{message(language, "translation.reviewedBy", { name: name(reviewed.by) })}</span>
      )}
    </>
  );
}

export function SourceText({
  translation,
  source,
  problems,
}: {
  translation: Pick<Translation, "sourceLanguage">;
  source: string;
  problems: readonly Problem[];
}) {
  return (
    <p class="segment-source" lang={languageTags[translation.sourceLanguage]} data-source>
      <Highlighted text={source} ranges={problems.flatMap((problem) => (problem.source ? [problem.source] : []))} />
    </p>
  );
}
