/** Shares of the font size that a character takes: Han, kana and emoji stand on a square, Latin letters on about its half. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80 && !(code >= 0xff61 && code <= 0xffdc)) return 1;
  if (code >= 0x2190) return 0.95;
  if (/\p{M}/u.test(character)) return 0;
  return /[A-ZWMmw@%&]/.test(character) ? 0.72 : /[ iIl.,:;'|()[\]]/.test(character) ? 0.32 : 0.58;
}

/** About how wide a text of this font size is drawn, in the same unit; SVG cannot be asked before it is drawn. */
export function measureText(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0) * size;
}

/** As much of the text as fits, with an ellipsis where something is missing. */
export function cutText(text: string, size: number, width: number): string {
  if (measureText(text, size) <= width) return text;
  let room = width - measureText("…", size);
  const kept: string[] = [];
  for (const character of text) {
    room -= measureText(character, size);
    if (room < 0) break;
    kept.push(character);
  }
  return `${kept.join("").trimEnd()}…`;
}

/** Lines of at most this width; words of Latin letters stay whole where they can. What is left after the last line is cut. */
export function wrapText(text: string, size: number, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== "" && lines.length < mostLines - 1) {
    const end = findLineEnd(rest, size, width);
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? lines : [...lines, cutText(rest, size, width)];
}

/** No line begins with these (JIS X 4051, 行頭禁則). */
const neverFirst = /^[、。，．：；！？）」』】〕》〉”’,.:;!?)\]]/u;

function findLineEnd(text: string, size: number, width: number): number {
  let used = 0;
  let end = 0;
  let lastBreak = 0;
  for (const character of text) {
    used += measureText(character, size);
    if (used > width) return chooseEnd(text, end, lastBreak);
    end += character.length;
    const next = text.slice(end);
    if ((character === " " || widthOf(character) === 1) && !neverFirst.test(next)) lastBreak = end;
  }
  return text.length;
}

/** At the last place where a line may end, unless that leaves most of the line empty. */
function chooseEnd(text: string, end: number, lastBreak: number): number {
  if (lastBreak > end / 2) return lastBreak;
  return Math.max(end, [...text][0]?.length ?? 1);
}
