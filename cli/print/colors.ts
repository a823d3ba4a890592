/**
 * Colors of the output.
 *
 * @module
 */

/** What colors are given to. */
export type ColorUse =
  | "ifname"
  | "mac"
  | "inet"
  | "inet6"
  | "up"
  | "down"
  | undefined;

/** Digits of the SGR color of each use; a dark background gets the bold one. */
export const COLORS: Readonly<Record<string, number>> = {
  ifname: 36,
  mac: 33,
  inet: 35,
  inet6: 34,
  up: 32,
  down: 31,
};
