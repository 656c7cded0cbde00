import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** NIST SP 800-63B-4 §3.1.1.2: length counts, not a mixture of kinds of characters; at least 64 must be allowed. */
export const shortestPassword = 12;
export const longestPassword = 128;
/** "safely unguessable": more than 10^8 guesses */
const leastScore = 3;

/** Why a password is not taken; each has words in `account.password.*`. */
export type PasswordWeakness =
  | "tooShort"
  | "tooLong"
  | "ownData"
  | "common"
  | "keyboard"
  | "repeat"
  | "sequence"
  | "date"
  | "guessable";

let judge: Promise<ZxcvbnFactory> | undefined;

/** What is weak about the password, given what anyone knows about the person; null where it is good. */
export async function findPasswordWeakness(
  password: string,
  about: readonly string[],
): Promise<PasswordWeakness | null> {
  const length = [...password].length;
  if (length < shortestPassword) return "tooShort";
  if (length > longestPassword) return "tooLong";
  judge ??= createJudge();
  const { score, sequence } = (await judge).check(password, splitWords(about));
  if (score >= leastScore) return null;
  const longest = sequence.toSorted((a, b) => b.token.length - a.token.length)[0];
  if (!longest) return "guessable";
  if (longest.pattern === "dictionary")
    return "dictionaryName" in longest && longest.dictionaryName === "userInputs" ? "ownData" : "common";
  const byPattern: Record<string, PasswordWeakness> = {
    spatial: "keyboard",
    repeat: "repeat",
    sequence: "sequence",
    date: "date",
    regex: "date",
  };
  return byPattern[longest.pattern] ?? "guessable";
}

/** Its dictionaries take 25 MB of memory, so that they are read when the first password is chosen. */
async function createJudge(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: longestPassword,
  });
}

/** The whole and its parts: of an address what stands before the host, of a name the family and given name. */
function splitWords(texts: readonly string[]): string[] {
  return [
    ...new Set(
      texts
        .flatMap((text) => [text, ...text.split("@"), ...text.split(/[\s@.\-_・,]+/)])
        .filter((word) => word.length > 2),
    ),
  ];
}
