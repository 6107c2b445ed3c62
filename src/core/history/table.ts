/**
 * A map that can be changed without changing its earlier values at a cost that does not grow with its size: what a
 * session changes lies in a small layer over a big one that is never copied. Keys from outside are safe.
 */
export class Table<Value> {
  readonly #base: ReadonlyMap<string, Value>;
  readonly #top: Map<string, Value | undefined>;

  constructor(base: ReadonlyMap<string, Value> = new Map(), top: Map<string, Value | undefined> = new Map()) {
    this.#base = base;
    this.#top = top;
  }

  get(key: string): Value | undefined {
    const value = this.#top.get(key);
    return value !== undefined || this.#top.has(key) ? value : this.#base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Changes this table in place; `undefined` removes. Only for the one who has just forked it. */
  set(key: string, value: Value | undefined): void {
    this.#top.set(key, value);
  }

  /** A table with the same content; setting there leaves this one as it is. */
  fork(): Table<Value> {
    if (this.#top.size > 512 && this.#top.size > this.#base.size / 4) return this.settle();
    return new Table(this.#base, new Map(this.#top));
  }

  /** The same content in one layer, after a bulk of changes. */
  settle(): Table<Value> {
    if (this.#top.size === 0) return this;
    return new Table(new Map(this.entries()));
  }

  *entries(): IterableIterator<[string, Value]> {
    for (const entry of this.#base) if (!this.#top.has(entry[0])) yield entry;
    for (const [key, value] of this.#top) if (value !== undefined) yield [key, value];
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }
}
