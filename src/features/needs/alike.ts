import { foldTitle } from "../../core/fold-title.ts";
import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Need } from "./need.ts";

/** What needs and offers are told apart by. */
type Described = Pick<Need, "organisation" | "title" | "topics" | "kinds">;

/**
 * Needs, or offers, of the same city or body that say the same: one title in a language that both have, or, where they share no language,
 * the same topics and kinds. Those that stand no longer are the caller's to leave out.
 */
export function findAlike<Present extends Described>(
  input: Described,
  present: readonly Present[],
  governmentOf: (organisation: string) => string,
): Present[] {
  const city = governmentOf(input.organisation);
  return present.filter(
    (one) =>
      governmentOf(one.organisation) === city &&
      (sayTheSame(input.title, one.title) ??
        (hasSame(input.topics, one.topics) && hasSame<string>(input.kinds, one.kinds))),
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
