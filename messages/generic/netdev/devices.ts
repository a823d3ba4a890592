/**
 * Network devices, as the family `netdev` reports them, and DMA buffers that are
 * bound to them.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/netdev.h | linux/netdev.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/netdev.html | netdev netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  multi,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type NetdevQueueId, netdevQueueId } from "./queues.ts";

/** What of XDP a device supports: `NETDEV_XDP_ACT_*`. */
export const NETDEV_XDP_FEATURES = {
  /**
   * The actions `XDP_ABORTED`, `XDP_DROP`, `XDP_PASS` and `XDP_TX`
   * (`NETDEV_XDP_ACT_BASIC`).
   */
  basic: 1,
  /** The action `XDP_REDIRECT` (`NETDEV_XDP_ACT_REDIRECT`). */
  redirect: 2,
  /** It sends frames that are redirected to it (`NETDEV_XDP_ACT_NDO_XMIT`). */
  "ndo-xmit": 4,
  /** Sockets of AF_XDP without copying (`NETDEV_XDP_ACT_XSK_ZEROCOPY`). */
  "xsk-zerocopy": 8,
  /** Programs that the device runs (`NETDEV_XDP_ACT_HW_OFFLOAD`). */
  "hw-offload": 16,
  /** Received frames of several buffers (`NETDEV_XDP_ACT_RX_SG`). */
  "rx-sg": 32,
  /**
   * It sends frames of several buffers that are redirected to it
   * (`NETDEV_XDP_ACT_NDO_XMIT_SG`).
   */
  "ndo-xmit-sg": 64,
} as const;

/**
 * What a device gives XDP programs beside the packet:
 * `NETDEV_XDP_RX_METADATA_*`.
 */
export const NETDEV_XDP_METADATA = {
  /** When the packet was received (`NETDEV_XDP_RX_METADATA_TIMESTAMP`). */
  timestamp: 1,
  /** The hash of the packet (`NETDEV_XDP_RX_METADATA_HASH`). */
  hash: 2,
  /**
   * The VLAN tag that the device has removed
   * (`NETDEV_XDP_RX_METADATA_VLAN_TAG`).
   */
  "vlan-tag": 4,
} as const;

/** What a device does for sockets of AF_XDP: `NETDEV_XSK_FLAGS_*`. */
export const NETDEV_XSK_FEATURES = {
  /** Time stamps of what was sent (`NETDEV_XSK_FLAGS_TX_TIMESTAMP`). */
  "tx-timestamp": 1,
  /** Checksums of what is sent (`NETDEV_XSK_FLAGS_TX_CHECKSUM`). */
  "tx-checksum": 2,
  /**
   * Times at which to send, in order (`NETDEV_XSK_FLAGS_TX_LAUNCH_TIME_FIFO`).
   */
  "tx-launch-time-fifo": 4,
} as const;

/** A device: `NETDEV_A_DEV_*`. */
export interface NetdevDevice extends Attributes {
  /** Index of the link (`NETDEV_A_DEV_IFINDEX`). */
  ifindex?: number;
  /** {@linkcode NETDEV_XDP_FEATURES} (`NETDEV_A_DEV_XDP_FEATURES`). */
  xdpFeatures?: bigint;
  /**
   * Most buffers of a frame for sockets of AF_XDP without copying
   * (`NETDEV_A_DEV_XDP_ZC_MAX_SEGS`).
   */
  xdpZcMaxSegs?: number;
  /**
   * {@linkcode NETDEV_XDP_METADATA} (`NETDEV_A_DEV_XDP_RX_METADATA_FEATURES`).
   */
  xdpRxMetadataFeatures?: bigint;
  /** {@linkcode NETDEV_XSK_FEATURES} (`NETDEV_A_DEV_XSK_FEATURES`). */
  xskFeatures?: bigint;
}

/** A DMA buffer that is bound to queues: `NETDEV_A_DMABUF_*`. */
export interface NetdevDmabuf extends Attributes {
  /** Index of the link (`NETDEV_A_DMABUF_IFINDEX`). */
  ifindex?: number;
  /** The queues; requests only (`NETDEV_A_DMABUF_QUEUES`). */
  queues?: NetdevQueueId[];
  /** File descriptor of the buffer; requests only (`NETDEV_A_DMABUF_FD`). */
  fd?: number;
  /** Number of the binding; replies only (`NETDEV_A_DMABUF_ID`). */
  id?: number;
}

/** Codec of {@linkcode NetdevDevice}. */
export const netdevDevice: Codec<NetdevDevice> = attributes({
  ifindex: ["NETDEV_A_DEV_IFINDEX", 1, u32],
  xdpFeatures: ["NETDEV_A_DEV_XDP_FEATURES", 3, u64],
  xdpZcMaxSegs: ["NETDEV_A_DEV_XDP_ZC_MAX_SEGS", 4, u32],
  xdpRxMetadataFeatures: ["NETDEV_A_DEV_XDP_RX_METADATA_FEATURES", 5, u64],
  xskFeatures: ["NETDEV_A_DEV_XSK_FEATURES", 6, u64],
}, { pad: ["NETDEV_A_DEV_PAD", 2] });

/** Codec of {@linkcode NetdevDmabuf}. */
export const netdevDmabuf: Codec<NetdevDmabuf> = attributes({
  ifindex: ["NETDEV_A_DMABUF_IFINDEX", 1, u32],
  queues: ["NETDEV_A_DMABUF_QUEUES", 2, multi(netdevQueueId)],
  fd: ["NETDEV_A_DMABUF_FD", 3, u32],
  id: ["NETDEV_A_DMABUF_ID", 4, u32],
});
