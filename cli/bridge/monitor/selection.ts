/**
 * What is watched.
 *
 * @module
 */

/** What is watched. */
export interface Selection {
  /** The objects: `link`, `fdb`, `mdb`, `vlan` and `vni`. */
  readonly objects: ReadonlySet<string>;
  /** Whether each message begins with what it is about. */
  readonly label: boolean;
}
