import { foldTitle } from "../../core/fold-title.ts";
import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { NeedInput } from "./check-need.ts";
import type { Need } from "./need.ts";

/**
 * Needs of the same city that say the same: one title in a language that both have, or, where they share no language, the same topics and
 * kinds. One that was given up or became another is none.
 */
export function findAlikeNeeds(
  input: Pick<NeedInput, "organisation" | "title" | "topics" | "kinds">,
  needs: readonly Need[],
  governmentOf: (organisation: string) => string,
): Need[] {
  const city = governmentOf(input.organisation);
  return needs.filter(
    (need) =>
      need.state !== "withdrawn" &&
      need.state !== "changed" &&
      governmentOf(need.organisation) === city &&
      (sayTheSame(input.title, need.title) ??
        (hasSame(input.topics, need.topics) && hasSame<string>(input.kinds, need.kinds))),
  );
}

/** Null where they share no language. */
export function sayTheSame(one: Localized, other: Localized): boolean | null {
  const shared = languages.filter((language) => one[language] && other[language]);
  return shared.length === 0
    ? null
    : shared.some((language) => foldTitle(one[language] ?? "") === foldTitle(other[language] ?? ""));
}

function hasSame<Value>(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
