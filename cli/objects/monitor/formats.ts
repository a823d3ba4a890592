/**
 * How the messages that `ip monitor` receives are shown.
 *
 * @module
 */

import { objects, type RtnetlinkObject } from "../../../messages/objects.ts";
import type { Format } from "./format.ts";
import {
  address,
  addressLabel,
  link,
  neighbor,
  netconf,
} from "./formats_link.ts";
import { nsid, prefix, stats } from "./formats_other.ts";
import { bucket, nexthop, route, rule } from "./formats_routing.ts";

/** A way to show messages, and whether they report that an object is gone. */
type Entry = readonly [format: Format<unknown>, deleted: boolean];

/** The message types of an object that are shown. */
function shown<M>(
  object: RtnetlinkObject,
  format: Format<M>,
): (readonly [type: number, entry: Entry])[] {
  const known = format as unknown as Format<unknown>;
  return ([[object.new, false], [object.delete, true]] as const)
    .filter(([type]) => object.has(type))
    .map(([type, deleted]) => [type, [known, deleted]]);
}

/** How the messages of each type are shown. */
export const formats: Readonly<Record<number, Entry>> = Object.fromEntries([
  ...shown(objects.link, link),
  ...shown(objects.address, address),
  ...shown(objects.multicastAddress, address),
  ...shown(objects.anycastAddress, address),
  ...shown(objects.route, route),
  ...shown(objects.nexthop, nexthop),
  ...shown(objects.nexthopBucket, bucket),
  ...shown(objects.neighbor, neighbor),
  // The kernel asks for neighbors that a program is to find.
  [objects.neighbor.get, shown(objects.neighbor, neighbor)[0]![1]],
  ...shown(objects.rule, rule),
  ...shown(objects.nsid, nsid),
  ...shown(objects.addressLabel, addressLabel),
  ...shown(objects.netconf, netconf),
  ...shown(objects.prefix, prefix),
  ...shown(objects.stats, stats),
]);
