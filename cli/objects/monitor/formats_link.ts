/**
 * How links, and what belongs to them, are shown as they change.
 *
 * @module
 */

import type { AddressMessage } from "../../../messages/address/address.ts";
import { addressMessage } from "../../../messages/address/address.ts";
import {
  type AddressLabelMessage,
  addressLabelMessage,
} from "../../../messages/address_label/address_label.ts";
import { type LinkMessage, linkMessage } from "../../../messages/link/link.ts";
import {
  type NeighborMessage,
  neighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import {
  type NetconfMessage,
  netconfMessage,
} from "../../../messages/netconf/netconf.ts";
import { formatAddress } from "../address/format.ts";
import { formatAddressLabel } from "../addrlabel/format.ts";
import { formatLink } from "../link/format.ts";
import { formatNeighbor } from "../neighbor/format.ts";
import { formatNetconf } from "../netconf/format.ts";
import type { Format } from "./format.ts";

/** Links. */
export const link: Format<LinkMessage> = {
  codec: linkMessage,
  flagged: "all",
  twice: true,
  label: () => "[LINK]",
  tooShort: () => "",
  before: (context, message, { deleted }) => {
    if (deleted) context.links.forget(message.index);
    else context.links.update(message);
  },
  show: (context, message, { deleted, device }) => {
    formatLink(context, message, {
      family: 0,
      asLink: false,
      deleted,
      filter: { flags: 0, flagMask: 0, ...device !== 0 && { index: device } },
    });
  },
  after: ({ io }, { index, attributes: { name } }, { device }) => {
    if (name !== undefined || device !== 0 && device !== index) return;
    io.err(`BUG: device with ifindex ${index} has nil ifname\n`);
  },
};

/** Addresses. */
export const address: Format<AddressMessage> = {
  codec: addressMessage,
  label: () => "[ADDR]",
  show: (context, message, { deleted, device }) => {
    if (device !== 0 && device !== message.index) return;
    formatAddress(context, message, { device: true, deleted });
  },
};

/** Labels of addresses. */
export const addressLabel: Format<AddressLabelMessage> = {
  codec: addressLabelMessage,
  label: () => "[ADDRLABEL]",
  tooShort: () => "",
  show: (context, message, { deleted }) => {
    formatAddressLabel(context, message, deleted);
  },
};

/** Neighbors. */
export const neighbor: Format<NeighborMessage> = {
  codec: neighborMessage,
  label: ({ family }, context) =>
    context.family === 0 || context.family === family ? "[NEIGH]" : undefined,
  show: (context, message, { type, device }) => {
    if (device !== 0 && device !== message.index) return;
    formatNeighbor(context, message, { type, hideDevice: device !== 0 });
  },
};

/** Settings of IP. */
export const netconf: Format<NetconfMessage> = {
  codec: netconfMessage,
  label: () => "[NETCONF]",
  show: (context, message, { deleted, device }) => {
    const { index = 0 } = message.attributes;
    if (device !== 0 && device !== index) return;
    formatNetconf(context, message, deleted);
  },
};
