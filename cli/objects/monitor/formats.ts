/**
 * How the messages that `ip monitor` hears are shown.
 *
 * @module
 */

import {
  RTM_DELADDR,
  RTM_NEWADDR,
} from "../../../messages/address/constants.ts";
import {
  RTM_DELADDRLABEL,
  RTM_NEWADDRLABEL,
} from "../../../messages/address_label/constants.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../../messages/link/constants.ts";
import {
  RTM_DELNEXTHOP,
  RTM_DELNEXTHOPBUCKET,
  RTM_NEWNEXTHOP,
  RTM_NEWNEXTHOPBUCKET,
} from "../../../messages/nexthop/constants.ts";
import {
  RTM_DELROUTE,
  RTM_NEWROUTE,
} from "../../../messages/route/constants.ts";
import {
  RTM_DELNEIGH,
  RTM_GETNEIGH,
  RTM_NEWNEIGH,
} from "../../../messages/neighbor/constants.ts";
import {
  RTM_DELNETCONF,
  RTM_NEWNETCONF,
} from "../../../messages/netconf/constants.ts";
import { RTM_DELNSID, RTM_NEWNSID } from "../../../messages/nsid/constants.ts";
import { RTM_NEWPREFIX } from "../../../messages/prefix/constants.ts";
import { RTM_DELRULE, RTM_NEWRULE } from "../../../messages/rule/constants.ts";
import { RTM_NEWSTATS } from "../../../messages/stats/constants.ts";
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

type Formats = Readonly<
  Record<number, readonly [format: Format<never>, deleted: boolean]>
>;

/** How the messages of each type are shown. */
export const formats: Formats = {
  [RTM_NEWLINK]: [link, false],
  [RTM_DELLINK]: [link, true],
  [RTM_NEWADDR]: [address, false],
  [RTM_DELADDR]: [address, true],
  [RTM_NEWROUTE]: [route, false],
  [RTM_DELROUTE]: [route, true],
  [RTM_NEWNEXTHOP]: [nexthop, false],
  [RTM_DELNEXTHOP]: [nexthop, true],
  [RTM_NEWNEXTHOPBUCKET]: [bucket, false],
  [RTM_DELNEXTHOPBUCKET]: [bucket, true],
  [RTM_NEWNEIGH]: [neighbor, false],
  [RTM_DELNEIGH]: [neighbor, true],
  [RTM_GETNEIGH]: [neighbor, false],
  [RTM_NEWRULE]: [rule, false],
  [RTM_DELRULE]: [rule, true],
  [RTM_NEWNSID]: [nsid, false],
  [RTM_DELNSID]: [nsid, true],
  [RTM_NEWADDRLABEL]: [addressLabel, false],
  [RTM_DELADDRLABEL]: [addressLabel, true],
  [RTM_NEWNETCONF]: [netconf, false],
  [RTM_DELNETCONF]: [netconf, true],
  [RTM_NEWPREFIX]: [prefix, false],
  [RTM_NEWSTATS]: [stats, false],
} as unknown as Formats;
