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

/** SGR parameters of each use, on a light and on a dark background. */
export const COLORS: Readonly<
  Record<
    Exclude<ColorUse, undefined>,
    readonly [light: string, dark: string]
  >
> = {
  ifname: ["36", "1;36"],
  mac: ["33", "1;33"],
  inet: ["35", "1;35"],
  inet6: ["34", "1;94"],
  up: ["32", "1;32"],
  down: ["31", "1;31"],
};
