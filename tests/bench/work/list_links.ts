/**
 * A program that lists links, as most programs do.
 *
 * @module
 */

import { Rtnetlink } from "../../../mod.ts";

/** Lists the links of the machine. */
export async function run(): Promise<void> {
  using net = Rtnetlink.open();
  await net.link.list().toArray();
}
