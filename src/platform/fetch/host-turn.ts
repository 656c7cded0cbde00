import type { Context } from "../context.ts";
import { FetchFailure } from "./fetch-problem.ts";
import { locksOf, type SessionLocks } from "./session-locks.ts";

/** What is remembered of a host. */
export interface HostMemory {
  robots: string | null;
  robotsStatus: number | null;
  robotsAt: Date | null;
  failures: number;
}

export interface TurnResult<Result> {
  result: Result;
  /** before the next request to this host */
  waitMilliseconds: number;
}

/** Whoever would wait longer is sent away with the time at which to come back. */
const longestWaitMilliseconds = 90_000;
const askAgainMilliseconds = 250;
const longestPenaltyMilliseconds = 3_600_000;

/**
 * Lets one request at a time go to a host, over all processes, with its pause after each. Throws FetchFailure
 * `host-waiting` where the host wants to be left alone for longer.
 */
export async function takeTurn<Result>(
  { database }: Pick<Context, "database">,
  host: string,
  work: (memory: HostMemory) => Promise<TurnResult<Result>>,
): Promise<Result> {
  const locks = locksOf(database.pool);
  const name = `fetch ${host}`;
  return inOrder(name, async () => {
    await lockPatiently(locks, name);
    try {
      const { waiting, ...memory } = await readHost(database.pool, host);
      if (waiting > longestWaitMilliseconds)
        throw new FetchFailure("temporary", "host-waiting", { host }, new Date(Date.now() + waiting));
      if (waiting > 0) await sleep(waiting);
      const outcome = await work(memory).catch(async (error: unknown) => {
        await punishHost(database.pool, host, memory.failures, error);
        throw error;
      });
      if (outcome.waitMilliseconds > 0 || memory.failures > 0)
        await database.pool.query(
          "update fetch_hosts set next_allowed_at = clock_timestamp() + $2 * interval '1 ms', failures = 0 where host = $1",
          [host, outcome.waitMilliseconds],
        );
      return outcome.result;
    } finally {
      await locks.unlock(name);
    }
  });
}

/** After a failure that later may be none, the host is left alone: twice as long each time, or as long as it asks for. */
async function punishHost(pool: Pool, host: string, failures: number, error: unknown): Promise<void> {
  if (!(error instanceof FetchFailure) || error.kind !== "temporary") return;
  const asked = error.retryAt === null ? 0 : error.retryAt.getTime() - Date.now();
  const own = failures === 0 ? 0 : Math.min(1_000 * 2 ** Math.min(failures, 12), longestPenaltyMilliseconds);
  await pool.query(
    "update fetch_hosts set next_allowed_at = clock_timestamp() + $2 * interval '1 ms', failures = failures + 1 where host = $1",
    [host, Math.round(Math.max(asked, own))],
  );
}

type Pool = Context["database"]["pool"];

async function readHost(pool: Pool, host: string): Promise<HostMemory & { waiting: number }> {
  const columns = `robots, robots_status, robots_at, failures,
    (extract(epoch from next_allowed_at - clock_timestamp()) * 1000)::float8 as waiting`;
  const find = () => pool.query(`select ${columns} from fetch_hosts where host = $1`, [host]);
  let { rows } = await find();
  if (rows.length === 0) {
    await pool.query(
      "insert into fetch_hosts (host, next_allowed_at) values ($1, clock_timestamp()) on conflict do nothing",
      [host],
    );
    ({ rows } = await find());
  }
  const [row] = rows;
  return {
    robots: row.robots,
    robotsStatus: row.robots_status,
    robotsAt: row.robots_at,
    failures: row.failures,
    waiting: row.waiting,
  };
}

async function lockPatiently(locks: SessionLocks, name: string): Promise<void> {
  const until = Date.now() + longestWaitMilliseconds;
  while (!(await locks.tryLock(name))) {
    if (Date.now() > until) throw new FetchFailure("temporary", "host-waiting", { host: name.slice(6) });
    await sleep(askAgainMilliseconds);
  }
}

const queues = new Map<string, Promise<unknown>>();

/** Within the process nobody asks the database who is first. */
async function inOrder<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const before = queues.get(name);
  const mine = before ? before.then(work, work) : work();
  queues.set(name, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(name) === mine) queues.delete(name);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
