import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type AuditRow, hashAuditRow } from "./audit.ts";
import { readHead, walkAuditRows } from "./store.ts";

/** A state of the chain that somebody wrote down earlier: its end then, with or without the row's number. */
export interface ExpectedState {
  number: number | null;
  hash: string;
}

/**
 * What is wrong at the first broken row: what it says was changed; it is not there; it does not follow the row before it;
 * the recorded end of the chain is another, lies further on, or is gone; the state written down earlier is not in the chain.
 */
export type ChainProblem = "content" | "missing" | "order" | "end-differs" | "end-missing" | "end-lost" | "unexpected";

export type Verification =
  | { sound: true; rows: number; head: { number: number; hash: string } }
  | { sound: false; rows: number; number: number; problem: ChainProblem };

/** What stands before the first row. */
const origin = "0".repeat(64);

/**
 * Works the whole chain out again and names the first row that is not as it was written. A log that was cut short together
 * with its recorded end is sound in itself: only a state written down elsewhere can tell.
 */
export function verifyAuditLog(
  context: Pick<Context, "database">,
  {
    expected = null,
    onProgress = () => {},
  }: { expected?: ExpectedState | null; onProgress?: (rows: number) => void } = {},
): Promise<Verification> {
  return read(context.database, async (transaction) => {
    let last = { number: 0, hash: origin };
    let isMet = expected === null || isState(last, expected);
    for await (const rows of walkAuditRows(transaction)) {
      for (const row of rows) {
        const problem = judgeRow(row, last);
        if (problem) return { sound: false, rows: last.number, number: last.number + 1, problem };
        last = { number: row.number, hash: row.hash };
        isMet ||= expected !== null && isState(last, expected);
      }
      onProgress(last.number);
    }
    const head = await readHead(transaction);
    const broken = (number: number, problem: ChainProblem) =>
      ({ sound: false, rows: last.number, number, problem }) as const;
    if (!head) return broken(last.number, "end-lost");
    if (head.number > last.number) return broken(last.number + 1, "end-missing");
    if (head.number < last.number || head.hash !== last.hash) return broken(last.number, "end-differs");
    if (!isMet) return broken(expected?.number ?? last.number, "unexpected");
    return { sound: true, rows: last.number, head };
  });
}

function judgeRow(row: AuditRow, before: { number: number; hash: string }): ChainProblem | null {
  if (row.number > before.number + 1) return "missing";
  if (row.previousHash !== before.hash || row.number <= before.number) return "order";
  return hashAuditRow(row) === row.hash ? null : "content";
}

function isState(state: { number: number; hash: string }, expected: ExpectedState): boolean {
  return state.hash === expected.hash && (expected.number === null || expected.number === state.number);
}

/** `HASH` or `NUMBER:HASH`, as the command prints it; null for anything else. */
export function readExpectedState(text: string): ExpectedState | null {
  const [, number, hash] = text.trim().match(/^(?:(\d{1,15}):)?([0-9a-f]{64})$/i) ?? [];
  if (hash === undefined) return null;
  return { number: number === undefined ? null : Number(number), hash: hash.toLowerCase() };
}
