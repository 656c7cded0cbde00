import type { Pool, PoolClient } from "pg";

/**
 * Locks of this process in the database that last as long as its connection: whoever is killed holds none any more, so that
 * another can go on at once. All of a process's locks stand on one connection, which it keeps only while it holds any.
 */
export class SessionLocks {
  readonly #pool: Pool;
  #client: Promise<PoolClient> | null = null;
  readonly #held = new Set<string>();
  #asking = 0;
  /** a connection answers one question at a time */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Whether the lock was free; this process may not ask for one that it holds. */
  async tryLock(name: string): Promise<boolean> {
    if (this.#held.has(name)) return false;
    this.#held.add(name);
    this.#asking += 1;
    let got = false;
    try {
      got = await this.#ask("select pg_try_advisory_lock(hashtextextended($1, 7)) as done", name);
      return got;
    } finally {
      this.#asking -= 1;
      if (!got) this.#held.delete(name);
      if (!got) await this.#leave();
    }
  }

  async unlock(name: string): Promise<void> {
    if (!this.#held.has(name)) return;
    this.#asking += 1;
    try {
      await this.#ask("select pg_advisory_unlock(hashtextextended($1, 7)) as done", name);
    } finally {
      this.#asking -= 1;
      this.#held.delete(name);
      await this.#leave();
    }
  }

  #ask(question: string, name: string): Promise<boolean> {
    const answer = this.#last.then(async () => {
      const client = await this.#connect();
      const { rows } = await client.query(question, [name]);
      return rows[0]?.done === true;
    });
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #connect(): Promise<PoolClient> {
    this.#client ??= this.#pool.connect().then(
      (client) => {
        // With the connection its locks are gone; what is under way ends, and the next lock gets a new connection.
        client.once("error", this.#drop);
        return client;
      },
      (error: unknown) => {
        this.#client = null;
        throw error;
      },
    );
    return this.#client;
  }

  readonly #drop = (): void => {
    const lost = this.#client;
    this.#client = null;
    lost?.then((client) => client.release(true)).catch(() => undefined);
  };

  async #leave(): Promise<void> {
    if (this.#held.size > 0 || this.#asking > 0 || this.#client === null) return;
    const leaving = this.#client;
    this.#client = null;
    const client = await leaving;
    client.removeListener("error", this.#drop);
    client.release();
  }
}

const locks = new WeakMap<Pool, SessionLocks>();

export function locksOf(pool: Pool): SessionLocks {
  const known = locks.get(pool) ?? new SessionLocks(pool);
  locks.set(pool, known);
  return known;
}
