/**
 * How the messages that `ip monitor` hears are shown.
 *
 * @module
 */

import type { Context } from "../context.ts";
import { RTM_DELADDR, RTM_NEWADDR } from "../../messages/address/constants.ts";
import type { AddressMessage } from "../../messages/address/address.ts";
import { addressMessage } from "../../messages/address/address.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import {
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { RTM_DELLINK, RTM_NEWLINK } from "../../messages/link/constants.ts";
import { type LinkMessage, linkMessage } from "../../messages/link/link.ts";
import {
  RTM_DELNEXTHOP,
  RTM_DELNEXTHOPBUCKET,
  RTM_NEWNEXTHOP,
  RTM_NEWNEXTHOPBUCKET,
} from "../../messages/nexthop/constants.ts";
import {
  type NexthopMessage,
  nexthopMessage,
} from "../../messages/nexthop/nexthop.ts";
import {
  RTM_DELROUTE,
  RTM_F_CLONED,
  RTM_NEWROUTE,
} from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { formatAddress } from "../address/format.ts";
import { formatLink } from "../link/format.ts";
import { formatBucket, formatNexthop } from "../nexthop/format.ts";
import { anyRoute, passes } from "../route/filter.ts";
import { formatRoute } from "../route/format.ts";

/** What is known of a message besides itself. */
export interface Circumstances {
  /** Whether it tells that the object is gone. */
  readonly deleted: boolean;
  /** Index of the only device that is shown; 0 for all of them. */
  readonly device: number;
  /** Id of the network namespace, if it is another. */
  readonly nsid: number | undefined;
}

/** How the messages of a type are shown. */
export interface Format<M> {
  /** Codec of the messages. */
  readonly codec: Codec<M>;
  /** What the messages are about; nothing is shown where there is no label. */
  readonly label: (message: M, context: Context) => string | undefined;
  /** Called once for each message before it is shown. */
  readonly prepare?: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void;
  /** Writes a message. */
  readonly show: (
    context: Context,
    message: M,
    circumstances: Circumstances,
  ) => void;
}

const link: Format<LinkMessage> = {
  codec: linkMessage,
  label: () => "[LINK]",
  prepare: (context, message, { deleted }) => {
    context.links.forget(message.index);
    if (!deleted) context.links.remember(message);
  },
  show: (context, message, { deleted, device }) => {
    formatLink(context, message, {
      family: 0,
      asLink: false,
      deleted,
      filter: { flags: 0, flagMask: 0, ...device !== 0 && { index: device } },
    });
  },
};

const address: Format<AddressMessage> = {
  codec: addressMessage,
  label: () => "[ADDR]",
  show: (context, message, { deleted, device }) => {
    if (device !== 0 && device !== message.index) return;
    formatAddress(context, message, { device: true, deleted });
  },
};

const route: Format<RouteMessage> = {
  codec: routeMessage,
  label: ({ family, flags }) => {
    if (flags & RTM_F_CLONED) return undefined;
    return isMulticast(family) ? "[MROUTE]" : "[ROUTE]";
  },
  show: (context, message, { deleted, device }) => {
    if (isMulticast(message.family)) return;
    const filter = anyRoute();
    if (device !== 0) filter.outputDevice = device;
    if (!passes(filter, message, context.family)) return;
    formatRoute(context, message, filter, deleted);
  },
};

function isMulticast(family: number): boolean {
  return family === RTNL_FAMILY_IPMR || family === RTNL_FAMILY_IP6MR;
}

const nexthop: Format<NexthopMessage> = {
  codec: nexthopMessage,
  label: () => "[NEXTHOP]",
  show: (context, message, { deleted }) => {
    if (deleted) context.printer.text("Deleted ");
    formatNexthop(context, message);
  },
};

const bucket: Format<NexthopMessage> = {
  codec: nexthopMessage,
  label: () => "[NEXTHOPBUCKET]",
  show: (context, message, { deleted }) => {
    if (deleted) context.printer.text("Deleted ");
    formatBucket(context, message);
  },
};

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
} as unknown as Formats;
