/**
 * The buffer of a view as arrays of integers, which V8 reads twice as fast as
 * the view (measured).
 *
 * @module
 */

/** A buffer as arrays, all of which start where it starts. */
export interface Alias {
  /** The view that was asked for last. */
  view: DataView | undefined;
  /** Words of 32 bits in host byte order. */
  words: Int32Array;
  /** Words of 16 bits in host byte order. */
  halves: Int16Array;
  /** Bytes. */
  bytes: Uint8Array;
}

/** The buffer that was aliased last; all datagrams of a socket share one. */
export const alias: Alias = {
  view: undefined,
  words: new Int32Array(0),
  halves: new Int16Array(0),
  bytes: new Uint8Array(0),
};

/** Makes {@linkcode alias} show the buffer of a view. */
export function aliasView(view: DataView): void {
  const { buffer } = view;
  alias.view = view;
  alias.words = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  alias.halves = new Int16Array(buffer, 0, buffer.byteLength >> 1);
  alias.bytes = new Uint8Array(buffer);
}

/**
 * Returns whether words of 32 bits start at a place of a view.
 *
 * @param view The view.
 * @param at The place.
 * @returns Whether {@linkcode alias}, which shows the view now, has them.
 */
export function isAliased(view: DataView, at: number): boolean {
  if (((view.byteOffset | at) & 3) !== 0 || view.byteOffset !== 0) return false;
  if (alias.view !== view) aliasView(view);
  return true;
}
