import { refuse } from "./read-date-problem.ts";
import { type Token, wordRules } from "./read-date-words.ts";

export interface TokenList {
  tokens: Token[];
  /** remarks that say nothing about the date: 「（調整中）」 */
  unread: string[];
}

/** Reads normalised text from left to right; every position is looked at once, so that no text can be slow. */
export function splitDateText(text: string): TokenList {
  const tokens: Token[] = [];
  const unread: string[] = [];
  let position = 0;
  while (position < text.length) {
    const bracket = readBracket(text, position);
    if (bracket !== null) {
      if (bracket.tokens === null) unread.push(bracket.content);
      else tokens.push(...bracket.tokens);
      position = bracket.end;
      continue;
    }
    const step = readToken(text, position) ?? refuse({ code: "unreadable" });
    if (step.token === "remark") unread.push(text.slice(position, step.end));
    else if (step.token !== "nothing") tokens.push(step.token);
    position = step.end;
  }
  return { tokens, unread };
}

interface Bracket {
  content: string;
  /** null: a remark */
  tokens: Token[] | null;
  end: number;
}

/** 「（月）」 is a weekday there and nowhere else; brackets around digits, as in 「2015年（3月）」, count as none. */
function readBracket(text: string, position: number): Bracket | null {
  if (text[position] !== "(") return null;
  const close = text.indexOf(")", position);
  if (close === -1) return null;
  const content = text.slice(position + 1, close).trim();
  const end = close + 1;
  const weekday = readWeekday(content);
  if (weekday !== null) return { content, tokens: [{ type: "weekday", value: weekday }], end };
  if (uncertainRemarks.test(content)) return { content, tokens: [{ type: "uncertain" }], end };
  if (/\d/.test(content)) return { content, tokens: splitDateText(content).tokens, end };
  return { content, tokens: null, end };
}

const uncertainRemarks = /^(?:\?|待定|未定|仮|暫定|暂定|uncertain|tentative|tbc|to be confirmed|provisional)$/;

/** 「月」, 「月・祝」, 「火曜」, 「星期二」, “Tue” */
function readWeekday(content: string): number | null {
  const bare = content.replace(/[・、,]?(?:祝日?|休日?|振休)$/, "");
  const short = "月火水木金土日".indexOf(bare);
  if (bare.length === 1 && short !== -1) return short + 1;
  const step = readToken(bare, 0);
  return step !== null && step.end === bare.length && typeof step.token === "object" && step.token.type === "weekday"
    ? step.token.value
    : null;
}

function readToken(text: string, position: number): { token: Token | "nothing" | "remark"; end: number } | null {
  for (const { pattern, make } of wordRules) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (match !== null && match[0] !== "") return { token: make(match), end: position + match[0].length };
  }
  return null;
}
