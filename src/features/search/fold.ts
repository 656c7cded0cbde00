import { foldText } from "../../core/text-folding.ts";

/**
 * The shadow of a text, which is what searches look at. Letters are folded as in core/text-folding.ts (compatibility forms, case,
 * accents, kana, variants of Han characters). Unlike there, words of spaced scripts stay apart: the shadow is made of runs
 * parted by one space, with a space at both ends. A run is either unspaced script (Han, kana, Hangul) or one word. Spaces between
 * unspaced characters vanish (「沈　陽」), punctuation parts runs, and so does the border between scripts (「PM2.5濃度」).
 */
export interface Shadow {
  text: string;
  /** for each UTF-16 unit of `text`, where the original piece begins that it comes from */
  starts: Uint32Array;
  /** and where that piece ends */
  ends: Uint32Array;
}

export function foldForSearch(text: string): string {
  return castShadow(text).text;
}

type Script = "unspaced" | "word" | "mark";

export function castShadow(text: string): Shadow {
  const units: string[] = [" "];
  const starts: number[] = [0];
  const ends: number[] = [0];
  let script: Script | null = null;
  // What stood between the last run and here: nothing, spaces only, or something that parts.
  let gap: "none" | "space" | "mark" = "none";
  let isNumber: boolean = false;
  const put = (character: string, from: number, to: number) => {
    for (const unit of character.split("")) {
      units.push(unit);
      starts.push(from);
      ends.push(to);
    }
  };
  for (const { character, from, to, next } of foldPieces(text)) {
    const kind = scriptOf(character);
    if (kind === "mark") {
      // A mark belongs to the letter before it; one that stands alone is none.
      if (gap === "none" && script !== null) put(character, from, to);
      else gap = "mark";
      continue;
    }
    if (kind === null) {
      // 2.5 and 1,000 stay one number; the comma goes.
      const inNumber = gap === "none" && /\d/.test(units.at(-1) ?? "") && /^\d/.test(next);
      if (inNumber && character === ".") put(character, from, to);
      else if (!(inNumber && character === ",") && gap !== "mark")
        gap = /^[\s\p{Cf}]$/u.test(character) ? "space" : "mark";
      continue;
    }
    const isDigit = /^\p{N}$/u.test(character);
    const joined: boolean =
      script === null ||
      (script === kind && (gap === "none" || (gap === "space" && kind === "unspaced")) && !(isNumber && !isDigit));
    if (!joined && units.length > 1) put(" ", from, from);
    // A unit stands apart from its number, 35μg like 35 μg, but PM2.5 is a word.
    isNumber = kind === "word" && isDigit && (isNumber || !joined || script === null);
    put(character, from, to);
    script = kind;
    gap = "none";
  }
  if (units.length > 1) put(" ", text.length, text.length);
  return { text: units.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Where a stretch of the shadow stands in the original text. */
export function originalRange({ starts, ends }: Shadow, from: number, to: number): [number, number] {
  return [starts[from] ?? 0, ends[to - 1] ?? 0];
}

interface Piece {
  character: string;
  from: number;
  to: number;
  /** the folded character after it, within the same piece or the next; empty at the end */
  next: string;
}

/** A letter with the marks that follow it folds as one (か + ゛, e + ´), so that its place in the original is known. */
const cluster = /[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gsu;

function* foldPieces(text: string): Generator<Piece> {
  let waiting: Piece | null = null;
  for (const match of text.matchAll(cluster)) {
    const from = match.index;
    const to = from + match[0].length;
    for (const character of foldCluster(match[0])) {
      if (waiting) yield { ...waiting, next: character };
      waiting = { character, from, to, next: "" };
    }
  }
  if (waiting) yield waiting;
}

const known = new Map<string, string>();

/** What a cluster folds to; marks that foldText would drop are kept, because they part words. */
function foldCluster(piece: string): string {
  const present = known.get(piece);
  if (present !== undefined) return present;
  let folded = "";
  for (const part of piece.normalize("NFKC")) {
    const letters = foldText(part);
    folded += letters === "" && !/\p{M}/u.test(part) ? part : letters;
  }
  if (folded.length > 1) folded = foldMixed(folded, piece);
  // A text may hold any characters, but most hold a few thousand.
  if (known.size > 50_000) known.clear();
  known.set(piece, folded);
  return folded;
}

/** A letter and its accent may have become one only after the other was folded; a symbol with a mark is neither. */
function foldMixed(folded: string, piece: string): string {
  if (!/\p{M}/u.test(piece.normalize("NFKC"))) return folded;
  const whole = foldText(piece);
  return /^\p{M}/u.test(whole) ? " " : whole;
}

const scripts = new Map<string, Script | null>();

function scriptOf(character: string): Script | null {
  let script = scripts.get(character);
  if (script === undefined) {
    script = findScript(character);
    if (scripts.size > 50_000) scripts.clear();
    scripts.set(character, script);
  }
  return script;
}

function findScript(character: string): Script | null {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]$/u.test(character))
    return /^[\p{L}\p{N}]$/u.test(character) ? "unspaced" : null;
  if (/^\p{M}$/u.test(character)) return "mark";
  return /^[\p{L}\p{N}]$/u.test(character) ? "word" : null;
}

/** The runs of a shadow. */
export function runsOf(shadow: string): string[] {
  return shadow.split(" ").filter((run) => run !== "");
}

export function isUnspaced(run: string): boolean {
  const [first = ""] = run;
  return scriptOf(first) === "unspaced";
}
