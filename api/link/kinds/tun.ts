/**
 * Links with a program at their end. Programs create them by `/dev/net/tun`,
 * and the kernel only reports their settings.
 *
 * @see {@link https://docs.kernel.org/networking/tuntap.html | Universal TUN/TAP device driver}
 *
 * @module
 */

import {
  TUN_TYPES,
  type TunData,
  tunData,
} from "../../../messages/link/kinds/tun.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Mapping, mapping, readOnly } from "../../mapping/mapping.ts";

/** Settings of a link with a program at its end; reported by the kernel. */
export interface TunOptions {
  /** Whether it carries IP packets or Ethernet frames (`IFLA_TUN_TYPE`). */
  type?: keyof typeof TUN_TYPES | number;
  /** User that may attach to it (`IFLA_TUN_OWNER`). */
  owner?: number;
  /** Group that may attach to it (`IFLA_TUN_GROUP`). */
  group?: number;
  /** Whether packets begin with `struct tun_pi` (`IFLA_TUN_PI`). */
  packetInformation?: boolean;
  /**
   * Whether packets begin with `struct virtio_net_hdr` (`IFLA_TUN_VNET_HDR`).
   */
  virtioHeader?: boolean;
  /** Whether it stays when the program ends (`IFLA_TUN_PERSIST`). */
  persist?: boolean;
  /** Whether it may have several queues (`IFLA_TUN_MULTI_QUEUE`). */
  multiQueue?: boolean;
  /** How many queues are in use (`IFLA_TUN_NUM_QUEUES`). */
  queues?: number;
  /** How many queues are not in use (`IFLA_TUN_NUM_DISABLED_QUEUES`). */
  disabledQueues?: number;
}

/** How {@linkcode TunOptions} and {@linkcode TunData} correspond. */
export const tunMapping: Mapping<TunOptions, TunData> = mapping({
  type: readOnly("type", enumeration(TUN_TYPES)),
  owner: readOnly("owner", number),
  group: readOnly("group", number),
  packetInformation: readOnly("pi", boolean),
  virtioHeader: readOnly("vnetHdr", boolean),
  persist: readOnly("persist", boolean),
  multiQueue: readOnly("multiQueue", boolean),
  queues: readOnly("numQueues", number),
  disabledQueues: readOnly("numDisabledQueues", number),
}, tunData);
