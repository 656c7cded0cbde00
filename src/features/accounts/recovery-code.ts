import { randomInt } from "node:crypto";

/** Letters and digits that nobody confuses on paper: no 0 and o, no 1, i and l. 31^10 is 49 bits. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** As "k7m2p-x9wqa": written down on paper, typed on another day. */
export function makeRecoveryCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 5).join("")}-${letters.slice(5).join("")}`;
}

/** The code as it was made, whatever spaces, capitals or wide letters it was typed with. */
export function readRecoveryCode(typed: string): string {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}
