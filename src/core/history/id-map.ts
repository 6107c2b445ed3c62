/** A counter that is further than this beyond the last one of its segment is kept apart: lists have few holes. */
const widestGap = 64;

/**
 * A map by entry id. Ids are made of a segment's name and a counter, so those of one segment are a list: a million
 * entries cost a tenth of the memory and of the time that they cost a map by text. Any other text may be a key, too.
 */
export class IdMap<Value> {
  readonly #segments = new Map<string, (Value | undefined)[]>();
  readonly #others = new Map<string, Value>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(id: string): Value | undefined {
    const dash = id.lastIndexOf('-');
    const n = counterOf(id, dash);
    const listed = n === undefined ? undefined : this.#segments.get(id.slice(0, dash))?.[n];
    return listed === undefined && this.#others.size > 0 ? this.#others.get(id) : listed;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  set(id: string, value: Value): this {
    if (!this.has(id)) this.#size += 1;
    const dash = id.lastIndexOf('-');
    const n = counterOf(id, dash);
    const list = n === undefined || this.#others.has(id) ? undefined : this.#list(id.slice(0, dash));
    if (n === undefined || list === undefined || n > list.length + widestGap) this.#others.set(id, value);
    else {
      while (list.length < n) list.push(undefined);
      list[n] = value;
    }
    return this;
  }

  delete(id: string): boolean {
    if (!this.has(id)) return false;
    this.#size -= 1;
    if (this.#others.delete(id)) return true;
    const dash = id.lastIndexOf('-');
    const n = counterOf(id, dash);
    const list = this.#segments.get(id.slice(0, dash));
    if (n !== undefined && list !== undefined) list[n] = undefined;
    return true;
  }

  *[Symbol.iterator](): IterableIterator<[string, Value]> {
    for (const [segment, list] of this.#segments) {
      for (const [n, value] of list.entries()) if (value !== undefined) yield [`${segment}-${n}`, value];
    }
    yield* this.#others;
  }

  #list(segment: string): (Value | undefined)[] {
    const known = this.#segments.get(segment);
    if (known !== undefined) return known;
    const list: (Value | undefined)[] = [];
    this.#segments.set(segment, list);
    return list;
  }
}

/** The number after the dash if it is written as we write it, so that it gives the id back. */
function counterOf(id: string, dash: number): number | undefined {
  const digits = id.length - dash - 1;
  if (dash === -1 || digits < 1 || digits > 9) return undefined;
  if (digits > 1 && id.charCodeAt(dash + 1) === 48) return undefined;
  let n = 0;
  for (let i = dash + 1; i < id.length; i++) {
    const digit = id.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    n = n * 10 + digit;
  }
  return n;
}
