/** Keys hold days and years that readers choose, so the number of entries has a limit; the oldest goes first. */
const mostEntries = 1_000;

/**
 * Values worked out from one revision of the records: dropped as soon as the records change.
 * A process that serves pages follows the revision by NOTIFY; a command sees one revision only.
 */
export class RecordCache {
  #revision = 0;
  readonly #values = new Map<string, Promise<unknown>>();

  get revision(): number {
    return this.#revision;
  }

  setRevision(revision: number): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#values.clear();
  }

  clear(): void {
    this.#values.clear();
  }

  /** The value under the key, loaded once a revision; a failed load is not kept. */
  get<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    const present = this.#values.get(key);
    if (present) return present as Promise<Value>;
    const loading = load();
    this.#values.set(key, loading);
    if (this.#values.size > mostEntries) this.#values.delete(this.#values.keys().next().value ?? key);
    loading.catch(() => {
      if (this.#values.get(key) === loading) this.#values.delete(key);
    });
    return loading;
  }
}
