import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import type { Problem } from "../checks/problem.ts";
import type { Translation } from "../translation.ts";
import { choose, countShows, type Jump, linkToSegment, type ShowCounts } from "./editor-query.ts";
import { hasErrors } from "./segment-problems.tsx";

/** What the editor says of the whole translation: a sentence that is saved by itself brings it up to date. */
export interface EditorOverview {
  /** sentences that each filter shows */
  shows: ShowCounts;
  /** where the next sentence of a kind stands; null where there is none */
  jumps: Record<Jump, string | null>;
  /** sentences that keep the text from its review */
  left: number;
  /** sentences that are almost surely wrong */
  faulty: number;
}

/** `from`: 1-based position of the first sentence in sight; the next of a kind is looked for from there, or else from the top. */
export function surveyTranslation(
  { id, segments, progress }: Pick<Translation, "id" | "segments" | "progress">,
  problems: ReadonlyMap<string, readonly Problem[]>,
  { language, from }: { language: Language; from: number },
): EditorOverview {
  const link = (one: Jump) => {
    const fitting = choose(segments, one, problems);
    const next = fitting.find(({ position }) => position + 1 >= from) ?? fitting[0];
    return next ? linkToSegment({ language }, id, next.position, "edit") : null;
  };
  return {
    shows: countShows(segments, problems),
    jumps: {
      ...{ empty: link("empty"), machine: link("machine") },
      ...{ edited: link("edited"), problems: link("problems") },
    },
    left: progress.empty + progress.machine,
    faulty: [...problems.values()].filter(hasErrors).length,
  };
}

/** How many sentences keep the text from its review. */
export function sayLeft({ left }: EditorOverview, language: Language): string {
  return left > 0
    ? message(language, "translation.submit.left", { count: left })
    : message(language, "translation.submit.ready");
}

export function nameSubmit({ left, faulty }: EditorOverview, language: Language): string {
  return message(language, left === 0 && faulty > 0 ? "translation.submit.despite" : "translation.submit.button");
}

/** Once nothing else keeps the text from its review, what still seems wrong is said. */
export function FaultyNotice({
  overview: { left, faulty },
  language,
}: {
  overview: EditorOverview;
  language: Language;
}) {
  if (left > 0 || faulty === 0) return null;
  return (
    <Notice tone="warning">
      <p>{message(language, "translation.submit.faulty", { count: faulty })}</p>
    </Notice>
  );
}
