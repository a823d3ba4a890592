/**
 * Finds objects by what people call them.
 *
 * @module
 */

/** What an object is called. */
export type Name = string | number;

/**
 * The keys of the objects that have a name. Most names are those of one object,
 * which therefore takes no set.
 *
 * @typeParam K The keys; they are no sets themselves.
 */
export class NameIndex<K extends string | number> {
  readonly #keys = new Map<Name, K | Set<K>>();

  /**
   * Adds a name of an object.
   *
   * @param name The name.
   * @param key The object's key.
   */
  add(name: Name, key: K): void {
    const known = this.#keys.get(name);
    if (known === undefined) this.#keys.set(name, key);
    else if (known instanceof Set) known.add(key);
    else if (known !== key) this.#keys.set(name, new Set([known, key]));
  }

  /**
   * Takes a name from an object.
   *
   * @param name The name.
   * @param key The object's key.
   */
  remove(name: Name, key: K): void {
    const known = this.#keys.get(name);
    if (!(known instanceof Set)) {
      if (known === key) this.#keys.delete(name);
      return;
    }
    known.delete(key);
    if (known.size === 0) this.#keys.delete(name);
  }

  /**
   * Finds objects.
   *
   * @param name Their name.
   * @returns Their keys.
   */
  find(name: Name): readonly K[] {
    const known = this.#keys.get(name);
    if (known === undefined) return [];
    return known instanceof Set ? [...known] : [known];
  }
}
