import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { Problem } from "../checks/problem.ts";
import type { FoundTerm } from "../find-terms.ts";
import type { NamePerson } from "../people.ts";
import { longestTarget, type MemoryMatch, type Segment, type Translation } from "../translation.ts";
import { anchorOf } from "./editor-query.ts";
import { SegmentHelp } from "./segment-help.tsx";
import { SegmentProblems } from "./segment-problems.tsx";
import { lookOf, SegmentHead, SourceText } from "./segment-row.tsx";

/** What became of a sentence that could not be kept as it was sent. */
export interface Unsaved {
  typed: string;
  /** somebody else has changed it, it is too long, or the translation was approved meanwhile */
  reason: "conflict" | "too-large" | "approved";
}

export interface EditRowProps {
  translation: Translation;
  segment: Segment;
  problems: readonly Problem[];
  terms: readonly FoundTerm[];
  /** null: not looked up */
  matches: readonly MemoryMatch[] | null;
  helpHref: string;
  unsaved: Unsaved | undefined;
  mayWrite: boolean;
  mayDraft: boolean;
  language: Language;
  name: NamePerson;
}

/** One sentence: source left, translation right; stacked on a phone. */
export function EditRow(props: EditRowProps) {
  const { translation, segment, problems, unsaved, mayWrite, language, name } = props;
  const { id, mark, position } = segment;
  const target = unsaved?.typed ?? segment.target;
  return (
    <li
      id={anchorOf(position)}
      class={`segment ${lookOf(translation, segment)} is-${mark}`}
      data-segment={id}
      data-url={links.translationSegment(language, translation.id, id)}
    >
      <SegmentHead {...{ translation, segment, language, name }} />
      <SourceText translation={translation} source={segment.source} problems={problems} />
      <div class="segment-target">
        {unsaved && <UnsavedNotice unsaved={unsaved} segment={segment} translation={translation} language={language} />}
        {mayWrite ? (
          <TargetField {...props} target={target} />
        ) : (
          <p lang={languageTags[translation.targetLanguage]}>{target}</p>
        )}
        <div data-problems aria-live="polite">
          <SegmentProblems {...{ problems, target, language }} sides={translation} />
        </div>
      </div>
      <Help {...props} />
    </li>
  );
}

function TargetField({ translation, segment, target, mayDraft, language, unsaved }: EditRowProps & { target: string }) {
  const { id, mark, version, position } = segment;
  return (
    <>
      <input type="hidden" name={`version.${id}`} value={version} />
      {/* Not as an attribute of the field: that would be read in the language of the translation. */}
      <span id={`target-label-${id}`} hidden>
        {message(language, "translation.targetOf", { number: position + 1 })}
      </span>
      <textarea
        name={`target.${id}`}
        aria-labelledby={`target-label-${id}`}
        aria-invalid={unsaved ? true : undefined}
        lang={languageTags[translation.targetLanguage]}
        rows={Math.min(8, Math.max(2, Math.ceil(Math.max(target.length, segment.source.length) / 28)))}
        spellcheck={false}
      >
        {/* HTML Living Standard 13.1.2.5: a line end right after the tag would be dropped */}
        {target.startsWith("\n") ? `\n${target}` : target}
      </textarea>
      <p class="segment-commands">
        <button
          type="submit"
          name="save"
          value={id}
          class="quiet-button"
          data-words-confirm={message(language, "translation.confirm")}
          data-words-save={message(language, "translation.save")}
        >
          {message(language, mark === "machine" ? "translation.confirm" : "translation.save")}
        </button>
        {mayDraft && (
          // A save by itself may fill or empty the sentence: the button then comes or goes.
          <button type="submit" name="draft" value={id} class="quiet-button" hidden={mark !== "empty"}>
            {message(language, "translation.draftOne")}
          </button>
        )}
        <span class="segment-status" data-status />
      </p>
    </>
  );
}

/** Both texts, so that nothing is lost: what was typed stays in the field. */
export function UnsavedNotice({
  unsaved,
  segment,
  translation,
  language,
}: {
  unsaved: Unsaved;
  segment: Segment;
  translation: Translation;
  language: Language;
}) {
  if (unsaved.reason === "too-large")
    return <p class="field-error">{message(language, "translation.tooLong", { most: longestTarget })}</p>;
  if (unsaved.reason === "approved") return <p class="field-error">{message(language, "translation.notKept")}</p>;
  return (
    <div class="segment-conflict" role="alert">
      <p class="field-error">{message(language, "translation.conflict.title")}</p>
      <p lang={languageTags[translation.targetLanguage]} class="conflict-theirs">
        {segment.target === "" ? message(language, "translation.conflict.emptied") : segment.target}
      </p>
      <p>{message(language, "translation.conflict.text")}</p>
      <p class="segment-commands">
        <button
          type="submit"
          name="theirs"
          value={segment.id}
          class="quiet-button"
          data-theirs={segment.target}
          data-version={segment.version}
        >
          {message(language, "translation.conflict.theirs")}
        </button>
        <button
          type="submit"
          name="save"
          value={segment.id}
          class="quiet-button"
          data-mine
          data-version={segment.version}
        >
          {message(language, "translation.conflict.mine")}
        </button>
      </p>
    </div>
  );
}

function Help({ segment, translation, terms, matches, helpHref, language, mayWrite }: EditRowProps) {
  return (
    <details class="segment-help" open={matches !== null} data-help>
      <summary>{message(language, "translation.help.summary", { count: terms.length })}</summary>
      <div data-help-content>
        <SegmentHelp
          {...{ segment, matches, terms, language, mayWrite }}
          direction={translation}
          href={`${helpHref}#${anchorOf(segment.position)}`}
        />
      </div>
    </details>
  );
}
