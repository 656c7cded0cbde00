/** Keys may hold ids and days that readers choose, so the number of entries has a limit; what was used longest ago goes first. */
const mostEntries = 1_000;
/** A large value may be a megabyte in a programme of a hundred thousand activities. */
const mostLargeEntries = 32;

/**
 * Values worked out from one revision of the records: dropped as soon as the records change.
 * A process that serves pages follows the revision by NOTIFY; a command sees one revision only.
 */
export class RecordCache {
  #revision = 0;
  readonly #values = new Map<string, Promise<unknown>>();
  readonly #largeValues = new Map<string, Promise<unknown>>();

  get revision(): number {
    return this.#revision;
  }

  setRevision(revision: number): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.clear();
  }

  clear(): void {
    this.#values.clear();
    this.#largeValues.clear();
  }

  /** The value under the key, loaded once a revision; a failed load is not kept. */
  get<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    return keep(this.#values, mostEntries, key, load);
  }

  /** The same for lists of records, of which there is one for every day and year that a reader may choose. */
  getLarge<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
    return keep(this.#largeValues, mostLargeEntries, key, load);
  }
}

function keep<Value>(
  values: Map<string, Promise<unknown>>,
  most: number,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const present = values.get(key);
  if (present) {
    // A hit moves to the young end: the entry used longest ago is the first in the map.
    values.delete(key);
    values.set(key, present);
    return present as Promise<Value>;
  }
  const loading = load();
  values.set(key, loading);
  if (values.size > most) values.delete(values.keys().next().value ?? key);
  loading.catch(() => {
    if (values.get(key) === loading) values.delete(key);
  });
  return loading;
}
