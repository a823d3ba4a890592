/**
 * Which MACsec links to list.
 *
 * @module
 */

import {
  MACSEC_CMD_GET_TXSC,
  type MacsecMessage,
} from "../../messages/generic/macsec.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";

/** Which MACsec links to list; what is not given does not matter. */
export interface MacsecFilter {
  /** The link itself. */
  device?: Device;
}

const { equal } = conditions<MacsecMessage>();

/** How {@linkcode MacsecFilter} is put into the kernel's terms. */
export const macsecFilter: Filter<MacsecFilter, MacsecMessage> = filter(
  {
    device: equal("attributes.ifindex", device),
  },
  () => ({
    cmd: MACSEC_CMD_GET_TXSC,
    version: 1,
    reserved: 0,
    attributes: {},
  }),
);
