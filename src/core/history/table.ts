/** What a table is made of: a map, or what serves as one. */
export interface Layer<Value> extends Iterable<[string, Value]> {
  readonly size: number;
  get(key: string): Value | undefined;
  has(key: string): boolean;
  set(key: string, value: Value): unknown;
  delete(key: string): boolean;
}

/**
 * A map that can be changed without changing its earlier values at a cost that does not grow with its size: what a
 * session changes lies in a small layer over a big one that is never copied. Keys from outside are safe.
 */
export class Table<Value> {
  readonly #base: Layer<Value>;
  readonly #top: Layer<Value | undefined>;

  constructor(base: Layer<Value> = new Map(), top: Layer<Value | undefined> = new Map()) {
    this.#base = base;
    this.#top = top;
  }

  get(key: string): Value | undefined {
    if (this.#top.size === 0) return this.#base.get(key);
    const value = this.#top.get(key);
    if (value !== undefined || this.#base.size === 0) return value;
    return this.#top.has(key) ? undefined : this.#base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Changes this table in place; `undefined` removes. Only for the one who has just forked it. */
  set(key: string, value: Value | undefined): void {
    if (value === undefined && !this.#base.has(key)) this.#top.delete(key);
    else this.#top.set(key, value);
  }

  /** A table with the same content; setting there leaves this one as it is. */
  fork(): Table<Value> {
    if (this.#top.size > 512 && this.#top.size > this.#base.size / 4) return this.settle();
    return new Table(this.#base, new Map(this.#top));
  }

  /** The same content in one layer, after a bulk of changes; nobody changes this table any more. */
  settle(): Table<Value> {
    if (this.#top.size === 0) return this;
    // Without a base nothing in the layer stands for a removal.
    return new Table(this.#base.size === 0 ? (this.#top as Layer<Value>) : new Map(this.entries()));
  }

  /** The keys that have another value there, or none; of two tables with one base only the small layers are looked at. */
  changedSince(before: Table<Value>): ReadonlySet<string> {
    const keys = new Set<string>();
    if (this === before) return keys;
    const isNear = before.#base === this.#base;
    for (const entries of isNear ? [this.#top, before.#top] : [this.entries(), before.entries()]) {
      for (const [key] of entries) if (this.get(key) !== before.get(key)) keys.add(key);
    }
    return keys;
  }

  *entries(): IterableIterator<[string, Value]> {
    for (const entry of this.#base) if (!this.#top.has(entry[0])) yield entry;
    for (const [key, value] of this.#top) if (value !== undefined) yield [key, value];
  }

  *values(): IterableIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }
}
